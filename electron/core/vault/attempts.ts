import { existsSync, readFileSync, rmSync } from 'node:fs'
import { z } from 'zod'
import type { Clock } from '../clock.ts'
import { writeWhole } from './atomic-file.ts'

const attemptsSchema = z.object({ failures: z.number().int().min(0), notBefore: z.string() })
const LONGEST_WAIT_SECONDS = 300

/** Seconds to wait after so many wrong passphrases in a row: 1, 2, 4, 8 … five minutes at most. */
export const waitAfter = (failures: number): number => (failures === 0 ? 0 : Math.min(2 ** (failures - 1), LONGEST_WAIT_SECONDS))

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
    if (!existsSync(path)) return { failures: 0, notBefore: '' }
    try {
      return attemptsSchema.parse(JSON.parse(readFileSync(path, 'utf8')))
    } catch {
      return { failures: 1, notBefore: '' }
    }
  }
  const waitSeconds = (): number => {
    const { failures, notBefore } = read()
    if (failures === 0 || notBefore === '') return 0
    const left = Math.ceil((Date.parse(notBefore) - Date.parse(clock.now())) / 1000)
    return Math.max(0, Math.min(left, waitAfter(failures)))
  }
  return {
    waitSeconds,
    failed() {
      const failures = read().failures + 1
      const wait = waitAfter(failures)
      writeWhole(path, JSON.stringify({ failures, notBefore: new Date(Date.parse(clock.now()) + wait * 1000).toISOString() }))
      return wait
    },
    succeeded: () => rmSync(path, { force: true }),
  }
}
