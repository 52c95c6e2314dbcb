import type { IsoDate, PartialDate } from '#shared/domain/partial-date.ts'
import type { QofEpisode } from '#shared/domain/qof-register.ts'
import type { Stay } from '#shared/domain/registration.ts'
import type { RouteToDiagnosis } from '#shared/domain/routes.ts'
import type { TumourGroup } from '#shared/domain/tumour-groups.ts'
import type { Practice } from '#shared/features/access/schema.ts'
import type { LetterBook, RuleEvent } from '#shared/features/journey/public.ts'
import type { ClockCode } from '#shared/features/pathways/schema.ts'
import type { PlanProgress } from '#shared/features/plan/public.ts'
import type { ListSource } from '#shared/features/reconcile/schema.ts'
import type { AgeGroup, EthnicGroup } from './demographics.ts'

/** One diagnosis as the measures see it. */
export interface SourceEpisode extends QofEpisode {
  readonly id: string
  readonly stage: string | null
  readonly route: RouteToDiagnosis
  /** The lead's choice for the practice's own register; null follows the QOF rule. */
  readonly onPracticeRegister: boolean | null
  /** At diagnosis; null or left out: not known. */
  readonly ageGroup?: AgeGroup | null
  /** The hospital that was referred to, as it was typed, else that of the diagnosis. */
  readonly referredTo?: string | null
  /** Days from first presentation to referral, and from there to diagnosis, where both days are known. */
  readonly toReferral?: number | null
  readonly toDiagnosis?: number | null
}

/** One clock of a pathway that stopped, as the measures see it. */
export interface SourceClock {
  readonly code: ClockCode
  readonly tumourGroup: TumourGroup
  readonly stop: PartialDate
  readonly result: 'within' | 'over' | 'either'
  /** The receipt is not in the record, so that it counts from another step. */
  readonly startAssumed: boolean
}

/** One learning event analysis as the measures see it; what was set aside is none. */
export interface SourceAnalysis {
  readonly episodeId: string | null
  readonly state: 'draft' | 'discussed' | 'closed'
  readonly meetingDate: IsoDate | null
  readonly themes: readonly string[]
  readonly avoidable: string | null
}

/** One person as the measures see them: no name, number, address or day of birth, only whether they are recorded. */
export interface SourcePerson {
  readonly leftOutOfSharing: boolean
  readonly deathDate: PartialDate | null
  /** With this practice. None recorded: taken to be registered. */
  readonly registrations?: readonly Stay[]
  readonly hasNhsNumber: boolean
  readonly hasBirthDate: boolean
  readonly hasSex: boolean
  readonly episodes: readonly SourceEpisode[]
  /** In journey order. */
  readonly events: readonly RuleEvent[]
  /** Events whose letter somebody said is not needed. */
  readonly lettersNotNeeded?: ReadonlySet<string>
  readonly analyses?: readonly SourceAnalysis[]
  readonly sex?: string
  readonly ethnicGroup?: EthnicGroup | null
  /** 1 to 5, 1 the most deprived. */
  readonly deprivationQuintile?: number | null
  /** A top-level place; null or left out: not recorded. */
  readonly deathPlace?: string | null
  readonly clocks?: readonly SourceClock[]
}

/** One compared list as the measures see it: counts of people who did not ask to be left out, and whose list it is. */
export interface SourceList {
  readonly source: ListSource
  readonly from: IsoDate
  readonly to: IsoDate
  readonly both: number
  readonly theirs_only: number
  readonly ours_only: number
  readonly other_date: number
  /** Theirs less ours, of the other dates whose day is known on both sides. */
  readonly days: readonly number[]
  readonly resolved: number
  readonly open: number
}

/** Everything a report is made from, read in one go so that all its figures speak of the same moment. */
export interface ReportSource {
  readonly practice: Practice
  readonly people: readonly SourcePerson[]
  /** The days that letters may take at this practice; the defaults where it is left out. */
  readonly letterBook?: LetterBook
  /** Lists that were compared with the register, those of the period. */
  readonly lists?: readonly SourceList[]
  /** The practice's action plan; left out where it has none. */
  readonly plan?: PlanProgress
}
