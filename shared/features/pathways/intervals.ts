import { comparePartialDates, type PartialDate } from '#shared/domain/partial-date.ts'
import { dayRange, type DayRange } from './clocks.ts'
import type { PathwayEvent } from './state-machine.ts'
import { stepOf } from './steps.ts'

/**
 * The intervals between first symptom and treatment, by the names of the Aarhus statement (Br J Cancer 2012). The
 * wording is from memory and not checked against the paper.
 */
export const INTERVALS = [
  { code: 'patient', label: 'Patient interval', from: 'first_symptom', to: 'first_presentation' },
  { code: 'primary_care', label: 'Primary care interval', from: 'first_presentation', to: 'referral' },
  { code: 'diagnostic', label: 'Diagnostic interval', from: 'first_presentation', to: 'diagnosis' },
  { code: 'secondary_care', label: 'Secondary care interval', from: 'referral', to: 'treatment' },
  { code: 'treatment', label: 'Treatment interval', from: 'diagnosis', to: 'treatment' },
  { code: 'total', label: 'Total interval', from: 'first_symptom', to: 'treatment' },
] as const
export type IntervalCode = (typeof INTERVALS)[number]['code']
export type MilestoneCode = (typeof INTERVALS)[number]['from' | 'to']

export const INTERVALS_VERSION = 'Aarhus statement 2012, names as remembered'

export interface Interval {
  readonly code: IntervalCode
  readonly label: string
  /** null: not in the record. */
  readonly from: PartialDate | null
  readonly to: PartialDate | null
  readonly fromCode: MilestoneCode
  readonly toCode: MilestoneCode
  readonly days: DayRange | null
  /** Both days are known. A range is shown as a range and never enters a median. */
  readonly exact: boolean
}

const FIRST_PRESENTATIONS: ReadonlySet<string> = new Set(['seen_by_gp', 'home_visit'])

/** Whether an event can be the first presentation or the referral: all that the way to a diagnosis is measured from. */
export const opensInterval = (eventType: string): boolean =>
  FIRST_PRESENTATIONS.has(eventType) || stepOf(eventType) === 'sent'

/** Days between two dates of which both are known to the day and the second is not surely the earlier; else null. */
export const daysKnown = (from: PartialDate | null, to: PartialDate | null): number | null => {
  if (from?.precision !== 'day' || to?.precision !== 'day' || dayRange(to, from).least > 0) return null
  return dayRange(from, to).least
}

/** The first of each milestone in the record; the agreed date of diagnosis where the episode has one. */
const milestones = (
  events: readonly PathwayEvent[],
  diagnosed: PartialDate | null,
): Record<MilestoneCode, PartialDate | null> => {
  const inOrder = events.toSorted(comparePartialDates)
  const first = (is: (event: PathwayEvent) => boolean): PartialDate | null => inOrder.find(is) ?? null
  const step = (wanted: string) => (event: PathwayEvent) => stepOf(event.eventType) === wanted
  return {
    first_symptom: first(({ eventType }) => eventType === 'symptom_noticed'),
    first_presentation: first(({ eventType }) => FIRST_PRESENTATIONS.has(eventType)),
    referral: first(step('sent')),
    diagnosis: diagnosed ?? first(step('told_cancer')),
    treatment: first(step('treated')),
  }
}

/**
 * The six intervals. An end that is not in the record leaves the interval empty; one that lies surely before the start
 * does too, since no interval runs backwards.
 */
export const aarhusIntervals = (events: readonly PathwayEvent[], diagnosed: PartialDate | null): Interval[] => {
  const found = milestones(events, diagnosed)
  return INTERVALS.map(({ code, label, from: fromCode, to: toCode }) => {
    const from = found[fromCode]
    const to = found[toCode]
    const backwards = from !== null && to !== null && dayRange(to, from).least > 0
    const days = from === null || to === null || backwards ? null : dayRange(from, to)
    return {
      code,
      label,
      from,
      to,
      fromCode,
      toCode,
      days,
      exact: days !== null && from?.precision === 'day' && to?.precision === 'day',
    }
  })
}
