import { type Figure, type FigureOutcome, protectFigures } from '#shared/domain/disclosure.ts'
import { addMonths } from '#shared/domain/partial-date.ts'
import { documentLabel } from '#shared/features/journey/public.ts'
import { LEARNING_THEMES } from '#shared/features/learning/public.ts'
import { figureText, rangeText } from '#shared/features/measures/public.ts'
import type { FieldTable } from '#shared/features/toolkit/schema.ts'
import { standingFigures, registerNow, type StandingFigure } from '../measures/public.ts'
import { learningThemes } from '../learning/public.ts'
import { countWords, type Fact, fact, type Facts, type FactsAsked, type FactSource } from './fact.ts'

interface CountRow {
  readonly label: string
  readonly count: number
}

const RULE = 'hide-1-to-5'

const shown = (outcome: FigureOutcome | undefined, count: number): string => {
  if (outcome === undefined) return countWords(count)
  if ('shown' in outcome) return countWords(outcome.shown)
  return outcome.hidden === 'small' ? '*' : '†'
}

/** Rows of counts with their total; where the document leaves, small ones and what would give them away are hidden. */
const countTable = (
  from: string,
  head: readonly [string, string],
  rows: readonly CountRow[],
  { document, today }: FactsAsked,
): Fact => {
  const figures: Figure[] = rows.map(({ count }, at) => ({ id: String(at), value: count }))
  const total = rows.reduce((sum, { count }) => sum + count, 0)
  const all = [...figures, { id: 'total', value: total }]
  const outcomes =
    document?.leaves === true
      ? protectFigures(all, [{ total: 'total', parts: figures.map(({ id }) => id) }], RULE)
      : new Map<string, FigureOutcome>()
  const table: FieldTable = {
    head: [...head],
    rows: [
      ...rows.map(({ label, count }, at) => [label, shown(outcomes.get(String(at)), count)]),
      ['All', shown(outcomes.get('total'), total)],
    ],
  }
  // Small counts are hidden where the document leaves, so nothing in it is unsafe.
  return fact(from, rows.length === 0 ? null : rowWords(table), { asAt: today, table })
}

const rowWords = ({ rows }: FieldTable): string => (rows.length === 1 ? '1 row' : `${rows.length} rows`)

const lettersByKind = async (asked: FactsAsked): Promise<Fact> => {
  const rows = await asked.db
    .selectFrom('letter_wait')
    .select(['document', (where) => where.fn.countAll<number>().as('count')])
    .where('lapses_date', '>=', asked.today)
    .where('due_date', '<', asked.today)
    .groupBy('document')
    .execute()
  return countTable(
    'Letters to chase',
    ['Letter', 'Late today'],
    rows
      .map(({ document, count }) => ({ label: document === null ? 'Something else' : documentLabel(document), count }))
      .toSorted((a, b) => b.count - a.count || (a.label < b.label ? -1 : 1)),
    asked,
  )
}

const themes = async (asked: FactsAsked): Promise<Fact> => {
  const found = await learningThemes(asked.db, { from: addMonths(asked.today, -12), to: asked.today })
  const rows = found.themes
    .filter(({ count }) => count > 0)
    .map(({ code, count }) => ({ label: LEARNING_THEMES.find((theme) => theme.code === code)?.label ?? code, count }))
  const { table, ...rest } = countTable('Learning events', ['Theme', 'Analyses'], rows, asked)
  // An analysis can have several themes, so that they make no total.
  return { ...rest, table: table === null ? null : { ...table, rows: table.rows.slice(0, -1) } }
}

const KEY_MEASURES = [
  'all-new-diagnoses',
  'emergency-route',
  'stage-known',
  'early-stage',
  'letter-gap',
  'letters-in-time',
  'support-contact',
  'care-review',
  'needs-assessment-done',
] as const

const isSmall = (count: number): boolean => count >= 1 && count <= 5

const isHidden = ({ definition: { kind }, figure }: StandingFigure): boolean =>
  isSmall(figure.numerator) ||
  (kind === 'proportion' && figure.denominator !== null && isSmall(figure.denominator - figure.numerator))

const measureCells = (standing: StandingFigure, leaves: boolean): string[] => {
  const { definition, figure } = standing
  if (leaves && isHidden(standing)) return ['*', '']
  return [figureText(definition, figure), rangeText(definition, figure) ?? '']
}

const keyMeasures = async ({ db, today, document }: FactsAsked): Promise<Fact> => {
  const figures = await standingFigures(db, new Set(KEY_MEASURES), today)
  const rows = KEY_MEASURES.flatMap((code) => {
    const standing = figures.get(code)
    return standing === undefined
      ? []
      : [[standing.definition.title, ...measureCells(standing, document?.leaves === true)]]
  })
  const table = { head: ['Measure', 'Last 12 months', 'How sure'], rows }
  return fact('Measure', rowWords(table), { asAt: figures.get(KEY_MEASURES[0])?.asAt ?? today, table })
}

/** The ten headings with the measure that says most of each; our words about them. */
const TEN_THINGS: readonly { readonly label: string; readonly measure: string | null }[] = [
  { label: 'Early diagnosis', measure: 'early-stage' },
  { label: 'Ethos', measure: null },
  { label: 'Communications', measure: 'letters-in-time' },
  { label: 'Choice', measure: null },
  { label: 'Supports', measure: 'support-contact' },
  { label: 'Carers', measure: null },
  { label: 'Holistic assessment', measure: 'needs-assessment-done' },
  { label: 'Seamless care', measure: 'nurse-specialist' },
  { label: 'Transport', measure: null },
  { label: 'Discharge information', measure: 'treatment-summary' },
]

const tenThings = async ({ db, today, document }: FactsAsked): Promise<Fact> => {
  const figures = await standingFigures(db, new Set(TEN_THINGS.flatMap(({ measure }) => measure ?? [])), today)
  const rows = TEN_THINGS.map(({ label, measure }) => {
    const standing = figures.get(measure ?? '')
    if (standing === undefined) return [label, 'Not measured', '']
    const [figure = ''] = measureCells(standing, document?.leaves === true)
    return [label, standing.definition.title, figure]
  })
  const table = { head: ['What matters', 'What says something of it', 'Last 12 months'], rows }
  return fact('Measure', rowWords(table), { asAt: today, table })
}

const byGroup = async (asked: FactsAsked): Promise<Fact> => {
  const { groups } = await registerNow(asked.db, asked.today)
  const rows = groups.map(({ label, people }) => ({ label, count: people }))
  return countTable('Register', ['Cancer', 'People'], rows, asked)
}

const SOURCES: Readonly<Record<string, (asked: FactsAsked) => Promise<Fact>>> = {
  'table.register-by-group': byGroup,
  'table.letters-by-kind': lettersByKind,
  'table.learning-themes': themes,
  'table.measures-key': keyMeasures,
  'table.ten-things': tenThings,
}

/** Tables of counts and figures. */
export const factsOfTables: FactSource = async (asked, codes): Promise<Facts> => {
  const facts: Facts = new Map()
  for (const code of codes) {
    const source = SOURCES[code]
    if (source !== undefined) facts.set(code, await source(asked))
  }
  return facts
}
