import {
  addDays,
  addMonths,
  dateSpan,
  daysBetween,
  formatShortDate,
  type IsoDate,
  MONTH_NAMES,
} from '#shared/domain/partial-date.ts'
import { eventTypeOf } from './event-types.ts'
import type { StripSizes } from './strip-sizes.ts'
import { textWidth } from './strip-text.ts'
import type { Box, StripEvent, StripInput, StripLayout, StripTick } from './strip-types.ts'

/** Days from left to right, and where each falls. */
export interface StripScale {
  readonly from: IsoDate
  readonly to: IsoDate
  readonly left: number
  readonly right: number
  /** The px of a day, also for days outside. */
  readonly xOf: (date: IsoDate) => number
  readonly holds: (date: IsoDate) => boolean
}

const SHORTEST_PAST_DAYS = 90
/** How much of what is to come is shown, as a share of what was, and in days. */
const FUTURE_SHARE = 1 / 3
const FUTURE_DAYS = { least: 30, most: 120 }
const BEFORE_TREATMENT_DAYS = 14
/** Treatment that began last week still shows some of what led to it. */
const LEAST_TREATMENT_DAYS = 60
/** Room after the last mark of a journey that has ended. */
const AFTER_END_SHARE = 1 / 12
const LEAST_TICK_PX = 64
const TICK_MONTHS = [1, 3, 12, 24, 60, 120] as const
const PILL_PADDING = 5.5

const monthStart = (date: IsoDate): IsoDate => `${date.slice(0, 8)}01`

const earliest = (dates: readonly IsoDate[], fallback: IsoDate): IsoDate =>
  dates.reduce((first, date) => (date < first ? date : first), fallback)

const latest = (dates: readonly IsoDate[], fallback: IsoDate): IsoDate =>
  dates.reduce((last, date) => (date > last ? date : last), fallback)

/** Treatment starts where it was agreed, else where it began, else where the person was told. */
const treatmentStart = (events: readonly StripEvent[]): IsoDate | null => {
  const agreed = events.find((event) => event.eventType === 'decision_to_treat')
  const begun = events.find((event) => eventTypeOf(event.eventType).group === 'treatment')
  const told = events.find((event) => event.eventType === 'told_diagnosis')
  return (agreed ?? begun ?? told)?.date ?? null
}

const rangeStart = ({ events, draft, today, range }: StripInput): IsoDate => {
  if (range === '90-days') return addDays(today, -SHORTEST_PAST_DAYS)
  const treatment = range === 'treatment' ? treatmentStart(events) : null
  if (treatment !== null) {
    return earliest([addDays(treatment, -BEFORE_TREATMENT_DAYS)], addDays(today, -LEAST_TREATMENT_DAYS))
  }
  const dates = events.map((event) => event.date)
  const first = earliest(draft === null ? dates : [...dates, draft.date], today)
  return monthStart(earliest([first], addDays(today, -SHORTEST_PAST_DAYS)))
}

/** The last day a journey that has ended reaches; null while it goes on. */
const endOfJourney = (events: readonly StripEvent[]): IsoDate | null =>
  events.some((event) => event.eventType === 'died')
    ? latest(
        events.map((event) => dateSpan(event).to),
        '',
      )
    : null

const rangeEnd = (input: StripInput, from: IsoDate): IsoDate => {
  const end = endOfJourney(input.events)
  if (end !== null && end >= from && end <= input.today) {
    return addDays(end, Math.max(7, Math.round(daysBetween(from, end) * AFTER_END_SHARE)))
  }
  const share = Math.round(daysBetween(from, input.today) * FUTURE_SHARE)
  return addDays(input.today, Math.min(FUTURE_DAYS.most, Math.max(FUTURE_DAYS.least, share)))
}

/** Lays days over the width of the plot. */
export const stripScale = (input: StripInput, sizes: StripSizes): StripScale => {
  const from = rangeStart(input)
  const to = rangeEnd(input, from)
  const left = sizes.plotLeft
  const right = Math.max(left + 1, input.width - sizes.plotInset)
  const dayWidth = (right - left) / Math.max(1, daysBetween(from, to))
  const xOf = (date: IsoDate): number => left + daysBetween(from, date) * dayWidth
  return { from, to, left, right, xOf, holds: (date) => date >= from && date <= to }
}

const firstTick = (from: IsoDate, months: number): IsoDate => {
  const index = Number(from.slice(0, 4)) * 12 + Number(from.slice(5, 7)) - 1
  const atBoundary = from.endsWith('-01') && index % months === 0
  const ahead = atBoundary ? 0 : months - (index % months)
  return addMonths(monthStart(from), ahead)
}

const tickLabel = (date: IsoDate, months: number, isFirst: boolean): string => {
  const year = date.slice(0, 4)
  if (months >= 12) return year
  const month = (MONTH_NAMES[Number(date.slice(5, 7)) - 1] ?? '').slice(0, 3)
  return isFirst || month === 'Jan' ? `${month} ${year}` : month
}

const LABEL_OFFSET = 5
const LABEL_SPACE = 6

/** Months, quarters or years, whichever are far enough apart to read. Words that would not fit are left out. */
export const stripTicks = (
  scale: StripScale,
  taken: Box | null,
  { width, textScale }: Pick<StripInput, 'width' | 'textScale'>,
): StripTick[] => {
  const pxPerMonth = ((scale.right - scale.left) / Math.max(1, daysBetween(scale.from, scale.to))) * 30.4
  const months = TICK_MONTHS.find((step) => step * pxPerMonth >= LEAST_TICK_PX * textScale) ?? 120
  const ticks: StripTick[] = []
  let free = 0
  for (let date = firstTick(scale.from, months); date <= scale.to; date = addMonths(date, months)) {
    const x = scale.xOf(date)
    const label = tickLabel(date, months, ticks.length === 0)
    const left = x + LABEL_OFFSET
    const right = left + textWidth(label, 'regular', textScale)
    const hitsToday = taken !== null && left < taken.right && right > taken.left
    const fits = left >= free && right <= width + 1 && !hitsToday
    if (fits) free = right + LABEL_SPACE
    ticks.push({ x, label: fits ? label : '' })
  }
  return ticks
}

/** The line for today with its pill, kept inside the width; null when the journey ended before it. */
export const stripToday = (
  { today, width, textScale }: StripInput,
  scale: StripScale,
  sizes: StripSizes,
): StripLayout['today'] => {
  if (!scale.holds(today)) return null
  const text = `Today ${formatShortDate(today)}`
  const half = textWidth(text, 'bold', textScale) / 2 + PILL_PADDING * textScale
  const x = scale.xOf(today)
  const middle = Math.max(half, Math.min(width - half, x))
  return {
    x,
    text,
    pill: { left: middle - half, right: middle + half, top: 0, bottom: sizes.plotTop - 3 * textScale },
  }
}
