import type { CommandContext } from '../../context.ts'
import type { Ids } from '../../ids.ts'

interface StoryNote {
  readonly words: string
  readonly votes: number
  /** The action that was made from it. */
  readonly code?: string
  readonly saidBy?: string
}

/** The brainstorm that the demo's plan began with: themes from left to right, and what stayed in none. */
const STORY_THEMES: readonly { readonly title: string | null; readonly notes: readonly StoryNote[] }[] = [
  {
    title: 'Hearing back',
    notes: [
      { words: 'Letters take weeks', votes: 6, code: '4.3', saidBy: 'Practice nurse' },
      { words: 'Nobody says who the nurse is', votes: 3 },
      { words: 'Treatment aim never stated', votes: 2 },
    ],
  },
  {
    title: 'Being asked',
    notes: [
      { words: 'Carers get forgotten', votes: 5, code: '5.2', saidBy: 'Patient group' },
      { words: 'No one asks about money', votes: 3 },
      { words: 'People ring three numbers before one answers', votes: 1 },
    ],
  },
  {
    title: 'Not falling through',
    notes: [
      { words: 'Urgent referrals drop off our list', votes: 4, code: '4.2' },
      { words: 'Support depends on who remembers', votes: 3, code: '4.4' },
      { words: 'Reviews are done from memory', votes: 2, code: '4.5' },
    ],
  },
  {
    title: 'Not alone',
    notes: [
      { words: 'We never hear what the network decides', votes: 2, code: '2.1' },
      { words: 'Other practices have solved this already', votes: 1, code: '1.4' },
    ],
  },
  { title: null, notes: [{ words: 'Parking at the hospital', votes: 0 }] },
]

const STORY_NOTES = STORY_THEMES.flatMap(({ notes }) => notes)

/** Numbers for the notes of the story, by their words. */
export const storyNoteIds = (ids: Ids): ReadonlyMap<string, string> =>
  new Map(STORY_NOTES.map(({ words }) => [words, ids.next()]))

/** The words of the note that an action of the story was made from. */
export const storyNoteOf = (code: string): string | null =>
  STORY_NOTES.find((note) => note.code === code)?.words ?? null

/** Stores the notes and themes of the demo's plan. */
export const storeBrainstorm = async (
  context: CommandContext,
  { ids, planId, noteIds }: { ids: Ids; planId: string; noteIds: ReadonlyMap<string, string> },
): Promise<void> => {
  for (const [at, { title, notes }] of STORY_THEMES.entries()) {
    const themeId = title === null ? null : ids.next()
    if (themeId !== null && title !== null)
      await context.insert('plan_theme', { id: themeId, plan_id: planId, title, position: at + 1 })
    await context.insertMany(
      'plan_note',
      notes.map(({ words, votes, saidBy = null }, place) => ({
        id: noteIds.get(words) ?? ids.next(),
        plan_id: planId,
        theme_id: themeId,
        words,
        said_by: saidBy,
        votes,
        position: place + 1,
      })),
    )
  }
}
