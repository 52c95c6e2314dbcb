import { z } from 'zod'
import { isoDateSchema, longText, shortText, uuidSchema } from '#shared/domain/schemas.ts'
import { AREA_CODES } from './areas.ts'

const version = z.number().int().min(1)
const level = (missing: string) => z.number({ error: missing }).int().min(1, { error: missing }).max(4)
const areaSchema = z.enum(AREA_CODES, { error: 'Choose the area' })

const MOST_HOURS = 200
const QUARTERS_AN_HOUR = 4
const hoursSchema = z
  .number({ error: 'Enter the hours, such as 1.5' })
  .positive({ error: 'Enter how long it took' })
  .max(MOST_HOURS, { error: `Enter ${MOST_HOURS} hours or fewer` })
  .refine((hours) => Number.isInteger(hours * QUARTERS_AN_HOUR), { error: 'Use quarters of an hour, such as 1.25' })

export const EVIDENCE_KINDS = [
  { code: 'read', label: 'Read' },
  { code: 'course', label: 'Course' },
  { code: 'meeting', label: 'Meeting' },
  { code: 'practice', label: 'Learnt at work' },
  { code: 'other', label: 'Other' },
] as const
export type EvidenceKind = (typeof EVIDENCE_KINDS)[number]['code']

export const SESSION_ROLES = [
  { code: 'attended', label: 'Attended' },
  { code: 'ran', label: 'Ran it' },
] as const
export type SessionRole = (typeof SESSION_ROLES)[number]['code']

/** Our own four questions about a session. */
export const SESSION_QUESTIONS = [
  { field: 'metNeed', label: 'It met what people came for' },
  { field: 'rightLevel', label: 'It was at the right level' },
  { field: 'willChange', label: 'It will change what people do' },
  { field: 'wellRun', label: 'Time, place and pace worked' },
] as const
export type SessionQuestion = (typeof SESSION_QUESTIONS)[number]['field']

/** Answers to them, from 1. */
export const MARKS = ['Not at all', 'A little', 'Partly', 'Mostly', 'Fully'] as const
const mark = z.number().int().min(1).max(MARKS.length).nullable().default(null)

/** A need in one area of the role: where somebody is, and where they want to be. */
export const needFieldsSchema = z.object({
  kind: z.literal('need'),
  area: areaSchema,
  levelNow: level('Choose where you are now'),
  levelWanted: level('Choose where you want to be'),
  words: longText(1000).default(''),
})

export const goalFieldsSchema = z.object({
  kind: z.literal('goal'),
  title: shortText(160, 'Say what you want to be able to do'),
  area: areaSchema.nullable().default(null),
  why: longText(1000).default(''),
  how: longText(1000).default(''),
  byWhen: isoDateSchema.nullable().default(null),
  doneOn: isoDateSchema.nullable().default(null),
  /** How it shows that it was reached. */
  evidence: longText(2000).default(''),
})

export const evidenceFieldsSchema = z.object({
  kind: z.literal('evidence'),
  learntOn: isoDateSchema,
  words: shortText(300, 'Say what it was'),
  form: z.enum(
    EVIDENCE_KINDS.map(({ code }) => code),
    { error: 'Choose what it was' },
  ),
  hours: hoursSchema,
  reflection: longText(4000).default(''),
  goalId: uuidSchema.nullable().default(null),
})

export const sessionFieldsSchema = z.object({
  kind: z.literal('session'),
  heldOn: isoDateSchema,
  title: shortText(160, 'Say what the session was'),
  role: z.enum(
    SESSION_ROLES.map(({ code }) => code),
    { error: 'Say whether you attended or ran it' },
  ),
  audience: shortText(160).nullable().default(null),
  people: z
    .number({ error: 'Enter how many, as a number' })
    .int()
    .min(1, { error: 'Enter 1 or more' })
    .max(10_000, { error: 'Enter 10,000 or fewer' })
    .nullable()
    .default(null),
  hours: hoursSchema,
  metNeed: mark,
  rightLevel: mark,
  willChange: mark,
  wellRun: mark,
  toChange: longText(2000).default(''),
})

export const questionFieldsSchema = z
  .object({
    kind: z.literal('question'),
    question: longText(2000).refine((text) => text !== '', { error: 'Write the question' }),
    /** A contact of the kind peer. */
    contactId: uuidSchema.nullable().default(null),
    askedOn: isoDateSchema,
    answer: longText(4000).default(''),
    answeredOn: isoDateSchema.nullable().default(null),
    useful: z.boolean().nullable().default(null),
  })
  .refine(({ answer, answeredOn }) => answer === '' || answeredOn !== null, {
    path: ['answeredOn'],
    error: 'Enter the day of the answer',
  })
  .refine(({ answer, answeredOn, useful }) => answer !== '' || (answeredOn === null && useful === null), {
    path: ['answer'],
    error: 'Write the answer, or leave its day and whether it was useful out',
  })
  .refine(({ askedOn, answeredOn }) => answeredOn === null || answeredOn >= askedOn, {
    path: ['answeredOn'],
    error: 'It was answered before it was asked',
  })

/** Anything that somebody writes down of their own learning. */
export const entryFieldsSchema = z.discriminatedUnion('kind', [
  needFieldsSchema,
  goalFieldsSchema,
  evidenceFieldsSchema,
  sessionFieldsSchema,
  questionFieldsSchema,
])
export type EntryFields = z.output<typeof entryFieldsSchema>
export type EntryKind = EntryFields['kind']
export const entryKindSchema = z.enum(['need', 'goal', 'evidence', 'session', 'question'])

const kept = { id: uuidSchema, version }
const needSchema = needFieldsSchema.extend(kept)
const goalSchema = goalFieldsSchema.extend(kept)
const evidenceSchema = evidenceFieldsSchema.extend(kept)
const sessionSchema = sessionFieldsSchema.extend(kept)
const questionSchema = questionFieldsSchema.safeExtend(kept)
export type Need = z.output<typeof needSchema>
export type Goal = z.output<typeof goalSchema>
export type Evidence = z.output<typeof evidenceSchema>
export type LearningSession = z.output<typeof sessionSchema>
export type PeerQuestion = z.output<typeof questionSchema>

/** All that one user has written down. */
export const ownLearningSchema = z.object({
  /** In the order of the areas. */
  needs: z.array(needSchema),
  /** Open ones first, by when they are wanted. */
  goals: z.array(goalSchema),
  /** The newest first, as are the next two. */
  evidence: z.array(evidenceSchema),
  sessions: z.array(sessionSchema),
  questions: z.array(questionSchema),
})
export type OwnLearning = z.output<typeof ownLearningSchema>
