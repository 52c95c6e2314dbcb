import { appendFileSync, renameSync, statSync } from 'node:fs'
import { dirname } from 'node:path'
import { makeFolder } from './vault/make-folder.ts'

/** One line of the log. Never a payload: methods, durations, codes and references only. */
export interface LogLine {
  at: string
  event: string
  method?: string
  milliseconds?: number
  code?: string
  reference?: string
  cause?: string
}

export interface Log {
  write(line: LogLine): void
}

const LARGEST = 2_000_000

/** Lines of a stack. One with a quote in it may be the end of what is quoted. */
const FRAMES = /(?:\n[ \t]+at [^\n"'`”’]*)+$/
/** Up to the last quote: what is quoted may be a name with an apostrophe, or have quotes of its own. */
const QUOTED = /["'`“‘].*["'`”’]/s

/** Ten digits in the shape of an NHS number, and anything in quotes, never reach the file even from a foreign error. */
export const redact = (text: string): string => {
  const frames = FRAMES.exec(text)?.[0] ?? ''
  const message = text.slice(0, text.length - frames.length).replace(QUOTED, '[text]')
  return `${message}${frames}`.replace(/\d{3}[ -]?\d{3}[ -]?\d{4}/g, '[number]').slice(0, 500)
}

/** A log kept as JSON lines in a file, with one older file beside it. Failing to log never fails the work. */
export const fileLog = (path: string): Log => {
  return {
    write(line) {
      try {
        makeFolder(dirname(path), 0o700)
        if ((statSync(path, { throwIfNoEntry: false })?.size ?? 0) > LARGEST) renameSync(path, `${path}.1`)
        const safe = line.cause === undefined ? line : { ...line, cause: redact(line.cause) }
        appendFileSync(path, `${JSON.stringify(safe)}\n`)
      } catch {
        // A full or read-only disk must not turn a finished piece of work into a failed one.
      }
    },
  }
}

export const silentLog: Log = { write: () => undefined }
