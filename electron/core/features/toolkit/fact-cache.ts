import type { IsoDate } from '#shared/domain/partial-date.ts'
import { changeNumber, hasChangedSince } from '../../db/changes-since.ts'
import type { ReadDb } from '../../db/database.ts'
import type { Fact, Facts, FactsAsked, FactSource } from './fact.ts'

interface Kept {
  readonly today: IsoDate
  /** How far the history of changes had gone when the first of them was found. */
  readonly changes: number
  /** null: looked for and not there. */
  readonly facts: Map<string, Fact | null>
}

const kept = new WeakMap<ReadDb, Kept>()

const keptNow = async (db: ReadDb, today: IsoDate): Promise<Kept> => {
  const known = kept.get(db)
  const changes = await changeNumber(db)
  if (known?.today === today && (known.changes === changes || !(await hasChangedSince(db, known.changes)))) {
    const same = { ...known, changes }
    kept.set(db, same)
    return same
  }
  const fresh: Kept = { today, changes, facts: new Map() }
  kept.set(db, fresh)
  return fresh
}

/**
 * A source whose facts are found once and hold until something but a document changes or a new day comes. They are
 * forgotten with the register when it is locked. Those of shareable people are kept by themselves. Only for facts that are the same in every document.
 */
export const remembered =
  (source: FactSource): FactSource =>
  async (asked: FactsAsked, codes): Promise<Facts> => {
    const { facts: known } = await keptNow(asked.db, asked.today)
    const missing = new Set([...codes].filter((code) => !known.has(code)))
    if (missing.size > 0) {
      const found = await source(asked, missing)
      for (const code of missing) known.set(code, found.get(code) ?? null)
    }
    return new Map(
      [...codes].flatMap((code): [string, Fact][] => {
        const one = known.get(code) ?? null
        return one === null ? [] : [[code, one]]
      }),
    )
  }
