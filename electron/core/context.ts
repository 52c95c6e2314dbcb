import type { z } from 'zod'
import type { Method, Progress } from '#shared/contract/define.ts'
import type { User } from '#shared/features/access/schema.ts'
import type { Backup } from '#shared/features/safekeeping/schema.ts'
import type { Clock } from './clock.ts'
import type { OpenDatabase, ReadDb, WriteHandle } from './db/database.ts'
import type { NewPerson, Recorder } from './db/recorder.ts'
import type { EventBus } from './events.ts'
import type { FileHandles } from './files.ts'
import type { Ids } from './ids.ts'
import type { Log } from './log.ts'
import type { PrintLeaves } from './print-leaves.ts'

/** The unlocked register: a database, who opened it, and where its files are. */
export interface Session {
  readonly database: OpenDatabase
  readonly user: User
  readonly demo: boolean
  /** Makes and proves a backup of this register. */
  backUp(reason: Backup['reason']): Promise<Backup>
}

/** What the gates need to know of the vault: whether a register is open. */
export interface SessionSource {
  current(): Session | null
}

/** Everything from outside that the core may use. One object, made at start, handed to every handler. */
export interface Environment {
  readonly clock: Clock
  readonly ids: Ids
  readonly log: Log
  readonly files: FileHandles
  readonly prints: PrintLeaves
  readonly events: EventBus
  readonly dataFolder: string
  readonly appVersion: string
  /** The script of the thread that copies and checks whole databases. */
  readonly copyWorker: URL
}

export interface OpenContext {
  readonly env: Environment
}

export interface QueryContext {
  readonly env: Environment
  readonly db: ReadDb
  readonly user: User
  readonly demo: boolean
}

/** A question on its own, outside any transaction. */
export interface AskedContext extends QueryContext {
  /** Lets other work run, and stops here when whoever asked no longer waits or the register was locked. */
  pause(): Promise<void>
  /** Says whose record is shown where the question does not name them: it goes into the audit trail. */
  looksAt(personId: string): void
  /** The same for the people of a list: whose record is opened from it is another look. */
  lists(personIds: readonly string[]): void
}

/** Inside the transaction of a command. Reads see what it has written so far. */
export interface CommandContext extends QueryContext, Pick<Recorder, 'insert' | 'insertMany' | 'update' | 'remove'> {
  readonly handle: WriteHandle
  readonly recorder: Recorder
  /** The number of this command's audit entry: what `audit.undo` takes. */
  readonly auditSeq: number
  /** Stores new people whole, a few hundred to a call: the way for imports, several times faster than row by row. */
  addPeople(people: readonly NewPerson[]): Promise<void>
  /** Adds facts to the audit entry: counts, formats, reasons. Never names or numbers of patients. */
  note(detail: Record<string, unknown>): void
}

export interface JobContext {
  readonly env: Environment
  readonly user: User
  readonly demo: boolean
  readonly session: Session
  readonly signal: AbortSignal
  read: ReadDb
  /** One transaction with its own audit entry. */
  write<T>(work: (context: CommandContext) => Promise<T>): Promise<T>
  /** Reports progress, lets other work run, and stops here when the job was cancelled. */
  report(progress: Progress): Promise<void>
  note(detail: Record<string, unknown>): void
}

interface Contexts {
  open: OpenContext
  query: AskedContext
  command: CommandContext
  job: JobContext
}

/** The handlers a contract needs: a missing or misspelt one does not compile. */
export type Handlers<T> = {
  [K in keyof T]: T[K] extends Method<infer Kind, infer I, infer O>
    ? (context: Contexts[Kind], input: z.output<I>) => Promise<z.input<O>>
    : Handlers<T[K]>
}
