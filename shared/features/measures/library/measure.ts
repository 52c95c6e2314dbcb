import type { IsoDate } from '#shared/domain/partial-date.ts'
import type { LetterBook } from '#shared/features/journey/public.ts'
import type { ClockRules } from '#shared/features/pathways/public.ts'
import type { EventColumns, PersonFacts } from '../facts.ts'
import type { Observations } from './observations.ts'
import type { Runs } from './register-runs.ts'
import type { MeasureDefinition } from './schema.ts'

/** What measures rest on beside the facts. */
export interface MeasureContext {
  /** What should have happened after this day is not looked at yet. */
  readonly today: IsoDate
  readonly todayNumber: number
  readonly clockRules: ClockRules
  readonly letterBook: LetterBook
  /** How many people are on the list; `null` when it is not recorded. */
  readonly listSize: number | null
}

/** One person as measures look at them. */
export interface Looked {
  readonly person: PersonFacts
  readonly events: EventColumns
  readonly context: MeasureContext
  /** On the cancer register by the QOF rule, month end by month end. */
  readonly onRegister: Runs
  /** Alive, registered and with any diagnosis ever. */
  readonly everDiagnosed: Runs
}

/** What was found of somebody, by how they are counted. */
export interface Found {
  readonly numerator: string
  readonly notNumerator: string
  readonly undecided: string
}

/**
 * One measure of the library: its words, and a function that goes over one person's facts and adds what it observes.
 * Nothing else has to be told of a new one.
 */
export interface LibraryMeasure {
  readonly definition: Omit<MeasureDefinition, 'target' | 'outOf'>
  readonly outOf: MeasureDefinition['outOf']
  /** A state, observed at the end of each month: the figure of a period is that of its last month. */
  readonly atMonthEnd: boolean
  /** Another measure of the library without which this one cannot be read. */
  readonly beside: { readonly label: string; readonly code: string } | null
  /** The target that the rule itself sets. */
  readonly target: (context: MeasureContext) => { readonly value: number; readonly source: string } | null
  /** Whether it is counted here at all: nations count different clocks. */
  readonly isCounted: (context: MeasureContext) => boolean
  readonly found: Found
  readonly observe: (looked: Looked, into: Observations) => void
}

type Words = Omit<
  MeasureDefinition,
  'target' | 'outOf' | 'version' | 'unverified' | 'intervalMethod' | 'denominatorRule'
> &
  Partial<Pick<MeasureDefinition, 'version' | 'unverified' | 'intervalMethod' | 'denominatorRule'>>

type Wanted = Words &
  Pick<LibraryMeasure, 'observe' | 'found'> &
  Partial<Pick<LibraryMeasure, 'outOf' | 'atMonthEnd' | 'beside' | 'target' | 'isCounted'>>

const INTERVALS: Readonly<Record<MeasureDefinition['kind'], string>> = {
  proportion: 'Wilson score interval, 95%',
  rate: 'Exact Poisson limits below 10 events, Byar’s method from 10 up, 95%',
  median: 'None: the two values are the quartiles (type 7), between which half of the people lie',
  count: 'None: it is a count',
}

const DENOMINATORS: Readonly<Record<MeasureDefinition['kind'], string>> = {
  proportion: 'Everybody the definition asks about and of whom an answer can be given',
  rate: 'Person-years: the list size recorded for the practice, times the months of the period over 12. One list size is used for every month',
  median: 'Those whose two days are both known',
  count: 'None',
}

/** The practice itself. */
export const PRACTICE = 'The practice, in this register'
/** The hospital, as far as the practice has written it down. */
export const PRACTICE_FROM_HOSPITAL = 'The hospital; here as the practice recorded it'

/** A measure of the library, with what its kind has as a rule. */
export const libraryMeasure = ({
  observe,
  found,
  outOf,
  atMonthEnd = false,
  beside = null,
  target = () => null,
  isCounted = () => true,
  ...words
}: Wanted): LibraryMeasure => ({
  definition: {
    version: '1',
    unverified: [],
    intervalMethod: INTERVALS[words.kind],
    denominatorRule: DENOMINATORS[words.kind],
    ...words,
  },
  outOf: outOf ?? (words.kind === 'rate' ? 'person-years' : words.kind === 'count' ? 'nothing' : 'observed'),
  atMonthEnd,
  beside,
  target,
  isCounted,
  found,
  observe,
})
