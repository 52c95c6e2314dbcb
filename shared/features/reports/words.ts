import {
  SMALL_NUMBER_RULES,
  type Estimate,
  type Indicator,
  type ReportDataset,
  type ShownFigure,
  type TableCell,
  type TableColumn,
  type Unit,
} from './schema.ts'

/** How figures are written wherever a report is shown, so that the screen, the PDF and every file say the same. */

const MARKS = { small: '*', protect: '†' } as const

const WHAT_MARKS_SAY = { small: 'hidden: too few to show', protect: 'hidden to protect another number' } as const

/** The mark drawn in place of a hidden figure. */
export const hiddenMark = (why: keyof typeof MARKS): string => MARKS[why]

/** What a mark says, for screen readers and tooltips. */
export const hiddenWords = (why: keyof typeof MARKS): string => WHAT_MARKS_SAY[why]

/** `1,204`, `*` or `†`. */
export const figureText = (figure: ShownFigure): string =>
  figure.state === 'shown' ? figure.value.toLocaleString('en-GB') : MARKS[figure.why]

const numberText = (value: number, decimals: number): string =>
  value.toLocaleString('en-GB', { minimumFractionDigits: decimals, maximumFractionDigits: decimals })

/** How many decimals a value of a unit is printed with. */
export const decimalsFor = (value: number, unit: Unit): number => {
  if (unit === 'per cent') return value > 0 && value < 10 ? 1 : 0
  return unit === 'days' && !Number.isInteger(value) ? 1 : 0
}

const withUnit = (text: string, unit: Unit): string => (unit === 'per cent' ? `${text}%` : text)

const NOTHING: Record<Unit, string> = { 'per cent': 'nobody to count', 'per 100,000': 'not worked out', days: 'none' }

/** `18%`, `3.4%`, `548`, `12.5`, a mark, or the words for why there is nothing to give. */
export const estimateText = (estimate: Estimate, unit: Unit): string => {
  switch (estimate.state) {
    case 'shown':
      return withUnit(numberText(estimate.value, decimalsFor(estimate.value, unit)), unit)
    case 'hidden':
      return MARKS[estimate.why]
    case 'too-few':
      return 'under 10'
    case 'nobody':
      return NOTHING[unit]
  }
}

/** `14% to 23%`, or what stands in its place. */
export const rangeText = (estimate: Estimate, unit: Unit): string => {
  if (estimate.state !== 'shown') return estimateText(estimate, unit)
  const end = (value: number): string => {
    const decimals = unit === 'days' ? decimalsFor(value, unit) : decimalsFor(estimate.value, unit)
    return withUnit(numberText(value, decimals), unit)
  }
  return `${end(estimate.low)} to ${end(estimate.high)}`
}

/** What a table cell says under its column. */
export const cellText = (cell: TableCell, column: TableColumn): string => {
  switch (cell.kind) {
    case 'text':
      return cell.text
    case 'number':
      return cell.value.toLocaleString('en-GB')
    case 'count':
      return figureText(cell.figure)
    case 'estimate':
      return column.shows === 'range' ? rangeText(cell.estimate, cell.unit) : estimateText(cell.estimate, cell.unit)
  }
}

/** `57 of 310`, or the count alone for a rate. */
export const fractionText = ({ numerator, denominator, population }: Indicator): string => {
  if (denominator !== null) return `${figureText(numerator)} of ${figureText(denominator)}`
  return population === null
    ? figureText(numerator)
    : `${figureText(numerator)} of ${population.toLocaleString('en-GB')}`
}

const RANGE_NAMES: Record<Unit, string> = {
  'per cent': 'likely range',
  'per 100,000': 'likely range',
  days: 'middle half',
}

const UNIT_WORDS: Record<Unit, string> = { 'per cent': '', 'per 100,000': ' per 100,000 people a year', days: ' days' }

/** `18% (likely range 14% to 23%)`, or `null` when it may not or cannot be given. @param of ` of the list`, after the value. */
export const estimateSentence = (estimate: Estimate, unit: Unit, of = ''): string | null =>
  estimate.state === 'shown'
    ? `${estimateText(estimate, unit)}${UNIT_WORDS[unit]}${of} (${RANGE_NAMES[unit]} ${rangeText(estimate, unit)})`
    : null

/** An estimate inside somebody's sentence: `18%`, `548 per 100,000 people a year`, a mark, or why there is none. */
export const estimateWords = (estimate: Estimate, unit: Unit): string => {
  switch (estimate.state) {
    case 'shown':
      return `${estimateText(estimate, unit)}${UNIT_WORDS[unit]}`
    case 'hidden':
      return MARKS[estimate.why]
    case 'too-few':
      return 'not given (fewer than 10 to count)'
    case 'nobody':
      return 'not given (nobody to count)'
  }
}

/** The printed words of the report's small-number rule. */
export const smallNumberWords = (rule: ReportDataset['smallNumbers']): string =>
  SMALL_NUMBER_RULES.find(({ code }) => code === rule)?.words ?? ''

/** Stands where a chart would, of numbers of which none can be drawn. */
export const NO_CHART = 'No chart is drawn: every number in it is hidden or 0.'
