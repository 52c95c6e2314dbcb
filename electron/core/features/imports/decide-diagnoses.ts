import { formatPartialDate } from '#shared/domain/partial-date.ts'
import { routeLabel } from '#shared/domain/routes.ts'
import { normaliseIcd10 } from '#shared/domain/tumour-groups.ts'
import { type DifferenceCode, differenceOf } from '#shared/features/imports/differences.ts'
import type { FieldChange } from '#shared/features/imports/schema.ts'
import type { CancerEpisodeTable } from '../../db/schema.ts'
import { added, filled, refined, type Settling } from './differences.ts'
import type { IncomingDiagnosis } from './incoming.ts'
import type { OurEpisode } from './our-people.ts'
import { canBeSameDay, isMoreExact, partialOf, sameCancer } from './same-thing.ts'
import { newDiagnosisWords } from './words.ts'

export type EpisodePatch = Partial<Omit<CancerEpisodeTable, 'id' | 'person_id' | 'version'>>

/** What the file adds to and changes in a person's diagnoses. */
export interface DiagnosesDecision {
  readonly added: readonly IncomingDiagnosis[]
  readonly patches: readonly { readonly id: string; readonly patch: EpisodePatch }[]
  readonly changes: readonly FieldChange[]
}

const dateOf = (episode: OurEpisode): ReturnType<typeof partialOf> =>
  partialOf(episode.diagnosis_date, episode.diagnosis_date_precision)

const isSameCancer = (episode: OurEpisode, diagnosis: IncomingDiagnosis): boolean =>
  sameCancer({ kind: episode.kind, tumourGroup: episode.tumour_group, site: episode.site }, diagnosis)

type Fits = (episode: OurEpisode, diagnosis: IncomingDiagnosis) => boolean

const onAnotherDate: Fits = () => true

/** The same day first, then a day that can be the same, then one of the two without a date, then another date. */
const FITS: readonly Fits[] = [
  (episode, { date }) =>
    date !== null && episode.diagnosis_date === date.date && episode.diagnosis_date_precision === date.precision,
  (episode, { date }) => {
    const ours = dateOf(episode)
    return date !== null && ours !== null && canBeSameDay(ours, date)
  },
  (episode, { date }) => date === null || episode.diagnosis_date === null,
  onAnotherDate,
]

interface Change {
  readonly change: FieldChange
  readonly patch: EpisodePatch
}

type OwnField = Extract<DifferenceCode, 'stage' | 'icd10_code' | 'hospital' | 'route'>

/** A code as it is compared: the same one may be written with and without its point. */
const sameCode = (ours: string | null, theirs: string): boolean =>
  ours !== null && (ours === theirs || normaliseIcd10(ours) === normaliseIcd10(theirs))

const routeWords = (route: string): string | null =>
  route === 'not_known' ? null : routeLabel(route as IncomingDiagnosis['route'])

const fillDate = (diagnosis: IncomingDiagnosis, episode: OurEpisode): Change[] => {
  const ours = dateOf(episode)
  const theirs = diagnosis.date
  if (theirs === null || (ours !== null && !isMoreExact(theirs, ours))) return []
  const patch = { diagnosis_date: theirs.date, diagnosis_date_precision: theirs.precision }
  const words = formatPartialDate(theirs)
  return [
    {
      patch,
      change:
        ours === null ? filled('Diagnosis date', words) : refined('Diagnosis date', formatPartialDate(ours), words),
    },
  ]
}

/** A field in which the file may differ from ours, with what taking theirs stores. */
interface OwnFieldRule {
  readonly code: OwnField
  readonly ours: (episode: OurEpisode) => string | null
  readonly theirs: (diagnosis: IncomingDiagnosis) => string | null
  readonly isSame: (ours: string | null, theirs: string) => boolean
  readonly patch: (diagnosis: IncomingDiagnosis) => EpisodePatch
}

const isEqual = (ours: string | null, theirs: string): boolean => ours === theirs

/** In the order in which differences are found and numbered. */
const OWN_FIELDS: readonly OwnFieldRule[] = [
  {
    code: 'stage',
    ours: ({ stage }) => stage,
    theirs: ({ stage }) => stage,
    isSame: isEqual,
    patch: ({ stage }) => ({ stage }),
  },
  {
    code: 'icd10_code',
    ours: (episode) => episode.icd10_code,
    theirs: ({ icd10Code }) => icd10Code,
    isSame: sameCode,
    patch: ({ icd10Code }) => ({ icd10_code: icd10Code, code_source: 'imported' }),
  },
  {
    code: 'hospital',
    ours: ({ hospital }) => hospital,
    theirs: ({ hospital }) => hospital,
    isSame: isEqual,
    patch: ({ hospital }) => ({ hospital }),
  },
  {
    code: 'route',
    ours: ({ route }) => routeWords(route),
    theirs: ({ route }) => routeWords(route),
    isSame: isEqual,
    patch: ({ route }) => ({ route }),
  },
]

