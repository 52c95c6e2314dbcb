import { z } from 'zod'
import { SEX_CODES } from '#shared/domain/people.ts'
import { personLineSchema } from '#shared/domain/person-line.ts'
import { uuidSchema } from '#shared/domain/schemas.ts'
import { differenceChoiceSchema, differenceCodeSchema } from './differences.ts'
import { dateOrderSchema, wordChoicesSchema } from './matching.ts'
import { profileInUseSchema } from './profiles.ts'

const sexSchema = z.enum(SEX_CODES.map((sex) => sex.code))

/** Layouts the importer knows. `plain`: a header row, then one row a person or a diagnosis. */
export const IMPORT_LAYOUTS = [
  { code: 'emis-patient-report', label: 'EMIS patient report' },
  { code: 'systmone-report', label: 'SystmOne report' },
  { code: 'vision-report', label: 'Vision report' },
  { code: 'hospital-list', label: 'Hospital MDT or tracking list' },
  { code: 'plain', label: 'Table with headings' },
] as const
export const importLayoutSchema = z.enum(IMPORT_LAYOUTS.map((layout) => layout.code))
export type ImportLayout = z.infer<typeof importLayoutSchema>

export const TEXT_ENCODINGS = [
  { code: 'utf-8', label: 'UTF-8' },
  { code: 'utf-16le', label: 'UTF-16 (little-endian)' },
  { code: 'utf-16be', label: 'UTF-16 (big-endian)' },
  { code: 'windows-1252', label: 'Windows-1252' },
] as const
export const encodingSchema = z.enum(TEXT_ENCODINGS.map((encoding) => encoding.code))
export type TextEncoding = z.infer<typeof encodingSchema>

/** Where a column of the file can go. `event_*` columns come in groups of date, term and value. */
export const IMPORT_FIELDS = [
  { code: 'leave_out', label: 'Leave out' },
  { code: 'nhs_number', label: 'NHS number' },
  { code: 'local_id', label: 'Local number' },
  { code: 'title', label: 'Title' },
  { code: 'surname', label: 'Surname' },
  { code: 'given_name', label: 'First name' },
  { code: 'full_name', label: 'Name, as SURNAME, First' },
  { code: 'birth_date', label: 'Date of birth' },
  { code: 'sex', label: 'Sex' },
  { code: 'postcode', label: 'Postcode' },
  { code: 'usual_gp', label: 'Usual GP' },
  { code: 'death_date', label: 'Date of death' },
  { code: 'cancer', label: 'Cancer, as written' },
  { code: 'icd10_code', label: 'ICD-10 code' },
  { code: 'diagnosis_date', label: 'Diagnosis date' },
  { code: 'stage', label: 'Stage' },
  { code: 'route', label: 'Route to diagnosis' },
  { code: 'hospital', label: 'Hospital' },
  { code: 'review_date', label: 'Care review date' },
  { code: 'support_date', label: 'Support contact date' },
  { code: 'mdt_date', label: 'MDT meeting date' },
  { code: 'event_date', label: 'Event date' },
  { code: 'event_term', label: 'Event, as written' },
  { code: 'event_value', label: 'Event value' },
] as const
export const importFieldSchema = z.enum(IMPORT_FIELDS.map((field) => field.code))
export type ImportField = z.infer<typeof importFieldSchema>

export const IMPORT_OUTCOMES = [
  { code: 'new', label: 'New' },
  { code: 'changed', label: 'Changed' },
  { code: 'same', label: 'The same' },
  { code: 'conflict', label: 'Conflict' },
  { code: 'rejected', label: 'Rejected' },
] as const
export const importOutcomeSchema = z.enum(IMPORT_OUTCOMES.map((outcome) => outcome.code))
export type ImportOutcome = z.infer<typeof importOutcomeSchema>

export const SEPARATORS = [
  { code: ',', label: 'Comma' },
  { code: ';', label: 'Semicolon' },
  { code: '\t', label: 'Tab' },
  { code: '|', label: 'Upright bar' },
] as const
export const separatorSchema = z.enum(SEPARATORS.map((separator) => separator.code))
export type Separator = z.infer<typeof separatorSchema>

/** The last line on which headings are believed to stand. */
export const LAST_HEADER_LINE = 200

/** How to read the file, where the first guess was wrong. null: let the reader decide. */
export const readingSchema = z.object({
  encoding: encodingSchema.nullable().default(null),
  separator: separatorSchema.nullable().default(null),
  /** Name of the sheet of a workbook. */
  sheet: z.string().max(255).nullable().default(null),
  /** Line of the headings, from 1. */
  headerLine: z.number().int().min(1).max(LAST_HEADER_LINE).nullable().default(null),
  layout: importLayoutSchema.nullable().default(null),
})

