import { useState } from 'react'
import type { Story, StoryLine } from '#shared/features/handouts/story.ts'

/** What whoever prints the story has chosen. Kept while the page is open, never stored. */
export interface StoryChoices {
  readonly isIn: (id: string) => boolean
  readonly hasNote: (id: string) => boolean
  readonly put: (id: string, isIn: boolean) => void
  readonly putNote: (id: string, hasNote: boolean) => void
}

const changed = (set: ReadonlySet<string>, id: string, isIn: boolean): ReadonlySet<string> => {
  const next = new Set(set)
  if (isIn) next.add(id)
  else next.delete(id)
  return next
}

/** Everything is in but the notes, and but the diagnosis of somebody who may not have been told it. */
export const useStoryChoices = (story: Story): StoryChoices => {
  const [out, setOut] = useState<ReadonlySet<string>>(
    () => new Set(story.mayNotKnow ? story.cancers.map(({ id }) => id) : []),
  )
  const [notes, setNotes] = useState<ReadonlySet<string>>(new Set())
  return {
    isIn: (id) => !out.has(id),
    hasNote: (id) => notes.has(id),
    put: (id, isIn) => setOut((before) => changed(before, id, !isIn)),
    putNote: (id, hasNote) => setNotes((before) => changed(before, id, hasNote)),
  }
}

/** The lines that are printed, with the notes that were chosen. */
export const chosenLines = (lines: readonly StoryLine[], choices: StoryChoices): StoryLine[] =>
  lines
    .filter(({ id }) => choices.isIn(id))
    .map((line) => ({ ...line, note: choices.hasNote(line.id) ? line.note : null }))
