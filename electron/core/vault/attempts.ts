import { existsSync, readFileSync, rmSync } from 'node:fs'
import { z } from 'zod'
import { AppError } from '#shared/contract/errors.ts'
import type { Clock } from '../clock.ts'
import { writeWhole } from './atomic-file.ts'

const attemptsSchema = z.object({ failures: z.number().int().min(0), notBefore: z.iso.datetime().nullable() })
const LONGEST_WAIT_SECONDS = 300

/** Seconds to wait after so many wrong passphrases in a row: 1, 2, 4, 8 … five minutes at most. */
export const waitAfter = (failures: number): number =>
  failures === 0 ? 0 : Math.min(2 ** (failures - 1), LONGEST_WAIT_SECONDS)

/** Counts wrong passphrases beside the register, so that starting the app again does not reset the wait. */
export interface Attempts {
  /** Whole seconds still to wait; 0 when a try is allowed. */
  waitSeconds(): number
  failed(): number
  succeeded(): void
}

export const attemptsBeside = (registerPath: string, clock: Clock): Attempts => {
  const path = `${registerPath}.attempts.json`
  const read = (): z.infer<typeof attemptsSchema> => {
    if (!existsSync(path)) return { failures: 0, notBefore: null }
    try {
      return attemptsSchema.parse(JSON.parse(readFileSync(path, 'utf8')))
    } catch {
      return { failures: 1, notBefore: null }
    }
  }
  const keep = (failures: number): void => {
    const notBefore = new Date(Date.parse(clock.now()) + waitAfter(failures) * 1000).toISOString()
    writeWhole(path, JSON.stringify({ failures, notBefore }))
  }
  const waitSeconds = (): number => {
    const { failures, notBefore } = read()
    if (failures === 0 || notBefore === null) return 0
    const left = Math.ceil((Date.parse(notBefore) - Date.parse(clock.now())) / 1000)
    if (left <= waitAfter(failures)) return Math.max(0, left)
    // The clock was set back since: counted from now, the wait ends.
    keep(failures)
    return waitAfter(failures)
  }
  return {
    waitSeconds,
    failed() {
      const failures = read().failures + 1
      keep(failures)
      return waitAfter(failures)
    },
    succeeded: () => rmSync(path, { force: true }),
  }
}

const tries = new Map<string, Promise<unknown>>()

/**
 * Makes one try at a register's secret. Tries at one register come one after the other: many at once would all be made
 * before the first of them has failed.
 * @param find gives what the secret opens, or null when it is wrong.
 * @throws AppError `forbidden` with `waitSeconds`: too early, or wrong in the words of `refusal`.
 */
export const tryOnce = <T>(
  registerPath: string,
  clock: Clock,
  find: () => Promise<T | null>,
  refusal: string,
): Promise<T> => {
  const attempts = attemptsBeside(registerPath, clock)
  const attempt = async (): Promise<T> => {
    const early = attempts.waitSeconds()
    if (early > 0)
      throw new AppError(
        'forbidden',
        `Too many tries. Wait ${early} ${early === 1 ? 'second' : 'seconds'}, then try again.`,
        { waitSeconds: early },
      )
    const found = await find()
    if (found === null) throw new AppError('forbidden', refusal, { waitSeconds: attempts.failed() })
    return found
  }
  const before = tries.get(registerPath) ?? Promise.resolve()
  const made = before.then(attempt)
  tries.set(
    registerPath,
    made.catch(() => undefined),
  )
  return made
}
