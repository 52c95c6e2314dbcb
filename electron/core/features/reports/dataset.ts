import { formatIsoDate } from '#shared/domain/partial-date.ts'
import type { Practice } from '#shared/features/access/schema.ts'
import { watermark } from '#shared/features/reports/cover.ts'
import type { Measured } from '#shared/features/reports/measure.ts'
import type { NetworkPart } from '#shared/features/reports/network-measure.ts'
import type { ReportPeriod } from '#shared/features/reports/period.ts'
import {
  REPORT_SCHEMA_ID,
  REPORT_VERSION,
  type ReportDataset,
  type ReportSection,
  type ShownFigure,
} from '#shared/features/reports/schema.ts'
import type { Disclosed } from './disclose.ts'
import { careSection } from './sections/care-section.ts'
import { completenessSection } from './sections/completeness-section.ts'
import { diagnosesSection } from './sections/diagnoses-section.ts'
import { lettersSection } from './sections/letters-section.ts'
import { learningSection } from './sections/learning-section.ts'
import { listsSection } from './sections/lists-section.ts'
import { methodSection, usedRules } from './sections/method-section.ts'
import { PRACTICES_RULE, practicesSection } from './sections/practices-section.ts'
import { registerSection } from './sections/register-section.ts'
import { routeSection } from './sections/route-section.ts'
import type { SectionContext } from './sections/section.ts'
import { stageSection } from './sections/stage-section.ts'
import { summarySection } from './sections/summary-section.ts'

/** What a report says of its own making. */
export interface Imprint {
  readonly id: string
  readonly frozenAt: string
  readonly frozenBy: string
  readonly producedBy: string
  readonly demo: boolean
}

/** Every figure of some sections, each once. */
export const figuresIn = (sections: readonly ReportSection[]): Map<string, ShownFigure> => {
  const found = new Map<string, ShownFigure>()
  const add = (figure: ShownFigure | null): void => void (figure && found.set(figure.id, figure))
  for (const block of sections.flatMap(({ blocks }) => blocks)) {
    if (block.type === 'indicators')
      for (const { numerator, denominator } of block.indicators) [numerator, denominator].forEach(add)
    if (block.type === 'table') for (const cell of block.rows.flat()) if (cell.kind === 'count') add(cell.figure)
  }
  return found
}

const countHidden = (sections: readonly ReportSection[]): ReportDataset['hiddenCounts'] => {
  const figures = [...figuresIn(sections).values()]
  const number = (why: 'small' | 'protect'): number =>
    figures.filter((figure) => figure.state === 'hidden' && figure.why === why).length
  return { small: number('small'), protect: number('protect') }
}

/** `Network report, 1 Apr 2025 to 31 Mar 2026`; `Combined network report, …` for several practices. */
const reportTitle = ({ from, to }: ReportPeriod, isCombined: boolean): string =>
  `${isCombined ? 'Combined network' : 'Network'} report, ${formatIsoDate(from)} to ${formatIsoDate(to)}`

export interface ReportParts {
  readonly practice: Practice
  readonly period: ReportPeriod
  readonly smallNumbers: ReportDataset['smallNumbers']
  readonly imprint: Imprint
  readonly rules: Pick<Measured, 'supportRule' | 'reviewRule' | 'letterVersion' | 'lists' | 'hasLearning'>
  readonly shown: Disclosed
  /** For a report of several practices. */
  readonly network?: NetworkPart | undefined
}

/** Puts the report together from what may be shown. Pure: the same parts give the same dataset. */
export const makeDataset = (parts: ReportParts): ReportDataset => {
  const { practice, period, smallNumbers, imprint, rules, shown, network } = parts
  const context: SectionContext = { shown, period, practice, smallNumbers, ...rules }
  const always = [registerSection, diagnosesSection, stageSection, routeSection, careSection, lettersSection]
  const own = [
    ...always,
    ...(context.hasLearning ? [learningSection] : []),
    ...(context.lists.length === 0 ? [] : [listsSection]),
  ].map((make) => make(context))
  const body = network === undefined ? own : [...own, practicesSection(context, network)]
  const summary = summarySection(
    context,
    body.map(({ section }) => section.finding),
  )
  const drafts = [summary, ...body, completenessSection(context), methodSection(context)]
  const sections = drafts.map(({ section }) => section)
  return {
    $schema: REPORT_SCHEMA_ID,
    format: 'throughline.network-report',
    formatVersion: REPORT_VERSION,
    ...imprint,
    title: reportTitle(period, network !== undefined),
    practiceName: practice.name,
    odsCode: practice.odsCode,
    networkName: practice.networkName,
    listSize: practice.listSize,
    listSizeOn: practice.listSizeOn,
    from: period.from,
    to: period.to,
    ...(network === undefined
      ? {}
      : { combined: { practices: network.practices.length, listed: network.listed, named: network.named } }),
    smallNumbers,
    watermark: watermark({ smallNumbers }),
    hiddenCounts: countHidden(sections),
    rules: network === undefined ? usedRules(context) : [...usedRules(context), PRACTICES_RULE],
    explanations: drafts.flatMap(({ explanations }) => explanations),
    sections,
  }
}
