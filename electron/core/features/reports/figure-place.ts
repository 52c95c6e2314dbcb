import type { ReportDataset } from '#shared/features/reports/schema.ts'
import { tablesOf } from '#shared/features/reports/tables.ts'

/** Where a figure stands in a report, in words: table, row and column. Null where nothing prints it. */
export const figurePlace = ({ sections, explanations }: ReportDataset, id: string): string | null => {
  for (const section of sections.toSorted((a, b) => Number(a.id === 'summary') - Number(b.id === 'summary'))) {
    for (const { title, columns, rows } of tablesOf(section)) {
      for (const row of rows) {
        const at = row.findIndex((cell) => cell.kind === 'count' && cell.figure.id === id)
        const [name] = row
        if (at >= 0) return `${title}: ${name?.kind === 'text' ? name.text : ''}, ${columns[at]?.heading ?? ''}`
      }
    }
  }
  const reason = explanations.flatMap(({ leftOut }) => leftOut).find(({ count }) => count.id === id)
  return reason === undefined ? null : `Left out: ${reason.reason}`
}
