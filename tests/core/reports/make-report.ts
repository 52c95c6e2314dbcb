import { disclose } from '#core/features/reports/disclose.ts'
import { guardedSheet, shownAs } from '#core/features/reports/publish.ts'
import { allSteps } from '#shared/domain/steps.ts'
import type { Practice } from '#shared/features/access/schema.ts'
import { measureAll } from '#tests/support/report-source.ts'
import type { Comparators } from '#shared/features/reports/comparators.ts'
import type { OwnText } from '#shared/features/reports/own-text.ts'
import type { ReportPeriod } from '#shared/features/reports/period.ts'
import type { ReportDataset } from '#shared/features/reports/schema.ts'
import { ALL_SECTIONS, type SectionCode } from '#shared/features/reports/sections.ts'
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
  sections?: readonly SectionCode[]
  texts?: readonly OwnText[]
  comparators?: Comparators
}

/** The three pure steps of a report, one after the other, with what each made: `counted` is all that was measured. */
export const makeReport = (wanted: Wanted) => {
  const { people, smallNumbers = 'hide-1-to-5', period = SMALL_REGISTER_PERIOD, practice = aPractice() } = wanted
  const measured = measureAll({ practice, people, lists: wanted.lists ?? [] }, period)
  const imprint = {
    id: '01900000-0000-7000-8000-00000000abcd',
    frozenAt: '2026-11-23T09:20:00.000Z',
    frozenBy: 'Dr Anjali Rao',
    producedBy: 'Throughline 0.0.0-test',
    demo: wanted.demo ?? false,
  }
  const parts = {
    practice,
    period,
    smallNumbers,
    imprint,
    measured,
    chosen: wanted.sections ?? ALL_SECTIONS,
    texts: wanted.texts,
    comparators: wanted.comparators,
  }
  const sheet = guardedSheet(parts)
  const shown = allSteps(disclose(sheet, smallNumbers))
  return { counted: measured.sheet, sheet, shown, dataset: shownAs(parts, shown) }
}
