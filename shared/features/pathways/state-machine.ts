import { comparePartialDates, dateSpan, type DatePrecision, type IsoDate } from '#shared/domain/partial-date.ts'
import { type Effect, effectOf, type OpenPlace } from './may-follow.ts'
import type { PathwayPlace, PathwayStage, Priority, SignOff, SignOffDecision } from './schema.ts'
import { furtherStage, isHitch, stageOfStep, type Step, stepOf, stepRank } from './steps.ts'

/** What the rules look at of a journey event. */
export interface PathwayEvent {
  readonly id: string
  readonly eventType: string
  readonly date: IsoDate
  readonly precision: DatePrecision
}

/** One event as the fold met it. Every event of the pathway is in the trail, once. */
export interface TrailEntry<E extends PathwayEvent = PathwayEvent> {
  readonly event: E
  readonly step: Step | null
  /** It cannot follow what was there before, or it came after the pathway was closed. */
  readonly outOfOrder: { readonly after: PathwayPlace } | null
}

export interface PathwayState<E extends PathwayEvent = PathwayEvent> {
  readonly place: PathwayPlace
  readonly stage: PathwayStage
  /** What put it there; null while nothing has. */
  readonly placeEvent: E | null
  /** The decision about that event, if a clinician made one. */
  readonly signOff: SignOff | null
  /** What went wrong and no clinician has signed off, oldest first: a later step does not sign it off. */
  readonly unsigned: readonly E[]
  /** What the next sign-off is about: the latest of those, else where the pathway stands. */
  readonly judged: E | null
  /** Something is unsigned. A pathway that has come to its end waits for nobody. */
  readonly needsSignOff: boolean
  /** Somebody still has to see to it: not treated, not ruled out, not signed off as complete. */
  readonly open: boolean
  readonly priority: Priority
  /** Since when the urgent clocks do not count: a downgrade that no upgrade followed. */
  readonly downgradedBy: E | null
  /** The upgrade that the 62-day clock counts from. */
  readonly upgradedBy: E | null
  /** The events since the last referral, in order: after "refer again" the clocks begin again. */
  readonly round: readonly E[]
  readonly trail: readonly TrailEntry<E>[]
}

/** The id of an event that is asked about before it is logged: it sorts after all that are. */
export const NOT_LOGGED_YET = '~'

const asLogged = (a: PathwayEvent, b: PathwayEvent): number => (a.id < b.id ? -1 : a.id > b.id ? 1 : 0)

/** Events of one day as steps usually follow each other, then as logged. */
const asUsual = (a: PathwayEvent, b: PathwayEvent): number =>
  stepRank(stepOf(a.eventType)) - stepRank(stepOf(b.eventType)) || asLogged(a, b)

/** By date as far as it is known; those that no date tells apart are together. */
const byDay = <E extends PathwayEvent>(events: readonly E[]): E[][] => {
  const days: E[][] = []
  for (const event of events.toSorted(comparePartialDates)) {
    const day = days.at(-1)
    if (day?.[0] === undefined || comparePartialDates(day[0], event) !== 0) days.push([event])
    else day.push(event)
  }
  return days
}

/** True when either date is so vague that the two could have happened in the other order. */
const couldBeOtherWay = (a: PathwayEvent, b: PathwayEvent): boolean =>
  (a.precision !== 'day' || b.precision !== 'day') &&
  dateSpan(a).from <= dateSpan(b).to &&
  dateSpan(b).from <= dateSpan(a).to

/** The priorities whose clocks start when the referral is received. */
export const COUNTED_FROM_RECEIPT: ReadonlySet<Priority> = new Set([
  'urgent_suspected_cancer',
  'breast_symptomatic',
  'screening',
])

class Fold<E extends PathwayEvent> {
  place: OpenPlace = 'new'
  stage: PathwayStage = 'new'
  placeEvent: E | null = null
  closed = false
  downgradedBy: E | null = null
  upgradedBy: E | null = null
  /** A downgrade took it off the clocks that count from receipt; only an upgrade starts one again. */
  leftReceipt = false
  round: E[] = []
  unsigned: E[] = []
  readonly trail: TrailEntry<E>[] = []
  private readonly signOffs: ReadonlyMap<string, SignOff>

  constructor(signOffs: ReadonlyMap<string, SignOff>) {
    this.signOffs = signOffs
  }

  /**
   * The events of one day. After something went wrong the next try is often made on the same day, so then they count as
   * they were logged, unless that leaves more of them out of order than the usual order does.
   */
  takeDay(events: readonly E[]): void {
    const usual = events.toSorted(asUsual)
    const logged = events.toSorted(asLogged)
    const wentWrong = events.some(({ eventType }) => isHitch(stepOf(eventType) ?? ''))
    const better = wentWrong && this.flaggedIn(logged) <= this.flaggedIn(usual) ? logged : usual
    for (const event of better) this.take(event)
  }

  private flaggedIn(events: readonly E[]): number {
    const trial = new Fold<E>(this.signOffs)
    Object.assign(trial, this, { round: [], unsigned: [], trail: [] })
    for (const event of events) trial.take(event)
    return trial.trail.filter(({ outOfOrder }) => outOfOrder !== null).length
  }

