import { type Figure, type FigureOutcome, isSmallCount, protectFigures } from '#shared/domain/disclosure.ts'
import type { FieldTable } from '#shared/features/toolkit/schema.ts'
import { countWords, type Fact, type NamedCount } from './fact.ts'
import { SUMS_OF_MEASURES, type SumOfCounts } from './sums-of-counts.ts'

const RULE = 'hide-1-to-5'
/** From here on 5 is at most a tenth, so that it is hardly any. */
const MANY = 50
const FEW = 'fewer than 6'
const NOT_GIVEN = 'not given'
const TOO_FEW = 'too few to say'

/** A fact as a document that leaves the practice shows it. */
export interface Shielded {
  readonly words: string | null
  readonly table: FieldTable | null
  /** Why it is not shown as it is; null: it is. */
  readonly hidden: string | null
}

/** A count is the same one wherever it has the same name and the same value: of another day it is another. */
const idOf = ({ name, value }: NamedCount): string => `${name}=${value}`

const isSmall = (count: number): boolean => isSmallCount(count, RULE)

interface Subtraction {
  readonly total: string
  readonly parts: readonly string[]
  readonly rest: Figure
}

/** What can be subtracted from each other: a total and those parts of it that are told, with what they leave. */
const subtractions = (told: ReadonlyMap<string, NamedCount>, sums: readonly SumOfCounts[]): Subtraction[] => {
  const byName = Map.groupBy(told.values(), ({ name }) => name)
  return sums.flatMap(({ total: totalName, parts: names }) =>
    (byName.get(totalName) ?? []).flatMap((total): Subtraction[] => {
      const parts = names.flatMap((name) => byName.get(name)?.slice(0, 1) ?? [])
      const rest = total.value - parts.reduce((sum, { value }) => sum + value, 0)
      if (parts.length === 0 || rest < 0) return []
      const id = `rest of ${idOf(total)} without ${parts.map(idOf).join(' ')}`
      return [{ total: idOf(total), parts: parts.map(idOf), rest: { id, value: rest } }]
    }),
  )
}

interface Verdict {
  readonly outcome: (count: NamedCount) => FigureOutcome | undefined
  /** What a total leaves without one part of it. */
  readonly rest: (total: NamedCount, part: NamedCount) => { readonly value: number; readonly isFew: boolean } | null
}

/** Which of the counts that some facts tell must not be seen, alone or by what they leave of each other. */
const judged = (facts: Iterable<Fact>): Verdict => {
  const told = new Map<string, NamedCount>()
  const sums: SumOfCounts[] = [...SUMS_OF_MEASURES]
  for (const { counts, rows, sums: own } of facts) {
    for (const count of [...counts, ...rows.flatMap((row) => row.counts)]) told.set(idOf(count), count)
    sums.push(...own)
  }
  const unlike = new Map(subtractions(told, sums).map((one) => [one.rest.id, one]))
  const all = [...unlike.values()]
  const outcomes = protectFigures(
    [...[...told].map(([id, { value }]) => ({ id, value })), ...all.map(({ rest }) => rest)],
    all.map(({ total, parts, rest }) => ({ total, parts: [...parts, rest.id] })),
    RULE,
  )
  return {
    outcome: (count) => outcomes.get(idOf(count)),
    rest: (total, part) => {
      const found = unlike.get(`rest of ${idOf(total)} without ${idOf(part)}`)
      if (found === undefined) return null
      const outcome = outcomes.get(found.rest.id)
      return { value: found.rest.value, isFew: outcome !== undefined && markOf(outcome) === 'small' }
    },
  }
}

const markOf = (outcome: FigureOutcome | undefined): 'small' | 'protect' | null =>
  outcome !== undefined && 'hidden' in outcome ? outcome.hidden : null

