import { AppError } from '#shared/contract/errors.ts'

/** Why a call was refused. Throws when it went through, and whatever else went wrong. */
export const refusal = (work: Promise<unknown>): Promise<AppError> =>
  work.then(
    () => {
      throw new Error('it was not refused')
    },
    (cause: unknown) => {
      if (cause instanceof AppError) return cause
      throw cause
    },
  )

/** The code a call was refused with, or `no failure`. */
export const codeOf = (work: Promise<unknown>): Promise<string> =>
  work.then(
    () => 'no failure',
    (cause: unknown) => (cause instanceof AppError ? cause.code : 'not ours'),
  )

/** The one row there is. Throws when there are none or several. */
export const only = <T>(rows: readonly T[]): T => {
  const [first] = rows
  if (first === undefined || rows.length !== 1) throw new Error(`${rows.length} rows`)
  return first
}
