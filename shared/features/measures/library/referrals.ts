import { isoFromDayNumber } from '#shared/domain/calendar.ts'
import { allowanceFor, type ClockCode, standing } from '#shared/features/pathways/public.ts'
import type { ClockFacts, FactDate, PathwayFacts } from '../facts.ts'
import { UNDATED } from '../indicators/case.ts'
import { type LibraryMeasure, libraryMeasure, type Looked, type MeasureContext, PRACTICE } from './measure.ts'
import { MET, NOT_MET, type Observations, type Outcome, pathwayPlace, UNDECIDED } from './observations.ts'

const URGENT = 'urgent_suspected_cancer'
/** By when a referral should have come to something: the longest of the waiting-time clocks. */
export const OUTCOME_WITHIN_DAYS = 62

/** When a referral was sent; where the record has no sending, since when it has waited. */
const referredOn = ({ sent, startDate }: PathwayFacts): FactDate | null => sent ?? startDate

const ENDED_IN_CANCER: ReadonlySet<string> = new Set(['told_cancer', 'treated'])

/** Whether a referral ended in cancer; undecided while it is open. */
const conversionOf = ({ stage, state, episode }: PathwayFacts): Outcome => {
  if (episode >= 0 || ENDED_IN_CANCER.has(stage)) return MET
  return stage === 'told_no_cancer' || state === 'care_complete' ? NOT_MET : UNDECIDED
}

/** The days on which a referral came to something: told, treated or closed; `null` while it has not. */
const outcomeOn = ({ clocks, state, stage, stateDate }: PathwayFacts): { from: number; to: number } | null => {
  const told = clocks.find(({ code }) => code === 'told_28')
  if (told !== undefined) return told.stop
  return state === 'care_complete' || stage === 'told_no_cancer' || ENDED_IN_CANCER.has(stage) ? stateDate : null
}

const urgentReferrals =
  (observe: (pathway: PathwayFacts, place: number, looked: Looked, into: Observations) => void) =>
  (looked: Looked, into: Observations): void => {
    const { pathways } = looked.person
    for (let at = 0; at < pathways.length; at += 1) {
      const pathway = pathways[at]
      if (pathway?.askedFor === URGENT) observe(pathway, pathwayPlace(at), looked, into)
    }
  }

/** The fewest and the most days that the dates of a clock can mean, less what was taken off. */
const daysOf = ({ start, stop, daysTakenOff }: ClockFacts): { least: number; most: number } => ({
  least: Math.max(0, stop.from - start.to - daysTakenOff),
  most: Math.max(0, stop.to - start.from - daysTakenOff),
})

const stoppedClocks =
  (code: ClockCode, observe: (clock: ClockFacts, place: number, looked: Looked, into: Observations) => void) =>
  (looked: Looked, into: Observations): void => {
    const { pathways } = looked.person
    for (let at = 0; at < pathways.length; at += 1)
      for (const clock of pathways[at]?.clocks ?? [])
        if (clock.code === code && into.touches(clock.stop)) observe(clock, pathwayPlace(at), looked, into)
  }

const OUTCOME_OF = { within: MET, over: NOT_MET, either: UNDECIDED } as const

const addWithin = (clock: ClockFacts, place: number, { context }: Looked, into: Observations): void => {
  const allowed = allowanceFor(context.clockRules, clock.code, isoFromDayNumber(clock.start.from))
  if (allowed !== null) into.at(clock.stop, OUTCOME_OF[standing(daysOf(clock), allowed.days)], place)
}

const addDays = (clock: ClockFacts, place: number, _: Looked, into: Observations): void => {
  const { least, most } = daysOf(clock)
  const isExact = least === most && clock.start.precision === 'day' && !clock.startAssumed
  into.at(clock.stop, isExact ? MET : UNDECIDED, place, isExact ? least : 0)
}

