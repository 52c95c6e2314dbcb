import type { IsoDate } from '#shared/domain/partial-date.ts'
import { SETTLED_MONTHS, type SpcChart, type SpcPoint, type Variation } from '#shared/statistics/spc-types.ts'
import { ASSURANCE_WORDS, spcMonth } from '#shared/statistics/spc-words.ts'
import type { HeldChart } from './held-chart.ts'

/**
 * What the line did since an action began. moved back: it had moved, and the newest month is as before. early: it moved
 * before the action began, so the action is not what moved it.
 */
export type Movement =
  | 'better'
  | 'worse'
  | 'changed'
  | 'early'
  | 'moved back'
  | 'no change'
  | 'too early'
  | 'not begun'
  | 'nothing measured'

/** A short verdict and the sentence that says what it rests on. */
interface Said {
  readonly short: string
  readonly words: string
}

/** Whether the line moved, by the rules of the chart and nobody's opinion. */
export interface Verdict {
  readonly movement: Movement
  /** The finding, without a full stop: the title of the chart. */
  readonly headline: string
  readonly line: Said & { readonly variation: Variation }
  readonly target: Said | null
  /** The month in which the movement began; `null` where there is none. */
  readonly since: string | null
}

interface Asked {
  readonly held: HeldChart
  /** The first day of the action. */
  readonly startsOn: IsoDate
  /** Of the measure. */
  readonly code: string
  readonly title: string
  /** A value of the chart with its unit: `11 days`. */
  readonly figure: (value: number) => string
  /** A value of the chart as it stands beside another: `18`. */
  readonly bare: (value: number) => string
}

type Side = 'high' | 'low'

const sideOf = (variation: Variation): Side => (variation.endsWith('high') ? 'high' : 'low')

/** Where a measure is better told in a sentence than by its name. */
const SUBJECTS: Readonly<Record<string, string>> = { 'letter-gap': 'Letters now arrive in' }

const measuredOf = ({ points }: SpcChart): readonly SpcPoint[] => points.filter(({ value }) => value !== null)

/** The months up to the newest that hold, counted back without a gap between them. */
const stretch = (points: readonly SpcPoint[], holds: (point: SpcPoint, before: SpcPoint | undefined) => boolean) => {
  const last = points.findLastIndex(({ value }) => value !== null)
  let first = last
  while (first > 0) {
    const [here, before] = [points[first], points[first - 1]]
    if (here === undefined || before === undefined || before.value === null || !holds(before, here)) break
    first -= 1
  }
  return points.slice(Math.max(first, 0), last + 1)
}

const below = ({ value, limits }: SpcPoint): boolean => value !== null && limits !== null && value < limits.mean
const isStep = (before: SpcPoint, here: SpcPoint | undefined, isDown: boolean): boolean => {
  if (before.value === null || here?.value == null) return false
  return isDown ? before.value > here.value : before.value < here.value
}
const above = ({ value, limits }: SpcPoint): boolean => value !== null && limits !== null && value > limits.mean

/** How many months in a row make a run or a trend (NHS England, Making Data Count). */
const IN_A_ROW = 7

interface Signal {
  readonly from: string
  readonly words: string
  /** The movement was there without the months of the action. */
  readonly isEarly: boolean
}

/** As many months before the action may lie on the same side by chance: one in four do. */
const BY_CHANCE = 2

/**
 * The months of a movement that are the action's own. A month or two before may belong to it by chance: they are left
 * off where enough remain to be a signal by themselves. With more, it began before the action.
 */
const ownMonths = (all: readonly SpcPoint[], start: string, needed: number) => {
  const own = all.filter(({ month }) => month >= start)
  const isEarly = own.length < needed || all.length - own.length > BY_CHANCE
  const months = isEarly ? all : own
  return { from: months[0]?.month ?? start, count: months.length, isEarly }
}

/** The movement that the newest month belongs to, and the rule that shows it in words. */
const signalOf = ({ points }: SpcChart, newest: SpcPoint, start: string): Signal => {
  const isLow = sideOf(newest.variation) === 'low'
  const onSide = isLow ? below : above
  const run = stretch(points, onSide)
  if (newest.rules.includes('run of seven') && onSide(newest)) {
    const { count, ...own } = ownMonths(run, start, IN_A_ROW)
    return { ...own, words: `${count} in a row ${isLow ? 'below' : 'above'} average.` }
  }
  if (newest.rules.includes('outside limits') && onSide(newest)) {
    const { from, isEarly } = ownMonths(run, start, 1)
    return { from, isEarly, words: isLow ? 'Below the lower limit.' : 'Above the upper limit.' }
  }
  if (newest.rules.includes('two of three') && onSide(newest)) {
    const { from, isEarly } = ownMonths(run, start, 2)
    return { from, isEarly, words: `2 of 3 in a row close to the ${isLow ? 'lower' : 'upper'} limit.` }
  }
  const trend = stretch(points, (before, here) => isStep(before, here, isLow))
  const { count, ...own } = ownMonths(trend, start, IN_A_ROW)
  return { ...own, words: `${count} in a row, each ${isLow ? 'lower' : 'higher'} than the one before.` }
}

const betterWords = ({ better }: SpcChart): string =>
  better === 'neither' ? 'Neither way is better.' : better === 'lower' ? 'Low is good.' : 'High is good.'

const SHORT: Readonly<Record<Exclude<Movement, 'early'>, string>> = {
  better: 'Getting better',
  worse: 'Getting worse',
  changed: 'Changed',
  'moved back': 'Moved, and came back',
  'no change': 'No change seen',
  'too early': 'Too early to say',
  'not begun': 'Not begun yet',
  'nothing measured': 'Nothing measured yet',
}

