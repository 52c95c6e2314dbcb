import type { z } from 'zod'
import { AppError } from '#shared/contract/errors.ts'
import { dayNumber, isoFromDayNumber } from '#shared/domain/calendar.ts'
import type { DatePrecision, IsoDate, PartialDate } from '#shared/domain/partial-date.ts'
import type { FactDate, Facts } from '#shared/features/measures/facts.ts'
import { type Counted, observeAll, outcomeIn } from '#shared/features/measures/library/count.ts'
import { figureIn, seriesMonths, seriesOf } from '#shared/features/measures/library/figure.ts'
import { LIBRARY, measureOf } from '#shared/features/measures/library/library.ts'
import type { LibraryMeasure, MeasureContext } from '#shared/features/measures/library/measure.ts'
import { type MeasureMark, ownTarget, rebasesOf } from '#shared/features/measures/library/marks.ts'
import { monthNumber, type Months, monthsBefore, monthText } from '#shared/features/measures/library/months.ts'
import { MET, type Outcome, UNDECIDED } from '#shared/features/measures/library/observations.ts'
import { runChart } from '#shared/features/measures/library/run-chart.ts'
import {
  type COUNTED_AS,
  type Library,
  type libraryInputSchema,
  type libraryPeopleInputSchema,
  type libraryPeopleSchema,
  type Measure,
  type measureInputSchema,
  type MeasureLine,
  SPLITS,
} from '#shared/features/measures/library/schema.ts'
import { groupOfRow, splitOf } from '#shared/features/measures/library/splits.ts'
import type { ReadDb } from '../../db/database.ts'
import { currentLetterBook } from '../letters/public.ts'
import { readClockRules } from '../pathways/public.ts'
import { type ListSize, listSizeNow } from './list-size.ts'
import { factsNow } from './load-facts.ts'
import { marksByMeasure } from './marks.ts'
import { idsByName, linesOf } from '../../db/people-by-name.ts'

const A_YEAR = 12

/** The months asked for, or the last 12 that have ended. */
export const periodOf = (asked: { readonly from: string; readonly to: string } | null, today: IsoDate): Months => {
  if (asked !== null) return { first: monthNumber(asked.from), last: monthNumber(asked.to) }
  const last = monthNumber(today.slice(0, 7)) - 1
  return { first: last - A_YEAR + 1, last }
}

/** Every month that a figure, the one before it or its run of months is made of. */
const monthsLookedAt = (period: Months): Months => ({
  first: Math.min(monthsBefore(period).first, seriesMonths(period).first),
  last: period.last,
})

export interface Asked {
  readonly facts: Facts
  readonly context: MeasureContext
  readonly listSize: ListSize | null
}

/** Everything that the measures of the library count from. */
export const readAll = async (db: ReadDb, today: IsoDate): Promise<Asked> => {
  const listSize = await listSizeNow(db)
  const context = {
    today,
    todayNumber: dayNumber(today),
    clockRules: await readClockRules(db),
    letterBook: await currentLetterBook(db),
    listSize: listSize?.people ?? null,
  }
  return { facts: await factsNow(db, today), context, listSize }
}

/** The practice's own target goes before that of the rule, from the month that it was set for. */
export const targetOf = (
  measure: LibraryMeasure,
  marks: readonly MeasureMark[],
  { last }: Months,
  context: MeasureContext,
): MeasureLine['target'] => {
  const own = ownTarget(marks, monthText(last))
  if (own !== null) return own
  const set = measure.target(context)
  return set === null ? null : { ...set, from: null }
}

/** The figure of a measure over a period, with its run of months. */
export const lineOf = (
  counted: Counted,
  besideIt: Counted | undefined,
  period: Months,
  context: MeasureContext,
  marks: readonly MeasureMark[],
  screened: boolean,
): MeasureLine & { series: ReturnType<typeof seriesOf> } => {
  const { measure } = counted
  const target = targetOf(measure, marks, period, context)
  const series = seriesOf(counted, period, context)
  const { kind, better } = measure.definition
  const { variation, assurance } = runChart({ kind, better, target, series, rebases: rebasesOf(marks) }, screened)
  return {
    ...measure.definition,
    outOf: measure.outOf,
    target,
    figure: figureIn(counted, period, context),
    before: figureIn(counted, monthsBefore(period), context),
    beside:
      measure.beside === null || besideIt === undefined
        ? null
        : { label: measure.beside.label, figure: figureIn(besideIt, period, context) },
    variation,
    assurance,
    series,
  }
}

/** Every measure that is counted here, over a period of months. */
export const libraryOf = async (
  db: ReadDb,
  { months }: z.output<typeof libraryInputSchema>,
  today: IsoDate,
): Promise<Library> => {
  const { facts, context, listSize } = await readAll(db, today)
  const period = periodOf(months, today)
  const measures = LIBRARY.filter(({ isCounted }) => isCounted(context))
  const all = observeAll(measures, facts, context, monthsLookedAt(period))
  const marks = await marksByMeasure(db)
  const byCode = new Map(all.map((counted) => [counted.measure.definition.code, counted]))
  return {
    from: monthText(period.first),
    to: monthText(period.last),
    listSize,
    measures: all.map((counted) => {
      const { series: _, ...line } = lineOf(
        counted,
        byCode.get(counted.measure.beside?.code ?? ''),
        period,
        context,
        marks.get(counted.measure.definition.code) ?? [],
        true,
      )
      return line
    }),
  }
}

