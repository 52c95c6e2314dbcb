import { normaliseName } from '#shared/domain/text-match.ts'
import { FIGURE_KINDS, type FigureKindCode, figureKind } from './kinds.ts'

/** Where a column of the file goes; null leaves it out. */
export interface ColumnChoice {
  readonly index: number
  readonly column: string | null
}

const patterns = new Map<string, RegExp>()

const isCalled = (headings: string, name: string): boolean => {
  const pattern = patterns.get(headings) ?? new RegExp(`^(?:${headings})$`)
  patterns.set(headings, pattern)
  return pattern.test(name)
}

const nameOf = (heading: string): string => normaliseName(heading.replaceAll('%', ' percent '))

/** The column of a kind that each heading names; every column once, to the first heading that names it. */
export const suggestFigureColumns = (kind: FigureKindCode, headings: readonly string[]): ColumnChoice[] => {
  const taken = new Set<string>()
  return headings.map((heading, index) => {
    const name = nameOf(heading)
    const found = figureKind(kind).columns.find(
      ({ code, headings: known }) => !taken.has(code) && isCalled(known, name),
    )
    if (name === '' || found === undefined) return { index, column: null }
    taken.add(found.code)
    return { index, column: found.code }
  })
}

/** Labels of the columns that a choice still lacks; empty when the kind can be read. */
export const missingColumns = (kind: FigureKindCode, choices: readonly ColumnChoice[]): string[] => {
  const chosen = new Set(choices.map(({ column }) => column))
  const { columns, anyOf } = figureKind(kind)
  const missing = columns
    .filter(({ code, required }) => required === true && !chosen.has(code))
    .map(({ label }) => label)
  if (anyOf.length === 0 || anyOf.some((code) => chosen.has(code))) return missing
  const either = columns.filter(({ code }) => anyOf.includes(code)).map(({ label }) => label)
  return [...missing, either.join(' or ')]
}

/** How many headings a kind knows, for finding the line of the headings. */
export const knownFigureHeadings = (headings: readonly string[]): number =>
  Math.max(
    ...FIGURE_KINDS.map(
      ({ code }) => suggestFigureColumns(code, headings).filter(({ column }) => column !== null).length,
    ),
  )

/** The kind whose columns these headings name best; null when none has all that it needs. */
export const guessFigureKind = (headings: readonly string[]): FigureKindCode | null => {
  let best: { code: FigureKindCode; known: number } | null = null
  for (const { code } of FIGURE_KINDS) {
    const choices = suggestFigureColumns(code, headings)
    const known = choices.filter(({ column }) => column !== null).length
    if (missingColumns(code, choices).length === 0 && known > (best?.known ?? 1)) best = { code, known }
  }
  return best?.code ?? null
}
