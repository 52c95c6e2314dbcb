import { core } from '#renderer/app/core-client.ts'
import { doUndoable } from '#renderer/app/undoable.ts'
import type { LearningRow } from '#shared/features/learning/schema.ts'
import { analysisPath } from './learning-address.ts'

interface LearningWrites {
  /** Begins the analysis and goes to it. */
  readonly takeUp: (of: {
    readonly person: { readonly id: string }
    readonly episodeId: string | null
  }) => Promise<void>
  readonly bringBack: (row: LearningRow) => Promise<void>
}

/** What is done at once from a list, with an undo. `onFailure` hears why something was refused. */
export const learningWrites = (goTo: (path: string) => void, onFailure: (words: string) => void): LearningWrites => ({
  async takeUp({ person, episodeId }) {
    if (episodeId === null) return onFailure('The diagnosis was removed.')
    const work = core.learning.takeUp({ personId: person.id, episodeId })
    const done = await doUndoable(work, 'The analysis is begun.', onFailure)
    if (done.refused === null) goTo(analysisPath(person.id, done.answer.id))
    else onFailure(done.refused.message)
  },
  async bringBack({ person, id, version }) {
    if (id === null || version === null) return
    const work = core.learning.bringBack({ personId: person.id, id, version })
    const { refused } = await doUndoable(work, 'Brought back.', onFailure)
    if (refused !== null) onFailure(refused.message)
  },
})
