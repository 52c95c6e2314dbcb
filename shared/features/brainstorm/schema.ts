import { z } from 'zod'
import { shortText, uuidSchema } from '#shared/domain/schemas.ts'

/** How many characters a note may have: it is read from the back of a room. */
export const LONGEST_NOTE = 200
const LONGEST_NAME = 80
const LONGEST_TITLE = 80
/** How many notes are taken in at once: a page of somebody's own list. */
export const MOST_AT_ONCE = 200

const version = z.number().int().min(1)

/** What is typed of a note: one thought, and who said it, where they want that. */
export const noteFieldsSchema = z.object({
  words: shortText(LONGEST_NOTE, 'Write the note first'),
  saidBy: shortText(LONGEST_NAME).nullable().default(null),
})
export type NoteFields = z.output<typeof noteFieldsSchema>

/** A group of notes. It may say which objective of the plan it serves; the draft then goes by it. */
export const themeFieldsSchema = z.object({
  title: shortText(LONGEST_TITLE, 'Give the theme a name'),
  objectiveId: uuidSchema.nullable().default(null),
})
export type ThemeFields = z.output<typeof themeFieldsSchema>

export const planNoteSchema = z.object({
  id: uuidSchema,
  version,
  /** null: in no theme yet. */
  themeId: uuidSchema.nullable(),
  words: z.string(),
  saidBy: z.string().nullable(),
  votes: z.number().int().min(0),
  /** Code of the action that was made from it, such as "4.3". */
  actionCode: z.string().nullable(),
})
export type PlanNote = z.output<typeof planNoteSchema>

export const planThemeSchema = z.object({
  id: uuidSchema,
  version,
  title: z.string(),
  objectiveId: uuidSchema.nullable(),
})
export type PlanTheme = z.output<typeof planThemeSchema>

/** The board of a plan: themes and notes, each in their order. */
export const brainstormBoardSchema = z.object({
  planId: uuidSchema,
  themes: z.array(planThemeSchema),
  notes: z.array(planNoteSchema),
})
export type BrainstormBoard = z.output<typeof brainstormBoardSchema>
