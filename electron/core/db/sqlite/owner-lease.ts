import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import Database from 'better-sqlite3'
import { z } from 'zod'
import { AppError } from '#shared/contract/errors.ts'

const holderSchema = z.object({ name: z.string(), since: z.string() })

/** Held while a register is open, so that a second copy of the app cannot open the same file. */
export interface OwnerLease {
  release(): void
}

/**
 * Takes the lease beside a register. The lock is one that the operating system drops when the process ends, however it
 * ends, so a crash never leaves the register locked; the note beside it only says whose it is.
 * @throws AppError `conflict` naming who has the register open.
 */
export const takeLease = (registerPath: string, holder: { name: string; since: string }): OwnerLease => {
  const lockPath = `${registerPath}.lock`
  const notePath = `${registerPath}.open-by.json`
  const lock = new Database(lockPath, { timeout: 0 })
  try {
    lock.pragma('locking_mode = EXCLUSIVE')
    lock.exec('BEGIN EXCLUSIVE')
  } catch {
    lock.close()
    throw new AppError('conflict', inUseSentence(notePath))
  }
  leaveNote(notePath, holder)
  return {
    release() {
      removeNote(notePath)
      lock.exec('ROLLBACK')
      lock.close()
    },
  }
}

/** The note only says whose the lock is: a full or read-only disk must neither keep people out nor hold the lock. */
const leaveNote = (notePath: string, holder: { name: string; since: string }): void => {
  try {
    writeFileSync(notePath, JSON.stringify(holder), { mode: 0o600 })
  } catch {
    // Whoever comes second is told less.
  }
}

const removeNote = (notePath: string): void => {
  try {
    rmSync(notePath, { force: true })
  } catch {
    // A note that is left behind is read only while somebody holds the lock, and then written anew.
  }
}

const inUseSentence = (notePath: string): string => {
  const fallback = 'This register is open in another copy of Throughline. Close that one first, then try again.'
  if (!existsSync(notePath)) return fallback
  try {
    const holder = holderSchema.parse(JSON.parse(readFileSync(notePath, 'utf8')))
    const time = new Intl.DateTimeFormat('en-GB', { timeZone: 'Europe/London', timeStyle: 'short' }).format(
      new Date(holder.since),
    )
    return `This register is open in another copy of Throughline, by ${holder.name} since ${time}. Close that one first, then try again.`
  } catch {
    return fallback
  }
}
