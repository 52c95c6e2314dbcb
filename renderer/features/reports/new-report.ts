import { readDay } from '#renderer/app/typed.ts'
import { BLANK_DATE, type DateParts, type IsoDate } from '#shared/domain/partial-date.ts'
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

export const newReport = (): NewReport => ({
  period: 'last-year',
  from: BLANK_DATE,
  to: BLANK_DATE,
  smallNumbers: 'hide-1-to-5',
})

const readBound = (parts: DateParts): { readonly day: IsoDate } | { readonly fault: string } => {
  const read = readDay(parts)
  if ('fault' in read) return read
  return read.day === null ? { fault: WHOLE_DATE } : { day: read.day }
}

/** What to ask the core for, or what to put right first, by field. */
export const readNewReport = ({ period, from, to, smallNumbers }: NewReport, today: IsoDate): Read => {
  if (period !== 'own') return { ok: true, value: { ...presetPeriod(period, today), smallNumbers } }
  const first = readBound(from)
  const last = readBound(to)
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
