import { core } from '#renderer/app/core-client.ts'
import { doUndoable } from '#renderer/app/undoable.ts'
import type { NotePlace } from '#shared/features/brainstorm/public.ts'
import type { NoteFields, PlanNote, PlanTheme } from '#shared/features/brainstorm/schema.ts'

const SHORT = 40

/** A note as a toast and the name of a button say it. */
export const inShort = (words: string): string =>
  words.length <= SHORT ? words : `${words.slice(0, SHORT - 1).trimEnd()}…`

/** Each thing that is done to the board at once, with an undo. */
export interface BoardWrites {
  /** Adds notes. @returns whether they were added. */
  readonly add: (notes: readonly NoteFields[]) => Promise<boolean>
  readonly move: (note: PlanNote, place: NotePlace, where: string) => Promise<boolean>
  readonly vote: (note: PlanNote, by: 1 | -1) => Promise<void>
  readonly remove: (note: PlanNote) => Promise<void>
  readonly moveTheme: (theme: PlanTheme, beforeId: string | null) => Promise<void>
  readonly removeTheme: (theme: PlanTheme) => Promise<void>
}

/** `onFailure` hears why something was refused; null once something was done. */
export const boardWrites = (planId: string, onFailure: (words: string | null) => void): BoardWrites => {
  const does = async (work: Promise<{ undo: number }>, words: string): Promise<boolean> => {
    const { refused } = await doUndoable(work, words, onFailure)
    onFailure(refused?.message ?? null)
    return refused === null
  }
  return {
    add: (notes) =>
      does(
        core.brainstorm.addNotes({ planId, notes: [...notes] }),
        notes.length === 1 ? `Added: ${inShort(notes[0]?.words ?? '')}` : `${notes.length} notes added.`,
      ),
    move: ({ id, version, words }, place, where) =>
      does(core.brainstorm.moveNote({ id, version, ...place }), `Moved to ${where}: ${inShort(words)}`),
    async vote({ id, words, votes }, by) {
      const now = votes + by
      await does(core.brainstorm.vote({ id, by }), `${now} ${now === 1 ? 'vote' : 'votes'}: ${inShort(words)}`)
    },
    async remove({ id, version, words }) {
      await does(core.brainstorm.removeNote({ id, version }), `Removed: ${inShort(words)}`)
    },
    async moveTheme({ id, version, title }, beforeId) {
      await does(core.brainstorm.moveTheme({ id, version, beforeId }), `Moved: ${title}`)
    },
    async removeTheme({ id, version, title }) {
      await does(
        core.brainstorm.removeTheme({ id, version }),
        `Theme removed: ${title}. Its notes are in no theme now.`,
      )
    },
  }
}
