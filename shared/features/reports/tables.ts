import type {
  Estimate,
  Indicator,
  ReportBlock,
  ReportSection,
  ReportTable,
  TableCell,
  TableColumn,
  Unit,
} from './schema.ts'
import { estimateText } from './words.ts'

const outOfCell = ({ denominator, population, explain }: Indicator): TableCell => {
  if (denominator !== null) return { kind: 'count', figure: denominator, explain }
  return population === null ? { kind: 'text', text: '' } : { kind: 'number', value: population }
}

/** A block of indicators as the table it is shown as. */
export const indicatorTable = ({
  id,
  title,
  indicators,
}: Extract<ReportBlock, { type: 'indicators' }>): ReportTable => ({
  type: 'table',
  id: `${id}-measures`,
  title,
  columns: [
    { heading: 'Measure', shows: 'text' },
    { heading: 'Number', shows: 'count' },
    { heading: 'Out of', shows: 'count' },
    { heading: 'Result', shows: 'value' },
    { heading: 'Likely range', shows: 'range' },
    { heading: 'Unit', shows: 'text' },
  ],
  rows: indicators.map((indicator) => [
    { kind: 'text', text: indicator.label },
    { kind: 'count', figure: indicator.numerator, explain: indicator.explain },
    outOfCell(indicator),
    { kind: 'estimate', unit: indicator.unit, estimate: indicator.estimate },
    { kind: 'estimate', unit: indicator.unit, estimate: indicator.estimate },
    { kind: 'text', text: indicator.unit },
  ]),
  totalRow: false,
  note: indicators.some(({ unit }) => unit === 'days')
    ? 'For days the result is the median and the range lies between the quartiles.'
    : null,
  chart: null,
})

/** Every table of a section, its indicators included, in order. */
export const tablesOf = (section: ReportSection): ReportTable[] =>
  section.blocks.flatMap((block) => {
    if (block.type === 'table') return [block]
    return block.type === 'indicators' ? [indicatorTable(block)] : []
  })

/** The paragraphs of the sections, each with its section's title; not those that only repeat another section's finding. */
export const paragraphsOf = (
  sections: readonly ReportSection[],
): { readonly title: string; readonly text: string }[] => {
  const findings = new Set(sections.map(({ finding }) => finding))
  return sections.flatMap(({ title, blocks }) =>
    blocks.flatMap((block) =>
      block.type === 'paragraph' && !findings.has(block.text) ? [{ title, text: block.text }] : [],
    ),
  )
}

/** One value for a program: a number with its unit, words, or the reason that there is none. */
export type PlainCell =
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'number'; readonly value: number; readonly unit: Unit | 'count' }
  | { readonly kind: 'hidden'; readonly why: 'small' | 'protect' }
  | { readonly kind: 'absent'; readonly state: 'too-few' | 'nobody'; readonly text: string }

export interface PlainTable {
  readonly headings: readonly string[]
  readonly rows: readonly (readonly PlainCell[])[]
}

const plainEstimate = (estimate: Estimate, unit: Unit, part: 'value' | 'low' | 'high'): PlainCell => {
  if (estimate.state === 'hidden') return { kind: 'hidden', why: estimate.why }
  if (estimate.state === 'shown') return { kind: 'number', value: estimate[part], unit }
  return { kind: 'absent', state: estimate.state, text: estimateText(estimate, unit) }
}

const plainCells = (cell: TableCell, column: TableColumn): PlainCell[] => {
  switch (cell.kind) {
    case 'text': {
      const words: PlainCell = { kind: 'text', text: cell.text }
      return column.shows === 'range' ? [words, words] : [words]
    }
    case 'number':
      return [{ kind: 'number', value: cell.value, unit: 'count' }]
    case 'count':
      return [
        cell.figure.state === 'hidden'
          ? { kind: 'hidden', why: cell.figure.why }
          : { kind: 'number', value: cell.figure.value, unit: 'count' },
      ]
    case 'estimate':
      return (column.shows === 'range' ? (['low', 'high'] as const) : (['value'] as const)).map((part) =>
        plainEstimate(cell.estimate, cell.unit, part),
      )
  }
}

/** A table with one value a cell: a range becomes two columns. */
export const plainTable = ({ columns, rows }: ReportTable): PlainTable => ({
  headings: columns.flatMap(({ heading, shows }) =>
    shows === 'range' ? [`${heading}, low`, `${heading}, high`] : [heading],
  ),
  rows: rows.map((row) =>
    row.flatMap((cell, index) => plainCells(cell, columns[index] ?? { heading: '', shows: 'text' })),
  ),
})
