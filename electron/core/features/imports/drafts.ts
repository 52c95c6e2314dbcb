import { AppError } from '#shared/contract/errors.ts'
import type { DifferenceChoices, ImportDraft } from '#shared/features/imports/schema.ts'
import type { Environment } from '../../context.ts'
import type { GivenFile } from '../../files.ts'
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
   * @returns keeps or replaces the draft when the work is done; the oldest gives way when there are too many.
   *   It throws AppError `locked` when the register was locked meanwhile: nothing read before may outlive that.
   */
  start(env: Environment): (draftId: string, draft: StoredDraft) => void
  /** @throws AppError `not-found` when it was dropped, as on every lock. */
  get(draftId: string): StoredDraft
  find(draftId: string): StoredDraft | undefined
  drop(draftId: string): void
}

/** The one in hand and the one before it: a draft may hold a large file. */
const MOST_DRAFTS = 2

/** Drafts of this core. Every one is forgotten when the register locks. */
export const createDrafts = (): Drafts => {
  const drafts = new Map<string, StoredDraft>()
  const watched = new WeakSet<Environment>()
  let locks = 0
  const forgetOnLock = (env: Environment): void => {
    if (watched.has(env)) return
    watched.add(env)
    env.events.listen((event) => {
      if (event.type !== 'locked') return
      locks += 1
      drafts.clear()
    })
  }
  const keep = (draftId: string, draft: StoredDraft): void => {
    drafts.delete(draftId)
    drafts.set(draftId, draft)
    for (const oldest of drafts.keys()) {
      if (drafts.size <= MOST_DRAFTS) break
      drafts.delete(oldest)
    }
  }
  return {
    start(env) {
      forgetOnLock(env)
      const locksBefore = locks
      return (draftId, draft) => {
        if (locks !== locksBefore)
          throw new AppError(
            'locked',
            'The register was locked meanwhile. Unlock it and choose the file again. Nothing was saved.',
          )
        keep(draftId, draft)
      }
    },
    get(draftId) {
      const draft = drafts.get(draftId)
      if (draft === undefined) {
        throw new AppError(
          'not-found',
          'This file is no longer in memory: that happens when the register locks. Choose the file again. Nothing was saved.',
        )
      }
      return draft
    },
    find: (draftId) => drafts.get(draftId),
    drop: (draftId) => void drafts.delete(draftId),
  }
}
