import {
  BASES_OF_DIAGNOSIS,
  BEHAVIOURS,
  FOLLOW_UP_STRATA,
  GRADES,
  LATERALITIES,
  NURSE_SPECIALIST_TOLD,
  PERFORMANCE_STATUSES,
  STAGE_EDITIONS,
  TREATMENT_INTENTS,
} from '#shared/domain/diagnosis-details.ts'
import { type CodedLabel, labelOf } from '#shared/domain/people.ts'
import { ROUTES_TO_DIAGNOSIS } from '#shared/domain/routes.ts'
import { TUMOUR_GROUPS } from '#shared/domain/tumour-groups.ts'
import { EPISODE_KINDS } from '#shared/features/register/schema.ts'
import { type Difference, differencesBetween } from './differences.ts'
import type { EpisodeDraft } from './episode-draft.ts'
import { EPISODE_LABELS, type EpisodeLabelled } from './episode-sections.ts'
import { dateWords } from './form-reading.ts'

const LISTS: Partial<Record<EpisodeLabelled, readonly CodedLabel[]>> = {
  tumourGroup: TUMOUR_GROUPS,
  kind: EPISODE_KINDS,
  route: ROUTES_TO_DIAGNOSIS,
  laterality: LATERALITIES,
  behaviour: BEHAVIOURS,
  basis: BASES_OF_DIAGNOSIS,
  grade: GRADES,
  stageEdition: STAGE_EDITIONS,
  performanceStatus: PERFORMANCE_STATUSES,
  intent: TREATMENT_INTENTS,
  followUp: FOLLOW_UP_STRATA,
  nurseSpecialistTold: NURSE_SPECIALIST_TOLD,
}

const wordsOf = (draft: EpisodeDraft, field: EpisodeLabelled): string => {
  const value = draft[field]
  if (value === null) return ''
  if (typeof value === 'boolean') return value ? 'keep it on' : 'leave it off'
  if (typeof value === 'object') return dateWords(value) ?? ''
  const list = LISTS[field]
  return list === undefined ? value : labelOf(list, value)
}

const FIELDS = Object.entries(EPISODE_LABELS).map(
  ([path, label]) => [path.slice('episode.'.length) as EpisodeLabelled, label] as const,
)

/** What is there now, and what was typed, in every field of a diagnosis that differs. */
export const episodeDifferences = (now: EpisodeDraft, typed: EpisodeDraft): readonly Difference[] =>
  differencesBetween(now, typed, (draft) => FIELDS.map(([field, label]) => [label, wordsOf(draft, field)]))
