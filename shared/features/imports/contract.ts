import { z } from 'zod'
import { command, job, query } from '#shared/contract/define.ts'
import { uuidSchema } from '#shared/domain/schemas.ts'
import {
  columnChoiceSchema,
  differenceChoicesSchema,
  importBatchSchema,
  importDraftSchema,
  importNameSchema,
  importOutcomeSchema,
  importPreviewSchema,
  importRowSchema,
  readingSchema,
  undoEffectSchema,
} from './schema.ts'
import { lookedSchema, wordChoicesSchema, wordFieldSchema, wordFoundSchema } from './matching.ts'
import { MOST_FILES, parcelSchema } from './parcel.ts'
import { importProfileSchema, profileNameSchema } from './profiles.ts'

const draft = z.object({ draftId: uuidSchema })
const columns = z.array(columnChoiceSchema).max(500)
const version = z.number().int().min(1)

export const imports = {
  lookInto: job({
    summary:
      'Look at what was chosen: one file to read, or a zip file, a folder or several files whose contents are listed. Saves nothing.',
    can: 'imports.run',
    input: z.object({
      fileHandles: z.array(z.string()).max(MOST_FILES, `Choose at most ${MOST_FILES} files at once`),
      folderHandles: z.array(z.string()).max(MOST_FILES, `Choose at most ${MOST_FILES} folders at once`),
    }),
    /** The file to read where it is only one. null: there is a list. */
    output: z.object({ fileHandle: z.string().nullable() }),
  }),
  parcel: query({
    summary: 'The files that were last chosen together, with what each is and what became of it.',
    can: 'imports.run',
    input: z.object({}),
    output: parcelSchema.nullable(),
  }),
  closeParcel: query({
    summary: 'Forget the files that were chosen together.',
    can: 'imports.run',
    input: z.object({}),
    output: z.object({}),
  }),
  read: job({
    summary: 'Read a file into a draft: what it is, where its headings are, where each column could go. Saves nothing.',
    can: 'imports.run',
    input: z.object({ fileHandle: z.string(), reading: readingSchema }),
    output: importDraftSchema,
  }),
  readAgain: job({
    summary:
      'Read the file of a draft another way: encoding, separator, sheet, line of headings or layout. Saves nothing.',
    can: 'imports.run',
    input: draft.extend({ reading: readingSchema }),
    output: importDraftSchema,
  }),
  draft: query({
    summary: 'A draft as it stands, with the columns last chosen and its preview if there is one.',
    can: 'imports.run',
    input: draft,
    output: z.object({
      draft: importDraftSchema,
      preview: importPreviewSchema.nullable(),
      choices: differenceChoicesSchema,
    }),
  }),
  look: job({
    summary: 'Look through the columns of a draft: how dates are written, and which words stand for our codes.',
    can: 'imports.run',
    input: draft.extend({ columns }),
    output: lookedSchema,
  }),
  words: query({
    summary: 'The words of one field of a draft that was looked through, with how each is read, most used first.',
    can: 'imports.run',
    input: draft.extend({
      field: wordFieldSchema,
      columns: z.array(z.number().int().min(0)).max(500),
      search: z.string().max(120).default(''),
      which: z.enum(['all', 'not-read']).default('all'),
      limit: z.number().int().min(1).max(200).default(50),
    }),
    output: z.object({ words: z.array(wordFoundSchema), total: z.number().int() }),
  }),
  matchAs: query({
    summary: 'Match the columns of a draft as a saved profile has them, or afresh. Saves nothing.',
    can: 'imports.run',
    input: draft.extend({ profileId: uuidSchema.nullable() }),
    output: importDraftSchema,
  }),
  preview: job({
    summary: 'What bringing in a draft would do, counted by kind. Saves nothing.',
    can: 'imports.run',
    input: draft.extend({
      columns,
      words: wordChoicesSchema.default([]),
      /** The profile that these choices are kept in when the draft is brought in. null: they are not. */
      remember: z.object({ name: profileNameSchema }).nullable().default(null),
    }),
    output: importPreviewSchema,
  }),
  choose: job({
    summary: 'Settle what the file and the register say differently, for all of a kind or one by one. Saves nothing.',
    can: 'imports.run',
    input: draft.extend({ choices: differenceChoicesSchema }),
    output: importPreviewSchema,
  }),
  previewRows: query({
    summary: 'The people of a previewed draft, by outcome.',
    can: 'imports.run',
    input: draft.extend({
      outcome: importOutcomeSchema,
      offset: z.number().int().min(0).default(0),
      limit: z.number().int().min(1).max(200).default(100),
    }),
    output: z.object({ rows: z.array(importRowSchema), total: z.number().int() }),
  }),
  commit: job({
    summary: 'Bring in a previewed draft: backup first, then one transaction.',
    can: 'imports.run',
    audits: 'import',
    input: draft.extend({ name: importNameSchema }),
    output: importBatchSchema,
  }),
  discard: query({ summary: 'Forget a draft.', can: 'imports.run', input: draft, output: z.object({}) }),
  saveRejected: job({
    summary:
      'Write the rejected rows of a draft, or of an import brought in before, to a file with the reason beside each.',
    can: 'imports.run',
    audits: 'export',
    input: z.object({ from: draft.or(z.object({ batchId: uuidSchema })), fileHandle: z.string() }),
    output: z.object({ rows: z.number().int() }),
  }),
  saveToChoose: job({
    summary:
      'Write the rows of everybody about whom somebody has still to choose to a file, with what differs beside each.',
    can: 'imports.run',
    audits: 'export',
    input: draft.extend({ fileHandle: z.string() }),
    output: z.object({ rows: z.number().int() }),
  }),
  saveTemplate: job({
    summary: 'Write an empty list to fill in, with every column explained.',
    can: 'imports.run',
    input: z.object({ fileHandle: z.string() }),
    output: z.object({}),
  }),
  list: query({
    summary: 'Every import, newest first.',
    can: 'imports.run',
    input: z.object({}),
    output: z.array(importBatchSchema),
  }),
  profiles: query({
    summary: 'Every saved profile, the last used first.',
    can: 'imports.run',
    input: z.object({}),
    output: z.array(importProfileSchema),
  }),
  renameProfile: command({
    summary: 'Give a saved profile another name.',
    can: 'imports.run',
    audits: 'edit',
    input: z.object({ profileId: uuidSchema, version, name: profileNameSchema }),
    output: z.object({ version, undo: z.number().int() }),
  }),
  removeProfile: command({
    summary: 'Delete a saved profile. Files of its shape are then matched afresh.',
    can: 'imports.run',
    audits: 'remove',
    input: z.object({ profileId: uuidSchema, version }),
    output: z.object({ undo: z.number().int() }),
  }),
  rename: command({
    summary: 'Give an import another name.',
    can: 'imports.run',
    audits: 'edit',
    input: z.object({ batchId: uuidSchema, name: importNameSchema }),
    output: importBatchSchema,
  }),
  whatUndoDoes: query({
    summary:
      'What taking back a whole import would do: what goes, what is put back, what stays and why. Saves nothing.',
    can: 'imports.run',
    input: z.object({ batchId: uuidSchema }),
    output: undoEffectSchema,
  }),
  undo: job({
    summary: 'Take back a whole import. What somebody worked on since is kept and named.',
    can: 'imports.run',
    audits: 'undo',
    input: z.object({ batchId: uuidSchema }),
    output: undoEffectSchema,
  }),
}
