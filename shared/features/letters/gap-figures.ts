import { z } from 'zod'
import { isSmallCount } from '#shared/domain/disclosure.ts'
import { addMonths, dateSpan, type IsoDate, MONTH_NAMES } from '#shared/domain/partial-date.ts'
import { isoDateSchema } from '#shared/domain/schemas.ts'
import { spreadOfCounts } from '#shared/statistics/quantiles.ts'
import { letterFilterSchema } from './schema.ts'

/**
 * The gap meter: days from something happening in hospital to its letter reaching the practice. A letter counts in the
 * month in which it came, so that a month that is over never changes; what has not come by today stands beside it.
 */

const nullableNumber = z.number().nullable()

/** How long letters took. Without usable days only the two counts beside it are there. */
export const gapFigureSchema = z.object({
  /** Letters whose two days are both known. */
  letters: z.number().int(),
  median: nullableNumber,
  /** The middle half: quartiles of type 7. */
  lowerQuartile: nullableNumber,
  upperQuartile: nullableNumber,
  /** 95% interval of the median; null for fewer than 6. */
  low: nullableNumber,
  high: nullableNumber,
  /** Came, but a day is not known, the letter is the older, or it is about no logged event. */
  leftOut: z.number().int(),
  /** Events of the same time whose letter has not come. */
  waiting: z.number().int(),
})
export type GapFigure = z.output<typeof gapFigureSchema>

export const gapFilterSchema = letterFilterSchema
  .omit({ search: true })
  .extend({ from: isoDateSchema, to: isoDateSchema })
export type GapFilter = z.output<typeof gapFilterSchema>

/** What stands behind a figure. */
export const GAP_LISTS = [
  { code: 'came', label: 'Letters counted' },
  { code: 'left_out', label: 'Left out' },
  { code: 'waiting', label: 'Still waiting' },
] as const
export type GapList = (typeof GAP_LISTS)[number]['code']

/** Some letters that took equally long; `days` null for those that are left out. */
export interface GapCount {
  readonly days: number | null
  readonly letters: number
}

/** One figure from counted days. */
export const gapFigure = (counts: readonly GapCount[], waiting: number): GapFigure => {
  const spread = spreadOfCounts(
    counts.flatMap(({ days, letters }) => (days === null ? [] : [{ value: days, count: letters }])),
  )
  return {
    letters: spread?.count ?? 0,
    median: spread?.median ?? null,
    lowerQuartile: spread?.lowerQuartile ?? null,
    upperQuartile: spread?.upperQuartile ?? null,
    low: spread?.interval?.lower ?? null,
    high: spread?.interval?.upper ?? null,
    leftOut: counts.reduce((sum, { days, letters }) => (days === null ? sum + letters : sum), 0),
    waiting,
  }
}

const SMALL = 'hide-1-to-5'

/** True for a figure that rests on so few letters that it is drawn as a star: 1 to 5. */
export const isHidden = ({ letters }: Pick<GapFigure, 'letters'>): boolean => isSmallCount(letters, SMALL)

/** A count as it is shown: 0 is 0, and 1 to 5 is a star. */
export const shownLetters = (count: number): string =>
  isSmallCount(count, SMALL) ? '*' : count.toLocaleString('en-GB')

/** `11`, `11.5`: days without needless decimals. */
export const daysText = (days: number): string => (Number.isInteger(days) ? String(days) : days.toFixed(1))

/** The middle gap as it is shown: days, a star for too few, a dash for none. */
export const shownMedian = (figure: GapFigure): string =>
  figure.median === null ? '–' : isHidden(figure) ? '*' : daysText(figure.median)

/** `6 to 14`, the same marks where it cannot be shown. */
export const shownRange = (figure: GapFigure, low: number | null, high: number | null): string => {
  if (figure.median === null) return '–'
  if (isHidden(figure)) return '*'
  return low === null || high === null ? 'Too few' : `${daysText(low)} to ${daysText(high)}`
}

/** `October 2026`. @param month `2026-10`. */
export const monthName = (month: string): string =>
  `${MONTH_NAMES[Number(month.slice(5, 7)) - 1] ?? ''} ${month.slice(0, 4)}`

/** Every month from the one of a day to the one of another, as `2026-10`. */
export const monthsBetween = (from: IsoDate, to: IsoDate): string[] => {
  const months: string[] = []
  for (let day = `${from.slice(0, 7)}-01`; day <= to; day = addMonths(day, 1)) months.push(day.slice(0, 7))
  return months
}

/** The last day of a month. */
export const lastDayOf = (month: string): IsoDate => dateSpan({ date: `${month}-01`, precision: 'month' }).to

/** What the figures say, in one sentence for the top of the page. */
export const gapFinding = (figure: GapFigure): string => {
  const waiting = figure.waiting === 0 ? '' : `, with ${figure.waiting.toLocaleString('en-GB')} still waiting`
  if (figure.letters === 0) return `No letter with two known days came in this time${waiting}`
  if (isHidden(figure)) return `Too few letters came in this time to show a middle gap${waiting}`
  return `Half of the letters came within ${daysText(figure.median ?? 0)} days${waiting}`
}
