import { z } from 'zod'
import { personLineSchema } from '#shared/domain/person-line.ts'
import { isoDateSchema } from '#shared/domain/schemas.ts'
import { TUMOUR_GROUPS } from '#shared/domain/tumour-groups.ts'
import { precisionSchema } from '#shared/features/journey/schema.ts'
import { DEFAULT_READINGS, READING_CHOICES, type Readings } from './indicators/readings.ts'
import { GROUPS } from './standing.ts'
import { OUTLOOKS } from './what-if.ts'

/** By which reading a rule's open points are worked out; what is left out is the default. */
export const readingsSchema = z
  .object({
    threeMonths: z.enum(['calendar', '93-days']).default(DEFAULT_READINGS.threeMonths),
    support: z.enum(['information', 'information-or-contact']).default(DEFAULT_READINGS.support),
    review: z.enum(['with-template', 'any']).default(DEFAULT_READINGS.review),
    refusals: z.enum(['own-contact', 'either-contact']).default(DEFAULT_READINGS.refusals),
    adjustments: z.enum(['unless-met', 'always']).default(DEFAULT_READINGS.adjustments),
  } satisfies Record<keyof Readings, z.ZodType>)
  .prefault({})

const FIRST = 1990
const LAST = 2098

/** A financial year by the year it begins. */
export const yearSchema = z.number().int().min(FIRST).max(LAST)

export const indicatorsInputSchema = z.object({
  /** `null`: the year that today lies in. */
  year: yearSchema.nullable().default(null),
  readings: readingsSchema,
})

const count = z.number().int().min(0)
const proportionSchema = z.object({ value: z.number(), lower: z.number(), upper: z.number() })

const readingShownSchema = z.object({
  name: z.enum(READING_CHOICES.map(({ name }) => name)),
  label: z.string(),
  shown: z.string(),
  note: z.string(),
})

/** A rule as it is explained: what it counts, by which version, from where, and what nobody has verified. */
const ruleShownSchema = z.object({
  code: z.string(),
  version: z.string(),
  kind: z.enum(['register', 'share']),
  label: z.string(),
  text: z.string(),
  source: z.string(),
  status: z.enum(['paid', 'income-protected', 'good-practice', 'historic']),
  statusWords: z.string(),
  worth: z.string().nullable(),
  unverified: z.array(z.string()),
  readings: z.array(readingShownSchema),
})

export const indicatorSchema = ruleShownSchema.extend({
  numerator: count,
  denominator: count,
  adjustments: count,
  denominatorPlusAdjustments: count,
  receiving: proportionSchema.nullable(),
  achieved: proportionSchema.nullable(),
  excluded: count,
  undecided: count,
  /** Every reason of the rule in its order, those of nobody too. */
  reasons: z.array(z.object({ is: z.enum(['excluded', 'adjusted']), code: z.string(), words: z.string(), count })),
})
export type IndicatorFigures = z.output<typeof indicatorSchema>

export const indicatorsSchema = z.object({
  nation: z.string(),
  year: yearSchema,
  yearLabel: z.string(),
  yearEnd: isoDateSchema,
  /** The year has not ended: figures stand as if it ended with what is known today. */
  isRunning: z.boolean(),
  /** Every year that may be asked for, the newest first. */
  years: z.array(z.object({ year: yearSchema, label: z.string() })),
  indicators: z.array(indicatorSchema),
})

export const groupSchema = z.enum(GROUPS)

export const measurePeopleInputSchema = z.object({
  year: yearSchema,
  readings: readingsSchema,
  code: z.string().max(40),
  /** A figure that counts several groups opens all of them. */
  groups: z.array(groupSchema).min(1),
  /** Narrows to one reason of an exclusion or adjustment. */
  reason: z.string().max(40).nullable().default(null),
  offset: z.number().int().min(0).default(0),
  limit: z.number().int().min(1).max(500).default(100),
})

const partial = z.object({ date: isoDateSchema, precision: precisionSchema })

const personStandingSchema = z.object({
  person: personLineSchema,
  tumourGroup: z.enum(TUMOUR_GROUPS.map(({ code }) => code)).nullable(),
  diagnosed: partial.nullable(),
  /** Why, in sentences. */
  why: z.string(),
})
export type PersonStanding = z.output<typeof personStandingSchema>

export const measurePeopleSchema = z.object({ rows: z.array(personStandingSchema), total: count })

export const outlookSchema = z.enum(OUTLOOKS)

export const whatIfInputSchema = z.object({
  /** What is known stops here; the year that it lies in is the one that ends. */
  date: isoDateSchema,
  readings: readingsSchema,
  /** One rule, or all of them. */
  code: z.string().max(40).nullable().default(null),
  outlook: outlookSchema.default('open'),
  /** Instead of an outlook: people who fail, in time or too late, and are exempt from another rule meanwhile. */
  hiddenOnly: z.boolean().default(false),
  offset: z.number().int().min(0).default(0),
  limit: z.number().int().min(1).max(500).default(100),
})

export const prospectSchema = personStandingSchema.extend({
  code: z.string(),
  label: z.string(),
  outlook: outlookSchema,
  lastDay: isoDateSchema.nullable(),
  /** Days from the date asked about to the last one; negative when it is past. */
  daysLeft: z.number().int().nullable(),
  exemptFrom: z.array(z.string()),
})
export type ProspectRow = z.output<typeof prospectSchema>

export const whatIfSchema = z.object({
  date: isoDateSchema,
  yearLabel: z.string(),
  yearEnd: isoDateSchema,
  indicators: z.array(
    z.object({
      code: z.string(),
      label: z.string(),
      counts: z.record(outlookSchema, count),
      /** Who fails here and is exempt from another. */
      hidden: count,
    }),
  ),
  rows: z.array(prospectSchema),
  total: count,
})
export type WhatIf = z.output<typeof whatIfSchema>
