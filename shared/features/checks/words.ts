import type { CheckRule } from './facts.ts'
import type { RuleFigures } from './schema.ts'

/** Rates are given from this many on; below it the counts are said. */
const LEAST_FOR_A_RATE = 10
/** The share of clean records that a register can raise warnings on before people stop reading them (JRC-ENCR: 2.79 %). */
const NOISY_SHARE = 0.03
const MOSTLY_KEPT = 0.5

const percent = (part: number, whole: number): string => {
  const share = (100 * part) / whole
  const shown = share > 0 && share < 0.1 ? 'under 0.1' : (Math.round(share * 10) / 10).toLocaleString('en-GB')
  return `${shown}%`
}

/** `2.1% of records`, or `3 of 7 records` where there are too few for a rate. */
export const raisedWords = ({ people }: Pick<RuleFigures, 'people'>, allPeople: number): string => {
  if (people === 0) return 'Not raised'
  return allPeople < LEAST_FOR_A_RATE ? `${people} of ${allPeople} records` : `${percent(people, allPeople)} of records`
}

/** `60% kept`, or `2 of 3 kept`. */
export const keptWords = ({ hits, kept }: Pick<RuleFigures, 'hits' | 'kept'>): string => {
  if (hits === 0) return ''
  return hits < LEAST_FOR_A_RATE ? `${kept} of ${hits} kept` : `${percent(kept, hits)} kept`
}

/** What to think about a rule that asks too much; null while it earns its place. */
export const adviceFor = (
  { severity }: Pick<CheckRule, 'severity'>,
  { people, hits, kept, switchedOff }: RuleFigures,
  allPeople: number,
): string | null => {
  if (severity === 'error' || switchedOff !== null) return null
  const mostlyKept = hits >= LEAST_FOR_A_RATE && kept / hits >= MOSTLY_KEPT
  const noisy = allPeople >= LEAST_FOR_A_RATE && people >= LEAST_FOR_A_RATE && people / allPeople > NOISY_SHARE
  if (mostlyKept) return 'Mostly kept: consider switching it off.'
  return noisy ? 'Raised often: look at a few. If most are right, switch it off.' : null
}

/** `2 to look at`, `1 cannot be so, 2 to look at`; null for nothing. */
export const toLookAt = (errors: number, warnings: number): string | null => {
  const parts = [
    ...(errors === 0 ? [] : [`${errors} cannot be so`]),
    ...(warnings === 0 ? [] : [`${warnings} to look at`]),
  ]
  return parts.length === 0 ? null : parts.join(', ')
}
