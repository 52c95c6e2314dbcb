import { type Estimate, USUAL_CONFIDENCE } from './interval.ts'
import { proportionWithInterval } from './proportions.ts'

/**
 * The difference between two independent proportions, first less second, with its interval by the hybrid score method
 * without continuity correction: each Wilson limit gives its part. Between -1 and 1; `null` without either denominator.
 * Source: Newcombe (1998) Statistics in Medicine 17:873-890, method 10.
 * @throws RangeError as `wilsonInterval`.
 */
export function differenceOfProportions(
  [firstCount, firstOf]: readonly [count: number, of: number],
  [secondCount, secondOf]: readonly [count: number, of: number],
  confidence: number = USUAL_CONFIDENCE,
): Estimate | null {
  const first = proportionWithInterval(firstCount, firstOf, confidence)
  const second = proportionWithInterval(secondCount, secondOf, confidence)
  if (first === null || second === null) return null
  const value = first.value - second.value
  return {
    value,
    lower: value - Math.hypot(first.value - first.lower, second.upper - second.value),
    upper: value + Math.hypot(first.upper - first.value, second.value - second.lower),
  }
}
