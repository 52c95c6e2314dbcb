import type { Assurance, SpcChart, SpcPoint, SpcRule, Variation } from './spc-types.ts'
import { SETTLED_MONTHS } from './spc-types.ts'

/** What a chart says, in words: `short` for a table, `sentence` for a reader and as the name of an icon. */
export interface SpcWords {
  readonly short: string
  readonly sentence: string
  /** The letter that an icon carries. */
  readonly letter: string
}

/** What the newest month says of the way things are going. */
export const VARIATION_WORDS: Readonly<Record<Variation, SpcWords>> = {
  'improving high': {
    short: 'Improving, high',
    sentence: 'Improving: higher than it used to be, and not by chance',
    letter: 'H',
  },
  'improving low': {
    short: 'Improving, low',
    sentence: 'Improving: lower than it used to be, and not by chance',
    letter: 'L',
  },
  'concerning high': {
    short: 'Concerning, high',
    sentence: 'Concerning: higher than it used to be, and not by chance',
    letter: 'H',
  },
  'concerning low': {
    short: 'Concerning, low',
    sentence: 'Concerning: lower than it used to be, and not by chance',
    letter: 'L',
  },
  'neither high': {
    short: 'Changed, high',
    sentence: 'Changed: higher than it used to be, and not by chance. Neither way is better',
    letter: 'H',
  },
  'neither low': {
    short: 'Changed, low',
    sentence: 'Changed: lower than it used to be, and not by chance. Neither way is better',
    letter: 'L',
  },
  'common cause': {
    short: 'No change seen',
    sentence: 'No change seen: what goes up and down here is what chance explains',
    letter: '~',
  },
  'not enough': { short: 'Too early to say', sentence: 'Too early to say: too few months were measured', letter: '?' },
}

/** Whether the target is reached, by where the limits lie. */
export const ASSURANCE_WORDS: Readonly<Record<Assurance, SpcWords>> = {
  hits: { short: 'Hits the target', sentence: 'Hits the target every month, as things are', letter: 'P' },
  'hit or miss': {
    short: 'Hit or miss',
    sentence: 'Hits the target in some months and misses it in others, by chance',
    letter: '?',
  },
  misses: {
    short: 'Misses the target',
    sentence: 'Misses the target every month, unless something is changed',
    letter: 'F',
  },
  'no target': { short: 'No target', sentence: 'No target is set, so nothing is said of reaching one', letter: '–' },
  'not enough': {
    short: 'Too early to say',
    sentence: 'Too early to say whether the target is reached: there are no limits yet',
    letter: '…',
  },
}

/** What a rule that is broken means. */
export const RULE_WORDS: Readonly<Record<SpcRule, string>> = {
  'outside limits': 'outside the limits',
  'run of seven': 'one of seven or more months running on one side of the mean',
  'trend of seven': 'one of seven or more months running that each rose or each fell',
  'two of three': 'one of two in three months close to or beyond the same limit',
}

const MONTHS = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December',
] as const

/** 2026-11 as "November 2026". What is no month stays as it is. */
export function spcMonth(month: string): string {
  const name = MONTHS[Number(month.slice(5)) - 1]
  return name === undefined ? month : `${name} ${month.slice(0, 4)}`
}

const counted = (value: number): string => value.toLocaleString('en-GB', { maximumFractionDigits: 1 })

/** What a month was counted from, such as `4 of 833.3`; `null` where a value is no share of anything. */
export function countsText({ numerator, denominator }: Pick<SpcPoint, 'numerator' | 'denominator'>): string | null {
  return numerator === null || denominator === null ? null : `${counted(numerator)} of ${counted(denominator)}`
}

/** One month as it is read out: the month, the value, the limits and the rules that it breaks. */
export function pointSentence(point: SpcPoint, format: (value: number) => string): string {
  const { month, value, limits, rules, variation } = point
  if (value === null) return `${spcMonth(month)}: not measured.`
  const counts = countsText(point)
  const around =
    limits === null
      ? 'No limits yet.'
      : `Mean ${format(limits.mean)}, limits ${format(limits.lower)} to ${format(limits.upper)}.`
  const broken =
    rules.length === 0
      ? ''
      : ` ${VARIATION_WORDS[variation].short}: ${rules.map((rule) => RULE_WORDS[rule]).join('; ')}.`
  return `${spcMonth(month)}: ${format(value)}${counts === null ? '' : `, ${counts}`}. ${around}${broken}`
}

const plural = (count: number, one: string, many: string): string => `${count} ${count === 1 ? one : many}`

/** How the limits were worked out, for the foot of a chart. */
export function limitsSentence({ kind, screening, phases }: SpcChart): string {
  if (kind !== 'XmR') {
    return `${kind} chart: limits are three sigma from the pooled mean, for each month's own number of people.`
  }
  const screenedOut = phases.reduce((total, phase) => total + phase.screenedOut, 0)
  const how =
    screening === 'screened'
      ? `Moving ranges beyond 3.267 times their mean were left out: ${screenedOut === 0 ? 'there were none' : screenedOut}.`
      : 'No moving range was left out, as in the Making Data Count workbooks.'
  return `XmR chart: limits are the mean plus and minus 2.66 times the mean moving range. ${how}`
}

/** What a reader must be warned of: trial limits, limits that rest on the first months only, gaps. Empty when nothing. */
export function cautions({ phases, gaps }: SpcChart): string[] {
  const last = phases.at(-1)
  const said: string[] = []
  if (last?.trial === true) {
    said.push(
      `Trial limits: they rest on ${plural(last.restsOn, 'month', 'months')} and will move until there are ${SETTLED_MONTHS}.`,
    )
  }
  if (last !== undefined && last.restsOn < last.measured) {
    said.push(`Mean and limits rest on the first ${last.restsOn} of ${last.measured} months.`)
  }
  if (gaps > 0) said.push(`${plural(gaps, 'month was', 'months were')} not measured and left as a gap.`)
  return said
}
