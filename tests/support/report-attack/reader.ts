import { createSolver, type Range, type Sum } from './solver.ts'

/**
 * Somebody who was sent the .json file of a report and wants the numbers it hides. They have the file and what it prints
 * of its rule, know how such tables add up, and trust nothing else: no code of the guard is used here.
 */

interface Count {
  readonly id: string
  readonly state: 'shown' | 'hidden'
  readonly value?: number
  readonly why?: 'small' | 'protect'
}

interface Result {
  readonly state: string
  readonly value?: number
  readonly low?: number
  readonly high?: number
}

interface Cell {
  readonly kind: string
  readonly text?: string
  readonly figure?: Count
  readonly unit?: string
  readonly estimate?: Result
}

interface Table {
  readonly id: string
  readonly rows: readonly (readonly Cell[])[]
  readonly totalRow: boolean
}

interface Measure {
  readonly id: string
  readonly numerator: Count
  readonly denominator: Count | null
  readonly population: number | null
  readonly unit: string
  readonly estimate: Result
}

type Block = {
  readonly type: string
  readonly indicators?: readonly Measure[]
  readonly text?: string
} & Partial<Table>

export interface Sent {
  readonly smallNumbers: string
  readonly listSize: number
  readonly from: string
  readonly to: string
  readonly hiddenCounts: { readonly small: number; readonly protect: number }
  readonly explanations: readonly { readonly leftOut: readonly { readonly count: Count }[] }[]
  readonly sections: readonly { readonly id: string; readonly finding: string; readonly blocks: readonly Block[] }[]
}

const FAR = 1_000_000
const Z = 1.959964

const countsIn = (value: unknown): Count[] => {
  if (typeof value !== 'object' || value === null) return []
  const own = 'id' in value && 'state' in value ? [value as Count] : []
  return [...own, ...Object.values(value).flatMap(countsIn)]
}

const tablesIn = (sent: Sent): Table[] =>
  sent.sections.flatMap(({ blocks }) => blocks.flatMap((block) => (block.type === 'table' ? [block as Table] : [])))

const measuresIn = (sent: Sent): Measure[] =>
  sent.sections.flatMap(({ blocks }) => blocks.flatMap((block) => block.indicators ?? []))

const plus = (total: string, parts: readonly string[]): Sum => ({
  terms: [[total, -1], ...parts.map((part) => [part, 1] as const)],
  equals: 0,
})

const idAt = (row: readonly Cell[] | undefined, column: number): string | null => row?.[column]?.figure?.id ?? null

/** Rows above a last one that totals them, column by column. */
const columnSums = ({ rows, totalRow }: Table): Sum[] => {
  if (!totalRow) return []
  const total = rows.at(-1)
  return (total ?? []).flatMap((_, column) => {
    const id = idAt(total, column)
    const parts = rows.slice(0, -1).flatMap((row) => idAt(row, column) ?? [])
    return id === null || parts.includes(id) ? [] : [plus(id, parts)]
  })
}

/** Counts of a row of which the last is the total. */
const rowSums = ({ rows }: Table): Sum[] =>
  rows.flatMap((row) => {
    const ids = row.flatMap(({ figure }) => figure?.id ?? [])
    const total = ids.at(-1)
    return ids.length < 3 || total === undefined ? [] : [plus(total, ids.slice(0, -1))]
  })

const sumsOfTable = (table: Table): Sum[] => {
  switch (table.id) {
    case 'new-by-group':
    case 'letters-late':
    case 'completeness':
      return [...columnSums(table), ...rowSums(table)]
    case 'care':
      return [1, 2].flatMap((column) => {
        const [done, not, all] = [0, 1, 2].map((row) => idAt(table.rows[row], column))
        return done && not && all ? [plus(all, [done, not])] : []
      })
    case 'lists':
      return table.rows.flatMap((row) => {
        const [theirs, ours, other, decided, open] = [2, 3, 4, 6, 7].map((column) => idAt(row, column) ?? '')
        if (!theirs || !ours || !other || !decided || !open) return []
        return [
          {
            terms: [
              [theirs, 1],
              [ours, 1],
              [other, 1],
              [decided, -1],
              [open, -1],
            ],
            equals: 0,
          },
        ] satisfies Sum[]
      })
    default:
      return columnSums(table)
  }
}

