import { idAt, measuresIn, type Result, type Sent, tablesIn } from './sent.ts'
import type { Range } from './solver.ts'

const Z = 1.959964

const wilsonLow = (share: number, of: number): number =>
  (share + (Z * Z) / (2 * of) - Z * Math.sqrt((share * (1 - share)) / of + (Z * Z) / (4 * of * of))) /
  (1 + (Z * Z) / of)

/** The counts that a percentage with its range was made from: the range gives the denominator away, if it is true. */
const countsBehind = ({ value = 0, low = 0 }: Result): readonly [part: number, of: number] | null => {
  for (let of = 1; of <= 3000; of += 1) {
    const part = (value / 100) * of
    if (Math.abs(part - Math.round(part)) > 1e-7) continue
    if (Math.abs(wilsonLow(value / 100, of) * 100 - low) < 1e-7) return [Math.round(part), of]
  }
  return null
}

const yearsBetween = (from: string, to: string): number =>
  Math.round((Date.parse(to) + 86_400_000 - Date.parse(from)) / 86_400_000 / 365.25)

/** What a shown count tells: exactly itself, or where counts are rounded five neighbours of which none is small. */
export const rangeOfShown = (value: number, rule: string): Range =>
  rule !== 'hide-1-to-7-round-5' || value === 0
    ? { low: value, high: value }
    : { low: Math.max(8, value - 2), high: value + 2 }

/** Counts told by results that stand beside them, whether the counts themselves are shown or not. */
export const toldByResults = (sent: Sent): (readonly [id: string, range: Range])[] => {
  const told: (readonly [string, Range])[] = []
  const tell = (id: string, value: number): number => told.push([id, rangeOfShown(value, sent.smallNumbers)])
  for (const { numerator, denominator, population, unit, estimate } of measuresIn(sent)) {
    if (estimate.state !== 'shown') continue
    if (unit === 'per 100,000')
      tell(numerator.id, Math.round(((estimate.value ?? 0) * sent.listSize * yearsBetween(sent.from, sent.to)) / 1e5))
    const behind = unit === 'per cent' ? countsBehind(estimate) : null
    if (behind === null) continue
    tell(numerator.id, population === null ? behind[0] : Math.round(((estimate.value ?? 0) / 100) * population))
    if (denominator !== null) tell(denominator.id, behind[1])
  }
  for (const { id, rows } of tablesIn(sent)) {
    if (id !== 'completeness') continue
    for (const row of rows) {
      const share = row.at(-1)?.estimate
      const behind = share?.state === 'shown' ? countsBehind(share) : null
      if (behind === null) continue
      tell(idAt(row, 2) ?? '', behind[0])
      tell(idAt(row, 4) ?? '', behind[1])
    }
  }
  return told
}
