import { comparePartialDates, dateSpan, type DatePrecision, type IsoDate } from '#shared/domain/partial-date.ts'
import type { PathwayPlace, PathwayStage, Priority, SignOff, SignOffDecision } from './schema.ts'
import { furtherStage, hasBeenSeen, isHitch, stageOfStep, type Step, stepOf, stepRank } from './steps.ts'

/** What the rules look at of a journey event. */
export interface PathwayEvent {
  readonly id: string
  readonly eventType: string
  readonly date: IsoDate
  readonly precision: DatePrecision
}

/**
 * moves: the pathway is somewhere else afterwards. stays: it fits and changes nothing. jumps: it cannot follow, but the
 * pathway must not go on as if it had not happened, so it moves and is flagged. Left out: it cannot follow; it is kept
 * and flagged, and the pathway stays where it was.
 */
type Effect = 'moves' | 'stays' | 'jumps'
type Follows = Partial<Record<Step, Effect>>

const HITCHED: Follows = {
  rejected: 'moves',
  downgraded: 'moves',
  did_not_attend: 'moves',
  cancelled_by_hospital: 'moves',
  cancelled_by_patient: 'moves',
}
const TOLD: Follows = { told_cancer: 'moves', told_no_cancer: 'moves' }
const MISSED: Follows = { did_not_attend: 'moves', cancelled_by_hospital: 'moves', cancelled_by_patient: 'moves' }
const ANOTHER_TRY: Follows = { ...HITCHED, sent: 'moves', booked: 'moves', seen: 'moves', upgraded: 'stays' }
const AFTER_ALL: Follows = { did_not_attend: 'stays', cancelled_by_hospital: 'stays', cancelled_by_patient: 'stays' }

/**
 * Which step may follow where. A practice is not told of every step, so steps may be missing; none may go back. Nobody
 * is treated without having been seen. After a hitch a new try may be made; a person who had been seen by then may
 * also be told and treated.
 */
const MAY_FOLLOW: Readonly<Record<Exclude<PathwayPlace, 'care_complete'>, Follows>> = {
  new: {
    sent: 'moves',
    received: 'moves',
    upgraded: 'moves',
    booked: 'moves',
    seen: 'moves',
    ...TOLD,
    rejected: 'jumps',
    downgraded: 'jumps',
    did_not_attend: 'jumps',
    cancelled_by_hospital: 'jumps',
    cancelled_by_patient: 'jumps',
    treated: 'jumps',
  },
  sent: { ...HITCHED, ...TOLD, received: 'moves', booked: 'moves', seen: 'moves', upgraded: 'stays' },
  received: { ...HITCHED, ...TOLD, booked: 'moves', seen: 'moves', upgraded: 'stays' },
  booked: { ...HITCHED, ...TOLD, booked: 'moves', seen: 'moves', upgraded: 'stays' },
  seen: {
    ...MISSED,
    ...TOLD,
    downgraded: 'moves',
    seen: 'stays',
    booked: 'stays',
    upgraded: 'stays',
    treated: 'moves',
  },
  rejected: { sent: 'moves', received: 'moves', booked: 'moves', seen: 'moves', rejected: 'moves' },
  downgraded: { ...ANOTHER_TRY, ...TOLD, received: 'stays', upgraded: 'moves' },
  did_not_attend: ANOTHER_TRY,
  cancelled_by_hospital: ANOTHER_TRY,
  cancelled_by_patient: ANOTHER_TRY,
  told_cancer: { ...MISSED, told_cancer: 'stays', seen: 'stays', booked: 'stays', upgraded: 'stays', treated: 'moves' },
  told_no_cancer: {
    ...AFTER_ALL,
    told_no_cancer: 'stays',
    seen: 'stays',
    booked: 'stays',
    told_cancer: 'jumps',
    treated: 'jumps',
  },
  treated: { ...AFTER_ALL, treated: 'stays', told_cancer: 'stays', seen: 'stays', booked: 'stays' },
}

type OpenPlace = Exclude<PathwayPlace, 'care_complete'>

const effectOf = (place: OpenPlace, stage: PathwayStage, step: Step): Effect | undefined =>
  MAY_FOLLOW[place][step] ?? (isHitch(place) && hasBeenSeen(stage) ? MAY_FOLLOW[stage][step] : undefined)

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
  /** The events since the last referral: after "refer again" the clocks begin again. */
  readonly round: readonly E[]
  readonly trail: readonly TrailEntry<E>[]
}

/** Order of events on a pathway: by date as far as it is known, on one day as steps follow each other, then as logged. */
export const inPathwayOrder = <E extends PathwayEvent>(events: readonly E[]): E[] =>
  events.toSorted(
    (a, b) =>
      comparePartialDates(a, b) ||
      stepRank(stepOf(a.eventType)) - stepRank(stepOf(b.eventType)) ||
      (a.id < b.id ? -1 : a.id > b.id ? 1 : 0),
  )

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

  take(event: E): void {
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
  for (const event of inPathwayOrder(events)) fold.take(event)
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
