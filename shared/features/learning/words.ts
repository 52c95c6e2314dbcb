import { formatIsoDate, formatPartialDate } from '#shared/domain/partial-date.ts'
import { labelOf } from '#shared/domain/people.ts'
import { TUMOUR_GROUPS } from '#shared/domain/tumour-groups.ts'
import { LEARNING_STATES, LEARNING_THEMES } from './codes.ts'
import type { LearningDiagnosis, LearningRow } from './schema.ts'
import { LEARNING_REASONS } from './suggestions.ts'

/** "Sigmoid colon, 4 Sep 2026": what was found and when. */
export const diagnosisLine = ({ tumourGroup, site, diagnosisDate }: Omit<LearningDiagnosis, 'episodeId'>): string => {
  if (tumourGroup === null) return 'The diagnosis was removed'
  const when = diagnosisDate === null ? 'date not known' : formatPartialDate(diagnosisDate)
  return `${site ?? labelOf(TUMOUR_GROUPS, tumourGroup)}, ${when}`
}

/** Why it is suggested: "Emergency route, over 62 days to treatment". */
export const reasonsLine = (reasons: LearningRow['reasons']): string =>
  reasons
    .map((code, at) => {
      const label = labelOf(LEARNING_REASONS, code)
      return at === 0 ? label : label.slice(0, 1).toLowerCase() + label.slice(1)
    })
    .join(', ')

export const themesLine = (themes: LearningRow['themes']): string =>
  themes.map((code) => labelOf(LEARNING_THEMES, code)).join(', ')

interface LearningStanding {
  readonly kind: 'not-started' | 'at-risk' | 'off-track' | 'info' | 'done' | 'not-measured'
  readonly words: string
}

/** How an analysis stands on a day. One whose review day has passed wants a look. */
export const learningStanding = (
  { state, reviewDate, actionsOpen }: Pick<LearningRow, 'state' | 'reviewDate' | 'actionsOpen'>,
  today: string,
): LearningStanding => {
  if (state === 'suggested') return { kind: 'not-started', words: 'Suggested' }
  if (state === 'set_aside') return { kind: 'not-measured', words: 'Set aside' }
  if (state === 'closed') return { kind: 'done', words: 'Closed' }
  if (reviewDate !== null && reviewDate < today)
    return { kind: 'off-track', words: `Review was due ${formatIsoDate(reviewDate)}` }
  if (state === 'discussed')
    return { kind: 'info', words: actionsOpen === 0 ? 'Discussed' : `Discussed, ${actionsOpen} to do` }
  return { kind: 'at-risk', words: labelOf(LEARNING_STATES, 'draft') }
}

/** "Most often: follow-up and safety netting, 3 of 5 analyses", for the title of the chart. */
export const themesFinding = (
  analyses: number,
  themes: readonly { readonly code: LearningRow['themes'][number]; readonly count: number }[],
): string => {
  const [most] = themes.toSorted((a, b) => b.count - a.count)
  if (analyses === 0 || most === undefined || most.count === 0) return 'No theme was found in this time'
  const label = labelOf(LEARNING_THEMES, most.code)
  return `Most often: ${label.slice(0, 1).toLowerCase()}${label.slice(1)}, ${most.count} of ${analyses} ${analyses === 1 ? 'analysis' : 'analyses'}`
}

/** The words of a text, as far as they could be a name. */
const wordsOf = (text: string): readonly string[] =>
  text
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .split(/[^\p{L}]+/u)
    .filter((word) => word.length > 1)

interface Named {
  readonly givenName: string
  readonly surname: string
  readonly knownAs: string | null
  readonly previousSurname: string | null
}

/** Whether a text holds any of the names of somebody, or a number of nine digits or more in a row. */
export const namesPerson = (text: string, { givenName, surname, knownAs, previousSurname }: Named): boolean => {
  const said = new Set(wordsOf(text))
  const names = [givenName, surname, knownAs ?? '', previousSurname ?? ''].flatMap(wordsOf)
  return names.some((name) => said.has(name)) || /(?:\d[\s-]?){9}/.test(text)
}
