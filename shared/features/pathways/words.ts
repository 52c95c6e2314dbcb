import { formatPartialDate, type PartialDate } from '#shared/domain/partial-date.ts'
import { type TumourGroup, tumourGroupLabel } from '#shared/domain/tumour-groups.ts'
import type { ClockEnd, DayRange, PathwayClock } from './clocks.ts'
import { isRunning, LEADING_CLOCKS } from './clocks.ts'
import type { MilestoneCode } from './intervals.ts'
import {
  ADJUSTMENT_REASONS,
  type AdjustmentReason,
  type ClockCode,
  PRIORITIES,
  type PathwayPlace,
  type Priority,
  SIGN_OFF_DECISIONS,
  type SignOffDecision,
} from './schema.ts'
import type { PathwayState } from './state-machine.ts'
import { isHitch, type Step, stepOf } from './steps.ts'

const SHORT_GROUPS: Readonly<Partial<Record<TumourGroup, string>>> = {
  lower_gi: 'Bowel',
  upper_gi: 'Stomach and gullet',
  hepatobiliary: 'Liver and pancreas',
  skin_melanoma: 'Skin',
  skin_other: 'Skin',
  thyroid_endocrine: 'Thyroid',
  brain_nervous: 'Brain',
  other_blood: 'Blood',
  sarcoma: 'Bone and soft tissue',
  not_known: 'Site not known',
}

/** What a pathway is called: where the cancer is suspected, in one or two plain words. */
export const pathwayName = (group: TumourGroup): string => SHORT_GROUPS[group] ?? tumourGroupLabel(group)

export const priorityLabel = (priority: Priority): string =>
  PRIORITIES.find(({ code }) => code === priority)?.label ?? priority

const shortPriority = (priority: Priority): string =>
  PRIORITIES.find(({ code }) => code === priority)?.short ?? priority

const PLACE_WORDS: Readonly<Record<PathwayPlace, string>> = {
  new: 'Nothing logged yet',
  sent: 'Sent',
  received: 'Received',
  booked: 'Booked',
  seen: 'Seen',
  rejected: 'Rejected',
  did_not_attend: 'Did not attend',
  cancelled_by_hospital: 'Cancelled by the hospital',
  cancelled_by_patient: 'Cancelled by the patient',
  downgraded: 'Downgraded',
  told_cancer: 'Told cancer',
  told_no_cancer: 'Told no cancer',
  treated: 'Treated',
  care_complete: 'Care complete',
}

export const placeWords = (place: PathwayPlace): string => PLACE_WORDS[place]

const STEP_WORDS: Readonly<Record<Step, string>> = {
  sent: 'Referral sent',
  received: 'Referral received',
  upgraded: 'Upgraded by a consultant',
  booked: 'Appointment booked',
  seen: 'Seen',
  rejected: 'Rejected',
  downgraded: 'Downgraded',
  did_not_attend: 'Did not attend',
  cancelled_by_hospital: 'Cancelled by the hospital',
  cancelled_by_patient: 'Cancelled by the patient',
  told_no_cancer: 'Told no cancer',
  told_cancer: 'Told it is cancer',
  treated: 'Treatment',
}

/** Why an event is flagged, and what to do about it. */
export const outOfOrderWords = (step: Step | null, after: PathwayPlace): string => {
  const what = step === null ? 'This event' : `“${STEP_WORDS[step]}”`
  if (after === 'care_complete')
    return `${what} came after this pathway was closed, so it is open again. Look at it once more.`
  if (after === 'new') return `${what} is the first event of this pathway. Log the referral that came before it.`
  return `${what} cannot come after “${PLACE_WORDS[after].toLowerCase()}”. Check its date, and whether it belongs to another pathway.`
}

const DECISION_WORDS: Readonly<Record<SignOffDecision, string>> = {
  care_complete: 'care complete',
  book_again: 'to be booked again',
  refer_again: 'to be referred again',
  keep_open: 'being seen to',
}

/** A decision after what it was made about: `to be booked again`. */
export const decisionWords = (decision: SignOffDecision): string => DECISION_WORDS[decision]

export const decisionLabel = (decision: SignOffDecision): string =>
  SIGN_OFF_DECISIONS.find(({ code }) => code === decision)?.label ?? decision

export const adjustmentLabel = (reason: AdjustmentReason): string =>
  ADJUSTMENT_REASONS.find(({ code }) => code === reason)?.label ?? reason

