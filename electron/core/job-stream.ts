import type { Progress } from '#shared/contract/define.ts'

/** Turns work that reports progress by callback into a stream of progress that returns the result. */
export const jobStream = async function* <T>(
  run: (onProgress: (progress: Progress) => void) => Promise<T>,
): AsyncGenerator<Progress, T, void> {
  let latest: Progress | null = null
  let wake: () => void = () => undefined
  let finished = false
  const work = run((progress) => {
    latest = progress
    wake()
  }).finally(() => {
    finished = true
    wake()
  })
  // The failure is thrown where `work` is awaited below; this only keeps it from counting as unhandled meanwhile.
  work.catch(() => undefined)
  for (;;) {
    if (latest !== null) {
      const progress: Progress = latest
      latest = null
      yield progress
    } else if (finished) {
      return await work
    } else {
      await new Promise<void>((resolve) => {
        wake = resolve
      })
    }
  }
}
