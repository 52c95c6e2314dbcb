import type { IsoDate, PartialDate } from '#shared/domain/partial-date.ts'
import type { SexCode } from '#shared/domain/people.ts'
import type { TumourGroup } from '#shared/domain/tumour-groups.ts'
import type { EpisodeFields } from '#shared/features/register/schema.ts'

/** What the rules look at: one person's rows, whole or as far as they are typed. */

export interface CheckPerson {
  readonly id: string
  /** As registered. Gender is kept apart and no rule looks at it. */
  readonly sex: SexCode
  readonly birthDate: IsoDate | null
  readonly deathDate: PartialDate | null
  readonly deathPlace: string | null
  readonly nhsNumber: string | null
  readonly nhsNumberStatus: string | null
  readonly postcode: string | null
  readonly deprivationQuintile: number | null
  readonly deprivationIndex: string | null
}

export interface CheckEpisode extends Readonly<
  Pick<
    EpisodeFields,
    | 'kind'
    | 'site'
    | 'icd10Code'
    | 'diagnosisDate'
    | 'stage'
    | 'route'
    | 'laterality'
    | 'behaviour'
    | 'basis'
    | 'tCategory'
    | 'nCategory'
    | 'mCategory'
    | 'stageEdition'
  >
> {
  readonly id: string
  readonly tumourGroup: TumourGroup
}

export interface CheckEvent {
  readonly id: string
  readonly episodeId: string | null
  readonly pathwayId: string | null
  readonly eventType: string
  readonly date: IsoDate
  readonly precision: PartialDate['precision']
  readonly answersEventId: string | null
}

export interface CheckFacts {
  readonly person: CheckPerson
  readonly episodes: readonly CheckEpisode[]
  /** In the order of their dates. */
  readonly events: readonly CheckEvent[]
  /** The demo practice: numbers set aside for tests are usual there. */
  readonly demo: boolean
  readonly today: IsoDate
}

/** The same, with what many rules look for worked out once. */
export interface Known extends CheckFacts {
  /** The death: as the record has it, else as the journey has it. */
  readonly death: PartialDate | null
  /** The events of one type, in the order of their dates. Only types that a rule looks for. */
  readonly ofType: (eventType: string) => readonly CheckEvent[]
}

/** error: it cannot be so. warning: it can be right and seldom is. */
export type Severity = 'error' | 'warning'

/** The row that a finding is about. */
export type SubjectTable = 'person' | 'cancer_episode' | 'journey_event'

/** What a rule found, before it is given the rule's name. */
export interface Found {
  readonly table: SubjectTable
  readonly id: string
  /** A sentence with what is recorded; never a name or an NHS number. */
  readonly words: string
  /** The values it rests on. When one of them changes, a reason given for it no longer holds. */
  readonly restsOn: readonly (string | number | null)[]
  /** The last day on which it holds, for what time alone puts right. */
  readonly until?: IsoDate
}

export interface CheckRule {
  /** Kept for good: reasons that people gave are stored under it. */
  readonly code: string
  readonly severity: Severity
  /** What it questions, as a heading. */
  readonly title: string
  /** What it compares, and what it lets pass. */
  readonly explains: string
  readonly whatToDo: string
  readonly source: string
  readonly version: number
  /** The day from which this version holds. */
  readonly dated: IsoDate
  readonly find: (facts: Known) => readonly Found[]
}

/** Nothing found: one list for all, as nearly every rule finds nothing about nearly everybody. */
export const NOTHING: readonly Found[] = []

/** The day that the first version of every rule holds from. */
const FIRST_DATED: IsoDate = '2026-11-22'

type RuleParts = Omit<CheckRule, 'severity' | 'version' | 'dated'>

const first = (severity: Severity, parts: RuleParts): CheckRule => ({
  ...parts,
  severity,
  version: 1,
  dated: FIRST_DATED,
})

/** A rule that says something cannot be so. */
export const impossible = (parts: RuleParts): CheckRule => first('error', parts)

/** A rule that asks about something which is seldom right. */
export const unusual = (parts: RuleParts): CheckRule => first('warning', parts)

/** A rule that looks at each diagnosis by itself. */
export const ofEachEpisode =
  (find: (episode: CheckEpisode, facts: Known) => Omit<Found, 'table' | 'id'> | null) =>
  (facts: Known): readonly Found[] => {
    let found: Found[] | null = null
    for (const episode of facts.episodes) {
      const one = find(episode, facts)
      if (one !== null) (found ??= []).push({ table: 'cancer_episode', id: episode.id, ...one })
    }
    return found ?? NOTHING
  }

/** A rule that looks at the person's own fields. */
export const ofThePerson =
  (find: (person: CheckPerson, facts: Known) => Omit<Found, 'table' | 'id'> | null) =>
  (facts: Known): readonly Found[] => {
    const one = find(facts.person, facts)
    return one === null ? NOTHING : [{ table: 'person', id: facts.person.id, ...one }]
  }
