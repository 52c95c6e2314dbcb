import { z } from 'zod'
import { command, job, query } from '#shared/contract/define.ts'
import { isoDateSchema, longText, shortText, uuidSchema } from '#shared/domain/schemas.ts'
import { precisionSchema } from '#shared/features/journey/schema.ts'
import { letterDaysSchema } from './days.ts'
import { GAP_LISTS, gapFigureSchema, gapFilterSchema } from './gap-figures.ts'
import {
  askSchema,
  documentSchema,
  hospitalQuerySchema,
  letterFilterSchema,
  letterPageSchema,
  letterRowSchema,
  letterTabSchema,
  queryDetailsSchema,
  wantedSchema,
} from './schema.ts'
import { summaryActionSchema, summaryFieldsSchema, summarySchema } from './summary-slots.ts'

const version = z.number().int().min(1)
const undo = z.number().int()
const changed = z.object({ undo })
const count = z.number().int()

const gapRow = gapFigureSchema.extend({ key: z.string().nullable() })
const draftSchema = z.object({
  letter: z.string(),
  /** Without who it is from, to and about: for beside a banner that says so. */
  body: z.string(),
  call: z.array(z.string()),
  hospital: z.string().nullable(),
  department: z.string().nullable(),
  phone: z.string().nullable(),
})

