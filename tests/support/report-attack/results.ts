import { idAt, measuresIn, type Result, type Sent, type Table, tablesIn } from './sent.ts'
import { restOf } from './sums.ts'
import type { Range } from './system.ts'

const Z = 1.959964

/** More than anybody counts, and few enough that sums of it stay exact. */
export const FAR = 1_000_000

/** The greatest count that a rule hides for its own sake. */
export const highestSmall = (rule: string): number => (rule === 'hide-1-to-5' ? 5 : 7)

const wilson = (share: number, of: number): readonly [low: number, high: number] => {
  const middle = share + (Z * Z) / (2 * of)
  const half = Z * Math.sqrt((share * (1 - share)) / of + (Z * Z) / (4 * of * of))
  const scale = 1 + (Z * Z) / of
  return [(middle - half) / scale, (middle + half) / scale]
}

const isLike = (a: number, b: number): boolean => Math.abs(a - b) < 1e-7

/** The counts that a percentage with its range was made from: the range gives the denominator away, if it is true. */
const countsBehind = ({ value = 0, low = 0, high = 0 }: Result): readonly [part: number, of: number] | null => {
  for (let of = 1; of <= 3000; of += 1) {
    const part = (value / 100) * of
    if (!isLike(part, Math.round(part))) continue
    // Nought has the same lower end whatever it is of.
    const [least, most] = wilson(value / 100, of)
    if (isLike(least * 100, low) && isLike(most * 100, high)) return [Math.round(part), of]
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

type Told = readonly [id: string, range: Range]

/** A percentage hidden as small, of counts of which none is marked so: the rest of the denominator is small then. */
const toldByRests = (sent: Sent): Told[] =>
  measuresIn(sent).flatMap((measure): Told[] => {
    const { numerator, denominator, unit, estimate } = measure
    const rest = restOf(measure)
    if (rest === null || unit !== 'per cent') return []
    const isSmall = estimate.state === 'hidden' && estimate.why === 'small'
    const hasOther = [numerator, denominator].some((count) => count?.why === 'small')
    return isSmall && !hasOther ? [[rest, { low: 1, high: highestSmall(sent.smallNumbers) }]] : []
  })

/** What a median of a count that is printed nowhere tells of it. @param least of a count under a dagger. */
const ofMedian = ({ state, why }: Result, rule: string, least: number): Range => {
  if (state === 'nobody') return { low: 0, high: 0 }
  if (state === 'shown') return { low: highestSmall(rule) + 1, high: FAR }
  return why === 'small' ? { low: 1, high: highestSmall(rule) } : { low: least, high: FAR }
}

const toldByLists = ({ rows }: Table, rule: string, least: number): Told[] =>
  rows.flatMap((row, at): Told[] => {
    const median = row[5]?.estimate
    return median === undefined ? [] : [[`list-${at}.days`, ofMedian(median, rule, least)]]
  })

/** The rule of hospitals: one is named from 8 on, and of those that are not there are as many as it says. */
const FEWEST_NAMED = 8

const toldByHospitals = ({ rows }: Table): Told[] =>
  rows.flatMap((row): Told[] => {
    const id = idAt(row, 1)
    if (id === null) return []
    if (/^hospital-\d+$/.test(id)) return [[id, { low: FEWEST_NAMED, high: FAR }]]
    const [, unnamed] = /^(\d+) hospitals? not named$/.exec(row[0]?.text ?? '') ?? []
    return unnamed === undefined ? [] : [[id, { low: Number(unnamed), high: FAR }]]
  })

/** The columns of a table that hold the part and the whole of a percentage beside them. */
const SHARES: Readonly<Record<string, readonly [part: number, of: number]>> = {
  completeness: [2, 4],
  'clock-28': [1, 3],
  'clock-31': [1, 3],
  'clock-62': [1, 3],
}

/**
 * Counts told by what stands beside them, whether the counts themselves are shown or not.
 * @param least the least count that may be under a dagger.
 */
export const toldByResults = (sent: Sent, least: number): Told[] => {
  const rule = sent.smallNumbers
  const told: Told[] = toldByRests(sent)
  const tell = (id: string, value: number): number => told.push([id, rangeOfShown(value, rule)])
  for (const { numerator, denominator, population, unit, estimate } of measuresIn(sent)) {
    if (estimate.state !== 'shown') continue
    if (unit === 'per 100,000')
      tell(numerator.id, Math.round(((estimate.value ?? 0) * sent.listSize * yearsBetween(sent.from, sent.to)) / 1e5))
    const behind = unit === 'per cent' ? countsBehind(estimate) : null
    if (behind === null) continue
    tell(numerator.id, population === null ? behind[0] : Math.round(((estimate.value ?? 0) / 100) * population))
    if (denominator !== null) tell(denominator.id, behind[1])
  }
  for (const table of tablesIn(sent)) {
    if (table.id === 'lists') told.push(...toldByLists(table, rule, least))
    if (table.id === 'hospitals') told.push(...toldByHospitals(table))
    const [part, of] = SHARES[table.id] ?? []
    if (part === undefined || of === undefined) continue
    for (const row of table.rows) {
      const share = row.at(-1)?.estimate
      const behind = share?.state === 'shown' ? countsBehind(share) : null
      if (behind === null) continue
      tell(idAt(row, part) ?? '', behind[0])
      tell(idAt(row, of) ?? '', behind[1])
    }
  }
  return told
}
