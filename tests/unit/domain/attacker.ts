import type { Figure, FigureOutcome, SmallNumberRule, SumRelation } from '#shared/domain/disclosure.ts'

/** What a determined reader of a report works out, by means unlike those of the engine. */

export interface Published {
  figures: readonly Figure[]
  relations: readonly SumRelation[]
  outcomes: ReadonlyMap<string, FigureOutcome>
  rule: SmallNumberRule
}

interface Bounds {
  low: number
  high: number
}

const HIGHEST: Record<SmallNumberRule, number> = { none: 0, 'hide-1-to-5': 5, 'hide-1-to-7-round-5': 7 }

export function hiddenIds({ outcomes }: Published): string[] {
  return [...outcomes].flatMap(([id, outcome]) => ('hidden' in outcome ? [id] : []))
}

function boundsOf(outcome: FigureOutcome, rule: SmallNumberRule): Bounds {
  if ('hidden' in outcome) {
    return outcome.hidden === 'small' ? { low: 1, high: HIGHEST[rule] } : { low: 0, high: Number.POSITIVE_INFINITY }
  }
  const { shown } = outcome
  if (rule !== 'hide-1-to-7-round-5' || shown === 0) return { low: shown, high: shown }
  return { low: Math.max(8, shown - 2), high: shown + 2 }
}

/** Figures pinned by elimination over the sums, shown figures being exact (not for rounded reports). */
export function pinnedByElimination(published: Published): string[] {
  const unknown = hiddenIds(published)
  const matrix = published.relations.map(({ total, parts }) =>
    unknown.map((id) => (id === total ? -1 : 0) + (parts.includes(id) ? 1 : 0)),
  )
  let pivotRow = 0
  for (let column = 0; column < unknown.length; column += 1) {
    const found = matrix.findIndex((row, index) => index >= pivotRow && Math.abs(row[column] ?? 0) > 1e-9)
    if (found < 0) continue
    const chosen = matrix[found] ?? []
    matrix[found] = matrix[pivotRow] ?? []
    const scale = chosen[column] ?? 1
    const pivot = chosen.map((entry) => entry / scale)
    matrix[pivotRow] = pivot
    for (const [index, row] of matrix.entries()) {
      const factor = row[column] ?? 0
      if (index === pivotRow || Math.abs(factor) < 1e-9) continue
      matrix[index] = row.map((entry, position) => entry - factor * (pivot[position] ?? 0))
    }
    pivotRow += 1
  }
  return matrix.flatMap((row) => {
    const used = row.flatMap((entry, index) => (Math.abs(entry) > 1e-9 ? [index] : []))
    return used.length === 1 ? [unknown[used[0] ?? 0] ?? ''] : []
  })
}

/** Figures pinned by squeezing bounds through the sums until nothing changes. */
export function pinnedByBounds(published: Published): string[] {
  const bounds = new Map([...published.outcomes].map(([id, outcome]) => [id, boundsOf(outcome, published.rule)]))
  const get = (id: string): Bounds => bounds.get(id) ?? { low: 0, high: 0 }
  const tighten = (id: string, low: number, high: number): boolean => {
    const current = get(id)
    const next = { low: Math.max(current.low, low), high: Math.min(current.high, high) }
    bounds.set(id, next)
    return next.low > current.low || next.high < current.high
  }
  for (let round = 0, changed = true; changed && round < 200; round += 1) {
    changed = false
    for (const { total, parts } of published.relations) {
      const lows = parts.reduce((sum, part) => sum + get(part).low, 0)
      const highs = parts.reduce((sum, part) => sum + get(part).high, 0)
      changed = tighten(total, lows, highs) || changed
      for (const part of parts) {
        const others = parts.filter((other) => other !== part)
        const low = get(total).low - others.reduce((sum, other) => sum + get(other).high, 0)
        const high = get(total).high - others.reduce((sum, other) => sum + get(other).low, 0)
        changed = tighten(part, low, high) || changed
      }
    }
  }
  return hiddenIds(published).filter((id) => get(id).low === get(id).high)
}

/**
 * Figures that take one value in every whole-number solution with hidden figures up to `cap`. Where a hidden figure was
 * not small by truth and the reader believes a dagger is never 1 to 5, give `strict`.
 */
export function pinnedByExhaustion(published: Published, cap: number, strict: boolean): string[] {
  const hidden = hiddenIds(published)
  const shown = new Map([...published.outcomes].flatMap(([id, o]) => ('shown' in o ? [[id, o.shown] as const] : [])))
  const seen = new Map(hidden.map((id) => [id, new Set<number>()]))
  const solution = new Map<string, number>(shown)
  const allowed = (id: string, value: number): boolean => {
    const outcome = published.outcomes.get(id)
    if (outcome === undefined) return false
    const { low, high } = boundsOf(outcome, published.rule)
    if (value < low || value > Math.min(high, cap)) return false
    const isDagger = 'hidden' in outcome && outcome.hidden === 'protect'
    return !(strict && isDagger && value >= 1 && value <= HIGHEST[published.rule])
  }
  const holds = (relation: SumRelation): boolean => {
    const ids = [relation.total, ...relation.parts]
    if (ids.some((id) => !solution.has(id))) return true
    return relation.parts.reduce((sum, id) => sum + (solution.get(id) ?? 0), 0) === solution.get(relation.total)
  }
  const candidates = (id: string): number[] => {
    for (const { total, parts } of published.relations) {
      const ids = [total, ...parts]
      if (!ids.includes(id) || ids.some((other) => other !== id && !solution.has(other))) continue
      const sum = parts.reduce((acc, part) => acc + (solution.get(part) ?? 0), 0)
      return [id === total ? sum : (solution.get(total) ?? 0) - sum]
    }
    return Array.from({ length: cap + 1 }, (_, value) => value)
  }
  const explore = (position: number): void => {
    const id = hidden[position]
    if (id === undefined) {
      for (const each of hidden) seen.get(each)?.add(solution.get(each) ?? -1)
      return
    }
    for (const value of candidates(id)) {
      if (!allowed(id, value)) continue
      solution.set(id, value)
      if (published.relations.every(holds)) explore(position + 1)
    }
    solution.delete(id)
  }
  explore(0)
  return hidden.filter((id) => (seen.get(id)?.size ?? 0) < 2)
}
