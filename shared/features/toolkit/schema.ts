import { z } from 'zod'
import { isoDateSchema, longText, shortText, uuidSchema } from '#shared/domain/schemas.ts'
import { personLineSchema } from '#shared/domain/person-line.ts'
import { documentSchema } from './check-document.ts'
import { FIELD_CLASSES } from './labels.ts'
import { TEMPLATE_AUDIENCES, TEMPLATE_TOPICS } from './template.ts'

export { documentSchema } from './check-document.ts'
export type { TemplateAudience, TemplateTopic } from './template.ts'

const version = z.number().int().min(1)

export const topicSchema = z.enum(TEMPLATE_TOPICS)
export const audienceSchema = z.enum(TEMPLATE_AUDIENCES)
export const titleSchema = shortText(120, 'Give the document a title')
export const templateCodeSchema = z
  .string()
  .regex(/^[a-z0-9-]{2,60}$/, 'A template is known by lower-case letters, digits and hyphens')

/** What a blank is known by, such as `ask.venue`. */
const askCode = z.string().regex(/^ask\.[a-z0-9-]{1,60}$/, 'This blank has a name in a form that is not allowed')

/** What was filled in, by blank. */
export const answersSchema = z
  .record(askCode, longText(2000))
  .refine((answers) => Object.keys(answers).length <= 200, { error: 'A document takes 200 blanks at most' })
export type Answers = z.output<typeof answersSchema>

/** What is written of a document. */
export const draftSchema = z.object({
  title: titleSchema,
  content: documentSchema,
  answers: answersSchema,
  reviewDue: isoDateSchema.nullable(),
})
export type Draft = z.output<typeof draftSchema>

/** A table that a field shows. */
export const fieldTableSchema = z.object({ head: z.array(z.string()), rows: z.array(z.array(z.string())) })
export type FieldTable = z.output<typeof fieldTableSchema>

/**
 * How a field stands. known: it has a value. none: it is known and there is nothing to say, such as no list size.
 * blank: to be filled in. unknown: no field of this name. unsafe: known, but not in a document of this kind.
 */
export const FIELD_STATES = ['known', 'none', 'blank', 'unknown', 'unsafe'] as const

/** A fact as it stands today. */
export const fieldValueSchema = z.object({
  code: z.string(),
  label: z.string(),
  group: z.string(),
  state: z.enum(FIELD_STATES),
  /** What the text shows; for a table, how many rows it has. */
  words: z.string(),
  table: fieldTableSchema.nullable(),
  /** The day it is true of. */
  asAt: isoDateSchema.nullable(),
  /** By which rule and version, such as `Version 1. Emergency route`. */
  rule: z.string().nullable(),
  /** Where it comes from: "Register", "Measure", "Practice details", "Directory", "Action plan". */
  from: z.string(),
  /** `null` for a blank and for what is no field. */
  class: z.enum(FIELD_CLASSES.map(({ code }) => code)).nullable(),
  /** Whether a document that leaves the practice may say it, and why or why not. */
  safeOutside: z.boolean(),
  outsideWords: z.string(),
  /** Its document leaves the practice and so shows it in words that hide a small count. */
  hidden: z.boolean(),
  /** The measure that explains it. */
  measureCode: z.string().nullable(),
})
export type FieldValue = z.output<typeof fieldValueSchema>

/** A fact that is other than it was when the document was last issued. */
export const changedFieldSchema = z.object({
  code: z.string(),
  label: z.string(),
  was: z.string(),
  now: z.string(),
  from: z.string(),
})
export type ChangedField = z.output<typeof changedFieldSchema>

const issueHeadSchema = z.object({
  id: uuidSchema,
  number: z.number().int().min(1),
  issuedOn: isoDateSchema,
  issuedBy: z.string(),
  title: z.string(),
  purpose: z.string(),
  recipient: z.string().nullable(),
})
export type IssueHead = z.output<typeof issueHeadSchema>
export { issueHeadSchema }

/** An issue, whole, as it was frozen. */
export const issueSchema = issueHeadSchema.extend({
  documentId: uuidSchema,
  audience: audienceSchema,
  content: documentSchema,
  /** What each fact said. */
  fields: z.record(z.string(), z.object({ label: z.string(), words: z.string() })),
  /** SHA-256 of the frozen text. */
  hash: z.string(),
})
export type Issue = z.output<typeof issueSchema>

/** A document in the library. */
export const documentLineSchema = z.object({
  id: uuidSchema,
  version,
  templateCode: z.string().nullable(),
  title: z.string(),
  topic: topicSchema,
  audience: audienceSchema,
  /** Whom it is about. */
  person: personLineSchema.nullable(),
  isPrivate: z.boolean(),
  updatedAt: z.string(),
  updatedBy: z.string(),
  reviewDue: isoDateSchema.nullable(),
  /** Whether it has gone past its review. */
  isReviewDue: z.boolean(),
  issues: z.number().int(),
  lastIssue: issueHeadSchema.nullable(),
  /** How many facts are other than in the last issue; `null` without one and for a document about a person. */
  changed: z.number().int().nullable(),
})
export type DocumentLine = z.output<typeof documentLineSchema>

