import type { AuditVerb } from '#shared/contract/define.ts'
import type { IsoDate } from '#shared/domain/partial-date.ts'
import type { CommandContext, Environment, Session } from './context.ts'
import { appendAuditEntry, nextAuditSeq } from './db/audit-chain.ts'
import type { WriteHandle } from './db/database.ts'
import { createRecorder, type NewPerson, type Recorder } from './db/recorder.ts'
import { noticeAnswers } from './features/letters/public.ts'
import { projectNewPeople, projectPeople } from './projections/person-summary.ts'
import { peopleOfRenamedPractice } from './projections/registration-ends.ts'

/** What an audit entry says about a call. */
export interface AuditSubject {
  method: string
  verb: AuditVerb
  /** The person the call was about, where it says so itself. */
  personId: string | null
  undoesSeq: number | null
}

/** Parents before children, and the summaries while the rows are at hand. */
const storeNewPeople = async (
  handle: WriteHandle,
  recorder: Recorder,
  people: readonly NewPerson[],
  today: IsoDate,
): Promise<void> => {
  await recorder.insertMany(
    'person',
    people.map(({ person }) => person),
  )
  await recorder.insertMany(
    'practice_registration',
    people.flatMap(({ registrations = [] }) => registrations),
  )
  await recorder.insertMany(
    'cancer_episode',
    people.flatMap(({ episodes }) => episodes),
  )
  await recorder.insertMany(
    'pathway',
    people.flatMap(({ pathways = [] }) => pathways),
  )
  await recorder.insertMany(
    'journey_event',
    people.flatMap(({ events }) => events),
  )
  await recorder.insertMany(
    'pathway_sign_off',
    people.flatMap(({ signOffs = [] }) => signOffs),
  )
  await recorder.insertMany(
    'treatment_summary',
    people.flatMap(({ summaries = [] }) => summaries),
  )
  await recorder.insertMany(
    'hospital_query',
    people.flatMap(({ queries = [] }) => queries),
  )
  await recorder.insertMany(
    'hospital_query_item',
    people.flatMap(({ queryItems = [] }) => queryItems),
  )
  await recorder.insertMany(
    'hospital_query_step',
    people.flatMap(({ querySteps = [] }) => querySteps),
  )
  await recorder.insertMany(
    'task',
    people.flatMap(({ tasks = [] }) => tasks),
  )
  await recorder.insertMany(
    'learning_event',
    people.flatMap(({ analyses = [] }) => analyses),
  )
  await recorder.insertMany(
    'learning_action',
    people.flatMap(({ agreed = [] }) => agreed),
  )
  await projectNewPeople(handle, people, today)
  recorder.settle(people.map(({ person }) => person.id))
}

/**
 * transact → audit → announce: runs work in one transaction, brings what is worked out from the touched people up to
 * date, adds the audit entry, and only after the commit tells the screens. A failure anywhere leaves everything as before.
 * @param lastChance called when all is written and before it is kept; what it throws undoes it all.
 */
export const runInTransaction = async <T>(
  env: Environment,
  session: Session,
  subject: AuditSubject,
  work: (context: CommandContext) => Promise<T>,
  lastChance: () => void = () => undefined,
): Promise<T> => {
  const detail: Record<string, unknown> = {}
  const { result, recorded } = await session.database.write(async (handle) => {
    const auditSeq = nextAuditSeq(handle)
    const recorder = createRecorder(handle, auditSeq)
    const context: CommandContext = {
      env,
      db: handle.db,
      handle,
      recorder,
      user: session.user,
      demo: session.demo,
      auditSeq,
      insert: (table, row) => recorder.insert(table, row),
      insertMany: (table, rows) => recorder.insertMany(table, rows),
      addPeople: (people) => storeNewPeople(handle, recorder, people, env.clock.today()),
      update: (table, id, patch, version) => recorder.update(table, id, patch, version),
      remove: (table, id, version) => recorder.remove(table, id, version),
      note: (facts) => void Object.assign(detail, facts),
    }
    const outcome = await work(context)
    await noticeAnswers(context, recorder.unsettled())
    const written = recorder.recorded()
    const renamed = written.tables.has('practice') ? await peopleOfRenamedPractice(handle.db, auditSeq) : []
    await projectPeople(handle, [...new Set([...written.unsettledIds, ...renamed])], env.clock.today())
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
    lastChance()
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
