import { type DateParts, type IsoDate, partialDateFromParts } from '#shared/domain/partial-date.ts'
import { type PeriodPreset, presetPeriod, reportPeriodSchema } from '#shared/features/reports/period.ts'
import type { ReportDataset } from '#shared/features/reports/schema.ts'

/** The form as it is typed. */
export interface NewReport {
  readonly period: PeriodPreset | 'own'
  readonly from: DateParts
  readonly to: DateParts
  readonly smallNumbers: ReportDataset['smallNumbers']
}

interface ReportRequest {
  readonly from: IsoDate
  readonly to: IsoDate
  readonly smallNumbers: ReportDataset['smallNumbers']
}

type Read =
  | { readonly ok: true; readonly value: ReportRequest }
  | { readonly ok: false; readonly faults: Readonly<Record<string, string>> }

const WHOLE_DATE = 'Enter the day, month and year'

const emptyDate: DateParts = { day: '', month: '', year: '' }

export const newReport = (): NewReport => ({
  period: 'last-year',
  from: emptyDate,
  to: emptyDate,
  smallNumbers: 'hide-1-to-5',
})

const readDay = (parts: DateParts): { readonly day: IsoDate } | { readonly fault: string } => {
  const result = partialDateFromParts(parts)
  if (!result.ok) return { fault: result.reason === 'blank' ? WHOLE_DATE : result.message }
  return result.value.precision === 'day' ? { day: result.value.date } : { fault: WHOLE_DATE }
}

/** What to ask the core for, or what to put right first, by field. */
export const readNewReport = ({ period, from, to, smallNumbers }: NewReport, today: IsoDate): Read => {
  if (period !== 'own') return { ok: true, value: { ...presetPeriod(period, today), smallNumbers } }
  const first = readDay(from)
  const last = readDay(to)
  if ('fault' in first || 'fault' in last) {
    return {
      ok: false,
      faults: { ...('fault' in first ? { from: first.fault } : {}), ...('fault' in last ? { to: last.fault } : {}) },
    }
  }
  if (last.day > today) return { ok: false, faults: { to: 'The last day is in the future' } }
  const parsed = reportPeriodSchema.safeParse({ from: first.day, to: last.day })
  if (parsed.success) return { ok: true, value: { ...parsed.data, smallNumbers } }
  return {
    ok: false,
    faults: Object.fromEntries(parsed.error.issues.map(({ path, message }) => [String(path[0]), message])),
  }
}
