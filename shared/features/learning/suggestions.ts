import { addMonths, dateSpan, type IsoDate, type PartialDate } from '#shared/domain/partial-date.ts'
import type { RouteToDiagnosis } from '#shared/domain/routes.ts'
import { parseStage } from '#shared/domain/stage.ts'

/** Names the rules below; kept with every analysis that they suggested. */
export const LEARNING_RULES_VERSION = '2026.1'

/** How far back diagnoses are suggested, in calendar months: what is older is beyond what a meeting remembers. */
const LOOK_BACK_MONTHS = 24
/** How long before a diagnosis visits and rejected referrals count towards it, in calendar months. */
const BEFORE_MONTHS = 12
/** As the National Cancer Diagnosis Audit counts: three or more consultations before referral. */
const SEVERAL_VISITS = 3

/** Why a diagnosis is worth a learning event analysis: dated rules, each with its source. */
export const LEARNING_REASONS = [
  {
    code: 'emergency_route',
    label: 'Emergency route',
    from: '2015-07-19',
    text: 'A new primary whose route is recorded as emergency.',
    source:
      'Achieving World-Class Cancer Outcomes 2015 to 2020, recommendation 25: an analysis for every cancer diagnosed after an emergency admission',
  },
  {
    code: 'late_after_visits',
    label: 'Late stage after three or more visits',
    from: null,
    text: 'Stage 3 or 4, with three or more visits to or by the practice that were surely in the 12 months before the first referral, or before the diagnosis where none was sent.',
    source:
      'Throughline default, not checked against guidance; three or more consultations before referral as the National Cancer Diagnosis Audit counts them',
  },
  {
    code: 'over_62_days',
    label: 'Over 62 days to treatment',
    from: null,
    text: 'The 62-day clock of a pathway of this diagnosis is over what it allows, whichever day a vague date means.',
    source: 'The clocks of the nation, see Referrals; that a breach is worth an analysis is a Throughline default',
  },
  {
    code: 'referral_rejected',
    label: 'Referral rejected before the diagnosis',
    from: null,
    text: 'A referral that was rejected surely before the diagnosis, and no more than 12 months before it.',
    source: 'Throughline default, not checked against guidance',
  },
] as const satisfies readonly {
  readonly code: string
  readonly label: string
  /** The first day of diagnosis that the rule is for; null: any. */
  readonly from: IsoDate | null
  readonly text: string
  readonly source: string
}[]
export type LearningReason = (typeof LEARNING_REASONS)[number]['code']

/** The journey events that the rules look at. */
export const LEARNING_EVENT_TYPES = {
  visits: ['seen_by_gp', 'home_visit'],
  referrals: ['urgent_referral', 'routine_referral'],
  rejected: ['referral_rejected'],
} as const

interface LearningFactEvent extends PartialDate {
  readonly eventType: string
  /** The diagnosis that the event is about, where somebody said. */
  readonly episodeId: string | null
}

/** What the rules look at of one diagnosis. */
export interface LearningFacts {
  readonly id: string
  readonly kind: string
  readonly route: RouteToDiagnosis
  readonly stage: string | null
  readonly diagnosisDate: PartialDate | null
  /** Of the person; those about another diagnosis do not count. */
  readonly events: readonly LearningFactEvent[]
  /** Whether a pathway of this diagnosis is surely over its 62 days. */
  readonly isOver62: boolean
}

const isOneOf = (codes: readonly string[], { eventType }: LearningFactEvent): boolean => codes.includes(eventType)

/** Surely not after the first day that the other date can mean. */
const surelyBefore = (one: PartialDate, other: PartialDate): boolean => dateSpan(one).to <= dateSpan(other).from

/** Surely before a date, and possibly no more than the months of {@link BEFORE_MONTHS} before it. */
const inTimeBefore = (one: PartialDate, other: PartialDate): boolean =>
  surelyBefore(one, other) && dateSpan(one).to >= addMonths(dateSpan(other).from, -BEFORE_MONTHS)

/** Stage 3 or 4, as far as the words say one. */
export const isLateStage = (stage: string | null): boolean => {
  const group = stage === null ? null : parseStage(stage)?.group
  return group === '3' || group === '4'
}

/**
 * What surely happened in the 12 months before the first referral for a diagnosis, or before the diagnosis where none
 * was sent.
 * @param events those that are about the diagnosis, or about none.
 */
export const beforeReferral = <Event extends LearningFactEvent>(
  diagnosed: PartialDate,
  events: readonly Event[],
): Event[] => {
  const referral = events
    .filter((event) => isOneOf(LEARNING_EVENT_TYPES.referrals, event) && inTimeBefore(event, diagnosed))
    .toSorted((a, b) => (a.date < b.date ? -1 : 1))[0]
  return events.filter((event) => inTimeBefore(event, referral ?? diagnosed))
}

/** Whether somebody of the practice saw the person. */
export const isVisit = (event: LearningFactEvent): boolean => isOneOf(LEARNING_EVENT_TYPES.visits, event)

const manyVisits = (diagnosed: PartialDate, events: readonly LearningFactEvent[]): boolean =>
  beforeReferral(diagnosed, events).filter(isVisit).length >= SEVERAL_VISITS

const applies = (code: LearningReason, facts: LearningFacts): boolean => {
  const { diagnosisDate: diagnosed } = facts
  const events = facts.events.filter(({ episodeId }) => episodeId === null || episodeId === facts.id)
  switch (code) {
    case 'emergency_route':
      return facts.route === 'emergency'
    case 'late_after_visits':
      return diagnosed !== null && isLateStage(facts.stage) && manyVisits(diagnosed, events)
    case 'over_62_days':
      return facts.isOver62
    case 'referral_rejected':
      return (
        diagnosed !== null &&
        events.some((event) => isOneOf(LEARNING_EVENT_TYPES.rejected, event) && inTimeBefore(event, diagnosed))
      )
  }
}

/** The first day on which a diagnosis may have been made to be suggested today. */
export const suggestedSince = (today: IsoDate): IsoDate => addMonths(today, -LOOK_BACK_MONTHS)

/**
 * Why an analysis of a diagnosis is suggested, in the order of the rules; empty: it is not. Only new primaries are. A
 * vague date counts as any day that it can mean, and a diagnosis without a date may be a recent one.
 */
export const learningReasons = (facts: LearningFacts, today: IsoDate): LearningReason[] => {
  if (facts.kind !== 'new_primary') return []
  const latest = facts.diagnosisDate === null ? null : dateSpan(facts.diagnosisDate).to
  if (latest !== null && latest < suggestedSince(today)) return []
  return LEARNING_REASONS.filter(
    ({ code, from }) => (from === null || latest === null || latest >= from) && applies(code, facts),
  ).map(({ code }) => code)
}