const WAITS = [
  {
    clock: 'told_28',
    code: 'told-28',
    name: '28-day wait to be told',
    text: 'from the receipt of an urgent suspected cancer, breast symptom or screening referral to being told that it is cancer or is not, or to the decision to treat where that came first',
  },
  {
    clock: 'treated_31',
    code: 'treated-31',
    name: '31-day wait for treatment',
    text: 'from each decision to treat to its treatment, the first and those after it',
  },
  {
    clock: 'treated_62',
    code: 'treated-62',
    name: '62-day wait for first treatment',
    text: 'from the receipt of an urgent suspected cancer, breast symptom or screening referral, or from a consultant’s upgrade, to the first treatment',
  },
] as const satisfies readonly { clock: ClockCode; code: string; name: string; text: string }[]

const CLOCK_CAVEAT =
  'Practice-observed: the trust holds the official clock. Only waits that ended in the period are counted, not those still running. Where the receipt is not in the record the next step counts as day 0.'
const CLOCK_SOURCE = 'CWT guidance v12.1, July 2025, for England; the days and target of the practice’s nation'
const CLOCK_HELD = 'The hospital; here by the referrals and steps that the practice recorded'

const targetOf =
  (code: ClockCode) =>
  ({ clockRules, today }: MeasureContext) => {
    const allowed = allowanceFor(clockRules, code, today)
    return allowed === null || allowed.target === null
      ? null
      : { value: allowed.target / 100, source: clockRules.standards[code]?.source ?? allowed.version }
  }

const waits = WAITS.flatMap(({ clock, code, name, text }): LibraryMeasure[] => {
  const isCounted = ({ clockRules, today }: MeasureContext): boolean => allowanceFor(clockRules, clock, today) !== null
  return [
    libraryMeasure({
      code,
      topic: 'referral',
      kind: 'proportion',
      title: `${name}: within the standard`,
      definition: `Of waits ${text}, those within the days that the standard allows. The last day allowed is within.`,
      unit: '%',
      better: 'higher',
      heldBy: CLOCK_HELD,
      denominatorRule: 'Waits that ended in the period',
      caveat: CLOCK_CAVEAT,
      source: CLOCK_SOURCE,
      unverified: ['Outside England the days and the targets are from memory', 'That the last day is within'],
      target: targetOf(clock),
      isCounted,
      found: {
        numerator: 'Within the standard',
        notNumerator: 'Longer than the standard',
        undecided: 'A date is too vague to tell',
      },
      observe: stoppedClocks(clock, addWithin),
    }),
    libraryMeasure({
      code: `${code}-days`,
      topic: 'referral',
      kind: 'median',
      title: `${name}: days`,
      definition: `Days ${text}, less what was taken off the clock.`,
      unit: 'days',
      better: 'lower',
      heldBy: CLOCK_HELD,
      denominatorRule: 'Waits that ended in the period, of which both days and the receipt are known',
      caveat: CLOCK_CAVEAT,
      source: CLOCK_SOURCE,
      isCounted,
      found: {
        numerator: 'Both days known',
        notNumerator: '',
        undecided: 'A date is too vague, or the receipt is not recorded',
      },
      observe: stoppedClocks(clock, addDays),
    }),
  ]
})

const REFERRALS = 'Urgent suspected cancer referrals by the day they were sent'
const REFERRAL_CAVEAT =
  'Only referrals of people in this register: where nobody records referrals that ended without cancer, rates are too low and conversion is too high.'

