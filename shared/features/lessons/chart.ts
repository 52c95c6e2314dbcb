import type { MeasureDefinition } from '#shared/features/measures/public.ts'

const SMALLEST_TOLD = 6

/** 1 to 5: so few that somebody who knows the practice may know who they are. */
const isFew = (count: number): boolean => count > 0 && count < SMALLEST_TOLD

interface MonthFigure {
  readonly value: number | null
  readonly numerator: number
  readonly denominator: number | null
}

/**
 * Whether a month's figure stays off a card: it, or the rest of those it is out of, counts from 1 to 5 people. Of a
 * median, the values that it is the middle of.
 */
export const isOffCard = (kind: MeasureDefinition['kind'], { numerator, denominator }: MonthFigure): boolean => {
  if (kind === 'median') return isFew(denominator ?? numerator)
  if (isFew(numerator)) return true
  return kind === 'proportion' && denominator !== null && isFew(denominator - numerator)
}

const TENTH = 10

/** The value of a month as a card tells it: in the unit of the measure, to a tenth; null where it stays blank. */
export const cardValue = (kind: MeasureDefinition['kind'], figure: MonthFigure): number | null => {
  if (figure.value === null || isOffCard(kind, figure)) return null
  const inUnit = kind === 'proportion' ? figure.value * 100 : figure.value
  return Math.round(inUnit * TENTH) / TENTH
}
