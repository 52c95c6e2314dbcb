import type { Practice } from '#shared/features/access/schema.ts'
import type { PlanProgress } from '#shared/features/plan/public.ts'
import type { ReportPeriod } from '#shared/features/reports/period.ts'
import type { CareRule } from '#shared/features/reports/rules.ts'
import type {
  Estimate,
  Explanation,
  Indicator,
  ReportSection,
  ReportTable,
  ShownFigure,
  TableCell,
  TableColumn,
  Unit,
} from '#shared/features/reports/schema.ts'
import { estimateSentence, fractionText } from '#shared/features/reports/words.ts'
import type { SectionCode } from '#shared/features/reports/sections.ts'
import type { SourceList } from '#shared/features/reports/source.ts'
import type { Disclosed } from '../disclose.ts'

/** What every section is made from. True counts are not among it, so no sentence or cell can hold one. */
export interface SectionContext {
  readonly shown: Disclosed
  readonly period: ReportPeriod
  readonly practice: Practice
  readonly smallNumbers: 'hide-1-to-5' | 'hide-1-to-7-round-5' | 'none'
  readonly supportRule: CareRule
  readonly reviewRule: CareRule
  readonly letterVersion: string
  readonly lists: readonly SourceList[]
  readonly plan?: PlanProgress | undefined
  readonly hasLearning: boolean
  readonly hospitals: readonly string[]
  readonly unnamedHospitals: number
  /** The sections that the report has: no other section may print what is theirs alone. */
  readonly chosen: ReadonlySet<SectionCode>
  /** How many practices' counts are added up in it; null for the report of one practice. */
  readonly practicesTogether: number | null
}

export interface SectionDraft {
  readonly section: ReportSection
  readonly explanations: readonly Explanation[]
}

export const textCell = (text: string): TableCell => ({ kind: 'text', text })
export const countCell = (figure: ShownFigure): TableCell => ({ kind: 'count', figure, explain: null })
export const estimateCell = (estimate: Estimate, unit: Unit): TableCell => ({ kind: 'estimate', unit, estimate })

/** A column whose counts are all explained alike. */
type ExplainedColumn = TableColumn & { readonly explain: string | null }

export const column = (
  heading: string,
  shows: TableColumn['shows'],
  explain: string | null = null,
): ExplainedColumn => ({ heading, shows, explain })

type TableMade = Pick<ReportTable, 'id' | 'title' | 'rows'> &
  Partial<ReportTable> & { readonly columns: readonly ExplainedColumn[] }

/** A table without total, note or chart unless they are given. */
export const table = ({ columns, rows, ...made }: TableMade): ReportTable => ({
  type: 'table',
  totalRow: false,
  note: null,
  chart: null,
  ...made,
  columns: columns.map(({ heading, shows }) => ({ heading, shows })),
  rows: rows.map((row) =>
    row.map((cell, index) => (cell.kind === 'count' ? { ...cell, explain: columns[index]?.explain ?? null } : cell)),
  ),
})

/** A proportion of a count of ours. */
export const proportion = (
  shown: Disclosed,
  made: { id: string; label: string; numerator: string; denominator: string; rest: string; explain: string },
): Indicator => ({
  id: made.id,
  label: made.label,
  numerator: shown.figure(made.numerator),
  denominator: shown.figure(made.denominator),
  population: null,
  unit: 'per cent',
  estimate: shown.percentage(made.numerator, made.denominator, made.rest),
  explain: made.explain,
})

/** One sentence on why a share cannot be given, for findings. `of` names what would have been counted. */
const whyNoShare = (estimate: Estimate, of: string): string => {
  switch (estimate.state) {
    case 'hidden':
      return `${of}: the numbers are hidden.`
    case 'too-few':
      return `${of}: fewer than 10 to count, so the numbers are given without a percentage.`
    case 'nobody':
    case 'shown':
      return `${of}: nobody to count in this period.`
  }
}

/** A share as a sentence of a finding, else why it cannot be given. `of` names what was to be counted. */
export const shareSentence = (
  indicator: Indicator,
  of: string,
  say: (fraction: string, share: string) => string,
): string => {
  const share = estimateSentence(indicator.estimate, 'per cent')
  return share === null ? whyNoShare(indicator.estimate, of) : say(fractionText(indicator), share)
}