const monthsWords = (count: number): string => (count === 1 ? '1 month' : `${count} months`)

const named = ({ code, title }: Asked, rest: string): string => {
  const subject = SUBJECTS[code]
  return subject === undefined
    ? `${title}${title.includes(':') ? ', now' : ': now'} ${rest}`
    : `${subject} ${rest.replace(/^now /, '')}`
}

/** `11 days, down from 18`; only where both print differently is a way told. */
const nowAgainst = ({ figure, bare }: Asked, value: number, mean: number): string => {
  const [now, was] = [bare(value), bare(mean)]
  return now === was ? `${figure(value)}, as before` : `${figure(value)}, ${value < mean ? 'down' : 'up'} from ${was}`
}

const onTrial = ({ baselineMonths, before }: HeldChart): string =>
  baselineMonths === null
    ? ` Only ${monthsWords(before)} measured before it began, and ${SETTLED_MONTHS} are needed: limits rest on all months, so a change shows less clearly.`
    : ''

/** Whether a month moved the way that the newest did not: what had begun, and did not last. */
const movedEarlier = (since: readonly SpcPoint[]): boolean =>
  since.some(({ variation }) => variation !== 'common cause' && variation !== 'not enough')

const directionOf = (variation: Variation): 'better' | 'worse' | 'changed' => {
  if (variation.startsWith('improving')) return 'better'
  return variation.startsWith('concerning') ? 'worse' : 'changed'
}

const targetSaid = ({ held: { chart }, figure }: Asked): Said | null => {
  const { assurance, target, better } = chart
  if (target === null || assurance === 'no target' || better === 'neither') return null
  const at = figure(target)
  if (assurance === 'not enough') return { short: ASSURANCE_WORDS[assurance].short, words: 'There are no limits yet.' }
  if (assurance === 'hit or miss') return { short: 'May hit or miss', words: `${at} is inside the usual range.` }
  const side = (assurance === 'hits') === (better === 'lower') ? 'above' : 'below'
  const short = assurance === 'hits' ? 'Will hit the target' : 'Will miss the target'
  return { short, words: `${at} is ${side} the usual range.` }
}

const plain = (asked: Asked, movement: keyof typeof SHORT, headline: string, words: string): Verdict => ({
  movement,
  headline,
  line: { short: SHORT[movement], words, variation: 'not enough' },
  target: targetSaid(asked),
  since: null,
})

/** What is said while nothing can be judged; `null` once something can. */
const tooSoon = (asked: Asked, start: string): Verdict | null => {
  const { held, figure, title } = asked
  const measured = measuredOf(held.chart)
  const newest = measured.at(-1)
  if (newest === undefined)
    return plain(asked, 'nothing measured', `${title}: no month is measured yet`, 'There is no month to judge by.')
  const mean = newest.limits?.mean ?? newest.value ?? 0
  const usual = `${title}: usually ${figure(mean)}`
  if (held.since === 0) {
    const isAhead = start > (held.chart.points.at(-1)?.month ?? '')
    return isAhead
      ? plain(asked, 'not begun', usual, `It begins in ${spcMonth(start)}; no month since is measured.`)
      : plain(asked, 'too early', usual, `No month since ${spcMonth(start)} is measured.`)
  }
  if (measured.length < SETTLED_MONTHS) {
    return plain(
      asked,
      'too early',
      `${title}: too early to say`,
      `${monthsWords(measured.length)} measured in all, ${held.since} since it began. ${SETTLED_MONTHS} are needed.`,
    )
  }
  return null
}

/** The newest month is within what chance explains; whether others since were not. */
const unmoved = (asked: Asked, { month, variation }: SpcPoint, start: string): Verdict => {
  const { held, title } = asked
  const isBack = movedEarlier(measuredOf(held.chart).filter((point) => point.month >= start))
  const words = isBack
    ? `Some months since ${spcMonth(start)} differed beyond chance; ${spcMonth(month)} does not.`
    : `${monthsWords(held.since)} since it began, all within what chance explains.`
  const movement = isBack ? 'moved back' : 'no change'
  return {
    movement,
    headline: `${title}: ${isBack ? 'moved, and came back' : 'no change beyond chance'}`,
    line: { short: SHORT[movement], words: `${words} ${betterWords(held.chart)}${onTrial(held)}`, variation },
    target: targetSaid(asked),
    since: null,
  }
}

/**
 * Whether the line moved since an action began, and what a reader is told of it. The rules are those of Making Data
 * Count (NHS England): 7 in a row on one side of the average, a month outside the limits, 7 in a row rising or falling,
 * 2 of 3 close to a limit. A movement counts for the action only where it began in the action's first month or after.
 */
export const verdictOf = (asked: Asked): Verdict => {
  const { held, startsOn } = asked
  const start = startsOn.slice(0, 7)
  const soon = tooSoon(asked, start)
  if (soon !== null) return soon
  const { chart } = held
  const measured = measuredOf(chart)
  const newest = measured.at(-1) as SpcPoint
  const value = newest.value ?? 0
  const mean = newest.limits?.mean ?? value
  const now = nowAgainst(asked, value, mean)
  if (newest.variation === 'common cause' || newest.variation === 'not enough') return unmoved(asked, newest, start)
  const { from, words, isEarly } = signalOf(chart, newest, start)
  const direction = directionOf(newest.variation)
  const early = isEarly ? ` The movement began in ${spcMonth(from)}, before this action.` : ''
  return {
    movement: isEarly ? 'early' : direction,
    headline: named(asked, now),
    line: {
      short: SHORT[direction],
      words: `${words} ${betterWords(chart)}${early}${onTrial(held)}`,
      variation: newest.variation,
    },
    target: targetSaid(asked),
    since: from,
  }
}
