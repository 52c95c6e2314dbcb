import type { CoreClient } from '#shared/contract/index.ts'
import { contract } from '#shared/contract/index.ts'
import { isMethod, type MethodTree } from '#shared/contract/define.ts'
import type { Core } from './core.ts'
import { jobStream } from './job-stream.ts'

/** A client of the same contract inside the core's own process, for the command line and the tests. */
export const inProcessClient = (core: Core): CoreClient => {
  const build = (tree: MethodTree, prefix: string): Record<string, unknown> =>
    Object.fromEntries(
      Object.entries(tree).map(([key, node]) => {
        const name = prefix === '' ? key : `${prefix}.${key}`
        if (!isMethod(node)) return [key, build(node, name)]
        const call = (input: unknown, options?: { signal?: AbortSignal }): Promise<unknown> =>
          node.kind === 'job'
            ? Promise.resolve(
                jobStream((onProgress, signal) => core.call(name, input, signal, onProgress), options?.signal),
              )
            : core.call(name, input, options?.signal)
        return [key, call]
      }),
    )
  return build(contract, '') as CoreClient
}

/** Runs a job to its end and hands back the result, for callers who do not show progress. */
export const finish = async <T>(stream: Promise<AsyncGenerator<unknown, T, void>>): Promise<T> => {
  const iterator = await stream
  for (;;) {
    const step = await iterator.next()
    if (step.done === true) return step.value
  }
}
