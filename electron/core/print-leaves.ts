import type { AllowedPrint } from '#shared/contract/shell-messages.ts'
import type { Ids } from './ids.ts'

const LEAVE_BYTES = 24

/**
 * Leaves to print a report, each for one report in one folder and good once. The page carries one to the shell, and the
 * shell asks here what it stands for: a page alone cannot have anything printed.
 */
export interface PrintLeaves {
  /** @returns the leave: a word that cannot be guessed. */
  give(print: AllowedPrint): string
  /** What a leave stands for, once; null for one never given, used already, or given before a lock. */
  take(leave: string): AllowedPrint | null
  /** Forgets every leave, as on locking. */
  clear(): void
}

export const createPrintLeaves = (ids: Ids): PrintLeaves => {
  const given = new Map<string, AllowedPrint>()
  return {
    give(print) {
      const leave = ids.bytes(LEAVE_BYTES).toString('base64url')
      given.set(leave, print)
      return leave
    },
    take(leave) {
      const print = given.get(leave) ?? null
      given.delete(leave)
      return print
    },
    clear: () => given.clear(),
  }
}