export type Reading = z.infer<typeof readingSchema>

/**
 * How sure a suggestion is. checked: the values fit too. named: the heading says so. guessed: from the values alone.
 * unknown: a person has to choose. not-needed: known, and left out on purpose.
 */
export const COLUMN_CERTAINTIES = ['checked', 'named', 'guessed', 'unknown', 'not-needed'] as const

export const importColumnSchema = z.object({
  index: z.number().int(),
  heading: z.string(),
  /** One cell for each of the draft's `sampleLines`, in the same order. */
  samples: z.array(z.string()),
  field: importFieldSchema,
  /** How its dates are read, where somebody said so. null: as found. */
  dates: dateOrderSchema.nullable(),
  certainty: z.enum(COLUMN_CERTAINTIES),
  /** Why this field was suggested, in words: "Check digit right on 24". */
  reason: z.string(),
})
export type ImportColumn = z.infer<typeof importColumnSchema>

/** One thing found out about the file: what, and what was done about it. */
export const importFactSchema = z.object({ what: z.string(), detail: z.string().nullable() })
export type ImportFact = z.infer<typeof importFactSchema>

export const importDraftSchema = z.object({
  draftId: uuidSchema,
  fileName: z.string(),
  readAt: z.string(),
  /** A name for the import that holds nothing of the file's own name. */
  suggestedName: z.string(),
  layout: importLayoutSchema,
  /** null for a workbook. */
  encoding: encodingSchema.nullable(),
  separator: separatorSchema.nullable(),
  /** The sheets of a workbook, in its order; none for separated text. */
  sheets: z.array(z.string()),
  sheet: z.string().nullable(),
  headerLine: z.number().int(),
  /** From above the headings and below the rows: "Last Run 04-Nov-2026", "Last row was a total". */
  facts: z.array(importFactSchema),
  /** Lines of the file that the samples of each column come from. */
  sampleLines: z.array(z.number().int()),
  columns: z.array(importColumnSchema),
  /** Words of the file with what they mean, as somebody said. */
  words: wordChoicesSchema,
  /** null: matched afresh. */
  profile: profileInUseSchema.nullable(),
  /** The profile to keep the choices in, as said at the last check: no name for none. null before the first check. */
  remember: z.object({ name: z.string().nullable() }).nullable(),
  rowCount: z.number().int(),
})
export type ImportDraft = z.infer<typeof importDraftSchema>

/** Where each column goes. Columns that are not named are left out. */
export const columnChoiceSchema = z.object({
  index: z.number().int().min(0),
  field: importFieldSchema,
  /**
   * For a column of dates, what somebody said of this file. null: as the draft knows it, else as found, which is refused
   * where nothing in the column tells day from month.
   */
  dates: dateOrderSchema.nullable().default(null),
})
export type ColumnChoice = z.infer<typeof columnChoiceSchema>

/** Rows are rows of the file that hold data; a person may take up several. in = the sum of all outcomes. */
export const importCountsSchema = z.object({
  rowsIn: z.number().int(),
  rows: z.record(importOutcomeSchema, z.number().int()),
  people: z.record(importOutcomeSchema, z.number().int()),
  diagnosesAdded: z.number().int(),
  eventsAdded: z.number().int(),
  /** Of the events added, those whose term is not one of ours: kept as "other" with the words of the file. */
  eventsKeptAsWritten: z.number().int(),
  /** People in conflict about whom somebody has still to choose; ours stays where nobody does. */
  peopleToChoose: z.number().int(),
  /** People of whom anything is stored: the new, the changed, and those in conflict of whom the file adds or settles something. */
  peopleTouched: z.number().int(),
  /** People on the register before the import. */
  peopleBefore: z.number().int(),
})
export type ImportCounts = z.infer<typeof importCountsSchema>

/**
 * What somebody chose where the two sides differ: for every difference of a kind, or for one of one person, who is named
 * by the first line they are met on. `choice` null: as nobody had chosen.
 */
export const differenceChoicesSchema = z.object({
  forAll: z.partialRecord(differenceCodeSchema, differenceChoiceSchema).default({}),
  here: z
    .array(
      z.object({
        line: z.number().int(),
        code: differenceCodeSchema,
        nth: z.number().int(),
        choice: differenceChoiceSchema,
      }),
    )
    .default([]),
})
export type DifferenceChoices = z.infer<typeof differenceChoicesSchema>

