import { dayOf, timeOf, today } from '#renderer/app/clock.ts'
import { addDays, formatIsoDate, formatShortDate, weekdayName } from '#shared/domain/partial-date.ts'

const WEEK_DAYS = 7

/** "Today 07:40", "Fri 20 Nov 18:02" within a week, else "30 Sep 2026 18:01". */
export const momentWords = (instant: string): string => {
  const day = dayOf(instant)
  const time = timeOf(instant)
  if (day === today()) return `Today ${time}`
  const recent = day > addDays(today(), -WEEK_DAYS)
  return recent ? `${weekdayName(day).slice(0, 3)} ${formatShortDate(day)} ${time}` : `${formatIsoDate(day)} ${time}`
}

/** "Monday 23 Nov 2026". */
export const dayWords = (instant: string): string => {
  const day = dayOf(instant)
  return `${weekdayName(day)} ${formatIsoDate(day)}`
}

const KILO = 1024
const UNITS = ['bytes', 'KB', 'MB', 'GB'] as const

/** "41 MB": near enough to tell one copy from another. */
export const sizeWords = (bytes: number): string => {
  let amount = bytes
  let unit = 0
  while (amount >= KILO && unit < UNITS.length - 1) {
    amount /= KILO
    unit += 1
  }
  const rounded = unit > 1 && amount < 10 ? amount.toFixed(1) : String(Math.round(amount))
  return `${rounded} ${UNITS[unit] ?? ''}`
}
