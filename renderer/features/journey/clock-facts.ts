import { formatIsoDate, type IsoDate, type PartialDate } from '#shared/domain/partial-date.ts'
import { type Standing, standingLabel } from '#shared/features/care/public.ts'
import type { ClockState, ContactClock } from '#shared/features/journey/contact-clocks.ts'
import { CONTACT_RULES } from '#shared/features/journey/due-rules.ts'
import { days, eventLabel, fullDate, midSentence, nearDate } from '#shared/features/journey/words.ts'
import { isRunning, type PathwayClock, pathwayWords } from '#shared/features/pathways/public.ts'
import type { JourneyEvent } from '#shared/features/journey/schema.ts'
import type { StatusKind } from '#renderer/ui/status-shape.tsx'

/** One end of a clock in its working. */
export interface ClockEndFacts {
  readonly what: string
  readonly when: string
}

/** Everything a clock's card, its working and its row of the table say. */
export interface ClockFacts {
  readonly key: string
  readonly name: string
  readonly figure: string
  readonly unit: string
  readonly kind: StatusKind
  readonly status: string
  /** How much of the track is filled, and where the last day stands on it; both from 0 to 1. */
  readonly share: number
  readonly dueAt: number
  readonly tone: 'soon' | 'late' | null
  readonly underline: string
  readonly start: ClockEndFacts
  readonly stop: ClockEndFacts
  /** `= 56 days`. */
  readonly result: string
  /** What was taken off, what is vague, what was assumed: one sentence each. */
  readonly notes: readonly string[]
  readonly rule: string
  readonly ruleShort: string
}

const { rangeWords, daysWords, dayOfWords, clockName, clockEndWords, adjustmentLabel } = pathwayWords

const CONTACT_NAMES = { support_contact: 'Support contact, 3 months', care_review: 'Care review, 12 months' } as const
const SHAPES: Readonly<Record<ClockState, StatusKind>> = {
  done: 'on-track',
  'put-aside': 'not-measured',
  'not-due': 'not-due',
  soon: 'at-risk',
  late: 'off-track',
  lapsed: 'not-measured',
}
/** How far along the track "due" stands, so that a late clock can be seen to run past it. */
const DUE_AT = 0.91
/** The last fifth of the days: time to look. */
const SOON_FROM = 0.8

const contactFigure = ({ state, daysRun, daysAllowed }: ContactClock): readonly [string, string] => {
  const left = daysAllowed - daysRun
  if (state === 'done') return [String(daysRun), daysRun === 1 ? 'day taken' : 'days taken']
  if (state === 'put-aside') return [String(daysRun), daysRun === 1 ? 'day to the answer' : 'days to the answer']
  if (state === 'late') return [String(-left), left === -1 ? 'day late' : 'days late']
  if (state === 'lapsed') return [String(daysRun), 'days on']
  return [String(left), left === 1 ? 'day left' : 'days left']
}

/** "Said no" or "Not suitable", as the reviews of the person have it. */
const putAsideLabel = ({ eventType }: NonNullable<ContactClock['putAsideBy']>): string =>
  standingLabel(eventType.endsWith('_unsuitable') ? 'unsuitable' : 'declined')

const contactStatus = (clock: ContactClock, today: IsoDate): string => {
  const { state, dueDate, daysRun, daysAllowed, putAsideBy } = clock
  if (putAsideBy !== null) return putAsideLabel(putAsideBy)
  const due = nearDate({ date: dueDate, precision: 'day' }, today)
  if (state === 'done') return daysRun <= daysAllowed ? 'Within' : 'Done, late'
  if (state === 'late') return `Was due ${due}`
  if (state === 'lapsed') return 'No longer asked for'
  return state === 'soon' ? `Due ${due}` : 'Not due'
}