export const rejectionReasonSchema = z.object({ reason: z.string(), rows: z.number().int() })

export const importPreviewSchema = z.object({
  counts: importCountsSchema,
  rejections: z.array(rejectionReasonSchema),
  /** Kinds of difference in this file, with how many there are and what is done about those not chosen one by one. */
  differences: z.array(
    z.object({
      code: differenceCodeSchema,
      people: z.number().int(),
      /** null: nobody chose for all of the kind. */
      forAll: differenceChoiceSchema.nullable(),
    }),
  ),
  /** Terms kept as written, with how many events each makes, most first. */
  termsKeptAsWritten: z.array(z.object({ term: z.string(), events: z.number().int() })),
  /** On the register but not in the file. Nobody is removed by an import. */
  notInFile: z.number().int(),
})
export type ImportPreview = z.infer<typeof importPreviewSchema>

/** One field of one person where the file says something else than the register, or more. */
export const fieldChangeSchema = z.object({
  label: z.string(),
  ours: z.string().nullable(),
  theirs: z.string(),
  /** true: the file's value is stored. false: ours stays. */
  taken: z.boolean(),
  /** Where both sides say something: what can be chosen. null where we had none. */
  difference: z
    .object({
      code: differenceCodeSchema,
      /** Which of its kind it is among this person's: they may have two diagnoses with another stage each. From 0. */
      nth: z.number().int(),
      choice: differenceChoiceSchema,
      /** Who settled it: a person here, a person for all of the kind, or nobody. */
      chosen: z.enum(['here', 'for-all', 'nobody']),
    })
    .nullable(),
  /** "We had none", "Newer in the file". */
  why: z.string(),
})
export type FieldChange = z.infer<typeof fieldChangeSchema>

export const importRowSchema = z.object({
  /** First line of this person in the file, from 1. */
  line: z.number().int(),
  lines: z.number().int(),
  outcome: importOutcomeSchema,
  surname: z.string(),
  givenName: z.string(),
  title: z.string().nullable(),
  nhsNumber: z.string().nullable(),
  birthDate: z.string().nullable(),
  sex: sexSchema,
  /** "NHS number", "Surname, date of birth and first name". null for a new or rejected person. */
  matchedOn: z.string().nullable(),
  changes: z.array(fieldChangeSchema),
  /** Why it was rejected. */
  reason: z.string().nullable(),
  /** Not a fault, but worth a look: "Line 40 has the same name and date of birth". */
  warnings: z.array(z.string()),
})
export type ImportRow = z.infer<typeof importRowSchema>

export const importBatchSchema = z.object({
  id: uuidSchema,
  name: z.string(),
  layout: importLayoutSchema,
  at: z.string(),
  userName: z.string(),
  counts: importCountsSchema,
  auditSeq: z.number().int(),
  undoneAt: z.string().nullable(),
})
export type ImportBatch = z.infer<typeof importBatchSchema>

/**
 * Why something of an import stays when it is undone. changed: somebody changed it since. built-on: something was added
 * to it since. no-place: what was there before has no place any more.
 */
export const WHY_KEPT = [
  { code: 'changed', label: 'Changed since' },
  { code: 'built-on', label: 'Something was added to it since' },
  { code: 'no-place', label: 'What was there before has no place any more' },
] as const

export const keptPersonSchema = z.object({
  person: personLineSchema,
  entries: z.array(z.object({ what: z.string(), why: z.enum(WHY_KEPT.map((why) => why.code)) })),
})
export type KeptPerson = z.infer<typeof keptPersonSchema>

/** What undoing an import does, or did. */
export const undoEffectSchema = z.object({
  /** Entries of the register taken back whole. */
  restored: z.number().int(),
  goes: z.object({
    people: z.number().int(),
    diagnoses: z.number().int(),
    events: z.number().int(),
    /** What compared lists say of the people who go, and how much of it was decided about. */
    listEntries: z.number().int(),
    listEntriesDecided: z.number().int(),
  }),
  /** Fields that hold again what they held before, and of how many people. */
  putBack: z.object({ people: z.number().int(), fields: z.number().int() }),
  /** What somebody worked on since, which stays; of very many people the first hundred are named. */
  kept: z.object({ entries: z.number().int(), people: z.number().int(), list: z.array(keptPersonSchema) }),
})
export type UndoEffect = z.infer<typeof undoEffectSchema>

export const importNameSchema = z.string().trim().min(1, 'Give the import a name').max(120)