export const letters = {
  page: query({
    summary: 'Letters that are late, due or expected, or that came lately, the longest wait first.',
    can: 'register.read',
    input: letterPageSchema,
    output: z.object({ rows: z.array(letterRowSchema), total: count }),
  }),
  forPrint: query({
    summary: 'One list of letters, to be printed.',
    can: 'register.read',
    audits: 'print',
    input: letterPageSchema.omit({ offset: true, limit: true }),
    output: z.object({ rows: z.array(letterRowSchema), total: count }),
  }),
  printed: command({
    summary: 'Enter in the audit trail that drafted letters are being printed.',
    can: 'journey.write',
    audits: 'print',
    input: z.object({ personId: uuidSchema.nullable(), letters: z.number().int().min(1) }),
    output: z.object({}),
  }),
  counts: query({
    summary: 'How many letters each list holds, and of how many people the late ones are.',
    can: 'register.read',
    input: letterFilterSchema,
    output: z.object({ tabs: z.record(letterTabSchema, count), people: count.nullable() }),
  }),
  choices: query({
    summary: 'The hospitals that letters are waited for from.',
    can: 'register.read',
    input: z.object({}),
    output: z.object({ hospitals: z.array(z.string()) }),
  }),
  about: query({
    summary: 'One missing letter: what was done about it so far, and a draft that asks for it.',
    can: 'register.read',
    audits: 'view',
    input: z.object({ personId: uuidSchema, wanted: z.array(wantedSchema).max(40), queryId: uuidSchema.nullable() }),
    output: z.object({ query: hospitalQuerySchema.nullable(), draft: draftSchema }),
  }),
  ofPerson: query({
    summary: 'Everything asked of hospitals about one person, and what their treatment summaries say.',
    can: 'register.read',
    audits: 'view',
    input: z.object({ personId: uuidSchema }),
    output: z.object({ queries: z.array(hospitalQuerySchema), summaries: z.array(summarySchema) }),
  }),
  ask: command({
    summary: 'Log a letter to a hospital or a call, as the first or the next step of asking.',
    can: 'journey.write',
    audits: 'create',
    input: askSchema,
    output: z.object({ queryId: uuidSchema, version, undo }),
  }),
  askSeveral: command({
    summary: 'Ask for several letters at once: one drafted letter a person and hospital, all logged as sent.',
    can: 'journey.write',
    audits: 'create',
    input: z.object({
      letters: z
        .array(z.object({ personId: uuidSchema, eventId: uuidSchema }))
        .min(1, 'Choose a letter first')
        .max(200, 'Choose 200 letters or fewer'),
      ringAgainOn: isoDateSchema.nullable().default(null),
    }),
    output: z.object({
      sent: z.array(z.object({ personId: uuidSchema, queryId: uuidSchema, text: z.string() })),
      undo,
    }),
  }),
  itCame: command({
    summary: 'Log that a letter came. What was asked about it is then answered.',
    can: 'journey.write',
    audits: 'create',
    input: z.object({
      personId: uuidSchema,
      eventId: uuidSchema,
      date: isoDateSchema,
      precision: precisionSchema.default('day'),
      note: longText(2000).nullable().default(null),
    }),
    output: z.object({ eventId: uuidSchema, document: documentSchema, undo }),
  }),
  answer: command({
    summary: 'Write down an answer that is no letter: it closes what was asked in words or about a summary.',
    can: 'journey.write',
    audits: 'edit',
    input: z.object({
      queryId: uuidSchema,
      version,
      spokeTo: shortText(80).nullable().default(null),
      note: longText(2000),
    }),
    output: changed,
  }),
  notNeeded: command({
    summary: 'Say that a letter is not needed, with the reason. It stops being due.',
    can: 'journey.write',
    audits: 'edit',
    input: z.object({
      personId: uuidSchema,
      wanted: z.array(wantedSchema).min(1, 'Choose a letter first').max(40),
      reason: shortText(300),
    }),
    output: changed,
  }),
  reopen: command({
    summary: 'Open a question again: what was not answered by a letter is asked for once more.',
    can: 'journey.write',
    audits: 'edit',
    input: z.object({ queryId: uuidSchema, version }),
    output: changed,
  }),
  saveQuery: command({
    summary: 'Correct where a question went, or when it is promised for.',
    can: 'journey.write',
    audits: 'edit',
    input: z.object({ queryId: uuidSchema, version, details: queryDetailsSchema }),
    output: z.object({ version, undo }),
  }),
  saveSummary: command({
    summary: 'Say what a treatment summary holds. Each thing it asks of the practice becomes a task.',
    can: 'journey.write',
    audits: 'edit',
    input: z.object({
      eventId: uuidSchema,
      /** null: nobody has read it before. */
      version: version.nullable(),
      fields: summaryFieldsSchema,
      actions: z.array(summaryActionSchema).max(20, 'Add 20 tasks or fewer').default([]),
    }),
    output: z.object({ id: uuidSchema, version, tasks: count, undo }),
  }),
  gaps: query({
    summary: 'The gap meter: days from a hospital event to its letter, by month, hospital and letter.',
    can: 'register.read',
    input: gapFilterSchema,
    output: z.object({
      all: gapFigureSchema,
      months: z.array(gapRow),
      hospitals: z.array(gapRow),
      documents: z.array(gapRow),
      version: z.string(),
    }),
  }),
  gapList: query({
    summary: 'The letters behind a figure of the gap meter.',
    can: 'register.read',
    input: gapFilterSchema.extend({
      list: z.enum(GAP_LISTS.map(({ code }) => code)),
      offset: z.number().int().min(0).default(0),
      limit: z.number().int().min(1).max(200).default(100),
    }),
    output: z.object({ rows: z.array(letterRowSchema), total: count }),
  }),
  gapNow: query({
    summary: 'The gap meter of the last whole month, with the year before it.',
    can: 'register.read',
    input: z.object({}),
    output: z.object({
      month: z.string(),
      figure: gapFigureSchema,
      /** The twelve months before. */
      before: gapFigureSchema,
      months: z.array(gapRow),
      version: z.string(),
    }),
  }),
  days: query({
    summary: 'How many days each letter may take, and since when.',
    can: 'settings.read',
    input: z.object({}),
    output: z.object({
      days: letterDaysSchema,
      periods: z.array(
        z.object({ from: isoDateSchema, setOn: isoDateSchema, setBy: z.string(), days: letterDaysSchema }),
      ),
      version: z.string(),
    }),
  }),
  saveDays: job({
    summary: 'Change how many days letters may take, from a day on. What is due is then worked out anew.',
    can: 'settings.write',
    audits: 'settings',
    input: z.object({ from: isoDateSchema, days: letterDaysSchema }),
    output: z.object({ people: count }),
  }),
}
