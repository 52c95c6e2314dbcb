import { zOfConfidence } from './distributions.ts'
import { type Estimate, type Interval, USUAL_CONFIDENCE } from './interval.ts'

/**
 * Wilson score interval for a proportion, both ends between 0 and 1, and 0 or 1 exactly where nobody or everybody
 * counts. `null` without a denominator.
 * Sources: Wilson (1927) JASA 22:209-212; Newcombe (1998) Statistics in Medicine 17:857-872; the method that the
 * public health technical guide on confidence intervals (OHID, Fingertips) asks for.
 * @throws RangeError when the numerator is negative or larger than the denominator.
 */
export function wilsonInterval(
  numerator: number,
  denominator: number,
  confidence: number = USUAL_CONFIDENCE,
): Interval | null {
  if (numerator < 0 || numerator > denominator) throw new RangeError('A numerator lies between 0 and its denominator')
  if (denominator === 0) return null
  const z = zOfConfidence(confidence)
  const zSquared = z * z
  const rest = denominator - numerator
  const spread = z * Math.sqrt(zSquared + (4 * numerator * rest) / denominator)
  const scale = 2 * (denominator + zSquared)
  return {
    lower: numerator === 0 ? 0 : Math.max(0, (2 * numerator + zSquared - spread) / scale),
    upper: rest === 0 ? 1 : Math.min(1, (2 * numerator + zSquared + spread) / scale),
  }
}

/** A proportion, from 0 to 1, with its Wilson interval. `null` without a denominator. Errors as `wilsonInterval`. */
export function proportionWithInterval(
  numerator: number,
  denominator: number,
  confidence: number = USUAL_CONFIDENCE,
): Estimate | null {
  const interval = wilsonInterval(numerator, denominator, confidence)
  return interval === null ? null : { value: numerator / denominator, ...interval }
}