const contactUnderline = (clock: ContactClock, today: IsoDate): string => {
  const { diagnosed, state, dueDate, daysRun, daysAllowed, doneBy, putAsideBy } = clock
  const from = `Diagnosed ${nearDate(diagnosed, today)}`
  if (doneBy !== null) return `${from}, done ${nearDate(doneBy, today)}`
  if (putAsideBy !== null)
    return `${from}, ${midSentence(putAsideLabel(putAsideBy))} ${nearDate(putAsideBy, today)}, not asked again`
  if (state === 'soon' || state === 'late')
    return `${from}, ${dayOfWords({ least: daysRun, most: daysRun }, daysAllowed)}`
  return `${from}, due ${nearDate({ date: dueDate, precision: 'day' }, today)}`
}

/** What a card says of a contact instead, while two invitations without an answer stand: nobody is asked for it then. */
const unansweredFacts = (
  { daysRun, diagnosed }: ContactClock,
  { invitations, noAnswerUntil }: Standing,
  today: IsoDate,
): Partial<ClockFacts> => ({
  figure: String(daysRun),
  unit: daysRun === 1 ? 'day on' : 'days on',
  kind: 'not-measured',
  status: standingLabel('no-answer'),
  tone: null,
  underline: `Diagnosed ${nearDate(diagnosed, today)}, invited ${invitations.length} times`,
  notes: noAnswerUntil === null ? [] : [`Counts as no answer until ${formatIsoDate(noAnswerUntil)}.`],
})

/**
 * A contact that a diagnosis is owed, as its card says it.
 * @param standing where the person stands for it, as the recall list has it.
 */
export const contactFacts = (clock: ContactClock, standing: Standing | undefined, today: IsoDate): ClockFacts => {
  const [figure, unit] = contactFigure(clock)
  const { diagnosed, state, daysRun, daysAllowed, dueDate, lapsesDate } = clock
  const stoppedBy = clock.doneBy ?? clock.putAsideBy
  const lateButDone = state === 'done' && daysRun > daysAllowed
  return {
    key: clock.kind,
    name: CONTACT_NAMES[clock.kind],
    figure,
    unit,
    kind: lateButDone ? 'done' : SHAPES[state],
    status: contactStatus(clock, today),
    share: Math.max(0, Math.min(1, (daysRun / Math.max(1, daysAllowed)) * DUE_AT)),
    dueAt: DUE_AT,
    tone: state === 'soon' || state === 'late' ? state : null,
    underline: contactUnderline(clock, today),
    start: { what: 'Diagnosis', when: `${fullDate(diagnosed)} (day 0)` },
    stop:
      stoppedBy === null
        ? { what: 'due', when: formatIsoDate(dueDate) }
        : { what: midSentence(eventLabel(stoppedBy.eventType)), when: fullDate(stoppedBy) },
    result: stoppedBy === null ? `${days(daysAllowed)} later` : days(daysRun),
    notes: [
      ...(diagnosed.precision === 'day'
        ? []
        : [`Counted from ${formatIsoDate(clock.startDate)}, the last day it can have been.`]),
      ...(lapsesDate === null ? [] : [`Asked for until ${formatIsoDate(lapsesDate)}.`]),
    ],
    rule: CONTACT_RULES.version,
    ruleShort: 'contacts-2',
    ...(standing?.state === 'no-answer' ? unansweredFacts(clock, standing, today) : {}),
  }
}

const STARTS: Readonly<Record<string, string>> = {
  referral_received: 'Referral received',
  consultant_upgrade: 'Upgraded by a consultant',
  decision_to_treat: 'Decision to treat',
}

const FROM: Readonly<Record<PathwayClock['code'], string>> = {
  seen_14: 'referral',
  told_28: 'referral',
  treated_31: 'decision',
  treated_62: 'referral',
}

const clockUnderline = (clock: PathwayClock<JourneyEvent>, today: IsoDate): string => {
  const word = clock.start.eventType === 'consultant_upgrade' ? 'upgrade' : FROM[clock.code]
  const from = `From ${word} ${nearDate(clock.start, today)}`
  if (clock.stop !== null) return `${from} to ${nearDate(clock.stop, today)}`
  if (clock.ended !== null) return clockEndWords(clock.ended)
  return `${from}, ${dayOfWords(clock.days, clock.allowed.days)}`
}