/** What the words say of stages and routes: early is 1 or 2, known is 1 to 4, the rest of the known are late. */
const sumsOfMeasures = (measures: readonly Measure[], tables: readonly Table[]): Sum[] => {
  const stage = tables.find(({ id }) => id === 'stage')?.rows.map((row) => idAt(row, 1) ?? '') ?? []
  const route = tables.find(({ id }) => id === 'route')?.rows.flatMap((row) => idAt(row, 1) ?? []) ?? []
  const named = (id: string): Measure | undefined => measures.find((measure) => measure.id === id)
  const [known, early, way] = [named('stage-known'), named('stage-early'), named('route-known')]
  const [one, two, three, four, nought, unknown] = stage
  const sums: Sum[] = []
  if (known && early && one && two && three && four && nought && unknown) {
    sums.push(plus(early.numerator.id, [one, two]))
    sums.push(plus(known.numerator.id, [early.numerator.id, three, four]))
    if (known.denominator) sums.push(plus(known.denominator.id, [known.numerator.id, nought, unknown]))
  }
  const noRoute = tables.find(({ id }) => id === 'route')?.rows.find(([name]) => name?.text?.startsWith('Not known'))
  const noRouteId = idAt(noRoute, 1)
  if (way?.denominator && noRouteId !== null) {
    sums.push(plus(way.denominator.id, [way.numerator.id, noRouteId]))
    sums.push(
      plus(
        way.numerator.id,
        route.slice(0, -1).filter((id) => id !== noRouteId),
      ),
    )
  }
  return sums
}

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
const rangeOfShown = (value: number, rule: string): Range =>
  rule !== 'hide-1-to-7-round-5' || value === 0
    ? { low: value, high: value }
    : { low: Math.max(8, value - 2), high: value + 2 }

