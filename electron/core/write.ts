import type { AuditVerb } from '#shared/contract/define.ts'
import type { CommandContext, Environment, Session } from './context.ts'
import { appendAuditEntry, nextAuditSeq } from './db/audit-chain.ts'
import { createRecorder } from './db/recorder.ts'
import { projectPeople } from './projections/person-summary.ts'

/** What an audit entry says about a call. */
export interface AuditSubject {
  method: string
  verb: AuditVerb
  /** The person the call was about, where it says so itself. */
  personId: string | null
  undoesSeq: number | null
}

/**
 * transact → audit → announce: runs work in one transaction, brings what is worked out from the touched people up to
 * date, adds the audit entry, and only after the commit tells the screens. A failure anywhere leaves everything as before.
 */
export const runInTransaction = async <T>(
  env: Environment,
  session: Session,
  subject: AuditSubject,
  work: (context: CommandContext) => Promise<T>,
): Promise<T> => {
  const detail: Record<string, unknown> = {}
  const { result, recorded } = await session.database.write(async (handle) => {
    const auditSeq = nextAuditSeq(handle)
    const recorder = createRecorder(handle, auditSeq)
    const outcome = await work({
      env,
      db: handle.db,
      handle,
      recorder,
      user: session.user,
      demo: session.demo,
      auditSeq,
      insert: (table, row) => recorder.insert(table, row),
      update: (table, id, patch, version) => recorder.update(table, id, patch, version),
      remove: (table, id, version) => recorder.remove(table, id, version),
      note: (facts) => void Object.assign(detail, facts),
    })
    const written = recorder.recorded()
    await projectPeople(handle, [...written.personIds], env.clock.today())
    appendAuditEntry(handle, auditSeq, {
      at: env.clock.now(),
      user_id: session.user.id,
      user_name: session.user.name,
      method: subject.method,
      verb: subject.verb,
      person_id: subject.personId ?? (written.personIds.size === 1 ? ([...written.personIds][0] ?? null) : null),
      row_count: written.rowCount,
      detail: JSON.stringify({ ...detail, tables: Object.fromEntries(written.tables) }),
      undoes_seq: subject.undoesSeq,
    })
    return { result: outcome, recorded: written }
  })
  if (recorded.rowCount > 0) {
    env.events.emit({
      type: 'changed',
      entities: [...recorded.tables.keys()],
      personIds: [...recorded.personIds].slice(0, 100),
    })
  }
  return result
}
