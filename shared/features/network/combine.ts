import type { PracticeFigures } from '#shared/features/packs/schema.ts'
import { createFigureSheet, type FigureSheet } from '#shared/features/reports/public.ts'

/**
 * Several practices as one. Counts are added up one by one, so that every sum between them holds for all as it does for
 * each, and a pooled figure is that of all their people. Medians are never averaged: the days of all are put together.
 */

const DAYS_IN_FULL = 500_000

const shapeOf = ({ rules, figures, sums, histograms }: PracticeFigures): string =>
  JSON.stringify([
    rules.support,
    rules.review,
    figures.map(({ id }) => id).toSorted(),
    sums.map(({ total, parts }) => [total, ...parts.toSorted()].join(' ')).toSorted(),
    histograms.map(({ id, countId }) => `${id} ${countId}`).toSorted(),
  ])

/**
 * Why the counts of a practice do not hold together by themselves; null where they do. A signature says who wrote them
 * and not that they are right.
 */
export const figuresFault = ({ figures, sums, histograms, monthly }: PracticeFigures): string | null => {
  const values = new Map(figures.map(({ id, value }) => [id, value]))
  if (values.size !== figures.length) return 'A figure stands in it twice.'
  const isWrong = sums.some(({ total, parts }) => {
    if (new Set([total, ...parts]).size !== parts.length + 1) return true
    const known = [total, ...parts].every((id) => values.has(id))
    return !known || parts.reduce((sum, part) => sum + (values.get(part) ?? 0), 0) !== values.get(total)
  })
  if (isWrong) return 'Its figures do not add up.'
  const isUneven = histograms.some(
    ({ countId, days }) => days.reduce((sum, [, count]) => sum + count, 0) !== values.get(countId),
  )
  if (isUneven) return 'Its days do not match their counts.'
  return monthsFault(monthly)
}

/** Why months cannot be read as a run; null where they can. */
const monthsFault = ({ figures, months }: PracticeFigures['monthly']): string | null => {
  if (new Set(figures).size !== figures.length) return 'A figure stands twice in its months.'
  if (months.some(({ values }) => values.length !== figures.length)) return 'Its months do not match their figures.'
  const inOrder = months.every(({ month }, at) => at === 0 || month > (months[at - 1]?.month ?? ''))
  return inOrder ? null : 'Its months are not in order.'
}

/** Practices that were counted alike, and those that were not and so cannot be added to them. */
export const countedAlike = <T extends { readonly figures: PracticeFigures }>(
  packs: readonly T[],
): { readonly alike: readonly T[]; readonly otherwise: readonly T[] } => {
  const groups = Map.groupBy(packs, ({ figures }) => shapeOf(figures))
  const [alike = []] = [...groups.values()].toSorted((a, b) => b.length - a.length)
  return { alike, otherwise: packs.filter((pack) => !alike.includes(pack)) }
}

/**
 * The counts of practices that were counted alike, added up.
 * @throws RangeError without a practice, or where they hold more days than can be put together.
 */
export const addUp = (practices: readonly PracticeFigures[]): FigureSheet => {
  const [first] = practices
  if (first === undefined) throw new RangeError('There is no practice to add up')
  const sheet = createFigureSheet()
  const values = practices.map(({ figures }) => new Map(figures.map(({ id, value }) => [id, value])))
  for (const { id } of first.figures)
    sheet.count(
      id,
      values.reduce((sum, own) => sum + (own.get(id) ?? 0), 0),
    )
  for (const { total, parts } of first.sums) sheet.sum(total, parts)
  for (const { id, countId } of first.histograms) {
    if (sheet.valueOf(countId) > DAYS_IN_FULL) throw new RangeError('There are more days than can be put together')
    const days = practices.flatMap(({ histograms }) => histograms.find((one) => one.id === id)?.days ?? [])
    const all = days.flatMap(([day, count]) => Array.from({ length: count }, () => day))
    sheet.spread(id, { countId, values: all.toSorted((a, b) => a - b) })
  }
  return sheet
}

/** A month of several practices together: some of the counts, by id. */
export interface CombinedMonth {
  readonly month: string
  readonly values: ReadonlyMap<string, number>
}

/**
 * The months that every practice counted, added up, the oldest first. A month that one of them lacks is left out: a step up
 * or down would only be that practice coming or going. So is a figure that one of them did not count by month.
 */
export const addUpMonths = (practices: readonly Pick<PracticeFigures, 'monthly'>[]): CombinedMonth[] => {
  const [first, ...others] = practices.map(({ monthly: { figures, months } }) => ({
    figures: new Set(figures),
    months: new Map(
      months.map(({ month, values }) => [month, new Map(figures.map((id, at) => [id, values[at] ?? 0]))]),
    ),
  }))
  if (first === undefined) return []
  const all = [first, ...others]
  const ids = [...first.figures].filter((id) => others.every(({ figures }) => figures.has(id)))
  return [...first.months.keys()]
    .filter((month) => others.every(({ months }) => months.has(month)))
    .map((month) => ({
      month,
      values: new Map(
        ids.map((id) => [id, all.reduce((sum, { months }) => sum + (months.get(month)?.get(id) ?? 0), 0)]),
      ),
    }))
}
