import type { IsoDate } from '#shared/domain/partial-date.ts'
import { displayName } from '#shared/domain/people.ts'
import { normaliseName } from '#shared/domain/text-match.ts'
import {
  AGE_BANDS,
  bandOf,
  daysWaited,
  isInView,
  SAFETY_NET_FILTERS,
  type SafetyNetFilter,
} from '#shared/features/pathways/harm.ts'
import type { SafetyNetRow } from '#shared/features/pathways/schema.ts'
import { pathwayName } from '#shared/features/pathways/words.ts'
import { urlChoice, urlFlag, urlText } from '#renderer/app/url-state.ts'

const ANY = 'any'

/** What the list keeps in its address, so that a view is a link and Back comes to the same place. */
export const referralAddress = {
  view: urlChoice(
    SAFETY_NET_FILTERS.map(({ code }) => code),
    'all',
  ),
  waiting: urlChoice([ANY, ...AGE_BANDS.map(({ code }) => code)], ANY),
  q: urlText(),
  preview: urlFlag(true),
}

export interface ReferralFilter {
  readonly view: SafetyNetFilter
  readonly waiting: (typeof AGE_BANDS)[number]['code'] | typeof ANY
  readonly q: string
}

/** What the list is narrowed to, in words: for a print, which has no tabs. */
export const narrowedWords = ({ view, waiting, q }: ReferralFilter): readonly string[] => [
  ...(view === 'all' ? [] : SAFETY_NET_FILTERS.flatMap(({ code, label }) => (code === view ? label : []))),
  ...AGE_BANDS.flatMap(({ code, label }) => (code === waiting ? `waiting ${label.toLowerCase()}` : [])),
  ...(q.trim() === '' ? [] : [`found by “${q.trim()}”`]),
]

/** Everything of a row that can be found by typing. */
const findable = ({ person, tumourGroup, hospital, reference }: SafetyNetRow): string =>
  normaliseName(
    [displayName(person), person.nhsNumber, person.localId, pathwayName(tumourGroup), hospital, reference]
      .filter((part) => part !== null)
      .join(' '),
  )

const isInBand = (row: SafetyNetRow, waiting: ReferralFilter['waiting'], today: IsoDate): boolean => {
  const days = daysWaited(row, today)
  return waiting === ANY || (days !== null && bandOf(days) === waiting)
}

/** The rows of a filter, in the order they came. */
export const filteredReferrals = (
  rows: readonly SafetyNetRow[],
  { view, waiting, q }: ReferralFilter,
  today: IsoDate,
): readonly SafetyNetRow[] => {
  const words = normaliseName(q)
    .split(' ')
    .filter((word) => word !== '')
  return rows.filter((row) => {
    if (!isInView(row, view, today) || !isInBand(row, waiting, today)) return false
    const text = words.length === 0 ? '' : findable(row)
    return words.every((word) => text.includes(word))
  })
}
