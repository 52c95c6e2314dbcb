import type { Variation } from '#shared/statistics/spc-types.ts'
import { figureText, isSmall, valueText } from './figure-words.ts'
import type { MeasureLine } from './schema.ts'

type Found = Pick<MeasureLine, 'kind' | 'unit' | 'title' | 'better' | 'figure' | 'variation'> & {
  readonly target: { readonly value: number } | null
}

/** The newest months are held against all of the run; the period as a whole may well have gone the other way. */
const RUN_WORDS: Readonly<Record<Variation, string>> = {
  'improving high': 'lately higher than usual, which is better',
  'improving low': 'lately lower than usual, which is better',
  'concerning high': 'lately higher than usual, which is worse',
  'concerning low': 'lately lower than usual, which is worse',
  'neither high': 'lately higher than usual',
  'neither low': 'lately lower than usual',
  'common cause': 'with no change beyond chance',
  'not enough': 'with too few months to see a change',
}

const targetWords = ({ kind, better, target, figure }: Found): string | null => {
  if (target === null || better === 'neither' || figure.value === null || isSmall(kind, figure)) return null
  const isMet = better === 'higher' ? figure.value >= target.value : figure.value <= target.value
  return `${isMet ? 'reaching' : 'missing'} the target of ${valueText(kind, target.value)}`
}

/**
 * What a measure found, in one sentence without a full stop, for a title: the figure, whether the target is reached,
 * and what the run of months says. `28-day standard met: 72.0%, missing the target of 75.0%, with no change beyond
 * chance`.
 */
export const findingOf = (measure: Found): string => {
  const { title, figure, variation } = measure
  const value = figureText(measure, figure)
  const named = `${title}${title.includes(':') ? ', ' : ': '}`
  if (figure.value === null) return `${named}${value.toLowerCase()} in this period`
  return [`${named}${value}`, targetWords(measure), RUN_WORDS[variation]].filter((part) => part !== null).join(', ')
}
