import type { StatusKind } from '#renderer/ui/status-shape.tsx'
import { counted, whenWords } from '#renderer/features/imports/public.ts'
import type { Progress } from '#shared/contract/define.ts'
import { formatIsoDate } from '#shared/domain/partial-date.ts'
import type { FigureColumn } from '#shared/features/figures/kinds.ts'
import type { FigureNotice, FigureSet, FigureValues } from '#shared/features/figures/schema.ts'

type Dated = Pick<FigureSet, 'asAt' | 'periodFrom' | 'periodTo'>

/** "31 Oct 2026", "1 Apr 2025 to 31 Mar 2026". */
export const holdsForWords = ({ asAt, periodFrom, periodTo }: Dated): string =>
  asAt !== null ? formatIsoDate(asAt) : `${formatIsoDate(periodFrom ?? '')} to ${formatIsoDate(periodTo ?? '')}`

/** "MHCLG, IoD 2025". */
export const sourceWords = ({ source, edition }: Pick<FigureSet, 'source' | 'edition'>): string =>
  edition === null ? source : `${source}, ${edition}`

const inSentence = (words: string): string => words.replace(/^Today/, 'today')

/** A set's state as a mark: its shape and its words. */
export const stateMark = (set: FigureSet): { kind: StatusKind; words: string } => {
  if (set.removedAt !== null) return { kind: 'not-started', words: `Removed ${inSentence(whenWords(set.removedAt))}` }
  if (set.supersededAt !== null)
    return { kind: 'not-measured', words: `Superseded ${inSentence(whenWords(set.supersededAt))}` }
  return { kind: 'on-track', words: 'Current' }
}

/** A figure as a table shows it; empty where the file gives none. */
export const cellWords = ({ code, type }: FigureColumn, values: FigureValues): string => {
  const value = values[code]
  if (value === undefined) return ''
  if (typeof value === 'string') return type === 'date' ? formatIsoDate(value) : value
  const words = value.toLocaleString('en-GB', { maximumFractionDigits: 6 })
  return type === 'share' ? `${words}%` : words
}

/** Columns that are read from their right. */
export const isNumeric = ({ type }: FigureColumn): boolean =>
  type === 'count' || type === 'number' || type === 'share' || type === 'rank' || type === 'decile'

/** "Line 6", "Lines 6, 7 and 12", "Lines 6, 7, 8 and 40 more". */
export const noticeLines = ({ rows, lines }: FigureNotice): string => {
  const named = lines.slice(0, 6).map((line) => line.toLocaleString('en-GB'))
  if (rows === 1) return `Line ${named[0] ?? ''}`
  const more = rows - named.length
  if (more > 0) return `Lines ${named.join(', ')} and ${more.toLocaleString('en-GB')} more`
  return `Lines ${named.slice(0, -1).join(', ')} and ${named.at(-1) ?? ''}`
}

/** How far some work on a file is, in words. */
export const progressWords = (progress: Progress | null): string => {
  if (progress === null || progress.done === 0) return progress?.step ?? 'Reading the file'
  const { step, done, total } = progress
  return total === null
    ? `${step}: ${counted(done, 'row')} so far`
    : `${step}: ${done.toLocaleString('en-GB')} of ${counted(total, 'row')}`
}
