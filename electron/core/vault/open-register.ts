import type { Backup } from '#shared/features/safekeeping/schema.ts'
import type { Session } from '../context.ts'
import type { OwnerLease } from '../db/sqlite/owner-lease.ts'
import type { KnownRegister } from './register-list.ts'

/** The open register with all that closing it has to give back. */
export interface OpenRegister extends Session {
  readonly register: KnownRegister
  readonly key: Buffer
  readonly lease: OwnerLease
  readonly ending: AbortController
  /** Backups under way. They read the file, so closing waits until they have stopped. */
  readonly copying: Set<Promise<unknown>>
}

/** `backUp` is handed the signal that ends a backup when the register is about to close. */
export const openRegisterOver = (
  parts: Pick<OpenRegister, 'register' | 'demo' | 'database' | 'user' | 'key' | 'lease'>,
  backUp: (signal: AbortSignal, reason: Backup['reason']) => Promise<Backup>,
): OpenRegister => {
  const ending = new AbortController()
  const copying = new Set<Promise<unknown>>()
  return {
    ...parts,
    ending,
    copying,
    backUp(reason) {
      const making = backUp(ending.signal, reason)
      copying.add(making)
      return making.finally(() => copying.delete(making))
    },
  }
}

/** Whatever the disk says while closing, the key is overwritten and the lock given back. */
export const letGo = async ({ database, key, lease, ending, copying }: OpenRegister): Promise<void> => {
  ending.abort()
  await Promise.allSettled(copying)
  try {
    await database.close()
  } catch {
    // What was committed is safe in the file and its log; nobody could act on this behind a lock.
  } finally {
    key.fill(0)
    lease.release()
  }
}
