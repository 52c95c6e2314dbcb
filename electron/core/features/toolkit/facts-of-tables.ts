import { addMonths } from '#shared/domain/partial-date.ts'
import { documentLabel } from '#shared/features/journey/public.ts'
import { LEARNING_THEMES } from '#shared/features/learning/public.ts'
import { figureText, rangeText } from '#shared/features/measures/public.ts'
import type { FieldTable } from '#shared/features/toolkit/schema.ts'
import { standingFigures, registerNow, type StandingFigure } from '../measures/public.ts'
import { learningThemes } from '../learning/public.ts'
import { countWords, type Fact, fact, type Facts, type FactsAsked, type FactSource } from './fact.ts'
import { countsOf } from './facts-of-measures.ts'
import type { SumOfCounts } from './sums-of-counts.ts'

interface CountRow {
  readonly label: string
  readonly count: number
}

/** Rows of counts with their total. @param totalName what the total counts. */
const countTable = (
  from: string,
  head: readonly [string, string],
  rows: readonly CountRow[],
  totalName: string,
  { today }: FactsAsked,
): Fact => {
  const named = rows.map(({ label, count }, at) => ({ name: `${totalName}, ${at} ${label}`, value: count }))
  const total = { name: totalName, value: rows.reduce((sum, { count }) => sum + count, 0) }
  const table: FieldTable = {
    head: [...head],
    rows: [...rows.map(({ label, count }) => [label, countWords(count)]), ['All', countWords(total.value)]],
  }
  return fact(from, rows.length === 0 ? null : rowWords(table), {
    asAt: today,
    table,
    rows: [...named, total].map((count) => ({ counts: [count], few: [], cells: [1] })),
    sums: [{ total: totalName, parts: named.map(({ name }) => name) }],
  })
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
    'letters.late',
    asked,
  )
}

const themes = async (asked: FactsAsked): Promise<Fact> => {
  const found = await learningThemes(asked.db, { from: addMonths(asked.today, -12), to: asked.today })
  const rows = found.themes
    .filter(({ count }) => count > 0)
    .map(({ code, count }) => ({ label: LEARNING_THEMES.find((theme) => theme.code === code)?.label ?? code, count }))
  const { table, rows: counts, ...rest } = countTable('Learning events', ['Theme', 'Analyses'], rows, 'themes', asked)
  // An analysis can have several themes, so that they make no total.
  return {
    ...rest,
    table: table === null ? null : { ...table, rows: table.rows.slice(0, -1) },
    rows: counts.slice(0, -1),
    sums: [],
  }
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

/** The sums between what a figure counted and what it is out of. */
const sumsOf = (standings: Iterable<StandingFigure>): SumOfCounts[] =>
  [...standings].flatMap((standing) => {
    const [own, whole] = countsOf(standing).counts
    return own === undefined || whole === undefined ? [] : [{ total: whole.name, parts: [own.name] }]
  })

const keyMeasures = async ({ db, today }: FactsAsked): Promise<Fact> => {
  const figures = await standingFigures(db, new Set(KEY_MEASURES), today)
  const standings = KEY_MEASURES.flatMap((code) => figures.get(code) ?? [])
  const rows = standings.map(({ definition, figure }) => [
    definition.title,
    figureText(definition, figure),
    rangeText(definition, figure) ?? '',
  ])
  const table = { head: ['Measure', 'Last 12 months', 'How sure'], rows }
  return fact('Measure', rowWords(table), {
    asAt: figures.get(KEY_MEASURES[0])?.asAt ?? today,
    table,
    rows: standings.map((standing) => ({ ...countsOf(standing), cells: [1, 2] })),
    sums: sumsOf(standings),
  })
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

const tenThings = async ({ db, today }: FactsAsked): Promise<Fact> => {
  const figures = await standingFigures(db, new Set(TEN_THINGS.flatMap(({ measure }) => measure ?? [])), today)
  const rows = TEN_THINGS.map(({ label, measure }) => {
    const standing = figures.get(measure ?? '')
    if (standing === undefined) return [label, 'Not measured', '']
    return [label, standing.definition.title, figureText(standing.definition, standing.figure)]
  })
  const table = { head: ['What matters', 'What says something of it', 'Last 12 months'], rows }
  return fact('Measure', rowWords(table), {
    asAt: today,
    table,
    rows: TEN_THINGS.map(({ measure }) => {
      const standing = figures.get(measure ?? '')
      return { ...(standing === undefined ? { counts: [], few: [] } : countsOf(standing)), cells: [2] }
    }),
    sums: sumsOf(figures.values()),
  })
}

const byGroup = async (asked: FactsAsked): Promise<Fact> => {
  const { groups } = await registerNow(asked.db, asked.today)
  const rows = groups.map(({ label, people }) => ({ label, count: people }))
  return countTable('Register', ['Cancer', 'People'], rows, 'register.people', asked)
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
