import { z } from 'zod'
import { personLineSchema } from '#shared/domain/person-line.ts'
import { isoDateSchema, uuidSchema } from '#shared/domain/schemas.ts'
import { shownFigureSchema } from './schema.ts'

/**
 * What changed since a report was sent: the figures of a measure as the newest sent report of this practice gave them, the
 * same figures for the same period by what is recorded today, and the people who came in, went out or were written about.
 */

interface FigureOf {
  /** In the sheet of a report. */
  readonly id: string
  readonly label: string
}

const share = (numerator: FigureOf, denominator: FigureOf): readonly FigureOf[] => [numerator, denominator]
const REGISTER: FigureOf = { id: 'register', label: 'On the cancer register' }
const NEW: FigureOf = { id: 'new', label: 'New diagnoses' }
const STAGED: FigureOf = { id: 'stage.known', label: 'Stage known' }
const ROUTED: FigureOf = { id: 'route.known', label: 'Route known' }
const SUPPORT = share(
  { id: 'support-contact.done', label: 'Support contact in time' },
  { id: 'support-contact.out-of', label: 'Out of' },
)
const REVIEW = share(
  { id: 'care-review.done', label: 'Care review in time' },
  { id: 'care-review.out-of', label: 'Out of' },
)

/**
 * The figures of a report that tell of a measure of the library or of an indicator, by its code. A report counts by its own
 * rules, which may differ from those of the measure: it leaves out whoever asked to be left out of sharing, for one.
 */
export const REPORT_FIGURES = {
  prevalence: [REGISTER],
  'new-diagnoses': [NEW],
  'emergency-route': share({ id: 'route.emergency', label: 'By an emergency' }, ROUTED),
  detection: share({ id: 'route.urgent_referral', label: 'By an urgent referral' }, ROUTED),
  'route-known': share(ROUTED, NEW),
  'early-stage': share({ id: 'stage.early', label: 'Stage 1 or 2' }, STAGED),
  'stage-known': share(STAGED, NEW),
  'support-contact': SUPPORT,
  'care-review': REVIEW,
  'letter-gap': [{ id: 'came', label: 'Letters that came, both days known' }],
  'nhs-number-known': share({ id: 'complete.nhs-number', label: 'NHS number recorded' }, REGISTER),
  'birth-date-known': share({ id: 'complete.birth-date', label: 'Date of birth recorded' }, REGISTER),
  'sex-known': share({ id: 'complete.sex', label: 'Sex recorded' }, REGISTER),
  CAN001: [REGISTER],
  CAN004: REVIEW,
  IND223: REVIEW,
  CAN005: SUPPORT,
  IND222: SUPPORT,
} as const satisfies Readonly<Record<string, readonly FigureOf[]>>

/** The figures of a report that tell of a measure; none where no report has it. */
export const reportFiguresOf = (code: string): readonly FigureOf[] =>
  Object.hasOwn(REPORT_FIGURES, code) ? REPORT_FIGURES[code as keyof typeof REPORT_FIGURES] : []

/**
 * Why nothing can be said of today. rule: the rule that it was counted by is another one now. letter-days: the days that
 * letters may take are. not-kept: an earlier version did not keep what the report was made from. no-history: it was frozen
 * in another register, from whose bundle this one was made.
 */
export const NOT_COMPARED = ['rule', 'letter-days', 'not-kept', 'no-history'] as const

/** came-in: counted now and not then. went-out: the other way round. changed: counted both times, and written about since. */
export const SINCE_GROUPS = ['came-in', 'went-out', 'changed'] as const
export type SinceGroup = (typeof SINCE_GROUPS)[number]

const count = z.number().int().min(0)

export const sinceFigureSchema = z.object({
  id: z.string(),
  label: z.string(),
  /** As its readers saw it; `null` where no table of it printed the number. */
  sent: shownFigureSchema.nullable(),
  /** The true count when it was frozen; `null` where it was not kept. */
  before: count.nullable(),
  /** By what is recorded today, for the same period. */
  today: z.discriminatedUnion('state', [
    z.object({
      state: z.literal('compared'),
      count,
      /** People by group. Somebody with two diagnoses is one of them. */
      people: z.record(z.enum(SINCE_GROUPS), count),
    }),
    z.object({ state: z.literal('not-compared'), why: z.enum(NOT_COMPARED) }),
  ]),
})
export type SinceFigure = z.output<typeof sinceFigureSchema>

export const sinceSentSchema = z.object({
  /** The newest report of this practice that left it; `null` where none did. */
  report: z
    .object({
      id: uuidSchema,
      title: z.string(),
      from: isoDateSchema,
      to: isoDateSchema,
      frozenAt: z.string(),
      sentAt: z.string(),
      recipient: z.string(),
      /** The exact counts went, sealed, to the lead of the network. */
      isExact: z.boolean(),
    })
    .nullable(),
  /** Of the measure asked about; empty where reports do not hold it. */
  figures: z.array(sinceFigureSchema),
})
export type SinceSent = z.output<typeof sinceSentSchema>

const code = z.string().max(40)

export const sinceSentInputSchema = z.object({ code })

export const sincePeopleInputSchema = z.object({
  code,
  /** The report that was shown: another may have been sent meanwhile. */
  reportId: uuidSchema,
  figure: z.string().max(60),
  group: z.enum(SINCE_GROUPS),
  offset: z.number().int().min(0).default(0),
  limit: z.number().int().min(1).max(200).default(50),
})

export const sincePeopleSchema = z.object({
  rows: z.array(
    z.object({
      person: personLineSchema,
      before: count,
      now: count,
      /** When something that counts was last written, and by whom. */
      writtenAt: z.string(),
      writtenBy: z.string(),
    }),
  ),
  /** Those who are still on the register: whoever was taken off since can be shown no more. */
  total: count,
})
