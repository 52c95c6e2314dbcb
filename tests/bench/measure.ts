/** One line of the table: a figure and what it may be at most (or at least). */
export interface Figure {
  name: string
  /** null: could not be measured here; `why` says so. */
  value: number | null
  unit: '×' | 'ms' | 'MB' | 'people/s'
  limit: { most: number } | { least: number } | null
  /** The two sides of a ratio, or how it was measured. */
  detail: string
}

export const median = (values: readonly number[]): number => {
  const sorted = values.toSorted((a, b) => a - b)
  const middle = sorted.length >> 1
  const upper = sorted[middle] ?? Number.NaN
  return sorted.length % 2 === 1 ? upper : ((sorted[middle - 1] ?? upper) + upper) / 2
}

/** The time that 95 of a hundred stay under. */
export const percentile95 = (values: readonly number[]): number =>
  values.toSorted((a, b) => a - b)[Math.ceil(values.length * 0.95) - 1] ?? Number.NaN

/** Milliseconds that work takes. */
export const timed = async (work: () => unknown): Promise<number> => {
  const started = performance.now()
  await work()
  return performance.now() - started
}

export interface Comparison {
  ours: number
  bare: number
  /** The median of the ratios of neighbouring rounds: what slows the machine for a while slows both sides. */
  ratio: number
}

interface Sides {
  ours: () => Promise<number>
  bare: () => Promise<number>
}

/** Measures two ways of doing the same in turns, after a warm-up, and compares their medians. */
export const inTurns = async (
  sides: Sides,
  { warmUp, rounds }: { warmUp: number; rounds: number },
): Promise<Comparison> => {
  for (let round = 0; round < warmUp; round += 1) {
    await sides.ours()
    await sides.bare()
  }
  const ours: number[] = []
  const bare: number[] = []
  for (let round = 0; round < rounds; round += 1) {
    if (round % 2 === 0) {
      ours.push(await sides.ours())
      bare.push(await sides.bare())
    } else {
      bare.push(await sides.bare())
      ours.push(await sides.ours())
    }
  }
  return {
    ours: median(ours),
    bare: median(bare),
    ratio: median(ours.map((value, round) => value / (bare[round] ?? Number.NaN))),
  }
}

export const ratioFigure = (name: string, limit: number, comparison: Comparison, against: string): Figure => ({
  name,
  value: comparison.ratio,
  unit: '×',
  limit: { most: limit },
  detail: `${comparison.ours.toFixed(2)} ms against ${comparison.bare.toFixed(2)} ms for ${against}`,
})

/** True when a figure keeps its limit, or has none, or could not be measured. */
export const keepsLimit = ({ value, limit }: Figure): boolean => {
  if (value === null || limit === null) return true
  return 'most' in limit ? value <= limit.most : value >= limit.least
}
