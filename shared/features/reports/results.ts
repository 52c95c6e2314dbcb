import { type ComparedCode, COMPARED_MEASURES, comparedMeasureSchema } from './compared-measures.ts'
import type { PublishedResult } from './comparators.ts'
import type { ReportDataset, ReportSection } from './schema.ts'

/** A result as a report prints it. */
export interface ReportResult extends PublishedResult {
  readonly label: string
  /** The first section that prints it. */
  readonly sectionId: string
}

type Printed = Pick<ReportDataset, 'sections' | 'explanations' | 'rules'>

const ruleOf = ({ explanations, rules }: Printed, explain: string): string => {
  const code = explanations.find(({ key }) => key === explain)?.rule ?? ''
  return `${code} ${rules.find((rule) => rule.code === code)?.version ?? ''}`.trim()
}

const inIndicators = (printed: Printed, { id, blocks }: ReportSection): ReportResult[] =>
  blocks
    .flatMap((block) => (block.type === 'indicators' ? block.indicators : []))
    .flatMap(({ id: code, label, unit, estimate, explain }) => {
      const measure = comparedMeasureSchema.safeParse(code)
      return measure.success
        ? [{ measure: measure.data, label, unit, estimate, rule: ruleOf(printed, explain), sectionId: id }]
        : []
    })

/** The middle days of all diagnoses of an interval: the last row of its table. */
const inIntervals = (printed: Printed, { id, blocks }: ReportSection): ReportResult[] =>
  COMPARED_MEASURES.flatMap(({ code: measure, label, unit }: (typeof COMPARED_MEASURES)[number]): ReportResult[] => {
    const table = blocks.find((block) => block.type === 'table' && block.id === `interval-${measure}`)
    const cell = table?.type === 'table' ? table.rows.at(-1)?.find(({ kind }) => kind === 'estimate') : undefined
    if (cell?.kind !== 'estimate') return []
    return [{ measure, label, unit, estimate: cell.estimate, rule: ruleOf(printed, measure), sectionId: id }]
  })

/** Every result of a report that others can be printed beside, each once, as its readers see it. */
export const resultsOf = (printed: Printed): ReportResult[] => {
  const found = new Map<ComparedCode, ReportResult>()
  for (const section of printed.sections)
    for (const result of [...inIndicators(printed, section), ...inIntervals(printed, section)])
      if (!found.has(result.measure)) found.set(result.measure, result)
  return [...found.values()]
}
