import type { PathwayPlace, PathwayStage } from './schema.ts'
import { hasBeenSeen, isHitch, type Step } from './steps.ts'

/**
 * moves: the pathway is somewhere else afterwards. stays: it fits and changes nothing. jumps: it cannot follow, but the
 * pathway must not go on as if it had not happened, so it moves and is flagged. Left out: it cannot follow; it is kept
 * and flagged, and the pathway stays where it was.
 */
export type Effect = 'moves' | 'stays' | 'jumps'
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

/** Where a pathway is that no clinician has closed. */
export type OpenPlace = Exclude<PathwayPlace, 'care_complete'>

/** What a step does where the pathway is, having come as far as this stage. */
export const effectOf = (place: OpenPlace, stage: PathwayStage, step: Step): Effect | undefined =>
  MAY_FOLLOW[place][step] ?? (isHitch(place) && hasBeenSeen(stage) ? MAY_FOLLOW[stage][step] : undefined)
