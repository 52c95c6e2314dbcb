import { core } from '#renderer/app/core-client.ts'
import { doUndoable } from '#renderer/app/undoable.ts'
import { finishedWords } from '#shared/features/tasks/words.ts'

type Ticked = { readonly id: string; readonly version: number; readonly title: string }

export interface TaskWrites {
  readonly finish: (task: Ticked) => Promise<void>
  readonly reopen: (task: Ticked) => Promise<void>
}

/** Finishing and opening again, at once and with an undo. `onFailure` hears why something was refused. */
export const taskWrites = (onFailure: (words: string) => void): TaskWrites => ({
  async finish({ id, version, title }) {
    const { refused } = await doUndoable(
      core.tasks.finish({ id, version }),
      ({ next }) => finishedWords(title, next?.dueDate ?? null),
      onFailure,
    )
    if (refused !== null) onFailure(refused.message)
  },
  async reopen({ id, version, title }) {
    const { refused } = await doUndoable(core.tasks.reopen({ id, version }), `Open again: ${title}.`, onFailure)
    if (refused !== null) onFailure(refused.message)
  },
})
