import { AppError } from '#shared/contract/errors.ts'
import type { audit } from '#shared/features/audit/contract.ts'
import { entryReason, entrySentence, isUndoneFromItsList, staysDone } from '#shared/features/audit/words.ts'
import { may } from '#shared/permissions.ts'
import { contract } from '#shared/contract/index.ts'
import { listMethods, type MethodTree } from '#shared/contract/define.ts'
import type { CommandContext, Handlers } from '../../context.ts'
import { firstBrokenEntry } from '../../db/audit-chain.ts'
import { undoChangeSet } from '../../db/undo.ts'
import { contradictingWitness, RESTORE_METHOD, type TrailWitness } from '../safekeeping/public.ts'

const capabilityOf = new Map(listMethods(contract as MethodTree).map(({ name, method }) => [name, method.can]))

/** Undoing asks for the same right as doing. Imports and figures are undone from their own lists, which keep their record. */
const requireUndoable = ({ user }: CommandContext, method: string): void => {
  const capability = capabilityOf.get(method)
  const isElsewhere = isUndoneFromItsList(method) || method.startsWith('bundle.')
  if (capability === undefined || capability === null || isElsewhere) {
    throw new AppError('conflict', 'This cannot be taken back from here.')
  }
  if (staysDone(method))
    throw new AppError('conflict', 'A report that was sent stays noted: later ones are held beside it.')
  if (method === 'letters.saveDays')
    throw new AppError(
      'conflict',
      'Choose the earlier days again in Settings, Letters expected: what is due then follows.',
    )
  if (!may(user.role, capability))
    throw new AppError('forbidden', 'Your role does not allow this. Ask the cancer lead of your practice.')
}

/** The change that a chain of undoing goes back to: taking back an undo does that change again. */
const firstCause = async (context: CommandContext, seq: number): Promise<{ method: string; user_id: string }> => {
  const entry = await context.db
    .selectFrom('audit_entry')
    .select(['method', 'user_id', 'undoes_seq'])
    .where('seq', '=', seq)
    .executeTakeFirst()
  if (entry === undefined) throw new AppError('not-found', 'There is no such change to take back.')
  return entry.undoes_seq === null ? entry : firstCause(context, entry.undoes_seq)
}

const detailIn = (detail: string): Readonly<Record<string, unknown>> => JSON.parse(detail) as Record<string, unknown>

const OWN = 'This is somebody’s own: only they can take it back.'

/** What only its writer sees is changed by nobody else, by no undoing either; also what was so before, or is removed. */
const requireOwnDocuments = async ({ db, user }: CommandContext, seq: number): Promise<void> => {
  const touched = await db
    .selectFrom('change')
    .select(['row_id', 'row_ids', 'before_values'])
    .where('audit_seq', '=', seq)
    .where('table_name', '=', 'toolkit_document')
    .execute()
  const ids = touched.flatMap(({ row_id: id, row_ids: several }) =>
    id === null ? (JSON.parse(several ?? '[]') as string[]) : [id],
  )
  const there = await db.selectFrom('toolkit_document').select('private_to').where('id', 'in', ids).execute()
  const before = touched.map(({ before_values: values }) => detailIn(values ?? '{}')['private_to'])
  const writers = [...there.map((row) => row.private_to), ...before].map((id) => id ?? user.id)
  if (writers.some((id) => id !== user.id)) throw new AppError('forbidden', OWN)
}

/** `witnesses`: what the backups of the open register saw of its trail. */
export const auditHandlers = (witnesses: () => TrailWitness[]): Handlers<typeof audit> => ({
  async page({ db }, { before, limit }) {
    const rows = await db
      .selectFrom('audit_entry as entry')
      .leftJoin('audit_entry as undoing', 'undoing.undoes_seq', 'entry.seq')
      .select([
        'entry.seq',
        'entry.at',
        'entry.user_name',
        'entry.method',
        'entry.verb',
        'entry.person_id',
        'entry.row_count',
        'entry.detail',
        'undoing.seq as undone_by',
      ])
      .$if(before !== null, (query) => query.where('entry.seq', '<', before ?? 0))
      .orderBy('entry.seq', 'desc')
      .limit(limit)
      .execute()
    return rows.map((row) => {
      const detail = detailIn(row.detail)
      return {
        seq: row.seq,
        at: row.at,
        userName: row.user_name,
        method: row.method,
        verb: row.verb,
        sentence: entrySentence(row.method, detail),
        reason: entryReason(detail),
        personId: row.person_id,
        rowCount: row.row_count,
        undone: row.undone_by !== null,
      }
    })
  },
  async verify({ db }) {
    const entries = await db.selectFrom('audit_entry').selectAll().orderBy('seq').execute()
    const seen = witnesses()
    const unlike = contradictingWitness(seen, {
      hashOf: (seq) => entries[seq - 1]?.hash ?? null,
      lastRestoreAt: entries.findLast(({ method }) => method === RESTORE_METHOD)?.at ?? null,
    })
    return {
      entries: entries.length,
      brokenAt: firstBrokenEntry(entries),
      backups: seen.length,
      unlikeBackup: unlike === null ? null : { at: unlike.at, seq: unlike.seq },
    }
  },
  async printed(context, { print, recordId }) {
    context.note({ print, ...(recordId === null ? {} : { recordId }) })
    return {}
  },
  async undo(context, { seq }) {
    const cause = await firstCause(context, seq)
    requireUndoable(context, cause.method)
    if (cause.method.startsWith('development.') && cause.user_id !== context.user.id)
      throw new AppError('forbidden', OWN)
    await requireOwnDocuments(context, seq)
    const undone = await context.db
      .selectFrom('audit_entry')
      .select('seq')
      .where('undoes_seq', '=', seq)
      .executeTakeFirst()
    if (undone !== undefined) throw new AppError('conflict', 'This was taken back already.')
    return undoChangeSet(context.handle, context.recorder, seq)
  },
})
