import { dateSpan, type DatePrecision, type IsoDate } from '#shared/domain/partial-date.ts'
import { dayNumber } from '#shared/domain/calendar.ts'
import type { RouteToDiagnosis } from '#shared/domain/routes.ts'
import type { StageGroup } from '#shared/domain/stage.ts'
import type { TumourGroup } from '#shared/domain/tumour-groups.ts'
import { EVENT_TYPES, type EventTypeCode } from '#shared/features/journey/public.ts'
import type { ClockCode } from '#shared/features/pathways/public.ts'

/**
 * What every measure is worked out from: the whole register, read once. Days are numbers from 1 January 1970, so that
 * counting compares integers and makes nothing. Nobody is left out here, neither the dead nor those who have left:
 * each definition decides whom it counts.
 */
export interface Facts {
  readonly people: readonly PersonFacts[]
  readonly events: EventColumns
}

/** The days that a date may mean, both included. A date known to the day begins and ends on it. */
export interface Span {
  from: number
  to: number
}

/** A span as it was recorded. */
export interface FactDate extends Readonly<Span> {
  readonly precision: DatePrecision
}

export interface RegistrationFacts {
  /** `null`: since nobody knows when. */
  readonly from: FactDate | null
  /** The last day. `null`: still registered. */
  readonly to: FactDate | null
}

export interface EpisodeFacts {
  readonly id: string
  readonly kind: 'new_primary' | 'recurrence' | 'metastatic' | 'transformation' | 'progression'
  readonly tumourGroup: TumourGroup
  readonly site: string | null
  readonly icd10Code: string | null
  readonly diagnosed: FactDate | null
  readonly stage: string | null
  /** The stage as a group; `null` where none is recorded or what is recorded is none. */
  readonly stageGroup: StageGroup | null
  readonly route: RouteToDiagnosis
  readonly behaviour: string | null
  /** A sort of disease that the QOF register counts, whenever it was diagnosed. */
  readonly isCountedSort: boolean
  /** A skin cancer other than melanoma. */
  readonly isOtherSkin: boolean
  /** The lead's choice for the practice's own register; null follows the QOF rule. */
  readonly onPracticeRegister: boolean | null
  readonly nurseSpecialistTold: string | null
  readonly hasNamedNurseSpecialist: boolean
}

export interface PathwayFacts {
  readonly id: string
  /** The place among the person's diagnoses, or -1. */
  readonly episode: number
  readonly tumourGroup: string
  readonly priority: string
  readonly state: string
  readonly stateDate: FactDate | null
  /** The clock that it is judged by, and its day 0. */
  readonly clock: string | null
  readonly startDate: FactDate | null
  /** How far it has come. */
  readonly stage: string
  /** How fast it was asked for, whatever it became. */
  readonly askedFor: string
  /** When the referral was first sent. */
  readonly sent: FactDate | null
  /** Its clocks that stopped. */
  readonly clocks: readonly ClockFacts[]
}

/** A clock that stopped at what it waits for. */
export interface ClockFacts {
  readonly code: ClockCode
  readonly start: FactDate
  /** The receipt is not in the record, so it counts from another step and is no exact figure. */
  readonly startAssumed: boolean
  readonly stop: FactDate
  readonly daysTakenOff: number
}

/** A task of the safety net: one about a referral, with a day by which it was to be done. */
export interface TaskFacts {
  readonly pathway: number
  readonly due: number
  readonly state: 'open' | 'done' | 'dropped'
  readonly finished: number | null
}

export interface PersonFacts {
  readonly id: string
  readonly hasNhsNumber: boolean
  readonly sex: '1' | '2' | '9' | 'X'
  readonly birthDate: IsoDate | null
  readonly ethnicity: string | null
  /** 1 to 5, 1 the most deprived. */
  readonly deprivationQuintile: number | null
  /** From the record, or else the first death in the journey. */
  readonly died: FactDate | null
  readonly deathPlace: string | null
  readonly leftOutOfSharing: boolean
  /** With this practice only. None recorded: taken to be registered. */
  readonly registrations: readonly RegistrationFacts[]
  /** In the order in which they were recorded. */
  readonly episodes: readonly EpisodeFacts[]
  readonly pathways: readonly PathwayFacts[]
  readonly tasks: readonly TaskFacts[]
  /** The person's rows of the event columns: from this one up to, and without, {@link eventsEnd}. In journey order. */
  readonly eventsFrom: number
  readonly eventsEnd: number
}

/** Everything that happened to anybody, a column for each thing that is known of it. */
export interface EventColumns {
  /** By {@link eventTypeNumber}. */
  readonly type: Uint8Array
  /** The first day that the date may mean. */
  readonly day: Int32Array
  /** 0 for a day, 1 for a month, 2 for a year. */
  readonly vagueness: Uint8Array
  /** The place among the person's diagnoses, or -1. */
  readonly episode: Int8Array
  /** 1: held with a structured template that is named. */
  readonly withTemplate: Uint8Array
  /** A number of {@link LETTER_STATES}: of the letter that it brings, or of a letter itself. */
  readonly letter: Uint8Array
  /** Days from what happened to its letter, where the letter came and both days are known. */
  readonly letterDays: Int16Array
}

/**
 * What is known of a letter, as numbers in a column. none: it did not come; of a letter, it is about nothing logged.
 * came: both days are known. came-undated: one of the two is not, or the letter is the older.
 */
export const LETTER_STATES = ['none', 'came', 'came-undated', 'not-needed'] as const

const TYPE_NUMBERS = new Map<string, number>(EVENT_TYPES.map(({ code }, number) => [code, number]))

/** The number of an event type in the columns, while this program runs. A type that it does not know is `other`. */
export const eventTypeNumber = (code: string): number =>
  TYPE_NUMBERS.get(code) ?? TYPE_NUMBERS.get('other' satisfies EventTypeCode) ?? 0

export const VAGUENESS: readonly DatePrecision[] = ['day', 'month', 'year']

/** The span of a recorded date; `null` where none is recorded. */
export const factDate = (date: IsoDate | null, precision: DatePrecision | null): FactDate | null => {
  if (date === null || precision === null) return null
  const from = dayNumber(date)
  if (precision === 'day') return { from, to: from, precision }
  return { from, to: dayNumber(dateSpan({ date, precision }).to), precision }
}