/** A document in the library, with what is still to be done about it. */
const libraryLineSchema = documentLineSchema.extend({
  /** Its review comes within a month. */
  isReviewNear: z.boolean(),
  /** Blanks that nobody has filled in. */
  blanksLeft: z.number().int(),
  openComments: z.number().int(),
  /** Actions of the plan that a table in it names by their codes and that are open. */
  openActions: z.number().int(),
})
export type LibraryLine = z.output<typeof libraryLineSchema>

/** A template in the library. */
export const templateLineSchema = z.object({
  code: templateCodeSchema,
  /** `null` for those that come with the app. */
  own: z
    .object({
      id: uuidSchema,
      version,
      addedOn: isoDateSchema,
      addedBy: z.string(),
      /** Where it came from: "Made here" or the practice that made it. */
      origin: z.string(),
    })
    .nullable(),
  title: z.string(),
  topic: topicSchema,
  audience: audienceSchema,
  purpose: z.string(),
  usedBy: z.string(),
  minutes: z.number().int(),
  sources: z.array(z.string()),
  reviewMonths: z.number().int().nullable(),
  aboutPerson: z.boolean(),
})
export type TemplateLine = z.output<typeof templateLineSchema>

/** The library: templates and the documents made from them or from nothing. */
export const toolkitLibrarySchema = z.object({
  templates: z.array(templateLineSchema),
  documents: z.array(libraryLineSchema),
  /** Diagnoses that a learning event analysis is suggested for and nobody has taken up. */
  learningSuggested: z.number().int(),
})
export type ToolkitLibrary = z.output<typeof toolkitLibrarySchema>

/** What there is in the toolkit, by name alone. */
export const toolkitTitlesSchema = z.object({
  /** Those about a person are left out: they are opened from the library, under that person's name. */
  documents: z.array(z.object({ id: uuidSchema, title: z.string() })),
  templates: z.array(z.object({ code: templateCodeSchema, title: z.string() })),
})
export type ToolkitTitles = z.output<typeof toolkitTitlesSchema>

/** A comment beside the text. */
export const commentSchema = z.object({
  id: uuidSchema,
  version,
  /** The name by which the text marks the place. */
  markId: z.string(),
  words: z.string(),
  by: z.string(),
  on: isoDateSchema,
  resolvedOn: isoDateSchema.nullable(),
})
export type ToolkitComment = z.output<typeof commentSchema>

/** One document, whole, as its page shows it. */
export const openDocumentSchema = documentLineSchema.extend({
  content: documentSchema,
  answers: answersSchema,
  /** When whom it is about died, in words: no letter goes to them. */
  personDied: z.string().nullable(),
  /** Every fact that the text names, each once, in the order in which they come. */
  values: z.array(fieldValueSchema),
  /** Blanks that the text asks for, in the order in which they come. */
  blanks: z.array(z.object({ code: z.string(), label: z.string(), answer: z.string() })),
  /** Since the last issue. */
  changedFields: z.array(changedFieldSchema),
  issueList: z.array(issueHeadSchema),
  comments: z.array(commentSchema),
  /** NHS numbers and names of people on the register that were typed into the text; `block` is null for a blank. */
  typed: z.array(z.object({ words: z.string(), block: z.number().int().nullable() })),
})
export type OpenDocument = z.output<typeof openDocumentSchema>

/** What stands in the way of an issue (`refuses`), or should be known before (`warns`). */
export const issueFindingSchema = z.object({
  kind: z.enum(['refuses', 'warns']),
  words: z.string(),
  /** The top-level block in which it stands, from 0; `null` for the document as a whole. */
  block: z.number().int().nullable(),
  /** The field that it is about. */
  code: z.string().nullable(),
})
export type IssueFinding = z.output<typeof issueFindingSchema>

/** An earlier state of a draft. */
export const revisionSchema = z.object({
  id: uuidSchema,
  /** ISO time. */
  at: z.string(),
  by: z.string(),
  title: z.string(),
  /** before: as it stood when somebody began to write. other: what was written in another window at the same time. */
  kind: z.enum(['before', 'other']),
  /** How many words it has. */
  words: z.number().int(),
})
export type Revision = z.output<typeof revisionSchema>

/** What stands on every page of a document that is issued, printed or written to a file. */
export const houseStyleSchema = z.object({
  /** null: the practice as it is recorded. */
  name: shortText(120).nullable(),
  header: shortText(160).nullable(),
  footer: shortText(160).nullable(),
})
export type HouseStyle = z.output<typeof houseStyleSchema>
