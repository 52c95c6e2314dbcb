import { AppError } from '#shared/contract/errors.ts'
import type { DifferenceChoices, ImportDraft } from '#shared/features/imports/schema.ts'
import type { Environment } from '../../context.ts'
import type { GivenFile } from '../../files.ts'
import { SinceLock } from '../../since-lock.ts'
import type { Incoming } from './incoming.ts'
import type { Table } from './layouts/layout.ts'
import type { LookedAt } from './look.ts'
import type { ImportPlan } from './plan.ts'

/** A file that has been read and not yet brought in. It lives in memory only and never outlives a lock. */
export interface StoredDraft {
  readonly file: GivenFile
  readonly table: Table
  readonly shown: ImportDraft
  /** What was seen in whole columns so far. */
  readonly looked: LookedAt
  /** The profile in which the choices are kept when the draft is brought in. */
  readonly remember: { readonly name: string } | null
  /** What would be done, and the state of the register it was decided on. */
  readonly decided: {
    readonly plan: ImportPlan
    /** What the lines of one person tell, read again. */
    readonly readAgain: (lines: readonly number[]) => Incoming
    readonly registerMark: number
    readonly choices: DifferenceChoices
  } | null
}

/** What was decided about a draft. @throws AppError `conflict` when nothing was yet. */
export const decidedOf = ({ decided }: StoredDraft): NonNullable<StoredDraft['decided']> => {
  if (decided === null)
    throw new AppError('conflict', 'Check the changes first: nothing has been compared with the register yet.')
  return decided
}

export interface Drafts {
  /**
   * To be called when a long piece of work on a draft starts.
   * @param on the draft that is worked on; none for a file that is read for the first time.
   * @returns keeps or replaces the draft when the work is done; the oldest gives way when there are too many.
   *   It throws AppError `locked` when the register was locked meanwhile: nothing read before may outlive that; and
   *   `not-found` when the draft was taken or put aside meanwhile, which no work on it may undo.
   */
  start(env: Environment, on?: string): (draftId: string, draft: StoredDraft) => void
  /** @throws AppError `not-found` when it was dropped, as on every lock. */
  get(draftId: string): StoredDraft
  /** A draft that is still waiting, or undefined where it was taken out or dropped. */
  find(draftId: string): StoredDraft | undefined
  /**
   * Takes a draft out to be stored, for as long as that takes: nobody else can take it, and what fails gives it back.
   * @throws AppError `not-found`; `conflict` when it is taken already.
   */
  storing<T>(draftId: string, store: (draft: StoredDraft) => Promise<T>): Promise<T>
  drop(draftId: string): void
}

/** The one in hand and the one before it: a draft may hold a large file. */
const MOST_DRAFTS = 2

const gone = (): never => {
  throw new AppError(
    'not-found',
    'This file is no longer in memory: that happens when the register locks, or when it was brought in or put aside meanwhile. Choose the file again. Nothing was saved.',
  )
}

/** Drafts of this core. Every one is forgotten when the register locks. */
export const createDrafts = (): Drafts => {
  const drafts = new Map<string, StoredDraft>()
  /** Those that are being stored. They can still be looked at. */
  const taken = new Map<string, StoredDraft>()
  const sinceLock = new SinceLock('the file', () => {
    drafts.clear()
    taken.clear()
  })
  const keep = (draftId: string, draft: StoredDraft): void => {
    drafts.delete(draftId)
    drafts.set(draftId, draft)
    for (const oldest of drafts.keys()) {
      if (drafts.size <= MOST_DRAFTS) break
      drafts.delete(oldest)
    }
  }
  const get = (draftId: string): StoredDraft => drafts.get(draftId) ?? taken.get(draftId) ?? gone()
  return {
    start(env, on) {
      const refuseAfterLock = sinceLock.start(env)
      return (draftId, draft) => {
        refuseAfterLock()
        if (on !== undefined && !drafts.has(on)) gone()
        keep(draftId, draft)
      }
    },
    get,
    async storing(draftId, store) {
      if (taken.has(draftId))
        throw new AppError('conflict', 'This file is being brought in already. It is not brought in twice.')
      const draft = get(draftId)
      drafts.delete(draftId)
      taken.set(draftId, draft)
      try {
        const stored = await store(draft)
        taken.delete(draftId)
        return stored
      } catch (cause) {
        // Not one that was put aside meanwhile, or forgotten with a lock.
        if (taken.delete(draftId)) keep(draftId, draft)
        throw cause
      }
    },
    find: (draftId) => drafts.get(draftId),
    drop(draftId) {
      drafts.delete(draftId)
      taken.delete(draftId)
    },
  }
}
