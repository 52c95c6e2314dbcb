import { z } from 'zod'
import {
  addDays,
  addMonths,
  dateSpan,
  daysBetween,
  formatIsoDate,
  type IsoDate,
  type PartialDate,
} from '#shared/domain/partial-date.ts'
import { isoDateSchema } from '#shared/domain/schemas.ts'

/** First and last day, both counted. */
export interface ReportPeriod {
  readonly from: IsoDate
  readonly to: IsoDate
}

const LONGEST_MONTHS = 120

/** The period of a report as it is asked for. Whether it lies in the past is for whoever has a clock. */
export const reportPeriodSchema = z
  .object({ from: isoDateSchema, to: isoDateSchema })
  .refine(({ from, to }) => from <= to, { path: ['to'], error: 'The last day is before the first day' })
  .refine(({ from, to }) => to < addMonths(from, LONGEST_MONTHS), {
    path: ['from'],
    error: 'A report covers 10 years at most',
  })

const startOfFinancialYear = (day: IsoDate): IsoDate => {
  const year = Number(day.slice(0, 4))
  return day.slice(5) >= '04-01' ? `${year}-04-01` : `${year - 1}-04-01`
}

export const PERIOD_PRESETS = [
  { code: 'twelve-months', label: 'Last 12 months that have ended' },
  { code: 'last-year', label: 'Last financial year' },
  { code: 'three-years', label: 'Last 3 years, pooled' },
  { code: 'last-quarter', label: 'Last quarter' },
] as const
export type PeriodPreset = (typeof PERIOD_PRESETS)[number]['code']

/** What is to know of a preset besides its days. */
export const presetHint = (preset: PeriodPreset): string | null => {
  if (preset === 'three-years') return 'Three years together hide less'
  return preset === 'last-quarter' ? 'Much of a quarter is too few to show' : null
}

/** The days that a preset stands for today: whole months that have ended. */
export const presetPeriod = (preset: PeriodPreset, today: IsoDate): ReportPeriod => {
  const thisYear = startOfFinancialYear(today)
  if (preset === 'last-year') return { from: addMonths(thisYear, -12), to: addDays(thisYear, -1) }
  const thisMonth = `${today.slice(0, 8)}01`
  if (preset === 'last-quarter') {
    const monthsIn = (Number(today.slice(5, 7)) - 1) % 3
    const thisQuarter = addMonths(thisMonth, -monthsIn)
    return { from: addMonths(thisQuarter, -3), to: addDays(thisQuarter, -1) }
  }
  return { from: addMonths(thisMonth, preset === 'three-years' ? -36 : -12), to: addDays(thisMonth, -1) }
}

/** `1 Apr 2025 to 31 Mar 2026`. */
export const periodWords = ({ from, to }: ReportPeriod): string => `${formatIsoDate(from)} to ${formatIsoDate(to)}`

/** Length in years: exact for whole months, by days otherwise. */
export const periodYears = ({ from, to }: ReportPeriod): number => {
  const end = addDays(to, 1)
  const months =
    (Number(end.slice(0, 4)) - Number(from.slice(0, 4))) * 12 + Number(end.slice(5, 7)) - Number(from.slice(5, 7))
  return addMonths(from, months) === end ? months / 12 : daysBetween(from, end) / 365.25
}

export interface YearOfPeriod extends ReportPeriod {
  /** `2025/26` for a year from 1 April, `2025` from 1 January, else its days. */
  readonly label: string
}

const yearLabel = (year: ReportPeriod): string => {
  const isWhole = addMonths(year.from, 12) === addDays(year.to, 1)
  if (isWhole && year.from.endsWith('-04-01')) return `${year.from.slice(0, 4)}/${year.to.slice(2, 4)}`
  if (isWhole && year.from.endsWith('-01-01')) return year.from.slice(0, 4)
  return periodWords(year)
}

/** The period cut into years from its first day. The last one may be shorter. */
export const yearsOfPeriod = ({ from, to }: ReportPeriod): YearOfPeriod[] => {
  const years: YearOfPeriod[] = []
  for (let index = 0, start = from; start <= to; index += 1, start = addMonths(from, 12 * index)) {
    const last = addDays(addMonths(from, 12 * (index + 1)), -1)
    const year = { from: start, to: last < to ? last : to }
    years.push({ ...year, label: yearLabel(year) })
    if (last >= to) break
  }
  return years
}

/** Whether a date falls in a period, going by every day it can mean. */
export const placeInPeriod = (date: PartialDate, { from, to }: ReportPeriod): 'inside' | 'outside' | 'unsure' => {
  const span = dateSpan(date)
  if (span.from >= from && span.to <= to) return 'inside'
  return span.to < from || span.from > to ? 'outside' : 'unsure'
}

/** Whether something had happened by the end of a day, going by every day its date can mean. */
export const hadHappenedBy = (date: PartialDate, day: IsoDate): 'yes' | 'no' | 'unsure' => {
  const span = dateSpan(date)
  if (span.to <= day) return 'yes'
  return span.from > day ? 'no' : 'unsure'
}