/** Counts told by results that stand beside them, whether the counts themselves are shown or not. */
const toldByResults = (sent: Sent): (readonly [id: string, range: Range])[] => {
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

export interface Told {
  readonly id: string
  /** The values that the reader cannot rule out: the least and the greatest. */
  readonly least: number
  readonly most: number
  readonly how: 'one value' | 'neighbours'
}

export interface Reading {
  readonly told: readonly Told[]
  /** Hidden counts of which the search came to no end. */
  readonly gaveUp: number
  readonly hidden: number
}

const highestSmall = (rule: string): number => (rule === 'hide-1-to-5' ? 5 : 7)

/** How far in from the end of a range the first possible value is looked for. */
const STEPS_IN = 40

/** The least and the greatest value of a cell that some solution has, or that was not ruled out. */
const possibleEnds = (
  solver: ReturnType<typeof createSolver>,
  id: string,
  { low, high }: Range,
): Range & { readonly gaveUp: boolean } => {
  let gaveUp = false
  const firstFrom = (start: number, step: number): number => {
    for (let value = start, left = STEPS_IN; value >= low && value <= high && left > 0; value += step, left -= 1) {
      const answer = solver.canBe(id, value)
      if (answer === 'impossible') continue
      gaveUp ||= answer === 'gave-up'
      return value
    }
    gaveUp = true
    return start
  }
  return { low: firstFrom(low, 1), high: firstFrom(high, -1), gaveUp }
}

/** Figures, sums and results of the sent files, all at once. */
const attack = (
  files: readonly Sent[],
  daggerFrom: (sent: Sent) => number,
  extra: readonly Sum[] = [],
): Reading | null => {
  const domains = new Map<string, Range>()
  const marks = new Map<string, { why: string; rule: string }>()
  const narrowTo = (id: string, range: Range): void => {
    const now = domains.get(id) ?? { low: 0, high: FAR }
    domains.set(id, { low: Math.max(now.low, range.low), high: Math.min(now.high, range.high) })
  }
  const sums = [...extra]
  for (const sent of files) {
    const rule = sent.smallNumbers
    for (const { id, state, value = 0, why = 'protect' } of countsIn(sent)) {
      if (state === 'shown') narrowTo(id, rangeOfShown(value, rule))
      else {
        narrowTo(id, why === 'small' ? { low: 1, high: highestSmall(rule) } : { low: daggerFrom(sent), high: FAR })
        marks.set(id, { why, rule })
      }
    }
    for (const [id, range] of toldByResults(sent)) narrowTo(id, range)
    const tables = tablesIn(sent)
    sums.push(...tables.flatMap(sumsOfTable), ...sumsOfMeasures(measuresIn(sent), tables))
  }
  for (const { terms } of sums) for (const [id] of terms) if (!domains.has(id)) domains.set(id, { low: 0, high: FAR })
  if ([...domains.values()].some(({ low, high }) => low > high)) return null
  const solver = createSolver(domains, sums)
  const narrowed = solver.narrowed()
  if (narrowed === null) return null
  const told: Told[] = []
  let gaveUp = 0
  for (const [id, { rule }] of marks) {
    const range = narrowed.get(id)
    if (range === undefined) continue
    const { low: least, high: most, gaveUp: noEnd } = possibleEnds(solver, id, range)
    if (noEnd) gaveUp += 1
    if (least === most) told.push({ id, least, most, how: 'one value' })
    else if (most <= highestSmall(rule) && least >= 1 && most - least < 2)
      told.push({ id, least, most, how: 'neighbours' })
  }
  return { told, gaveUp, hidden: marks.size }
}

/**
 * What a reader works out of hidden counts: those left with one value, and small ones left with two neighbours.
 * They first take a dagger at its word (another count than a small one, and no nought, which would be shown); where
 * nothing fits that, they take it for any count from 1.
 */
export const readReport = (sent: Sent): Reading =>
  attack([sent], ({ smallNumbers }) => highestSmall(smallNumbers) + 1) ??
  attack([sent], () => 1) ?? { told: [], gaveUp: 0, hidden: 0 }

/** As `readReport`, by a reader who takes a dagger for any count from 1. */
export const readWarily = (sent: Sent): Reading => attack([sent], () => 1) ?? { told: [], gaveUp: 0, hidden: 0 }

const PLAIN_DATES = /\d{1,2} [A-Z][a-z]{2} \d{4}/g
const RESULTS = /[−-]?[\d,]+(?:\.\d+)?%?(?: to [−-]?[\d,]+(?:\.\d+)?%?)/g

/** Numbers in the sentences of a report that are no shown count of it, date, result or its list. */
export const strangeNumbers = (sent: Sent): string[] => {
  const shown = new Set(countsIn(sent).flatMap(({ value }) => value ?? []))
  const fixed = new Set([sent.listSize, 95, 10, 5, 7, 1, 2, 100_000])
  const results = new Set(
    [
      ...measuresIn(sent).map(({ estimate }) => estimate),
      ...tablesIn(sent).flatMap(({ rows }) => rows.flat().flatMap(({ estimate }) => estimate ?? [])),
    ].flatMap(({ state, value = 0 }) => (state === 'shown' ? [Math.round(value), Number(value.toFixed(1))] : [])),
  )
  const sentences = sent.sections.map(({ finding }) => finding)
  return sentences.flatMap((sentence) => {
    const rest = sentence
      .replaceAll(PLAIN_DATES, '')
      .replaceAll(/within \d+ months/g, '')
      .replaceAll(RESULTS, '')
    return [...rest.matchAll(/[\d,]*\d(?:\.\d+)?/g)]
      .map(([text]) => text)
      .filter((text) => {
        const number = Number(text.replaceAll(',', ''))
        return !shown.has(number) && !fixed.has(number) && !results.has(number)
      })
  })
}

/** The mark of every hidden count. */
export const hiddenAs = (sent: Sent): Map<string, 'small' | 'protect'> =>
  new Map(countsIn(sent).flatMap(({ id, state, why = 'protect' }) => (state === 'hidden' ? [[id, why] as const] : [])))

/** Marks that the file says it holds, and marks a reader counts in its tables. */
export const countedMarks = (sent: Sent): { readonly small: number; readonly protect: number } => {
  const found = new Map(countsIn(sent.sections).map((count) => [count.id, count]))
  const number = (why: string): number => [...found.values()].filter((count) => count.why === why).length
  return { small: number('small'), protect: number('protect') }
}
