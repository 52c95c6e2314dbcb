import { formatIsoDate } from '#shared/domain/partial-date.ts'
import type { Practice } from '#shared/features/access/schema.ts'
import { watermark } from '#shared/features/reports/cover.ts'
import { type Comparators, NO_COMPARATORS } from '#shared/features/reports/comparators.ts'
import type { Measured } from '#shared/features/reports/measure.ts'
import type { OwnText } from '#shared/features/reports/own-text.ts'
import type { NetworkPart } from '#shared/features/reports/network-measure.ts'
import type { ReportPeriod } from '#shared/features/reports/period.ts'
import {
  REPORT_SCHEMA_ID,
  REPORT_VERSION,
  type ReportDataset,
  type ReportSection,
  type ShownFigure,
} from '#shared/features/reports/schema.ts'
import { ALL_SECTIONS, type SectionCode } from '#shared/features/reports/sections.ts'
import { withComparisons } from './comparison-tables.ts'
import type { Disclosed } from './disclose.ts'
import { withOwnTexts } from './own-texts.ts'
import type { CommandContext } from '../../context.ts'
import { beforeReferralSection } from './sections/before-referral-section.ts'
import { careSection } from './sections/care-section.ts'
import { completenessSection } from './sections/completeness-section.ts'
import { deathsSection } from './sections/deaths-section.ts'
import { demographicsSection } from './sections/demographics-section.ts'
import { diagnosesSection } from './sections/diagnoses-section.ts'
import { hospitalsSection } from './sections/hospitals-section.ts'
import { intervalsSection } from './sections/intervals-section.ts'
import { lettersSection } from './sections/letters-section.ts'
import { learningSection } from './sections/learning-section.ts'
import { planSection } from './sections/plan-section.ts'
import { listsSection } from './sections/lists-section.ts'
import { methodSection, usedRules } from './sections/method-section.ts'
import { practicesSection } from './sections/practices-section.ts'
import { registerSection } from './sections/register-section.ts'
import { routeSection } from './sections/route-section.ts'
import type { SectionContext, SectionDraft } from './sections/section.ts'
import { stageSection } from './sections/stage-section.ts'
import { summarySection } from './sections/summary-section.ts'
import { tenThingsSection } from './sections/ten-things-section.ts'

/** What a report says of its own making. */
export interface Imprint {
  readonly id: string
  readonly frozenAt: string
  readonly frozenBy: string
  readonly producedBy: string
  readonly demo: boolean
}

/** That of a report frozen now. */
export const imprintOf = ({ env, user, demo }: Pick<CommandContext, 'env' | 'user' | 'demo'>): Imprint => ({
  id: env.ids.next(),
  frozenAt: env.clock.now(),
  frozenBy: user.name,
  producedBy: `Throughline ${env.appVersion}`,
  demo,
})

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
  readonly rules: Omit<Measured, 'sheet'>
  readonly chosen: readonly SectionCode[]
  readonly shown: Disclosed
  /** For a report of several practices. */
  readonly network?: NetworkPart | undefined
  /** The author's own words, without faults. */
  readonly texts?: readonly OwnText[] | undefined
  /** What its results are printed beside. */
  readonly comparators?: Comparators | undefined
}

/** How each section is made; in the order of the report. */
const MAKERS: Readonly<Record<SectionCode, (context: SectionContext) => SectionDraft>> = {
  register: registerSection,
  'new-diagnoses': diagnosesSection,
  demographics: demographicsSection,
  stage: stageSection,
  route: routeSection,
  intervals: intervalsSection,
  'before-referral': beforeReferralSection,
  hospitals: hospitalsSection,
  care: careSection,
  letters: lettersSection,
  deaths: deathsSection,
  learning: learningSection,
  plan: planSection,
  lists: listsSection,
  'ten-things': tenThingsSection,
  completeness: completenessSection,
}

/** Sections that say how to read their tables and not what was found. */
const NO_FINDING: ReadonlySet<SectionCode | 'practices'> = new Set(['hospitals', 'ten-things', 'completeness'])

const hasSomething = (code: SectionCode, { lists, hasLearning, plan }: SectionContext): boolean => {
  if (code === 'plan') return plan !== undefined
  if (code === 'learning') return hasLearning
  return code !== 'lists' || lists.length > 0
}

/** Puts the report together from what may be shown. Pure: the same parts give the same dataset. */
export const makeDataset = (parts: ReportParts): ReportDataset => {
  const { practice, period, smallNumbers, imprint, rules, chosen, shown, network, texts = [] } = parts
  const { comparators = NO_COMPARATORS } = parts
  const context: SectionContext = {
    shown,
    period,
    practice,
    smallNumbers,
    ...rules,
    chosen: new Set(chosen),
    practicesTogether: network?.practices.length ?? null,
  }
  const own = ALL_SECTIONS.filter((code) => context.chosen.has(code) && hasSomething(code, context)).map((code) => ({
    code,
    ...MAKERS[code](context),
  }))
  const body =
    network === undefined ? own : [...own, { code: 'practices' as const, ...practicesSection(context, network) }]
  const summary = summarySection(
    context,
    body.flatMap(({ code, section }) => (NO_FINDING.has(code) ? [] : [section.finding])),
  )
  const drafts: SectionDraft[] = [summary, ...body, methodSection(context)]
  const usedIn = usedRules(context)
  const explanations = drafts.flatMap((draft) => draft.explanations)
  const made = drafts.map(({ section }) => section)
  const compared = withComparisons(comparators, { period, smallNumbers, explanations, rules: usedIn, sections: made })
  const sections = withOwnTexts(texts, {
    context,
    imprint,
    sections: compared,
    isCombined: network !== undefined,
  })
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
    rules: usedIn,
    explanations,
    sections,
    chosen: [...chosen],
    comparators,
  }
}
