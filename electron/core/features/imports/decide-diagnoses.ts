import { formatPartialDate } from '#shared/domain/partial-date.ts'
import { routeLabel } from '#shared/domain/routes.ts'
import { normaliseIcd10 } from '#shared/domain/tumour-groups.ts'
import type { FieldChange } from '#shared/features/imports/schema.ts'
import type { CancerEpisodeTable } from '../../db/schema.ts'
import type { IncomingDiagnosis } from './incoming.ts'
import { canBeSameDay, isMoreExact, partialOf, sameCancer } from './same-thing.ts'
import { diagnosisWords } from './words.ts'

export type EpisodePatch = Partial<Omit<CancerEpisodeTable, 'id' | 'person_id' | 'version'>>

/** What the file adds to and changes in a person's diagnoses. */
export interface DiagnosesDecision {
  readonly added: readonly IncomingDiagnosis[]
  readonly patches: readonly { readonly id: string; readonly patch: EpisodePatch }[]
  readonly changes: readonly FieldChange[]
  readonly contradiction: string | null
}

const NONE = 'We had none'
const OURS_STAYS = 'Ours stays: the file does not say which is right'

const dateOf = (episode: CancerEpisodeTable): ReturnType<typeof partialOf> =>
  partialOf(episode.diagnosis_date, episode.diagnosis_date_precision)

const isSameCancer = (episode: CancerEpisodeTable, diagnosis: IncomingDiagnosis): boolean =>
  sameCancer({ kind: episode.kind, tumourGroup: episode.tumour_group, site: episode.site }, diagnosis)

/** The same day first, then a day that can be the same, then one of the two without a date. */
const FITS: readonly ((episode: CancerEpisodeTable, diagnosis: IncomingDiagnosis) => boolean)[] = [
  (episode, { date }) =>
    date !== null && episode.diagnosis_date === date.date && episode.diagnosis_date_precision === date.precision,
  (episode, { date }) => {
    const ours = dateOf(episode)
    return date !== null && ours !== null && canBeSameDay(ours, date)
  },
  (episode, { date }) => date === null || episode.diagnosis_date === null,
]

interface Change {
  readonly change: FieldChange
  readonly patch: EpisodePatch
}

const decideDate = (diagnosis: IncomingDiagnosis, episode: CancerEpisodeTable): Change[] => {
  const ours = dateOf(episode)
  const theirs = diagnosis.date
  if (theirs === null || (ours !== null && !isMoreExact(theirs, ours))) return []
  const patch = { diagnosis_date: theirs.date, diagnosis_date_precision: theirs.precision }
  const words = { label: 'Diagnosis date', theirs: formatPartialDate(theirs), taken: true }
  return [
    {
      patch,
      change: {
        ...words,
        ours: ours === null ? null : formatPartialDate(ours),
        why: ours === null ? NONE : 'More exact in the file',
      },
    },
  ]
}

const fill = (
  label: string,
  ours: string | null,
  theirs: string | null,
  patch: EpisodePatch,
  isSame = ours === theirs,
): Change[] => {
  if (theirs === null || isSame) return []
  if (ours === null) return [{ patch, change: { label, ours, theirs, taken: true, why: NONE } }]
  return [{ patch: {}, change: { label, ours, theirs, taken: false, why: OURS_STAYS } }]
}

const sameCode = (ours: string | null, theirs: string | null): boolean =>
  ours !== null && theirs !== null && normaliseIcd10(ours) === normaliseIcd10(theirs)

const decideFields = (diagnosis: IncomingDiagnosis, episode: CancerEpisodeTable): Change[] => [
  ...decideDate(diagnosis, episode),
  ...fill('Stage', episode.stage, diagnosis.stage, { stage: diagnosis.stage }),
  ...fill(
    'ICD-10 code',
    episode.icd10_code,
    diagnosis.icd10Code,
    { icd10_code: diagnosis.icd10Code, code_source: 'imported' },
    sameCode(episode.icd10_code, diagnosis.icd10Code),
  ),
  ...fill('Hospital', episode.hospital, diagnosis.hospital, { hospital: diagnosis.hospital }),
  ...fill(
    'Route to diagnosis',
    episode.route === 'not_known' ? null : routeLabel(episode.route as IncomingDiagnosis['route']),
    diagnosis.route === 'not_known' ? null : routeLabel(diagnosis.route),
    { route: diagnosis.route },
  ),
  ...(episode.site === null ? fill('Site', null, diagnosis.site, { site: diagnosis.site }) : []),
]

/** Pairs the diagnoses of the file with ours, closest dates first, each of ours at most once. */
const pair = (
  diagnoses: readonly IncomingDiagnosis[],
  episodes: readonly CancerEpisodeTable[],
): { pairs: Map<IncomingDiagnosis, CancerEpisodeTable>; free: CancerEpisodeTable[] } => {
  const pairs = new Map<IncomingDiagnosis, CancerEpisodeTable>()
  const free = [...episodes]
  for (const fits of FITS) {
    for (const diagnosis of diagnoses) {
      if (pairs.has(diagnosis)) continue
      const at = free.findIndex((episode) => isSameCancer(episode, diagnosis) && fits(episode, diagnosis))
      const [found] = at < 0 ? [] : free.splice(at, 1)
      if (found !== undefined) pairs.set(diagnosis, found)
    }
  }
  return { pairs, free }
}

/**
 * Diagnosis by diagnosis: one we have is filled where it is blank; one we have on another date is a contradiction, for
 * nobody but a person can say whether it is a second cancer; any other is added.
 */
export const decideDiagnoses = (
  diagnoses: readonly IncomingDiagnosis[],
  episodes: readonly CancerEpisodeTable[],
): DiagnosesDecision => {
  const { pairs, free } = pair(diagnoses, episodes)
  const added: IncomingDiagnosis[] = []
  const patches: { id: string; patch: EpisodePatch }[] = []
  const changes: FieldChange[] = []
  let contradiction: string | null = null
  for (const diagnosis of diagnoses) {
    const episode = pairs.get(diagnosis)
    if (episode === undefined) {
      if (free.some((ours) => isSameCancer(ours, diagnosis))) contradiction ??= 'The diagnosis date differs from ours'
      added.push(diagnosis)
      changes.push({
        label: 'Diagnosis',
        ours: null,
        theirs: diagnosisWords(diagnosis),
        taken: true,
        why: 'Not on our record',
      })
      continue
    }
    const fields = decideFields(diagnosis, episode)
    changes.push(...fields.map(({ change }) => change))
    const patch: EpisodePatch = Object.assign({}, ...fields.map((field) => field.patch))
    if (Object.keys(patch).length > 0) patches.push({ id: episode.id, patch })
  }
  return { added, patches, changes, contradiction }
}
