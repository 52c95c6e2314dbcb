import { formatIsoDate, type IsoDate } from '#shared/domain/partial-date.ts'
import { SEX_CODES } from '#shared/domain/people.ts'
import { routeLabel } from '#shared/domain/routes.ts'
import { tumourGroupLabel } from '#shared/domain/tumour-groups.ts'
import { milestoneLabel, STRETCHES } from '#shared/features/measures/patterns/milestones.ts'
import type {
  Behind,
  ComparisonRowShown,
  ComparisonShown,
  DaysShown,
  PartShown,
  PatternsShown,
} from '#shared/features/measures/patterns/schema.ts'
import { AGE_GROUPS } from '#shared/features/measures/patterns/selection.ts'
import { rangeWords, shareWords } from '../measure-words.ts'
import type { PatternAddress } from './pattern-address.ts'

/** Says what the page is, whatever it shows. It stands on screen and on paper. */
export const STANDING_SENTENCE =
  'This describes groups of past patients of this practice, as they were recorded. It says nothing of any one person, and nothing of what will happen to anybody.'

const grouped = (count: number): string => count.toLocaleString('en-GB')

/** `1 history`, `214 histories`. */
export const historiesWords = (count: number): string => (count === 1 ? '1 history' : `${grouped(count)} histories`)

const oneDecimal = (number: number): string => number.toLocaleString('en-GB', { maximumFractionDigits: 1 })

/** `9 days`. */
const daysWords = (days: number): string => (days === 1 ? '1 day' : `${oneDecimal(days)} days`)

/** `9 days`, or why none are given. */
export const middleWords = ({ spread }: DaysShown): string =>
  spread === null ? 'Too few known' : daysWords(spread.median)

/** `5 to 14 (47 known)`: the middle half, and how many it is the middle of. */
export const spreadWords = ({ spread, known }: DaysShown): string =>
  spread === null
    ? `${grouped(known)} known`
    : `${oneDecimal(spread.lowerQuartile)} to ${oneDecimal(spread.upperQuartile)} (${grouped(known)} known)`

/** `51.6% of 91 (likely range 41.5% to 61.6%)`, `3 of 7`, or `Nobody`. */
export const partWords = ({ share, count, known }: PartShown): string => {
  const range = rangeWords(share, known)
  const words = shareWords(share, count, known)
  return range === null ? words : `${words} of ${grouped(known)} (${range})`
}

/** What stands after a count: `of 12, 91.7% (likely range 64.6% to 98.5%)`; of fewer than ten no percentage. */
export const ofWords = ({ share, count, known }: PartShown): string => {
  const range = rangeWords(share, known)
  const all = `of ${grouped(known)}`
  return range === null ? all : `${all}, ${shareWords(share, count, known)} (${range})`
}

/** How much of the histories the patterns that are shown hold. */
export const coverageWords = ({ variants, inOrder }: PatternsShown): string => {
  const covered = variants.reduce((sum, { count }) => sum + count, 0)
  const which = variants.length === 1 ? 'This pattern covers' : `These ${variants.length} patterns cover`
  const all = `${historiesWords(inOrder)} whose order is known`
  return inOrder < 10 ? `${which} ${covered} of ${all}` : `${which} ${Math.round((covered / inOrder) * 100)}% of ${all}`
}

/** Whose histories are counted, in words: for paper, where the filters are not. */
export const selectionWords = (
  { from, to }: { readonly from: IsoDate; readonly to: IsoDate },
  address: PatternAddress,
): string => {
  const { group, route, sex, age, until } = address
  return [
    `Diagnosed ${formatIsoDate(from)} to ${formatIsoDate(to)}`,
    group === null ? 'all cancers' : tumourGroupLabel(group),
    route === null ? 'every route' : routeLabel(route),
    sex === null ? 'everybody' : (SEX_CODES.find(({ code }) => code === sex)?.label ?? sex),
    age === null ? 'all ages' : `aged ${AGE_GROUPS.find(({ code }) => code === age)?.label.toLowerCase() ?? age}`,
    STRETCHES.find(({ code }) => code === until)?.label.toLowerCase() ?? until,
  ].join(', ')
}

/** A figure that histories stand behind. */
export interface PatternFigure {
  readonly name: string
  readonly count: number
  readonly behind: Behind
}

/** `Nothing more recorded` after the last milestone. */
export const nextWords = (to: Extract<Behind, { is: 'step' }>['to']): string =>
  to === null ? 'Nothing more recorded' : milestoneLabel(to)

/** Whether the intervals of a row tell its two groups apart, as a sentence. */
export const verdictWords = (row: ComparisonRowShown, { first }: ComparisonShown): string => {
  if (row.verdict === 'too-few') return 'Too few are known to hold them beside each other.'
  if (row.verdict === 'not-apart') return 'The intervals do not tell the two groups apart.'
  const [one, other] =
    row.is === 'share' ? [row.first.share?.value, row.second.share?.value] : [row.first.median, row.second.median]
  const isMore = (one ?? 0) > (other ?? 0)
  const how = row.is === 'share' ? (isMore ? 'higher' : 'lower') : isMore ? 'longer' : 'shorter'
  return `The intervals tell them apart: ${how} for “${first.label}”, among the people recorded here.`
}

/** A side of a row that compares days. */
export const daysFigureWords = ({
  median,
  interval,
  known,
}: Extract<ComparisonRowShown, { is: 'days' }>['first']): string => {
  if (median === null) return `Too few known (${grouped(known)})`
  const range = interval === null ? '' : `, likely range ${oneDecimal(interval.lower)} to ${oneDecimal(interval.upper)}`
  return `Median ${daysWords(median)}${range}, ${grouped(known)} known`
}

const points = (share: number): string => Math.abs(share * 100).toFixed(1)

const sided = (share: number): string => `${points(share)} ${share < 0 ? 'lower' : 'higher'}`

/** `10.2 points lower (21.9 lower to 1.8 higher)`: the first group against the second. Nothing for days. */
export const differenceWords = (row: ComparisonRowShown): string => {
  if (row.is === 'days' || row.difference === null) return ''
  const { value, lower, upper } = row.difference
  const words = value === 0 ? 'None' : `${points(value)} points ${value < 0 ? 'lower' : 'higher'}`
  return `${words} (${sided(lower)} to ${sided(upper)})`
}
