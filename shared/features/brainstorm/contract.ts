import { z } from 'zod'
import { command, query } from '#shared/contract/define.ts'
import { uuidSchema } from '#shared/domain/schemas.ts'
import { brainstormBoardSchema, MOST_AT_ONCE, noteFieldsSchema, themeFieldsSchema } from './schema.ts'

const version = z.number().int().min(1)
const undo = z.number().int()
const which = z.object({ id: uuidSchema, version })
const written = z.object({ version, undo })

export const brainstorm = {
  board: query({
    summary: 'The notes of a plan and the themes that they are grouped into.',
    can: 'register.read',
    input: z.object({ planId: uuidSchema }),
    output: brainstormBoardSchema,
  }),
  addNotes: command({
    summary: 'Add notes, one or many in one step, at the end of a theme or of those in none.',
    can: 'plan.write',
    audits: 'create',
    input: z.object({
      planId: uuidSchema,
      themeId: uuidSchema.nullable().default(null),
      notes: z.array(noteFieldsSchema).min(1).max(MOST_AT_ONCE),
    }),
    output: z.object({ ids: z.array(uuidSchema), undo }),
  }),
  saveNote: command({
    summary: 'Change what a note says and who said it.',
    can: 'plan.write',
    audits: 'edit',
    input: which.extend({ fields: noteFieldsSchema }),
    output: written,
  }),
  moveNote: command({
    summary:
      'Move a note into a theme, or within one. `beforeId`: the note that it comes to stand before; null: at the end.',
    can: 'plan.write',
    audits: 'edit',
    input: which.extend({ themeId: uuidSchema.nullable(), beforeId: uuidSchema.nullable() }),
    output: written,
  }),
  vote: command({
    summary: 'Give a note a vote, or take one away. Votes of several windows add up.',
    can: 'plan.write',
    audits: 'edit',
    input: z.object({ id: uuidSchema, by: z.union([z.literal(1), z.literal(-1)]) }),
    output: z.object({ version, votes: z.number().int(), undo }),
  }),
  removeNote: command({
    summary: 'Take a note off the board.',
    can: 'plan.write',
    audits: 'remove',
    input: which,
    output: z.object({ undo }),
  }),
  addTheme: command({
    summary: 'Begin a theme, with a note in it where one is named.',
    can: 'plan.write',
    audits: 'create',
    input: z.object({ planId: uuidSchema, fields: themeFieldsSchema, noteId: uuidSchema.nullable().default(null) }),
    output: z.object({ id: uuidSchema, undo }),
  }),
  saveTheme: command({
    summary: 'Rename a theme, or say which objective it serves.',
    can: 'plan.write',
    audits: 'edit',
    input: which.extend({ fields: themeFieldsSchema }),
    output: written,
  }),
  moveTheme: command({
    summary: 'Move a theme. `beforeId`: the theme that it comes to stand before; null: at the end.',
    can: 'plan.write',
    audits: 'edit',
    input: which.extend({ beforeId: uuidSchema.nullable() }),
    output: written,
  }),
  removeTheme: command({
    summary: 'Take a theme away. Its notes go back to those in none.',
    can: 'plan.write',
    audits: 'remove',
    input: which,
    output: z.object({ undo }),
  }),
}
