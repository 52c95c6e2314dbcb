import type { LibraryFigure, MeasureDefinition } from './schema.ts'

/** A denominator this small is given as a fraction: a percentage would say more than is known. */
const SMALL = 10

type Measured = Pick<MeasureDefinition, 'kind' | 'unit'>

const grouped = (value: number, digits = 0): string =>
  value.toLocaleString('en-GB', { minimumFractionDigits: digits, maximumFractionDigits: digits })

const upToOne = (value: number): string => value.toLocaleString('en-GB', { maximumFractionDigits: 1 })

/** From here on a decimal of a rate says nothing. */
const WHOLE = 100

/** A value without its unit, but for the sign of a percentage: `18.2%`, `512`, `17.5`. For axes and tables. */
export const valueText = (kind: MeasureDefinition['kind'], value: number): string => {
  if (kind === 'proportion') return `${grouped(value * 100, 1)}%`
  return kind === 'rate' && value >= WHOLE ? grouped(value) : upToOne(value)
}

const DAYS = 'days'

const withUnit = ({ kind, unit }: Measured, value: number): string => {
  const text = valueText(kind, value)
  if (kind === 'proportion') return text
  return unit === DAYS && text === '1' ? '1 day' : `${text} ${unit}`
}

/** Whether a figure rests on so few that it is given as a fraction and no likely range is. */
export const isSmall = (kind: MeasureDefinition['kind'], { denominator }: LibraryFigure): boolean =>
  kind === 'proportion' && denominator !== null && denominator < SMALL

/** What stands where there is no figure: what was counted, as far as that goes. */
const withoutValue = (kind: MeasureDefinition['kind'], { numerator, denominator }: LibraryFigure): string => {
  if (kind === 'median') return 'Nothing to measure'
  if (denominator === 0) return 'Nobody to count'
  return denominator === null ? `${grouped(numerator)} counted` : `${grouped(numerator)} of ${grouped(denominator)}`
}

/**
 * The figure with its unit: `18.2%`, `512 per 100,000 a year`, `18 days`. What was counted, such as `3 of 7`, where it
 * is few, and where no share can be given.
 */
export const figureText = (measure: Measured, figure: LibraryFigure): string => {
  if (figure.value === null) return withoutValue(measure.kind, figure)
  if (isSmall(measure.kind, figure)) return `${grouped(figure.numerator)} of ${grouped(figure.denominator ?? 0)}`
  return withUnit(measure, figure.value)
}

/** `likely range 12.1% to 25.0%`, of a median `middle half 9 to 31`; `null` where none is given. */
export const rangeText = ({ kind }: Pick<Measured, 'kind'>, figure: LibraryFigure): string | null => {
  const { value, lower, upper } = figure
  if (value === null || lower === null || upper === null || isSmall(kind, figure)) return null
  const name = kind === 'median' ? 'middle half' : 'likely range'
  return `${name} ${valueText(kind, lower)} to ${valueText(kind, upper)}`
}

/** What was counted, out of what: `57 of 310`, `52 in 10,240 person-years`, `214 values`; `null` out of nothing. */
export const countedText = (
  kind: MeasureDefinition['kind'],
  { numerator, denominator }: LibraryFigure,
): string | null => {
  if (denominator === null) return null
  if (kind === 'proportion') return `${grouped(numerator)} of ${grouped(denominator)}`
  if (kind === 'rate') return `${grouped(numerator)} in ${grouped(denominator)} person-years`
  return denominator === 1 ? '1 value' : `${grouped(denominator)} values`
}

const apartText = (measure: Pick<MeasureDefinition, 'kind' | 'better'>, now: LibraryFigure, before: LibraryFigure) => {
  // The range of a median is the middle half of the values, which says nothing of how sure the median is.
  if (measure.kind === 'median') return null
  if (now.lower === null || now.upper === null || before.lower === null || before.upper === null) return null
  const isUp = now.lower > before.upper
  if (!isUp && now.upper >= before.lower) return 'likely ranges overlap'
  if (measure.better === 'neither') return 'likely ranges apart'
  return (measure.better === 'higher') === isUp ? 'better, likely ranges apart' : 'worse, likely ranges apart'
}

/**
 * How a figure differs from the one before, in words: `Up 3.2 points from 15.0%`, and how far that is beyond doubt by
 * whether the likely ranges overlap. Of a few only what it was is said.
 */
export const changeText = (
  measure: Pick<MeasureDefinition, 'kind' | 'unit' | 'better'>,
  now: LibraryFigure,
  before: LibraryFigure,
): { readonly main: string; readonly sub: string | null } => {
  const { kind } = measure
  if (now.value === null || before.value === null) return { main: 'Nothing to compare with', sub: null }
  const was = figureText(measure, before)
  if (isSmall(kind, now) || isSmall(kind, before)) return { main: `It was ${was}`, sub: 'too few to compare' }
  const from = kind === 'proportion' ? was : valueText(kind, before.value)
  // Compared as they are printed, so that no change of nothing is told.
  if (valueText(kind, now.value) === valueText(kind, before.value)) return { main: `As before, ${from}`, sub: null }
  const size = Math.abs(now.value - before.value)
  const points = kind === 'proportion' ? `${grouped(size * 100, 1)} points` : valueText(kind, size)
  const way = now.value > before.value ? 'Up' : 'Down'
  return { main: `${way} ${points} from ${from}`, sub: apartText(measure, now, before) }
}
