import type { Estimate } from './estimates.ts'
import type { Unit } from './units.ts'
import { decimalsFor } from './words.ts'

/** What a difference is counted in. @param size as it is printed. */
const unitWords = (size: string, unit: Unit): string => {
  if (unit === 'per 100,000') return unit
  const one = unit === 'days' ? 'day' : 'point'
  return size === '1' ? one : `${one}s`
}

type Shown = Extract<Estimate, { state: 'shown' }>

/** How far two values lie apart as they are printed, so that a reader who subtracts them gets the same. */
const apart = (own: Shown, other: Shown, unit: Unit): string => {
  const decimals = Math.max(decimalsFor(own.value, unit), decimalsFor(other.value, unit))
  const printed = ({ value }: Shown): number => Number(value.toFixed(decimalsFor(value, unit)))
  const difference = printed(own) - printed(other)
  const size = Math.abs(difference).toLocaleString('en-GB', {
    minimumFractionDigits: decimals,
    maximumFractionDigits: decimals,
  })
  if (Number(size.replaceAll(',', '')) === 0) return 'No difference'
  // No sign in front: a spreadsheet takes a cell that starts with one for a formula.
  return `${difference < 0 ? 'Down' : 'Up'} ${size} ${unitWords(size, unit)}`
}

/**
 * The difference of two results, in words, only where both are shown. `claims`: whether a difference may be called one.
 * It is where the 95% intervals have nothing in common, which is stricter than a test of the difference: whatever meets
 * it is unlikely to be chance. The range of days is no such interval, so that no difference of medians is ever claimed.
 */
export const differenceWords = (own: Estimate, other: Estimate, unit: Unit, claims: boolean): string => {
  if (own.state !== 'shown' || other.state !== 'shown') return 'Not both shown'
  const words = apart(own, other, unit)
  if (!claims || unit === 'days') return words
  if (own.low > other.high) return `${words}: higher`
  if (own.high < other.low) return `${words}: lower`
  return `${words}: ranges overlap`
}
