import { AppError, type ErrorCode } from '#shared/contract/errors.ts'

/** What the process ends with, as `--help` lists it. */
export const EXIT = {
  done: 0,
  defect: 1,
  usage: 2,
  refused: 3,
  locked: 4,
  io: 5,
  conflict: 6,
  cancelled: 130,
} as const
export type ExitCode = (typeof EXIT)[keyof typeof EXIT]

export const EXIT_MEANINGS: readonly (readonly [code: ExitCode, meaning: string])[] = [
  [EXIT.done, 'done'],
  [EXIT.defect, 'something went wrong in Throughline itself'],
  [EXIT.usage, 'the command was not understood'],
  [EXIT.refused, 'the input was not accepted, or what it names is not there'],
  [EXIT.locked, 'wrong passphrase, or not allowed for this person'],
  [EXIT.io, 'a file, folder or disk could not be used'],
  [EXIT.conflict, 'somebody else has the register open, or a file is in the way'],
  [EXIT.cancelled, 'stopped with Ctrl+C; nothing was saved'],
]

const OF_ERROR: Readonly<Record<ErrorCode, ExitCode>> = {
  validation: EXIT.refused,
  'not-found': EXIT.refused,
  conflict: EXIT.conflict,
  stale: EXIT.conflict,
  forbidden: EXIT.locked,
  locked: EXIT.locked,
  io: EXIT.io,
  cancelled: EXIT.cancelled,
  'core-gone': EXIT.defect,
  internal: EXIT.defect,
}

/** A command that cannot be understood as it was typed. */
export class UsageError extends Error {}

/** The exit code of a failure. */
export const exitCodeOf = (cause: unknown): ExitCode => {
  if (cause instanceof UsageError) return EXIT.usage
  return cause instanceof AppError ? OF_ERROR[cause.code] : EXIT.defect
}