export const REFERRAL_MEASURES: readonly LibraryMeasure[] = [
  libraryMeasure({
    code: 'urgent-referrals',
    topic: 'referral',
    kind: 'rate',
    title: 'Urgent suspected cancer referrals',
    definition: `${REFERRALS}.`,
    unit: 'per 100,000 a year',
    better: 'neither',
    heldBy: PRACTICE,
    caveat: `Not standardised for age. ${REFERRAL_CAVEAT}`,
    source: 'As the referral rate of the national urgent suspected cancer referral statistics (NDRS), crude',
    found: { numerator: 'Urgent referral', notNumerator: '', undecided: 'The date of the referral is too vague' },
    observe: urgentReferrals((pathway, place, _, into) => into.at(referredOn(pathway) ?? UNDATED, MET, place)),
  }),
  libraryMeasure({
    code: 'conversion',
    topic: 'referral',
    kind: 'proportion',
    title: 'Conversion: urgent referrals that ended in cancer',
    definition: `${REFERRALS}: of those that have ended, the ones in which cancer was found.`,
    unit: '%',
    better: 'neither',
    heldBy: 'The hospital; here as the practice recorded the outcome',
    denominatorRule: 'Urgent referrals sent in the period that ended in cancer, in no cancer, or as care complete',
    caveat: `Referrals still open are counted as undecided, so the last months still move. ${REFERRAL_CAVEAT}`,
    source: 'Conversion rate of the national urgent suspected cancer referral statistics (NDRS), by practice records',
    found: {
      numerator: 'Cancer was found',
      notNumerator: 'No cancer was found',
      undecided: 'Still open, or its date is too vague',
    },
    observe: urgentReferrals((pathway, place, _, into) =>
      into.at(referredOn(pathway) ?? UNDATED, conversionOf(pathway), place),
    ),
  }),
  ...waits,
  libraryMeasure({
    code: 'safety-net-outcome',
    topic: 'referral',
    kind: 'proportion',
    title: `Urgent referrals with an outcome in ${OUTCOME_WITHIN_DAYS} days`,
    definition: `Urgent suspected cancer referrals whose ${OUTCOME_WITHIN_DAYS}nd day after sending fell into the period: those that had come to something by then. The person was told, was treated, or a clinician signed the referral off as complete.`,
    unit: '%',
    better: 'higher',
    heldBy: PRACTICE,
    denominatorRule: `Urgent referrals whose ${OUTCOME_WITHIN_DAYS}nd day fell into the period`,
    caveat:
      'Says whether the practice knows of an outcome, not whether the hospital was in time. A referral closed on a day that was not recorded counts by its last step.',
    source: 'Throughline default: 62 days, the longest waiting-time standard; no national rule sets these days',
    found: {
      numerator: 'Has an outcome',
      notNumerator: 'No outcome in time',
      undecided: 'A date is too vague to tell',
    },
    observe: urgentReferrals((pathway, place, { context }, into) => {
      const referred = referredOn(pathway) ?? UNDATED
      const due = { from: referred.from + OUTCOME_WITHIN_DAYS, to: referred.to + OUTCOME_WITHIN_DAYS }
      if (due.from > context.todayNumber || !into.touches(due)) return
      const ended = outcomeOn(pathway)
      const isSure = ended !== null && ended.to <= due.from
      const isLate = due.to <= context.todayNumber && (ended === null || ended.from > due.to)
      into.at(due, isSure ? MET : isLate ? NOT_MET : UNDECIDED, place)
    }),
  }),
  libraryMeasure({
    code: 'safety-net-tasks',
    topic: 'referral',
    kind: 'proportion',
    title: 'Safety-net tasks done by their day',
    definition:
      'Tasks about a referral whose day fell into the period: those that were done by it. Tasks that were dropped with a reason are left out.',
    unit: '%',
    better: 'higher',
    heldBy: PRACTICE,
    denominatorRule: 'Tasks about a referral with a day in the period, without those dropped',
    caveat: 'A task that was done late counts as not done by its day.',
    source: 'Throughline',
    found: { numerator: 'Done by its day', notNumerator: 'Not done by its day', undecided: '' },
    observe: ({ person: { tasks }, context }, into) => {
      for (const { pathway, due, state, finished } of tasks) {
        if (state === 'dropped' || due > context.todayNumber) continue
        const isDone = state === 'done' && finished !== null && finished <= due
        into.at({ from: due, to: due }, isDone ? MET : NOT_MET, pathwayPlace(pathway))
      }
    },
  }),
]
