import type { FigureNotice } from '#shared/features/figures/schema.ts'

const LINES_NAMED = 20

interface Notices {
  add(reason: string, line: number): void
  /** The most frequent first. */
  all(): FigureNotice[]
}

/** Counts rows by what was found in them, with the first lines of each. */
export const createNotices = (): Notices => {
  const found = new Map<string, { rows: number; lines: number[] }>()
  return {
    add(reason, line) {
      const notice = found.get(reason) ?? { rows: 0, lines: [] }
      notice.rows += 1
      if (notice.lines.length < LINES_NAMED) notice.lines.push(line)
      found.set(reason, notice)
    },
    all: () => [...found].map(([reason, notice]) => ({ reason, ...notice })).toSorted((a, b) => b.rows - a.rows),
  }
}
