import { addDays, dayNumber } from '#shared/domain/calendar.ts'
import type { IsoDate } from '#shared/domain/partial-date.ts'
import type { EventTypeCode } from '#shared/features/journey/public.ts'
import { eventTypeNumber, type Facts } from '#shared/features/measures/facts.ts'
import { observeAll } from '#shared/features/measures/library/count.ts'
import { figureIn } from '#shared/features/measures/library/figure.ts'
import { LIBRARY, measureOf } from '#shared/features/measures/library/library.ts'
import type { MeasureContext } from '#shared/features/measures/library/measure.ts'
import { monthNumber } from '#shared/features/measures/library/months.ts'
import type { LibraryFigure, MeasureDefinition } from '#shared/features/measures/library/schema.ts'
import { splitOf } from '#shared/features/measures/library/splits.ts'
import type { ReadDb } from '../../db/database.ts'
import { factsNow } from './load-facts.ts'
import { marksByMeasure } from './marks.ts'
import { periodOf, readAll, targetOf } from './library-queries.ts'

/** The figure of a measure over the last 12 months that have ended, as its page shows it. */
export interface StandingFigure {
  readonly definition: Omit<MeasureDefinition, 'target' | 'outOf'>
  readonly figure: LibraryFigure
  readonly target: MeasureDefinition['target']
  /** The last day of the period. */
  readonly asAt: IsoDate
}

interface Counted {
  readonly today: IsoDate
  readonly listSize: number | null
  readonly figures: Map<string, LibraryFigure>
}

const kept = new WeakMap<Facts, Counted>()

/** What has been counted of these facts today: a document asks for the same measures in its text and in its tables. */
const countedOf = (facts: Facts, { today, listSize }: MeasureContext): Map<string, LibraryFigure> => {
  const known = kept.get(facts)
  if (known?.today === today && known.listSize === listSize) return known.figures
  const figures = new Map<string, LibraryFigure>()
  kept.set(facts, { today, listSize, figures })
  return figures
}

/** The figures of some measures, by code; those that are not counted here are left out. */
export const standingFigures = async (
  db: ReadDb,
  codes: ReadonlySet<string>,
  today: IsoDate,
): Promise<Map<string, StandingFigure>> => {
  if (codes.size === 0) return new Map()
  const { facts, context } = await readAll(db, today)
  const period = periodOf(null, today)
  const measures = LIBRARY.filter((measure) => codes.has(measure.definition.code) && measure.isCounted(context))
  const marks = await marksByMeasure(db)
  const asAt = addDays(`${today.slice(0, 7)}-01`, -1)
  const figures = countedOf(facts, context)
  const missing = measures.filter(({ definition }) => !figures.has(definition.code))
  if (missing.length > 0)
    for (const counted of observeAll(missing, facts, context, period))
      figures.set(counted.measure.definition.code, figureIn(counted, period, context))
  return new Map(
    measures.flatMap((measure): [string, StandingFigure][] => {
      const { definition } = measure
      const figure = figures.get(definition.code)
      if (figure === undefined) return []
      const target = targetOf(measure, marks.get(definition.code) ?? [], period, context)
      return [[definition.code, { definition, figure, target, asAt }]]
    }),
  )
}

/** How many people are on the cancer register today, and under which cancers. */
export interface RegisterNow {
  readonly people: number
  readonly groups: readonly { readonly code: string; readonly label: string; readonly people: number }[]
}

/** The register today, by the rule of its measure; groups without anybody are left out, the largest come first. */
export const registerNow = async (db: ReadDb, today: IsoDate): Promise<RegisterNow> => {
  const measure = measureOf('prevalence')
  if (measure === undefined) return { people: 0, groups: [] }
  const { facts, context } = await readAll(db, today)
  const month = monthNumber(today.slice(0, 7))
  const period = { first: month, last: month }
  const [counted] = observeAll([measure], facts, context, period)
  if (counted === undefined) return { people: 0, groups: [] }
  return {
    people: figureIn(counted, period, context).numerator,
    groups: splitOf(counted, facts.people, 'tumour-group', period, context)
      .map(({ code, label, figure }) => ({ code, label, people: figure.numerator }))
      .filter(({ people }) => people > 0)
      .toSorted((a, b) => b.people - a.people),
  }
}

/** How many events of a type lie after a day and up to today, each by the first day that its date can mean. */
export const eventsSince = async (db: ReadDb, type: EventTypeCode, after: IsoDate, today: IsoDate): Promise<number> => {
  const { people, events } = await factsNow(db, today)
  const wanted = eventTypeNumber(type)
  const from = dayNumber(after)
  const to = dayNumber(today)
  let count = 0
  for (const { eventsFrom, eventsEnd } of people)
    for (let row = eventsFrom; row < eventsEnd; row += 1) {
      const day = events.day[row] ?? 0
      if (events.type[row] === wanted && day > from && day <= to) count += 1
    }
  return count
}
