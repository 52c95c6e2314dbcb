import { labelOf, SEX_CODES } from '#shared/domain/people.ts'
import { routeLabel } from '#shared/domain/routes.ts'
import { LONGEST_WORDS, type WordField, type WordFound, wordKey } from '#shared/features/imports/matching.ts'
import { routeOf, stageOf } from './map-clinical.ts'
import { sexOf } from './map-person.ts'
import { termReader } from './read-term.ts'
import { RowProblem } from './row-problem.ts'

type Reading = Pick<WordFound, 'how' | 'ours'>

/** A column of free text has a word of its own on every row: beyond this many they are counted and not kept. */
export const MOST_WORDS = 20_000

const BLANK: Reading = { how: 'blank', ours: '' }
const AS_WRITTEN: Reading = { how: 'as-written', ours: '' }
const said = (ours: string): Reading => ({ how: 'read', ours })

const READERS: Readonly<Record<WordField, (text: string) => Reading>> = {
  cancer(text) {
    const { cancer } = termReader('cancer')(text)
    return cancer === null ? AS_WRITTEN : said(cancer.site)
  },
  event_term(text) {
    const { cancer, event } = termReader('event_term')(text)
    return cancer === null ? (event === null ? AS_WRITTEN : said(event.label)) : said(cancer.site)
  },
  stage(text) {
    const stage = stageOf(text)
    return stage === null ? BLANK : said(stage)
  },
  route(text) {
    const route = routeOf(text)
    return route === 'not_known' ? BLANK : said(routeLabel(route))
  },
  sex(text) {
    const sex = sexOf(text)
    return sex === null ? BLANK : said(labelOf(SEX_CODES, sex))
  },
}

/** How a word of a field is read, as the mapping of a row reads it. */
export const readWord = (field: WordField, text: string): Reading => {
  try {
    return READERS[field](text)
  } catch (cause) {
    if (cause instanceof RowProblem) return { how: 'rejected', ours: '' }
    throw cause
  }
}

/** The different words of one column. They may hold free text about people: they never leave the draft and the screen. */
export class WordsSeen {
  private readonly seen = new Map<string, { theirs: string; rows: number }>()
  private readonly readings = new Map<string, Reading>()
  private unread: MapIterator<[string, { theirs: string }]> | null = null
  private readonly field: WordField
  cells = 0
  unlisted = 0

  constructor(field: WordField) {
    this.field = field
  }

  /** @param cell clean; empty ones say nothing. */
  see(cell: string): void {
    if (cell === '') return
    this.cells += 1
    const key = wordKey(cell)
    const before = this.seen.get(key)
    if (before !== undefined) before.rows += 1
    else if (cell.length > LONGEST_WORDS || this.seen.size >= MOST_WORDS) this.unlisted += 1
    else this.seen.set(key, { theirs: cell, rows: 1 })
  }

  /** Reads the words, some at a time: `true` while there are more. */
  readSome(atMost: number): boolean {
    this.unread ??= this.seen.entries()
    for (let left = atMost; left > 0; left -= 1) {
      const next = this.unread.next()
      if (next.done === true) return false
      const [key, { theirs }] = next.value
      this.readings.set(key, readWord(this.field, theirs))
    }
    return true
  }

  *found(): Generator<WordFound> {
    for (const [key, { theirs, rows }] of this.seen)
      yield { theirs, rows, ...(this.readings.get(key) ?? readWord(this.field, theirs)) }
  }
}
