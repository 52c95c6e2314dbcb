import { csvLine } from '#shared/domain/csv-safe.ts'
import { coverLines, type Receipt, warnings } from '#shared/features/reports/cover.ts'
import { standingTexts } from '#shared/features/reports/own-text-words.ts'
import type { ReportDataset, ReportSection, ReportTable } from '#shared/features/reports/schema.ts'
import { paragraphsOf, type PlainCell, plainTable, tablesOf } from '#shared/features/reports/tables.ts'
import { hiddenMark } from '#shared/features/reports/words.ts'

/** Excel takes a file for UTF-8 only when it starts with this. */
const BYTE_ORDER_MARK = '\uFEFF'

const HEADER = ['section', 'table', 'row', 'column', 'value', 'unit', 'state'] as const

/** Six decimals are far below what any of these figures can carry. */
const rounded = (value: number): number => Number(value.toFixed(6))

const valueOf = (cell: PlainCell): readonly [value: string | number, unit: string, state: string] => {
  switch (cell.kind) {
    case 'text':
      return [cell.text, '', 'text']
    case 'number':
      return [rounded(cell.value), cell.unit, 'shown']
    case 'hidden':
      return ['', '', cell.why === 'small' ? 'hidden-small' : 'hidden-to-protect']
    case 'absent':
      return ['', '', cell.state]
  }
}

const sectionLines = (section: ReportSection): string[] =>
  tablesOf(section).flatMap((table) => {
    const { headings, rows } = plainTable(table)
    return rows.flatMap(([name, ...cells]) =>
      cells.map((cell, index) =>
        csvLine([
          section.title,
          table.title,
          name?.kind === 'text' ? name.text : '',
          headings[index + 1],
          ...valueOf(cell),
        ]),
      ),
    )
  })

/** The whole report as one long table, a value a line: what other programs like best. */
export const reportCsv = (dataset: ReportDataset, receipt: Receipt): string => {
  const about = [
    ...coverLines(dataset, receipt),
    ...warnings(dataset).map((value) => ({ name: 'Note', value })),
    ...dataset.sections.flatMap(({ title, finding }) =>
      finding === '' ? [] : [{ name: `Finding: ${title}`, value: finding }],
    ),
    ...standingTexts(dataset).map(({ name, text }) => ({ name: `Text: ${name}`, value: text })),
    ...paragraphsOf(dataset.sections).map(({ title, text }) => ({ name: `Words: ${title}`, value: text })),
    // Without these a quartile would pass for a likely range, and the practice's figure for the national one.
    ...dataset.sections
      .flatMap(tablesOf)
      .flatMap(({ title, note }) => (note === null ? [] : [{ name: `Note: ${title}`, value: note }])),
  ]
  const lines = [
    csvLine(HEADER),
    ...about.map(({ name, value }) => csvLine(['Report', dataset.title, name, 'Value', value, '', 'text'])),
    ...dataset.sections.flatMap(sectionLines),
  ]
  return BYTE_ORDER_MARK + lines.join('')
}

const plainText = (cell: PlainCell): string | number => {
  if (cell.kind === 'number') return rounded(cell.value)
  return cell.kind === 'hidden' ? hiddenMark(cell.why) : cell.text
}

/** One table as it stands in the report, its headings first. */
export const tableCsv = (table: ReportTable): string => {
  const { headings, rows } = plainTable(table)
  return BYTE_ORDER_MARK + [headings, ...rows.map((row) => row.map(plainText))].map(csvLine).join('')
}
