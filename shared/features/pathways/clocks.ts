import { dateSpan, daysBetween, type IsoDate, type PartialDate } from '#shared/domain/partial-date.ts'
import { allowanceFor, type ClockAllowance, type ClockRules } from './clock-rules.ts'
import type { TumourGroup } from '#shared/domain/tumour-groups.ts'
import type { Adjustment, ClockCode } from './schema.ts'
import { COUNTED_FROM_RECEIPT, type PathwayEvent, type PathwayState } from './state-machine.ts'
import { type Step, stepOf } from './steps.ts'

/** Whole days from the least to the most that the dates can mean; equal when both days are known. */
export interface DayRange {
  readonly least: number
  readonly most: number
}

/** Why a clock ended without the thing it waits for. */
export type ClockEnd = 'no_cancer' | 'downgraded' | 'treated' | 'closed' | 'died'

export interface PathwayClock<E extends PathwayEvent = PathwayEvent> {
  readonly code: ClockCode
  /** 1 for the first treatment, then 2 and on; always 1 for the clocks of the referral. */
  readonly ordinal: number
  readonly allowed: ClockAllowance
  readonly start: E
  /** The receipt is not in the record, so it counts from an earlier or later step and is no exact figure. */
  readonly startAssumed: boolean
  /** null: still running, or ended without it. */
  readonly stop: E | null
  readonly ended: ClockEnd | null
  readonly adjustments: readonly Adjustment[]
  readonly daysAdjusted: number
  /** From start to stop, or to today while it runs, less what was taken off. */
  readonly days: DayRange
  /** either: the dates are too vague to tell. null: it ended without the thing it waits for. */
  readonly result: 'within' | 'over' | 'either' | null
  /** Both days are known and the start is the receipt: only such figures may enter a median. */
  readonly exact: boolean
}

/** What the clocks of one pathway are worked out from. */
export interface ClockInput<E extends PathwayEvent> {
  readonly state: PathwayState<E>
  /** Where the cancer is suspected: one clock is for the breast only. */
  readonly tumourGroup: TumourGroup
  readonly adjustments: readonly Adjustment[]
  readonly rules: ClockRules
  readonly today: IsoDate
  readonly died?: PartialDate | null
}

const atLeastNothing = (days: number): number => Math.max(0, days)

/**
 * Calendar days from one date to another, day 0 being the first, less what was taken off and never under nothing. No
 * time of day comes into it, so a day on which the clocks change is a day like any other.
 */
export const dayRange = (from: PartialDate, to: PartialDate, daysAdjusted = 0): DayRange => {
  const start = dateSpan(from)
  const stop = dateSpan(to)
  return {
    least: atLeastNothing(daysBetween(start.to, stop.from) - daysAdjusted),
    most: atLeastNothing(daysBetween(start.from, stop.to) - daysAdjusted),
  }
}

/** How a range stands against what is allowed: the last allowed day is within. */
export const standing = ({ least, most }: DayRange, allowed: number): 'within' | 'over' | 'either' => {
  if (most <= allowed) return 'within'
  return least > allowed ? 'over' : 'either'
}

const canBeFrom = (event: PartialDate, start: PartialDate): boolean => dateSpan(event).to >= dateSpan(start).from

const firstStep = <E extends PathwayEvent>(events: readonly E[], steps: readonly Step[]): E | null =>
  events.find((event) => {
    const step = stepOf(event.eventType)
    return step !== null && steps.includes(step)
  }) ?? null

interface Start<E> {
  readonly event: E
  readonly assumed: boolean
}

/** Day 0: the receipt; where the record has none, the first step that it has, which is then said. */
const receiptOf = <E extends PathwayEvent>(round: readonly E[]): Start<E> | null => {
  const received = firstStep(round, ['received'])
  if (received !== null) return { event: received, assumed: false }
  const other = firstStep(round, ['sent', 'booked', 'seen'])
  return other === null ? null : { event: other, assumed: true }
}

/** Day 0 of the waiting, for age bands: the upgrade or the receipt. null: nothing has a date. */
export const waitingSince = <E extends PathwayEvent>(state: PathwayState<E>): E | null =>
  state.upgradedBy ?? receiptOf(state.round)?.event ?? state.trail[0]?.event ?? null

const endOf = <E extends PathwayEvent>(
  { state, died = null }: ClockInput<E>,
  code: ClockCode,
): { readonly why: ClockEnd; readonly at: PartialDate | null } | null => {
  if (code !== 'treated_31' && state.downgradedBy !== null) return { why: 'downgraded', at: state.downgradedBy }
  if (code !== 'told_28' && state.place === 'told_no_cancer') return { why: 'no_cancer', at: state.placeEvent }
  // Nobody is treated before they are told: the day is over, and not known.
  const treated = code === 'told_28' ? firstStep(state.round, ['treated']) : null
  if (treated !== null) return { why: 'treated', at: treated }
  if (state.place === 'care_complete') return { why: 'closed', at: state.placeEvent }
  return died === null ? null : { why: 'died', at: died }
}

interface Found<E> {
  readonly code: ClockCode
  readonly ordinal: number
  readonly start: Start<E>
  readonly stop: E | null
}

/** A downgrade takes a referral off its clocks, so what comes after it stops none. */
const stopOf = <E extends PathwayEvent>({ round, downgradedBy }: PathwayState<E>, { code, stop }: Found<E>): E | null =>
  stop !== null && code !== 'treated_31' && downgradedBy !== null && round.indexOf(downgradedBy) < round.indexOf(stop)
    ? null
    : stop

