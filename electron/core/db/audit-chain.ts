import { createHash } from 'node:crypto'
import type { AuditEntryTable } from './schema.ts'
import type { WriteHandle } from './database.ts'

export type NewAuditEntry = Omit<AuditEntryTable, 'seq' | 'previous_hash' | 'hash'>

const START = '0'.repeat(64)

const hashOf = (previous: string, seq: number, entry: NewAuditEntry): string =>
  createHash('sha256')
    .update(
      JSON.stringify([
        previous,
        seq,
        entry.at,
        entry.user_id,
        entry.user_name,
        entry.method,
        entry.verb,
        entry.person_id,
        entry.row_count,
        entry.detail,
        entry.undoes_seq,
      ]),
    )
    .digest('hex')

/** The number the next audit entry will have. One writer, so it stays free until the transaction ends. */
export const nextAuditSeq = (handle: WriteHandle): number =>
  (handle.statements.prepare('SELECT coalesce(max(seq), 0) + 1 AS seq FROM audit_entry').get() as { seq: number }).seq

/** Adds an entry whose hash covers its own content and the entry before it. */
export const appendAuditEntry = (handle: WriteHandle, seq: number, entry: NewAuditEntry): void => {
  const last = handle.statements.prepare('SELECT hash FROM audit_entry ORDER BY seq DESC LIMIT 1').get() as
    | { hash: string }
    | undefined
  const previous = last?.hash ?? START
  handle.statements
    .prepare(
      'INSERT INTO audit_entry (seq, at, user_id, user_name, method, verb, person_id, row_count, detail, undoes_seq, previous_hash, hash) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)',
    )
    .run(
      seq,
      entry.at,
      entry.user_id,
      entry.user_name,
      entry.method,
      entry.verb,
      entry.person_id,
      entry.row_count,
      entry.detail,
      entry.undoes_seq,
      previous,
      hashOf(previous, seq, entry),
    )
}

/** The first entry whose hash does not follow from the one before it, or null when the chain is whole. */
export const firstBrokenEntry = (entries: Iterable<AuditEntryTable>): number | null => {
  let previous = START
  let seq = 0
  for (const entry of entries) {
    seq += 1
    if (entry.seq !== seq || entry.previous_hash !== previous || entry.hash !== hashOf(previous, seq, entry))
      return entry.seq
    previous = entry.hash
  }
  return null
}
