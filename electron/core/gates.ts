import type { z } from 'zod'
import type { AuditVerb, Method, Progress } from '#shared/contract/define.ts'
import { AppError } from '#shared/contract/errors.ts'
import { may } from '#shared/permissions.ts'
import type {
  AskedContext,
  CommandContext,
  Environment,
  JobContext,
  OpenContext,
  Session,
  SessionSource,
} from './context.ts'
import { lockedNow } from './db/database.ts'
import { explainSqliteError } from './db/sqlite/connection.ts'
import { plainIssue } from './input-words.ts'
import { letOthersWork } from './turn.ts'
import { runInTransaction } from './write.ts'

type Handler = (context: never, input: never) => Promise<unknown>

export interface Call {
  readonly name: string
  readonly method: Method
  readonly handler: Handler
}

const fieldErrors = (error: z.ZodError): Record<string, string> => {
  const found: Record<string, string> = {}
  for (const issue of error.issues) found[issue.path.join('.')] ??= issue.message
  return found
}

/** Gate 1. @throws AppError `validation` with a sentence for each field. */
const parse = (call: Call, raw: unknown): unknown => {
  const parsed = call.method.input.safeParse(raw, { error: plainIssue })
  if (parsed.success) return parsed.data
  const errors = fieldErrors(parsed.error)
  const count = Object.keys(errors).length
  throw new AppError(
    'validation',
    count === 1 ? (Object.values(errors)[0] ?? 'One thing to put right') : `${count} things to put right`,
    { fieldErrors: errors },
  )
}

/** Gate 2. @throws AppError `locked` or `forbidden`. */
const authorise = (call: Call, sessions: SessionSource): Session => {
  const session = sessions.current()
  if (session === null)
    throw new AppError('locked', 'The register is locked. Unlock it and try again: nothing was saved.')
  if (call.method.can === null || !may(session.user.role, call.method.can)) {
    throw new AppError('forbidden', 'Your role does not allow this. Ask the cancer lead of your practice.')
  }
  return session
}

/** The person a call is about, from the shapes our inputs use. */
const subjectPerson = (call: Call, input: unknown): string | null => {
  const { personId, id } = input as { personId?: unknown; id?: unknown }
  if (typeof personId === 'string') return personId
  return call.name === 'register.person' && typeof id === 'string' ? id : null
}

const undoneSeq = (input: unknown): number | null => {
  const { seq } = input as { seq?: unknown }
  return typeof seq === 'number' ? seq : null
}

/** Who is being looked at: one person, or two whose records are held beside each other. */
const lookedAt = (call: Call, input: unknown): readonly string[] => {
  const { otherId } = input as { otherId?: unknown }
  return [subjectPerson(call, input), otherId].filter((id) => typeof id === 'string')
}

interface Look {
  readonly personIds: readonly string[]
  /** Rejects when the trail could not take it. */
  readonly entered: Promise<unknown>
}

const lastLooks = new WeakMap<Session, Look>()
const lastLists = new WeakMap<Session, Look>()

/**
 * Enters a look in the trail. Looking on at the same person, as a page does while it reloads, is one look; the next person
 * is another. Who looks on waits for the entry as well, so that nobody is shown without one.
 */
const enterLook = async (
  looks: WeakMap<Session, Look>,
  session: Session,
  personIds: readonly string[],
  enter: (personId: string | null) => Promise<void>,
): Promise<void> => {
  if (personIds.length === 0) return enter(null)
  const last = looks.get(session)
  const others = personIds.filter((id) => last?.personIds.includes(id) !== true)
  if (last !== undefined && others.length === 0) return void (await last.entered)
  const look = { personIds, entered: Promise.all(others.map(enter)) }
  looks.set(session, look)
  try {
    await look.entered
  } catch (cause) {
    if (looks.get(session) === look) looks.delete(session)
    throw cause
  }
}

const runQuery = async (
  env: Environment,
  sessions: SessionSource,
  session: Session,
  call: Call,
  input: unknown,
  signal: AbortSignal,
): Promise<unknown> => {
  const looked: string[] = []
  const listed: string[] = []
  const context: AskedContext = {
    env,
    db: session.database.read,
    user: session.user,
    demo: session.demo,
    async pause() {
      await letOthersWork()
      if (signal.aborted) throw new AppError('cancelled', 'Stopped: nobody waits for this any more.')
      if (sessions.current() !== session) throw lockedNow()
    },
    looksAt: (personId) => void looked.push(personId),
    lists: (personIds) => void listed.push(...personIds),
  }
  const result = await call.handler(context as never, input as never)
  const enter = (personId: string | null) => {
    const subject = { method: call.name, verb: call.method.audits ?? ('view' as const), personId, undoesSeq: null }
    return runInTransaction(env, session, subject, async () => undefined)
  }
  if (listed.length > 0) await enterLook(lastLists, session, listed, enter)
  else if (call.method.audits !== null || looked.length > 0)
    await enterLook(lastLooks, session, [...lookedAt(call, input), ...looked], enter)
  return result
}