const wanted = (code: string, context: MeasureContext): LibraryMeasure => {
  const measure = measureOf(code)
  if (measure?.isCounted(context) !== true) throw new AppError('not-found', 'There is no such measure.')
  return measure
}

/** One measure with its 36 months and, where that is asked, its parts. */
export const measureNow = async (
  db: ReadDb,
  { code, months, split, screened }: z.output<typeof measureInputSchema>,
  today: IsoDate,
): Promise<Measure> => {
  const { facts, context } = await readAll(db, today)
  const period = periodOf(months, today)
  const measure = wanted(code, context)
  const beside = measure.beside === null ? undefined : measureOf(measure.beside.code)
  const [counted, besideIt] = observeAll(
    beside === undefined ? [measure] : [measure, beside],
    facts,
    context,
    monthsLookedAt(period),
  )
  if (counted === undefined) throw new AppError('not-found', 'There is no such measure.')
  const marks = (await marksByMeasure(db)).get(code) ?? []
  return {
    ...lineOf(counted, besideIt, period, context, marks, screened),
    from: monthText(period.first),
    to: monthText(period.last),
    splits: [...SPLITS],
    split: split === null ? null : splitOf(counted, facts.people, split, period, context),
    marks: [...marks],
  }
}

type CountedAs = (typeof COUNTED_AS)[number]

const AS: Readonly<Record<Outcome, CountedAs>> = { 0: 'not-numerator', 1: 'numerator', 2: 'undecided' }

const partial = ({ from, precision }: FactDate): PartialDate => ({ date: isoFromDayNumber(from), precision })

const spanPrecision = (first: number, last: number): DatePrecision =>
  first === last ? 'day' : last - first < 31 ? 'month' : 'year'

/** By what date an observation falls into a period; at a month's end that of the diagnosis behind it. */
const dateOfRow = ({ measure, observed }: Counted, row: number, { people }: Facts): PartialDate | null => {
  const episode = people[observed.person[row] ?? -1]?.episodes[observed.place[row] ?? -1]
  if (measure.atMonthEnd || episode?.diagnosed === null)
    return episode?.diagnosed == null ? null : partial(episode.diagnosed)
  const first = observed.day[row] ?? 0
  return { date: isoFromDayNumber(first), precision: spanPrecision(first, observed.lastDay[row] ?? first) }
}

/** Rows of a measure that count in a period as was asked. */
const rowsAsked = (
  counted: Counted,
  people: Facts['people'],
  period: Months,
  { as, split }: Pick<z.output<typeof libraryPeopleInputSchema>, 'as' | 'split'>,
): number[] => {
  const rows: number[] = []
  for (let row = 0; row < counted.observed.rows; row += 1) {
    const outcome = outcomeIn(counted, row, period)
    if (outcome === null || !as.includes(AS[outcome])) continue
    if (split === null || groupOfRow(counted, row, people, split.by, period) === split.code) rows.push(row)
  }
  return rows
}

/** The people behind a figure: the same observations that it counts. */
export const peopleOfMeasure = async (
  db: ReadDb,
  { code, months, as, split, offset, limit }: z.output<typeof libraryPeopleInputSchema>,
  today: IsoDate,
): Promise<z.input<typeof libraryPeopleSchema>> => {
  const { facts, context } = await readAll(db, today)
  const period = periodOf(months, today)
  const measure = wanted(code, context)
  const [counted] = observeAll([measure], facts, context, period)
  if (counted === undefined) return { rows: [], total: 0 }
  const { observed } = counted
  const idOf = (row: number): string => facts.people[observed.person[row] ?? -1]?.id ?? ''
  const rows = rowsAsked(counted, facts.people, period, { as, split })
  const byPerson = Map.groupBy(rows, idOf)
  const inOrder = (await idsByName(db, [...byPerson.keys()])).flatMap((id) => byPerson.get(id) ?? [])
  const page = inOrder.slice(offset, offset + limit)
  const lines = await linesOf(db, [...new Set(page.map(idOf))])
  return {
    rows: page.flatMap((row) => {
      const person = lines.get(idOf(row))
      const outcome = outcomeIn(counted, row, period)
      if (person === undefined || outcome === null) return []
      return [
        {
          person,
          date: dateOfRow(counted, row, facts),
          as: AS[outcome],
          days: measure.definition.kind === 'median' && outcome === MET ? (observed.days[row] ?? 0) : null,
          why: whyOf(measure, outcome),
        },
      ]
    }),
    total: rows.length,
  }
}

const whyOf = ({ found }: LibraryMeasure, outcome: Outcome): string => {
  if (outcome === UNDECIDED) return found.undecided
  return outcome === MET ? found.numerator : found.notNumerator
}