/**
 * What is taken off a clock. Days come off the clock that ran on their day: not off one that began later, after a new
 * referral, and off the first treatment, not off those after it.
 */
export const daysTakenOff = <A extends Pick<Adjustment, 'clock' | 'fallsOn'>>(
  adjustments: readonly A[],
  { code, ordinal, startDate }: { readonly code: ClockCode; readonly ordinal: number; readonly startDate: IsoDate },
): A[] =>
  ordinal === 1
    ? adjustments.filter(({ clock, fallsOn }) => clock === code && (fallsOn === null || fallsOn >= startDate))
    : []

const clockFrom = <E extends PathwayEvent>(input: ClockInput<E>, found: Found<E>): PathwayClock<E>[] => {
  const { code, ordinal, start } = found
  const stop = stopOf(input.state, found)
  const allowed = allowanceFor(input.rules, code, start.event.date)
  if (allowed === null) return []
  const adjustments = daysTakenOff(input.adjustments, { code, ordinal, startDate: start.event.date })
  const daysAdjusted = adjustments.reduce((sum, { days }) => sum + days, 0)
  const end = stop === null ? endOf(input, code) : null
  const until = stop ?? end?.at ?? { date: input.today, precision: 'day' as const }
  const days = dayRange(start.event, until, daysAdjusted)
  return [
    {
      code,
      ordinal,
      allowed,
      start: start.event,
      startAssumed: start.assumed,
      stop,
      ended: end?.why ?? null,
      adjustments,
      daysAdjusted,
      days,
      result: end === null ? standing(days, allowed.days) : null,
      exact: days.least === days.most && start.event.precision === 'day' && !start.assumed && end === null,
    },
  ]
}

/** Each decision to treat with the first treatment after it and before the next decision. */
const treatmentsOf = <E extends PathwayEvent>(events: readonly E[]): { start: E; stop: E | null }[] => {
  const decisions = events.filter((event) => event.eventType === 'decision_to_treat')
  const treatments = events.filter((event) => stepOf(event.eventType) === 'treated')
  const used = new Set<string>()
  return decisions.map((start, at) => {
    const next = decisions[at + 1]
    const stop =
      treatments.find(
        (event) => !used.has(event.id) && canBeFrom(event, start) && (next === undefined || event.date < next.date),
      ) ?? null
    if (stop !== null) used.add(stop.id)
    return { start, stop }
  })
}

/**
 * The clocks of one pathway as the practice can see them; the trust holds the official ones.
 * 14 days, breast only: receipt to being seen, or to whatever shows that they were. 28 days: receipt to being told, or to
 * the decision to treat where that came first. 31 days: each decision to treat to
 * its treatment. 62 days: receipt or consultant upgrade to the first treatment. A clock whose start is not in the
 * record is left out.
 */
export const pathwayClocks = <E extends PathwayEvent>(input: ClockInput<E>): PathwayClock<E>[] => {
  const { state } = input
  const events = state.round
  const counted = COUNTED_FROM_RECEIPT.has(state.priority)
  const receipt = counted ? receiptOf(events) : null
  const upgrade = state.upgradedBy === null ? null : { event: state.upgradedBy, assumed: false }
  const stopFor = (start: PathwayEvent, isStop: (event: E) => boolean): E | null =>
    events.find((event) => isStop(event) && canBeFrom(event, start)) ?? null
  const isTold = ({ eventType }: E): boolean =>
    ['told_cancer', 'told_no_cancer'].includes(stepOf(eventType) ?? '') || eventType === 'decision_to_treat'
  const isTreated = ({ eventType }: E): boolean => stepOf(eventType) === 'treated'
  const isSeen = (event: E): boolean => stepOf(event.eventType) === 'seen' || isTold(event) || isTreated(event)
  const seen: Found<E>[] =
    receipt === null || input.tumourGroup !== 'breast' || state.priority === 'screening'
      ? []
      : [{ code: 'seen_14', ordinal: 1, start: receipt, stop: stopFor(receipt.event, isSeen) }]
  const told: Found<E>[] =
    receipt === null ? [] : [{ code: 'told_28', ordinal: 1, start: receipt, stop: stopFor(receipt.event, isTold) }]
  const from = upgrade ?? receipt
  const treated: Found<E>[] =
    from === null ? [] : [{ code: 'treated_62', ordinal: 1, start: from, stop: stopFor(from.event, isTreated) }]
  const decided = treatmentsOf(events).map(({ start, stop }, at): Found<E> => ({
    code: 'treated_31',
    ordinal: at + 1,
    start: { event: start, assumed: false },
    stop,
  }))
  return [...seen, ...told, ...decided, ...treated].flatMap((found) => clockFrom(input, found))
}

/**
 * The clocks that a pathway is judged by, in the order they do so. A nation without one judges by the next, from the
 * same day.
 */
export const LEADING_CLOCKS = ['seen_14', 'told_28', 'treated_62'] as const satisfies readonly ClockCode[]

/** True while it waits for its stop. */
export const isRunning = ({ stop, ended }: PathwayClock): boolean => stop === null && ended === null

/** The days of a clock that may enter a median: stopped, both days known. */
export const medianDays = (clock: PathwayClock): number | null =>
  clock.exact && clock.stop !== null ? clock.days.least : null
