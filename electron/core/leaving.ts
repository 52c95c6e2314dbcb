import { AppError } from '#shared/contract/errors.ts'
import type { JobContext } from './context.ts'

/**
 * Enters in the audit trail that a file leaves, with what was noted so far, and only then puts the file in its place:
 * whatever happens after that, a lock, a full disk or a power cut, no file lies outside that the trail does not know of.
 * @param place writes the finished file, or moves it there. When it fails, that stands in the trail too.
 * @throws AppError `locked` or `cancelled`, and nothing is placed; as `place` does.
 */
export const enterThenPlace = async <T>(job: JobContext, place: () => T | Promise<T>): Promise<T> => {
  await job.write(async () => undefined)
  try {
    return await place()
  } catch (cause) {
    job.note({ failed: cause instanceof AppError ? cause.code : 'internal' })
    // The first entry says more than what happened, and never less: without a second one nothing is hidden.
    await job.write(async () => undefined).catch(() => undefined)
    throw cause
  }
}
