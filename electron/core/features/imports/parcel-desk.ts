import { AppError } from '#shared/contract/errors.ts'
import type { Parcel, ParcelItem } from '#shared/features/imports/parcel.ts'
import type { Environment } from '../../context.ts'
import { SinceLock } from '../../since-lock.ts'

/**
 * The files that were chosen together last, and what became of each. They live in memory only and are forgotten on every
 * lock, as the handles of files are.
 */
export interface ParcelDesk {
  /**
   * To be called when looking at files starts.
   * @returns takes the list in place of the one before. It throws AppError `locked` when the register was locked meanwhile.
   */
  start(): (parcel: Parcel) => void
  shown(): Parcel | null
  /** A file was read into a draft. */
  read(fileHandle: string, draftId: string): void
  failed(fileHandle: string, trouble: string): void
  /** A draft was brought in. @param madeId what it became; null where there was nothing new in it. */
  done(draftId: string, madeId: string | null): void
  /** A draft was compared with the register. @param comparedId the comparison that was kept. */
  compared(draftId: string, comparedId: string): void
  close(): void
}

const createDesk = (env: Environment): ParcelDesk => {
  let parcel: Parcel | null = null
  const drafts = new Map<string, string>()
  const close = (): void => {
    for (const { fileHandle } of parcel?.items ?? []) if (fileHandle !== null) env.files.forget(fileHandle)
    parcel = null
    drafts.clear()
  }
  const sinceLock = new SinceLock('the files', close)
  const change = (fileHandle: string | undefined, to: Partial<ParcelItem>): void => {
    if (parcel === null || fileHandle === undefined) return
    const items = parcel.items.map((item) => (item.fileHandle === fileHandle ? { ...item, ...to } : item))
    parcel = { ...parcel, items }
  }
  return {
    start() {
      const refuseAfterLock = sinceLock.start(env)
      return (found) => {
        refuseAfterLock()
        close()
        parcel = found
      }
    },
    shown: () => parcel,
    read(fileHandle, draftId) {
      const isOurs = parcel?.items.some((item) => item.fileHandle === fileHandle) ?? false
      if (!isOurs) return
      drafts.set(draftId, fileHandle)
      change(fileHandle, { trouble: null })
    },
    failed(fileHandle, trouble) {
      const item = parcel?.items.find((one) => one.fileHandle === fileHandle)
      // What was brought in once stays so, even if it cannot be read a second time.
      change(fileHandle, { state: item?.state === 'done' ? 'done' : 'failed', trouble })
    },
    done: (draftId, madeId) => change(drafts.get(draftId), { state: 'done', trouble: null, madeId }),
    compared: (draftId, comparedId) => change(drafts.get(draftId), { state: 'done', trouble: null, comparedId }),
    close,
  }
}

const desks = new WeakMap<Environment, ParcelDesk>()

/** The one list of files of a core, which every feature marks that takes files of it. */
export const parcelDesk = (env: Environment): ParcelDesk => {
  const desk = desks.get(env) ?? createDesk(env)
  desks.set(env, desk)
  return desk
}

/**
 * Reads a file, and notes of one that is on the list whether that went well.
 * @param read makes a draft of this number.
 */
export const readFromParcel = async <T>(
  env: Environment,
  fileHandle: string,
  draftId: string,
  read: () => Promise<T>,
): Promise<T> => {
  const desk = parcelDesk(env)
  try {
    const draft = await read()
    desk.read(fileHandle, draftId)
    return draft
  } catch (cause) {
    if (cause instanceof AppError && cause.code !== 'cancelled' && cause.code !== 'locked')
      desk.failed(fileHandle, cause.message)
    throw cause
  }
}
