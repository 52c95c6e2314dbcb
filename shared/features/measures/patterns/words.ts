import { civilFromIso, daysInMonth, isoFromCivil, isoFromDayNumber } from '#shared/domain/calendar.ts'
import { formatIsoDate, formatPartialDate } from '#shared/domain/partial-date.ts'
import type { Span } from '../facts.ts'
import type { Step } from './history.ts'
import { milestoneLabel } from './milestones.ts'

/** The days that something may have been: a day, a month, a year, or from one day to another. */
export const spanWords = ({ from, to }: Readonly<Span>): string => {
  const first = isoFromDayNumber(from)
  const last = isoFromDayNumber(to)
  if (from === to) return formatIsoDate(first)
  const { year, month } = civilFromIso(first)
  if (first.endsWith('-01-01') && last === isoFromCivil({ year, month: 12, day: 31 }))
    return formatPartialDate({ date: first, precision: 'year' })
  if (first.endsWith('-01') && last === isoFromCivil({ year, month, day: daysInMonth(year, month) }))
    return formatPartialDate({ date: first, precision: 'month' })
  return `between ${formatIsoDate(first)} and ${formatIsoDate(last)}`
}

/** `Urgent referral 1 Mar 2026, Diagnosis 20 Mar 2026`: what is recorded of one diagnosis. */
export const recordedWords = (steps: readonly Step[]): string =>
  steps.map(({ code, at }) => `${milestoneLabel(code)} ${spanWords(at)}`).join(', ')