  private take(event: E): void {
    const step = stepOf(event.eventType)
    const effect = step === null ? 'stays' : this.effect(event, step)
    const moves = effect === 'moves' || effect === 'jumps'
    const flagged = effect === undefined || effect === 'jumps' || (moves && this.closed)
    const after = this.closed ? 'care_complete' : this.place
    this.trail.push({ event, step, outOfOrder: flagged ? { after } : null })
    if (step === 'sent' && moves) this.startAgain()
    this.round.push(event)
    if (step !== null && effect !== undefined) this.noteUrgency(event, step)
    if (step === null || !moves) return
    if (isHitch(step)) this.place = step
    else {
      this.stage = furtherStage(this.stage, stageOfStep(step))
      this.place = this.stage
    }
    this.placeEvent = event
    this.noteSignOff(event, step)
  }

  private effect(event: E, step: Step): Effect | undefined {
    const effect = effectOf(this.place, this.stage, step)
    if (effect === 'moves' || effect === 'stays' || this.placeEvent === null) return effect
    if (!couldBeOtherWay(event, this.placeEvent)) return effect
    if (isHitch(step)) return 'moves'
    return furtherStage(this.stage, stageOfStep(step)) === this.stage ? 'stays' : 'moves'
  }

  /** "Care complete" is said of the whole pathway, so it answers for what went wrong before it too. */
  private noteSignOff(event: E, step: Step): void {
    const signOff = this.signOffs.get(event.id)
    this.closed = signOff?.decision === 'care_complete'
    if (this.closed) this.unsigned = []
    else if (isHitch(step) && signOff === undefined) this.unsigned.push(event)
  }

  private startAgain(): void {
    this.stage = 'new'
    this.leftReceipt = false
    this.downgradedBy = null
    this.upgradedBy = null
    this.round = []
  }

  private noteUrgency(event: E, step: Step): void {
    if (step === 'downgraded') {
      this.leftReceipt = true
      this.downgradedBy = event
      this.upgradedBy = null
    }
    if (step === 'upgraded') {
      this.upgradedBy ??= event
      this.downgradedBy = null
    }
  }
}

/** What the fold needs of a pathway beside its events. */
export interface PathwayFacts {
  readonly priority: Priority
  readonly signOffs: readonly SignOff[]
}

/**
 * Where a pathway stands, from its own events and sign-offs and nothing else: another pathway of the same person
 * cannot change it. The events may come in any order.
 */
export const pathwayState = <E extends PathwayEvent>(facts: PathwayFacts, events: readonly E[]): PathwayState<E> => {
  const signOffs = new Map(facts.signOffs.map((signOff) => [signOff.eventId, signOff]))
  const fold = new Fold<E>(signOffs)
  for (const day of byDay(events)) fold.takeDay(day)
  const { place, stage, placeEvent, closed, downgradedBy, leftReceipt, round, unsigned, trail } = fold
  const open = !closed && place !== 'treated' && place !== 'told_no_cancer'
  const signOff = placeEvent === null ? null : (signOffs.get(placeEvent.id) ?? null)
  const upgradedBy = COUNTED_FROM_RECEIPT.has(facts.priority) && !leftReceipt ? null : fold.upgradedBy
  return {
    place: closed ? 'care_complete' : place,
    stage,
    placeEvent,
    signOff,
    unsigned,
    judged: unsigned.at(-1) ?? placeEvent,
    needsSignOff: open && unsigned.length > 0,
    open,
    priority: upgradedBy === null ? facts.priority : 'consultant_upgrade',
    downgradedBy,
    upgradedBy,
    round,
    trail,
  }
}

/**
 * The decisions that a sign-off of this event may make. Booking or referring again answers what went wrong; only where
 * the pathway stands now can be called complete.
 */
export const decisionsFor = (
  { placeEvent }: Pick<PathwayState, 'placeEvent'>,
  event: PathwayEvent,
): SignOffDecision[] => [
  ...(event.id === placeEvent?.id ? (['care_complete'] as const) : []),
  ...(isHitch(stepOf(event.eventType) ?? '') ? (['book_again', 'refer_again'] as const) : []),
  'keep_open',
]

/** Where a step would leave the pathway, and whether it may follow: for asking before it is logged. */
export const mayFollow = (state: PathwayState, event: PathwayEvent, facts: PathwayFacts): boolean => {
  const others = state.trail.map((entry) => entry.event).filter(({ id }) => id !== event.id)
  const entry = pathwayState(facts, [...others, event]).trail.find((one) => one.event === event)
  return entry?.outOfOrder === null
}

/** The steps that fit now, in their usual order. */
export const nextSteps = (state: Pick<PathwayState, 'place' | 'stage'>): Step[] => {
  const place = state.place === 'care_complete' ? state.stage : state.place
  const order: readonly Step[] = [
    'sent',
    'received',
    'booked',
    'seen',
    'told_no_cancer',
    'told_cancer',
    'treated',
    'did_not_attend',
    'cancelled_by_hospital',
    'cancelled_by_patient',
    'rejected',
    'downgraded',
    'upgraded',
  ]
  return order.filter((step) => {
    const effect = effectOf(place, state.stage, step)
    return effect === 'moves' || effect === 'stays'
  })
}

export type { Step }
