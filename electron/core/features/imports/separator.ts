import type { Separator } from '#shared/features/imports/schema.ts'

const CANDIDATES: readonly Separator[] = [',', '\t', ';', '|']

/** How often each separator stands outside quotes, line by line. A quoted line break does not end a line. */
const countPerLine = (text: string): Map<Separator, number>[] => {
  const lines: Map<Separator, number>[] = []
  let counts = new Map<Separator, number>()
  let isQuoted = false
  for (const letter of text) {
    if (letter === '"') isQuoted = !isQuoted
    else if (isQuoted) continue
    else if (letter === '\n' || letter === '\r') {
      if (counts.size > 0) lines.push(counts)
      counts = new Map()
    } else if ((CANDIDATES as readonly string[]).includes(letter)) {
      const separator = letter as Separator
      counts.set(separator, (counts.get(separator) ?? 0) + 1)
    }
  }
  if (counts.size > 0) lines.push(counts)
  return lines
}

const mostUsual = (counts: readonly number[]): { count: number; lines: number } => {
  const tally = new Map<number, number>()
  for (const count of counts) tally.set(count, (tally.get(count) ?? 0) + 1)
  return [...tally]
    .map(([count, lines]) => ({ count, lines }))
    .reduce(
      (best, one) => (one.lines > best.lines || (one.lines === best.lines && one.count > best.count) ? one : best),
      {
        count: 0,
        lines: 0,
      },
    )
}

/** The line that Excel writes and reads above the headings to say what separates the cells. */
const SAYS_SO = /^"?sep=([,;|\t])"?(?:\r\n|\r|\n)/i

/**
 * The separator that the file itself names on its first line ("sep=;"); else the one that splits most lines into the
 * same number of cells; of equals, the one that makes more cells. null when none stands on any line: a single column is not a table of people.
 */
export const findSeparator = (text: string): Separator | null => {
  const said = SAYS_SO.exec(text)?.[1]
  if (said !== undefined) return said as Separator
  const lines = countPerLine(text)
  let best: { separator: Separator; score: number } | null = null
  for (const separator of CANDIDATES) {
    const usual = mostUsual(lines.map((counts) => counts.get(separator) ?? 0).filter((count) => count > 0))
    const score = usual.lines * Math.log2(usual.count + 1)
    if (score > (best?.score ?? 0)) best = { separator, score }
  }
  return best?.separator ?? null
}