const runCommand = (env: Environment, session: Session, call: Call, input: unknown): Promise<unknown> => {
  const verb = call.method.audits ?? 'edit'
  const subject = {
    method: call.name,
    verb,
    personId: subjectPerson(call, input),
    undoesSeq: verb === 'undo' ? undoneSeq(input) : null,
  }
  return runInTransaction(env, session, subject, (context: CommandContext) =>
    call.handler(context as never, input as never),
  )
}

/** Verbs whose failures are part of the trail: something may have left the practice before it failed. */
const LEAVES_THE_PRACTICE: readonly AuditVerb[] = ['export', 'print']

const runJob = async (
  env: Environment,
  sessions: SessionSource,
  session: Session,
  call: Call,
  input: unknown,
  signal: AbortSignal,
  onProgress: (progress: Progress) => void,
): Promise<unknown> => {
  const detail: Record<string, unknown> = {}
  let wrote = false
  const stopIfCancelled = (): void => {
    if (signal.aborted) throw new AppError('cancelled', 'Stopped. Nothing was saved.')
  }
  const subject = { method: call.name, verb: call.method.audits ?? ('edit' as const), personId: null, undoesSeq: null }
  const context: JobContext = {
    env,
    user: session.user,
    demo: session.demo,
    session,
    signal,
    read: session.database.read,
    write(work) {
      wrote = true
      return runInTransaction(
        env,
        session,
        subject,
        (commandContext) => {
          commandContext.note(detail)
          return work(commandContext)
        },
        stopIfCancelled,
      )
    },
    async report(progress) {
      onProgress(progress)
      await letOthersWork()
      stopIfCancelled()
      if (sessions.current() !== session) throw lockedNow()
    },
    note: (facts) => void Object.assign(detail, facts),
  }
  const enter = (): Promise<void> =>
    runInTransaction(env, session, subject, async (commandContext) => commandContext.note(detail))
  try {
    const result = await call.handler(context as never, input as never)
    if (call.method.audits !== null && !wrote) await enter()
    return result
  } catch (cause) {
    if (LEAVES_THE_PRACTICE.includes(subject.verb) && !wrote && sessions.current() === session) {
      context.note({ failed: cause instanceof AppError ? cause.code : 'internal' })
      await enter()
    }
    throw cause
  }
}

/** A failure as the caller may see it: expected ones as they are, defects as a reference that stands in the log. */
const presentable = (env: Environment, call: Call, cause: unknown, started: number): AppError => {
  const reference = env.ids.next().slice(-8)
  const known = cause instanceof AppError
  env.log.write({
    at: env.clock.now(),
    event: 'failed',
    method: call.name,
    milliseconds: Math.round(env.clock.elapsed() - started),
    code: known ? cause.code : 'internal',
    reference,
    ...(known ? {} : { cause: cause instanceof Error ? `${cause.name}: ${cause.stack ?? cause.message}` : 'unknown' }),
  })
  if (known) return new AppError(cause.code, cause.message, { ...cause.details, reference })
  return new AppError(
    'internal',
    `Something went wrong in Throughline itself. Nothing was saved. Reference ${reference}.`,
    { reference },
  )
}

/**
 * The five gates every call passes, in order: parse → authorise → transact → audit → announce.
 * @throws AppError only.
 */
export const pass = async (
  env: Environment,
  sessions: SessionSource,
  call: Call,
  raw: unknown,
  signal: AbortSignal,
  onProgress: (progress: Progress) => void,
): Promise<unknown> => {
  const started = env.clock.elapsed()
  try {
    const input = parse(call, raw)
    if (call.method.kind === 'open') {
      const context: OpenContext = { env }
      return await call.handler(context as never, input as never)
    }
    const session = authorise(call, sessions)
    switch (call.method.kind) {
      case 'query':
        return await runQuery(env, sessions, session, call, input, signal)
      case 'command':
        return await runCommand(env, session, call, input)
      case 'job':
        return await runJob(env, sessions, session, call, input, signal, onProgress)
    }
  } catch (cause) {
    throw presentable(env, call, explainSqliteError(cause), started)
  }
}
