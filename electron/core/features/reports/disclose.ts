import {
  discloseProportion,
  type FigureOutcome,
  protectInSteps,
  roundsCounts,
  type SmallNumberRule,
} from '#shared/domain/disclosure.ts'
import { hideFromInsidersInSteps } from '#shared/domain/disclosure-insiders.ts'
import type { FigureSheet } from '#shared/features/reports/figure-sheet.ts'
import type { Estimate, ShownFigure } from '#shared/features/reports/schema.ts'
import { wilsonInterval } from '#shared/statistics/proportions.ts'
import { medianWithQuartiles } from '#shared/statistics/quantiles.ts'
import { rateWithInterval } from '#shared/statistics/rates.ts'

/**
 * The figures of a report as a reader may see them. Everything after this point is made from it alone: the true counts
 * stay behind these functions.
 */
export interface Disclosed {
  figure(id: string): ShownFigure
  /** Per cent with its Wilson interval. `rest` is the figure of those in the denominator and not in the numerator. */
  percentage(numerator: string, denominator: string, rest: string): Estimate
  /** Per cent of a population that is public, such as the list. */
  percentageOf(numerator: string, population: number): Estimate
  /** Per 100,000 with its Byar interval. @param population people, or person-years for a rate a year. */
  rate(numerator: string, population: number): Estimate
  /** Median with the quartiles as its ends, in the unit of the values. */
  median(spread: string): Estimate
}

const PER = 100_000

const asFigure = (id: string, outcome: FigureOutcome): ShownFigure =>
  'hidden' in outcome ? { id, state: 'hidden', why: outcome.hidden } : { id, state: 'shown', value: outcome.shown }

const asPercentage = (numerator: number, denominator: number): Estimate => {
  // A list typed in smaller than its own register says nothing, and must not stop the report.
  if (numerator > denominator) return { state: 'nobody' }
  const interval = wilsonInterval(numerator, denominator)
  if (interval === null) return { state: 'nobody' }
  return {
    state: 'shown',
    value: (numerator / denominator) * 100,
    low: interval.lower * 100,
    high: interval.upper * 100,
  }
}

/**
 * Applies small-number control once over every figure of a report, with all sums between them, stopping after each step.
 * @param insiders of each practice that takes part the ids of the figures it knows exactly, because they are its own
 * @throws RangeError when a measure's sums do not hold.
 */
export const disclose = function* (
  sheet: FigureSheet,
  rule: SmallNumberRule,
  insiders: readonly (readonly string[])[] = [],
): Generator<void, Disclosed, void> {
  const figures = sheet.figures()
  const relations = sheet.relations()
  const outcomes = yield* protectInSteps(figures, relations, rule)
  return discloseAs(sheet, rule, yield* hideFromInsidersInSteps({ figures, relations, rule, outcomes }, insiders))
}

/** The figures under outcomes that are settled already. */
export const discloseAs = (
  sheet: FigureSheet,
  rule: SmallNumberRule,
  outcomes: ReadonlyMap<string, FigureOutcome>,
): Disclosed => {
  const outcomeOf = (id: string): FigureOutcome => {
    const outcome = outcomes.get(id)
    if (outcome === undefined) throw new RangeError(`There is no figure ${id}`)
    return outcome
  }
  const figure = (id: string): ShownFigure => asFigure(id, outcomeOf(id))
  return {
    figure,
    percentage(numerator, denominator, rest) {
      const found = discloseProportion(
        sheet.valueOf(numerator),
        sheet.valueOf(denominator),
        rule,
        [numerator, denominator, rest].map(outcomeOf),
      )
      switch (found.kind) {
        case 'hidden':
          return { state: 'hidden', why: found.why }
        case 'no-denominator':
          return { state: 'nobody' }
        case 'fraction':
          return { state: 'too-few' }
        case 'percentage':
          return asPercentage(found.numerator, found.denominator)
      }
    },
    percentageOf(numerator, population) {
      const shown = figure(numerator)
      return shown.state === 'hidden' ? { state: 'hidden', why: shown.why } : asPercentage(shown.value, population)
    },
    rate(numerator, population) {
      const shown = figure(numerator)
      if (shown.state === 'hidden') return { state: 'hidden', why: shown.why }
      const rate = rateWithInterval(shown.value, population, PER)
      return rate === null
        ? { state: 'nobody' }
        : { state: 'shown', value: rate.value, low: rate.lower, high: rate.upper }
    },
    median(spread) {
      const { countId, values } = sheet.spreadOf(spread)
      const outcome = outcomeOf(countId)
      if ('hidden' in outcome) return { state: 'hidden', why: outcome.hidden }
      const found = medianWithQuartiles(values)
      if (found === null) return { state: 'nobody' }
      // Quarters of a day tell the count's remainder by 4, which a rounded count must keep to itself.
      const given = roundsCounts(rule) ? Math.round : (value: number): number => value
      return {
        state: 'shown',
        value: given(found.median),
        low: given(found.lowerQuartile),
        high: given(found.upperQuartile),
      }
    },
  }
}
