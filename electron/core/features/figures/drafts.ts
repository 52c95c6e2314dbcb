import { AppError } from '#shared/contract/errors.ts'
import type { FigureDraft } from '#shared/features/figures/schema.ts'
import type { Environment } from '../../context.ts'
import type { GivenFile } from '../../files.ts'
import { SinceLock } from '../../since-lock.ts'
import type { CheckedFigures } from './check-figures.ts'
import type { FigureTable } from './figure-table.ts'

/** A file of figures that has been read and not yet saved. */
export interface StoredFigureDraft {
  readonly file: GivenFile
  readonly table: FigureTable
  readonly shown: FigureDraft
  readonly checked: CheckedFigures | null
}

export interface FigureDrafts {
  /**
   * To be called when a long piece of work on a draft starts.
   * @param on the draft that is worked on; none for a file that is read for the first time.
   * @returns keeps the draft in place of the one before. It throws AppError `locked` when the register was locked
   *   meanwhile, and `not-found` when the draft was saved or put aside: no work on it may bring it back.
   */
  start(env: Environment, on?: string): (draft: StoredFigureDraft) => void
  /** @throws AppError `not-found` when another file was read since, or the register was locked. */
  get(draftId: string): StoredFigureDraft
  drop(draftId: string): void
}

/** The one draft of this core: it may hold a million rows, so the next file takes its place. Forgotten on every lock. */
export const createFigureDrafts = (): FigureDrafts => {
  let current: StoredFigureDraft | null = null
  const sinceLock = new SinceLock('the file', () => {
    current = null
  })
  const get = (draftId: string): StoredFigureDraft => {
    if (current?.shown.draftId === draftId) return current
    throw new AppError(
      'not-found',
      'This file is no longer in memory: that happens when the register locks or another file is chosen. Choose it again. Nothing was saved.',
    )
  }
  return {
    start(env, on) {
      const refuseAfterLock = sinceLock.start(env)
      return (draft) => {
        refuseAfterLock()
        if (on !== undefined) get(on)
        current = draft
      }
    },
    get,
    drop(draftId) {
      if (current?.shown.draftId === draftId) current = null
    },
  }
}
