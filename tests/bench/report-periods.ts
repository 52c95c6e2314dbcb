import { addDays } from '#shared/domain/partial-date.ts'
import type { ReportPeriod } from '#shared/features/reports/period.ts'

/** The first so many months of a period. */
export const firstMonths = ({ from }: ReportPeriod, months: number): ReportPeriod => {
  const after = new Date(`${from}T00:00:00Z`)
  after.setUTCMonth(after.getUTCMonth() + months)
  return { from, to: addDays(after.toISOString().slice(0, 10), -1) }
}