const decideFields = (diagnosis: IncomingDiagnosis, episode: OurEpisode, settling: Settling): Change[] => {
  const changes: Change[] = []
  for (const { code, ours, theirs, isSame, patch } of OWN_FIELDS) {
    const [before, now] = [ours(episode), theirs(diagnosis)]
    if (now === null || isSame(before, now)) continue
    if (before === null) changes.push({ patch: patch(diagnosis), change: filled(differenceOf(code).label, now) })
    else {
      const { change, choice } = settling.settle(code, before, now)
      changes.push({ patch: choice === 'ours' ? {} : patch(diagnosis), change })
    }
  }
  if (episode.site === null && diagnosis.site !== null)
    changes.push({ patch: { site: diagnosis.site }, change: filled('Site', diagnosis.site) })
  return changes
}

interface Pair {
  readonly episode: OurEpisode
  readonly isOtherDate: boolean
}

/** For each diagnosis of the file ours that fits it, closest dates first, each of ours at most once. */
const pair = (diagnoses: readonly IncomingDiagnosis[], episodes: readonly OurEpisode[]): (Pair | undefined)[] => {
  const pairs: (Pair | undefined)[] = diagnoses.map(() => undefined)
  const free = [...episodes]
  for (const fits of FITS) {
    for (const [place, diagnosis] of diagnoses.entries()) {
      if (free.length === 0) return pairs
      if (pairs[place] !== undefined) continue
      const at = free.findIndex((episode) => isSameCancer(episode, diagnosis) && fits(episode, diagnosis))
      const [episode] = at < 0 ? [] : free.splice(at, 1)
      if (episode !== undefined) pairs[place] = { episode, isOtherDate: fits === onAnotherDate }
    }
  }
  return pairs
}

class Diagnoses {
  readonly added: IncomingDiagnosis[] = []
  readonly patches: { id: string; patch: EpisodePatch }[] = []
  readonly changes: FieldChange[] = []
  private readonly settling: Settling

  constructor(settling: Settling) {
    this.settling = settling
  }

  add(diagnosis: IncomingDiagnosis): void {
    this.added.push(diagnosis)
    this.changes.push(added('Diagnosis', newDiagnosisWords(diagnosis)))
  }

  fill(diagnosis: IncomingDiagnosis, episode: OurEpisode, date: readonly Change[]): void {
    const fields = [...date, ...decideFields(diagnosis, episode, this.settling)]
    if (fields.length === 0) return
    this.changes.push(...fields.map(({ change }) => change))
    const patch: EpisodePatch = Object.assign({}, ...fields.map((field) => field.patch))
    if (Object.keys(patch).length > 0) this.patches.push({ id: episode.id, patch })
  }

  /** The same cancer on another date: a wrong date, or a second cancer. Nobody but a person can say. */
  settleDate(diagnosis: IncomingDiagnosis, episode: OurEpisode): void {
    const ours = dateOf(episode)
    const theirs = diagnosis.date
    if (ours === null || theirs === null) throw new Error('a date is settled that one side does not have')
    const { change, choice } = this.settling.settle(
      'diagnosis_date',
      formatPartialDate(ours),
      formatPartialDate(theirs),
    )
    if (choice === 'both') {
      // What else differs is settled for nothing, so that the differences of other diagnoses keep their numbers.
      decideFields(diagnosis, episode, this.settling)
      this.changes.push(change)
      this.add(diagnosis)
      return
    }
    const patch = { diagnosis_date: theirs.date, diagnosis_date_precision: theirs.precision }
    this.fill(diagnosis, episode, [{ change, patch: choice === 'theirs' ? patch : {} }])
  }
}

/**
 * Diagnosis by diagnosis: one we have is filled where it is blank and settled where it differs; one we have on another
 * date is a difference too, for it may be a second cancer; any other is added.
 */
export const decideDiagnoses = (
  diagnoses: readonly IncomingDiagnosis[],
  episodes: readonly OurEpisode[],
  settling: Settling,
): DiagnosesDecision => {
  const pairs = pair(diagnoses, episodes)
  const decided = new Diagnoses(settling)
  for (const [place, diagnosis] of diagnoses.entries()) {
    const found = pairs[place]
    if (found === undefined) decided.add(diagnosis)
    else if (found.isOtherDate) decided.settleDate(diagnosis, found.episode)
    else decided.fill(diagnosis, found.episode, fillDate(diagnosis, found.episode))
  }
  return decided
}
