const MONTH = /^(\d{4})-(0[1-9]|1[0-2])$/

function monthNumber(month: string): number {
  const found = MONTH.exec(month)
  if (found === null) throw new RangeError('A month is written as 2026-11')
  return Number(found[1]) * 12 + Number(found[2]) - 1
}

function monthOf(number: number): string {
  return `${String(Math.floor(number / 12)).padStart(4, '0')}-${String((number % 12) + 1).padStart(2, '0')}`
}

/**
 * Every month from the first to the last that is given, with `null` where nothing was: a month that is missing is a
 * gap, and never the neighbour of the month before it.
 * @throws RangeError for a month not written as 2026-11, or one that comes twice.
 */
export function everyMonth<Given extends { readonly month: string }>(
  given: readonly Given[],
): { readonly month: string; readonly given: Given | null }[] {
  const byNumber = new Map(given.map((one) => [monthNumber(one.month), one]))
  if (byNumber.size < given.length) throw new RangeError('A month comes once')
  if (byNumber.size === 0) return []
  const first = Math.min(...byNumber.keys())
  const last = Math.max(...byNumber.keys())
  return Array.from({ length: last - first + 1 }, (_, index) => ({
    month: monthOf(first + index),
    given: byNumber.get(first + index) ?? null,
  }))
}