const CLOCK_VERBS: Readonly<Record<ClockCode, string>> = {
  seen_14: 'Seen',
  told_28: 'Told',
  treated_31: 'Treated',
  treated_62: 'Treated',
}

/** The name of a clock with the days it allows, which a practice may have changed: `Told within 28 days`. */
export const clockName = (code: ClockCode, days: number): string =>
  `${CLOCK_VERBS[code]} within ${days === 1 ? '1 day' : `${days} days`}`

const END_WORDS: Readonly<Record<ClockEnd, string>> = {
  no_cancer: 'Cancer was ruled out',
  downgraded: 'Left the urgent pathway: downgraded',
  treated: 'Treated, and the day they were told is not recorded',
  closed: 'Closed by a clinician',
  died: 'Ended by death',
}

export const clockEndWords = (end: ClockEnd): string => END_WORDS[end]

/** `23`, or `18 to 45` where a date is vague. */
export const rangeWords = ({ least, most }: DayRange): string =>
  least === most ? String(least) : `${least} to ${most}`

/** `23 days`, `1 day`, `18 to 45 days`. */
export const daysWords = (range: DayRange): string =>
  `${rangeWords(range)} ${range.least === 1 && range.most === 1 ? 'day' : 'days'}`

const MILESTONES: Readonly<Record<MilestoneCode, string>> = {
  first_symptom: 'First symptom',
  first_presentation: 'First seen here',
  referral: 'Referral sent',
  diagnosis: 'Diagnosis',
  treatment: 'First treatment',
}

export const milestoneWords = (code: MilestoneCode): string => MILESTONES[code]

/** How far past its days a clock certainly is: `3 days past 28`; null while it may be within them. */
export const pastWords = ({ least, most }: DayRange, allowed: number): string | null =>
  least > allowed ? `${daysWords({ least: least - allowed, most: most - allowed })} past ${allowed}` : null

/** `day 13 of 28`, `day 31, 3 days past 28`. */
export const dayOfWords = (days: DayRange, allowed: number): string => {
  const past = pastWords(days, allowed)
  return past === null ? `day ${rangeWords(days)} of ${allowed}` : `day ${rangeWords(days)}, ${past}`
}

/** The clock that a pathway is judged by now: to be seen, then to be told, then to be treated. */
export const leadingClock = <C extends PathwayClock>(clocks: readonly C[]): C | null =>
  LEADING_CLOCKS.flatMap((code) => clocks.find((clock) => clock.code === code && isRunning(clock)) ?? []).at(0) ?? null

const FINISHED = new Set(['treatment_ended', 'treatment_summary'])

const treatedWords = (state: PathwayState): string => {
  const finished = state.trail.some(({ event }) => FINISHED.has(event.eventType))
  const monitored = state.placeEvent?.eventType === 'active_monitoring'
  return finished ? 'treatment finished' : monitored ? 'active monitoring' : 'in treatment'
}

const standsWords = (state: PathwayState, clocks: readonly PathwayClock[]): string => {
  if (state.place === 'treated') return treatedWords(state)
  if (state.place === 'told_no_cancer') return 'told no cancer'
  if (state.place === 'care_complete') return 'care complete'
  if (isHitch(state.place)) {
    const then = state.signOff === null ? 'needs sign-off' : decisionWords(state.signOff.decision)
    return `${PLACE_WORDS[state.place].toLowerCase()}, ${then}`
  }
  const clock = leadingClock(clocks)
  const day = clock === null ? [] : [dayOfWords(clock.days, clock.allowed.days)]
  if (state.place === 'told_cancer') return ['told cancer', ...day].join(', ')
  const after = state.place === 'booked' ? 'clinic booked' : state.place === 'seen' ? 'seen' : 'no clinic date'
  return [shortPriority(state.priority), ...day, after].join(', ')
}

/** Where a pathway stands, after its name: `in treatment`, `urgent referral, day 13 of 28, no clinic date`. */
export const standingWords = (state: PathwayState, clocks: readonly PathwayClock[]): string => {
  const { judged, needsSignOff, placeEvent } = state
  const earlier = needsSignOff && judged !== null && judged !== placeEvent ? stepOf(judged.eventType) : null
  const now = standsWords(state, clocks)
  return earlier === null ? now : `${now}, “${STEP_WORDS[earlier].toLowerCase()}” needs sign-off`
}

/** `12 Aug 2026`, or with what is not known. */
export const dateWords = (date: PartialDate): string =>
  date.precision === 'day'
    ? formatPartialDate(date)
    : `${formatPartialDate(date)}, ${date.precision === 'month' ? 'day' : 'month'} not known`
