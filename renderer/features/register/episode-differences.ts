import { labelOf } from '#shared/domain/people.ts'
import { ROUTES_TO_DIAGNOSIS } from '#shared/domain/routes.ts'
import { TUMOUR_GROUPS } from '#shared/domain/tumour-groups.ts'
import { EPISODE_KINDS } from '#shared/features/register/schema.ts'
import type { EpisodeDraft } from './episode-draft.ts'
import { dateWords } from './form-reading.ts'

const shown = (text: string): string => (text === '' ? 'blank' : text)

const wordsOf = (draft: EpisodeDraft): readonly (readonly [label: string, words: string])[] => [
  ['Cancer', shown(draft.site)],
  ['Tumour group', labelOf(TUMOUR_GROUPS, draft.tumourGroup)],
  ['Diagnosed', dateWords(draft.diagnosisDate) ?? 'blank'],
  ['Stage', shown(draft.stage)],
  ['Kind', labelOf(EPISODE_KINDS, draft.kind)],
  ['How it was found', labelOf(ROUTES_TO_DIAGNOSIS, draft.route)],
  ['Hospital', shown(draft.hospital)],
  ['ICD-10 code', shown(draft.icd10Code)],
]

/** What is there now in every field of a diagnosis that differs from what was typed. */
export const episodeDifferences = (
  now: EpisodeDraft,
  typed: EpisodeDraft,
): readonly (readonly [label: string, now: string])[] => {
  const mine = wordsOf(typed)
  return wordsOf(now).filter(([, words], index) => words !== mine[index]?.[1])
}
