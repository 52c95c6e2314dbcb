import { z } from 'zod'
import { personLineSchema } from '#shared/domain/person-line.ts'
import { ROUTES_TO_DIAGNOSIS } from '#shared/domain/routes.ts'
import { isoDateSchema } from '#shared/domain/schemas.ts'
import { TUMOUR_GROUPS } from '#shared/domain/tumour-groups.ts'
import { SEX_CODES } from '#shared/domain/people.ts'
import { precisionSchema } from '#shared/features/journey/schema.ts'
import { COMPARISONS } from './comparison.ts'
import { MILESTONE_CODES, STRETCHES } from './milestones.ts'
import { OUTCOMES } from './outcomes.ts'
import { AGE_GROUPS } from './selection.ts'

const codesOf = <Code extends string>(list: readonly { readonly code: Code }[]): Code[] => list.map(({ code }) => code)

/** How many of the commonest patterns are shown. */
export const USUAL_SHOWN = 8
const MOST_SHOWN = 40

const asked = {
  /** First day of diagnosis. `null`: three years up to the last day. */
  from: isoDateSchema.nullable().default(null),
  /** Last day of diagnosis. `null`: today. */
  to: isoDateSchema.nullable().default(null),
  tumourGroup: z.enum(codesOf(TUMOUR_GROUPS)).nullable().default(null),
  route: z.enum(codesOf(ROUTES_TO_DIAGNOSIS)).nullable().default(null),
  sex: z.enum(codesOf(SEX_CODES)).nullable().default(null),
  ageGroup: z.enum(codesOf(AGE_GROUPS)).nullable().default(null),
  stretch: z.enum(codesOf(STRETCHES)).default('treatment'),
  shown: z.number().int().min(1).max(MOST_SHOWN).default(USUAL_SHOWN),
}

export const patternsInputSchema = z.object({
  ...asked,
  /** Two groups to hold beside each other. */
  compare: z.enum(codesOf(COMPARISONS)).nullable().default(null),
})
export type PatternsAsked = z.output<typeof patternsInputSchema>

const count = z.number().int().min(0)
const estimate = z.object({ value: z.number(), lower: z.number(), upper: z.number() })
const interval = z.object({ lower: z.number(), upper: z.number() })
const milestoneSchema = z.enum(MILESTONE_CODES)

const daysSchema = z.object({
  known: count,
  spread: z.object({ median: z.number(), lowerQuartile: z.number(), upperQuartile: z.number() }).nullable(),
})
export type DaysShown = z.output<typeof daysSchema>

const partSchema = z.object({ count, known: count, share: estimate.nullable() })
export type PartShown = z.output<typeof partSchema>

const variantSchema = z.object({
  sequence: z.array(milestoneSchema),
  count,
  share: estimate,
  /** Between each two milestones that follow one another. */
  gaps: z.array(daysSchema),
  outcomes: z.object({
    total: count,
    died: count,
    aliveAfterYear: partSchema,
    early: partSchema,
    emergency: partSchema,
  }),
})
export type VariantShown = z.output<typeof variantSchema>

const stepFromSchema = z.object({
  from: milestoneSchema,
  total: count,
  next: z.array(z.object({ to: milestoneSchema.nullable(), count, share: estimate, days: daysSchema })),
})
export type StepFromShown = z.output<typeof stepFromSchema>

const verdictSchema = z.enum(['apart', 'not-apart', 'too-few'])
const daysFigureSchema = z.object({ known: count, median: z.number().nullable(), interval: interval.nullable() })
const rowNames = { code: z.string(), label: z.string(), verdict: verdictSchema }
const comparisonRowSchema = z.discriminatedUnion('is', [
  z.object({
    is: z.literal('share'),
    ...rowNames,
    first: partSchema,
    second: partSchema,
    difference: estimate.nullable(),
  }),
  z.object({ is: z.literal('days'), ...rowNames, first: daysFigureSchema, second: daysFigureSchema }),
])
export type ComparisonRowShown = z.output<typeof comparisonRowSchema>

const sideSchema = z.object({ label: z.string(), total: count })
const comparisonSchema = z.object({
  code: z.enum(codesOf(COMPARISONS)),
  label: z.string(),
  first: sideSchema,
  second: sideSchema,
  rows: z.array(comparisonRowSchema),
})
export type ComparisonShown = z.output<typeof comparisonSchema>

export const patternsSchema = z.object({
  from: isoDateSchema,
  to: isoDateSchema,
  /** Histories of diagnoses in the period: those in order and those whose order is not known. */
  total: count,
  inOrder: count,
  orderNotKnown: count,
  /** Diagnoses of which nobody can say whether they lie in the period. In no other count. */
  undated: count,
  variants: z.array(variantSchema),
  /** Patterns that are not shown, and the histories in them. */
  rarer: z.object({ variants: count, count }),
  steps: z.array(stepFromSchema),
  comparison: comparisonSchema.nullable(),
})
export type PatternsShown = z.output<typeof patternsSchema>

/** Which figure the people are behind. */
const behindSchema = z.discriminatedUnion('is', [
  z.object({ is: z.literal('all') }),
  z.object({
    is: z.literal('variant'),
    sequence: z.array(milestoneSchema).min(1),
    /** Narrows to those of whom it was so. */
    outcome: z.enum(OUTCOMES).nullable().default(null),
  }),
  z.object({ is: z.literal('rarer') }),
  z.object({ is: z.literal('order-not-known') }),
  z.object({ is: z.literal('undated') }),
  z.object({
    is: z.literal('compared'),
    compare: z.enum(codesOf(COMPARISONS)),
    row: z.string().max(40),
    side: z.enum(['first', 'second']),
  }),
  z.object({ is: z.literal('step'), from: milestoneSchema, to: milestoneSchema.nullable() }),
])
export type Behind = z.input<typeof behindSchema>

export const patternPeopleInputSchema = z.object({
  ...asked,
  behind: behindSchema,
  offset: z.number().int().min(0).default(0),
  limit: z.number().int().min(1).max(500).default(100),
})

const historyRowSchema = z.object({
  /** The diagnosis: somebody may stand here with two. */
  id: z.string(),
  person: personLineSchema,
  tumourGroup: z.enum(codesOf(TUMOUR_GROUPS)),
  diagnosed: z.object({ date: isoDateSchema, precision: precisionSchema }).nullable(),
  /** The person's own milestones with their dates, as recorded. */
  recorded: z.string(),
})
export type HistoryRow = z.output<typeof historyRowSchema>

export const patternPeopleSchema = z.object({ rows: z.array(historyRowSchema), total: count })
