import type { Progress } from '#shared/contract/define.ts'
import type { Run } from './register-file.ts'
import { progressTo } from './terminal.ts'

/** Runs a job to its end, showing how far it has come, and hands back its result. */
export const runToEnd = async <T>(run: Run, stream: Promise<AsyncGenerator<Progress, T, void>>): Promise<T> => {
  const show = run.given.flag('json') ? () => undefined : progressTo(run.terminal)
  const iterator = await stream
  for (;;) {
    const step = await iterator.next()
    if (step.done === true) return step.value
    show(step.value)
  }
}