/** What hides a share: how few are in it, or how few are not, as far as that may be said. */
const shareWords = ({ counts: [part, whole], form }: Fact, { outcome, rest }: Verdict): string => {
  if (part === undefined || whole === undefined) return NOT_GIVEN
  const isWholeShown = markOf(outcome(whole)) === null
  const isMany = isWholeShown && whole.value >= MANY && form === 'share'
  const ofWhole = (words: string): string =>
    isWholeShown && form === 'part of' ? `${words} of ${countWords(whole.value)}` : words
  if (markOf(outcome(part)) === 'small') return isMany ? 'hardly any' : ofWhole(FEW)
  if (isWholeShown && rest(whole, part)?.isFew === true) return isMany ? 'nearly all' : ofWhole(`all but ${FEW}`)
  return NOT_GIVEN
}

const hiddenWords = (fact: Fact, verdict: Verdict): string => {
  const marks = fact.counts.map((count) => markOf(verdict.outcome(count)))
  switch (fact.form) {
    case 'count':
      return marks.includes('small') ? FEW : NOT_GIVEN
    case 'share':
    case 'part of':
      return shareWords(fact, verdict)
    case 'figure':
      return fact.few.some(isSmall) || marks.includes('small') ? TOO_FEW : NOT_GIVEN
  }
}

const listed = (counts: readonly number[]): string => {
  const words = counts.map(countWords)
  return words.length < 2 ? words.join('') : `${words.slice(0, -1).join(', ')} and ${words.at(-1) ?? ''}`
}

/** The small counts that a fact tells, rests on or leaves. */
const smallOf = ({ counts, few, form }: Fact, { rest }: Verdict): number[] => {
  const [part, whole] = counts
  const left = form !== 'count' && part !== undefined && whole !== undefined ? rest(whole, part)?.value : undefined
  return [...new Set([...counts.map(({ value }) => value), ...few, ...(left === undefined ? [] : [left])])].filter(
    isSmall,
  )
}

const whyHidden = (fact: Fact, verdict: Verdict): string => {
  const small = smallOf(fact, verdict)
  if (small.length === 0) return 'beside the rest of this document it would give away a count of 1 to 5'
  return `${listed(small)} ${small.length === 1 ? 'is' : 'are'} 1 to 5`
}

const tableOf = ({ table, rows }: Fact, { outcome }: Verdict): FieldTable | null =>
  table === null
    ? null
    : {
        ...table,
        rows: table.rows.map((cells, at) => {
          const row = rows[at]
          const marks = (row?.counts ?? []).map((count) => markOf(outcome(count)))
          const isFew = (row?.few ?? []).some(isSmall) || marks.includes('small')
          if (row === undefined || (!isFew && !marks.includes('protect'))) return cells
          const [first] = row.cells
          // In words, as facts in a line: a document has no key to read marks by.
          // A rate has one count too, and a range beside it.
          const isCount = row.counts.length === 1 && row.few.length === 0 && row.cells.length === 1
          const words = isFew ? (isCount ? FEW : TOO_FEW) : NOT_GIVEN
          return cells.map((cell, column) => (row.cells.includes(column) ? (column === first ? words : '') : cell))
        }),
      }

const shield = (fact: Fact, verdict: Verdict): Shielded => {
  if (fact.table !== null) return { words: fact.words, table: tableOf(fact, verdict), hidden: null }
  const isHidden =
    fact.words !== null &&
    (fact.few.some(isSmall) || fact.counts.some((count) => markOf(verdict.outcome(count)) !== null))
  return isHidden
    ? { words: hiddenWords(fact, verdict), table: null, hidden: whyHidden(fact, verdict) }
    : { words: fact.words, table: null, hidden: null }
}

/** Whether a fact alone has anything to hide in its words: most have not, and need not be looked at further. */
export const mayHide = ({ counts, few, table }: Fact): boolean => {
  if (table !== null) return false
  const [part, whole] = counts
  const left = part === undefined || whole === undefined ? 0 : whole.value - part.value
  return [...counts.map(({ value }) => value), ...few, left].some(isSmall)
}

/**
 * The facts of one document as it may leave the practice: a count of 1 to 5 in words that hide it, and so whatever would
 * give one away beside the others, by subtraction. 0 stays 0.
 */
export const shielded = (facts: ReadonlyMap<string, Fact>): Map<string, Shielded> => {
  const verdict = judged(facts.values())
  return new Map([...facts].map(([code, fact]) => [code, shield(fact, verdict)]))
}
