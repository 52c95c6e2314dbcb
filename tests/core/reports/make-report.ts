import { makeDataset } from '#core/features/reports/dataset.ts'
import { disclose } from '#core/features/reports/disclose.ts'
import type { Practice } from '#shared/features/access/schema.ts'
import { measureAll } from '#tests/support/report-source.ts'
import type { ReportPeriod } from '#shared/features/reports/period.ts'
import type { ReportDataset } from '#shared/features/reports/schema.ts'
import type { SourceList, SourcePerson } from '#shared/features/reports/source.ts'
import { SMALL_REGISTER_PERIOD } from '#tests/support/small-register.ts'
import { aPractice } from '#tests/support/test-core.ts'

interface Wanted {
  people: readonly SourcePerson[]
  smallNumbers?: ReportDataset['smallNumbers']
  period?: ReportPeriod
  practice?: Practice
  demo?: boolean
  lists?: readonly SourceList[]
}

/** The three pure steps of a report, one after the other, with what each made. */
export const makeReport = (wanted: Wanted) => {
  const { people, smallNumbers = 'hide-1-to-5', period = SMALL_REGISTER_PERIOD, practice = aPractice() } = wanted
  const measured = measureAll({ practice, people, lists: wanted.lists ?? [] }, period)
  const shown = disclose(measured.sheet, smallNumbers)
  const imprint = {
    id: '01900000-0000-7000-8000-00000000abcd',
    frozenAt: '2026-11-23T09:20:00.000Z',
    frozenBy: 'Dr Anjali Rao',
    producedBy: 'Throughline 0.0.0-test',
    demo: wanted.demo ?? false,
  }
  return {
    sheet: measured.sheet,
    shown,
    dataset: makeDataset({ practice, period, smallNumbers, imprint, rules: measured, shown }),
  }
}