const clockStatus = (clock: PathwayClock): { kind: StatusKind; status: string; tone: ClockFacts['tone'] } => {
  if (clock.ended !== null) return { kind: 'not-measured', status: 'Not counted', tone: null }
  if (clock.result === 'either') return { kind: 'not-measured', status: 'Within or over', tone: null }
  if (!isRunning(clock))
    return clock.result === 'within'
      ? { kind: 'on-track', status: 'Within', tone: null }
      : { kind: 'off-track', status: 'Over', tone: 'late' }
  if (clock.result === 'over') return { kind: 'off-track', status: 'Over, still running', tone: 'late' }
  return clock.days.most >= clock.allowed.days * SOON_FROM
    ? { kind: 'at-risk', status: 'Nearly up', tone: 'soon' }
    : { kind: 'not-due', status: 'Running', tone: null }
}

const stopFacts = (clock: PathwayClock<JourneyEvent>, today: IsoDate): ClockEndFacts => {
  if (clock.stop !== null) return { what: midSentence(eventLabel(clock.stop.eventType)), when: fullDate(clock.stop) }
  if (clock.ended !== null) return { what: midSentence(clockEndWords(clock.ended)), when: '' }
  return { what: 'today', when: formatIsoDate(today) }
}

const isVague = ({ precision }: PartialDate): boolean => precision !== 'day'

const daysNotes = ({ verified, chosen }: PathwayClock['allowed']): string[] => {
  if (chosen !== null)
    return [`The practice chose the days for clocks that start from ${formatIsoDate(chosen.from)} (${chosen.reason}).`]
  return verified ? [] : ['The number of days is a default that nobody has checked against guidance.']
}

const clockNotes = (clock: PathwayClock<JourneyEvent>): string[] => [
  ...(clock.startAssumed
    ? ['The receipt is not in the record, so it counts from this step and stays out of medians.']
    : []),
  ...(isVague(clock.start) || (clock.stop !== null && isVague(clock.stop))
    ? ['A day is not known: the least and the most it can have been. It stays out of medians.']
    : []),
  ...(clock.adjustments.length === 0
    ? ['No days taken off.']
    : clock.adjustments.map(
        (one) => `${days(one.days)} taken off: ${midSentence(adjustmentLabel(one.reasonCode))} (${one.reason}).`,
      )),
  ...daysNotes(clock.allowed),
]

/** A clock of a pathway, as its card says it. Never a breach: the trust holds the official clock. */
export const pathwayClockFacts = (clock: PathwayClock<JourneyEvent>, today: IsoDate): ClockFacts => {
  const { code, allowed, start, startAssumed, ordinal } = clock
  const least = Math.max(1, allowed.days)
  const scale = Math.max(clock.days.most, Math.round(least / DUE_AT))
  const name = clockName(code, allowed.days)
  const startName = startAssumed
    ? eventLabel(start.eventType)
    : (STARTS[start.eventType] ?? eventLabel(start.eventType))
  return {
    key: `${code}-${ordinal}`,
    name: ordinal === 1 ? name : `${name}, treatment ${ordinal}`,
    figure: rangeWords(clock.days),
    unit:
      isRunning(clock) && clock.result !== 'over' ? `of ${allowed.days} days` : clock.days.most === 1 ? 'day' : 'days',
    ...clockStatus(clock),
    share: Math.min(1, clock.days.most / scale),
    dueAt: least / scale,
    underline: clockUnderline(clock, today),
    start: { what: startName, when: `${fullDate(start)} (day 0)` },
    stop: stopFacts(clock, today),
    result: daysWords(clock.days),
    notes: clockNotes(clock),
    rule: allowed.version,
    ruleShort: `Rule ${allowed.days}-day ${allowed.shortVersion}`,
  }
}
