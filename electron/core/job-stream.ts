import type { Progress } from '#shared/contract/define.ts'

/**
 * Turns work that reports progress by callback into a stream of progress that returns the result. Whoever stops
 * listening stops the work: the stream ends when the work has.
 */
export const jobStream = async function* <T>(
  run: (onProgress: (progress: Progress) => void, signal: AbortSignal) => Promise<T>,
  signal: AbortSignal | undefined,
): AsyncGenerator<Progress, T, void> {
  const left = new AbortController()
  let latest: Progress | null = null
  let wake: () => void = () => undefined
  let finished = false
  const work = run(
    (progress) => {
      latest = progress
      wake()
    },
    AbortSignal.any([left.signal, ...(signal === undefined ? [] : [signal])]),
  ).finally(() => {
    finished = true
    wake()
  })
  // The failure is thrown where `work` is awaited below; this only keeps it from counting as unhandled meanwhile.
  work.catch(() => undefined)
  try {
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
  } finally {
    left.abort()
    await work.catch(() => undefined)
  }
}
