import { z } from 'zod'
import { personLineSchema } from '#shared/domain/person-line.ts'
import { isoDateSchema, monthSchema, partialDateSchema } from '#shared/domain/schemas.ts'
import { measureMarkSchema } from './marks.ts'
import { ASSURANCES, VARIATIONS } from '#shared/statistics/spc-types.ts'

/** Where a measure stands in the library. */
export const TOPICS = ['register', 'diagnosis', 'referral', 'letters', 'care', 'deaths', 'records'] as const

/**
 * What sort of figure a measure is. proportion: some of those asked about. rate: events per 100,000 people and year.
 * median: days, with the quartiles. count: how many, where nobody knows out of how many.
 */
export const MEASURE_KINDS = ['proportion', 'rate', 'median', 'count'] as const

/** What a figure can be out of. */
export const OUT_OF = ['observed', 'list', 'person-years', 'nothing'] as const

/** By what a measure can be told apart. */
export const SPLITS = ['sex', 'age', 'ethnicity', 'deprivation', 'tumour-group'] as const

const count = z.number().int().min(0)

/** The words that stand with every figure of a measure. */
export const measureDefinitionSchema = z.object({
  code: z.string(),
  version: z.string(),
  topic: z.enum(TOPICS),
  kind: z.enum(MEASURE_KINDS),
  title: z.string(),
  /** Who and what is counted, in a sentence or two. */
  definition: z.string(),
  /** Such as "%", "per 100,000 a year", "days". */
  unit: z.string(),
  better: z.enum(['higher', 'lower', 'neither']),
  /** Who holds the data: the practice, the hospital, a national source. */
  heldBy: z.string(),
  denominatorRule: z.string(),
  intervalMethod: z.string(),
  caveat: z.string(),
  source: z.string(),
  /** What nobody has verified of it; empty when there is nothing. */
  unverified: z.array(z.string()),
  /**
   * What the figure is out of. observed: whoever is observed. list: the people on the list. person-years: the list for as
   * long as the period lasts. nothing: a count.
   */
  outOf: z.enum(OUT_OF),
  /** In the unit of the figure (a share from 0 to 1); `null` without a target. `from`: the month that it holds from. */
  target: z.object({ value: z.number(), source: z.string(), from: monthSchema.nullable() }).nullable(),
})
export type MeasureDefinition = z.output<typeof measureDefinitionSchema>

/** The figure of a period. What a kind does not have is `null`. */
export const figureSchema = z.object({
  /** A share from 0 to 1, a rate per 100,000, days, or a count. `null` without a denominator or any value. */
  value: z.number().nullable(),
  lower: z.number().nullable(),
  upper: z.number().nullable(),
  numerator: count,
  /** People or diagnoses of a proportion, values of a median, person-years of a rate. */
  denominator: z.number().nullable(),
  /** Asked about, but left out of the figure, such as for a date too vague to tell. */
  undecided: count,
})
export type LibraryFigure = z.output<typeof figureSchema>

const measureLineSchema = measureDefinitionSchema.extend({
  figure: figureSchema,
  /** The same length of time just before. */
  before: figureSchema,
  /** What is shown beside a figure that cannot be read without it, such as the share whose stage is known. */
  beside: z.object({ label: z.string(), figure: figureSchema }).nullable(),
  /** What the run of months says; 'not enough' below the months that limits need. */
  variation: z.enum(VARIATIONS),
  assurance: z.enum(ASSURANCES),
})
export type MeasureLine = z.output<typeof measureLineSchema>

const LONGEST_YEARS = 10

const yearsBetween = (from: string, to: string): number =>
  Number(to.slice(0, 4)) - Number(from.slice(0, 4)) + (Number(to.slice(5)) - Number(from.slice(5)) + 1) / 12

/** A period of whole months, both included. `null`: the last 12 months that have ended. */
export const monthsInputSchema = z
  .object({ from: monthSchema, to: monthSchema })
  .refine(({ from, to }) => from <= to, { path: ['to'], error: 'The last month is before the first' })
  .refine(({ from, to }) => yearsBetween(from, to) <= LONGEST_YEARS, {
    path: ['from'],
    error: `A period covers ${LONGEST_YEARS} years at most`,
  })
  .nullable()
  .default(null)

export const libraryInputSchema = z.object({ months: monthsInputSchema })

export const librarySchema = z.object({
  from: monthSchema,
  to: monthSchema,
  /** People on the list, by which rates are worked out; `null` when no list size is recorded. */
  listSize: z.object({ people: count, source: z.string(), asOf: isoDateSchema.nullable() }).nullable(),
  measures: z.array(measureLineSchema),
})
export type Library = z.output<typeof librarySchema>

export const measureInputSchema = z.object({
  code: z.string(),
  months: monthsInputSchema,
  split: z.enum(SPLITS).nullable().default(null),
  /** Whether moving ranges beyond 3.267 times their mean are left out before limits are set. */
  screened: z.boolean().default(true),
})

export const measureMonthSchema = z.object({ month: monthSchema, figure: figureSchema })

export const measureSchema = measureLineSchema.extend({
  from: monthSchema,
  to: monthSchema,
  /** 36 months up to the last one, oldest first, whatever the period is. */
  series: z.array(measureMonthSchema),
  splits: z.array(z.enum(SPLITS)),
  split: z.array(z.object({ code: z.string(), label: z.string(), figure: figureSchema })).nullable(),
  /** What the practice wrote on the chart, the oldest month first; those of months that the run does not show too. */
  marks: z.array(measureMarkSchema),
})
export type Measure = z.output<typeof measureSchema>

/** Whom a figure counts: in its numerator, only in its denominator, or in neither because nothing can be said. */
export const COUNTED_AS = ['numerator', 'not-numerator', 'undecided'] as const

export const libraryPeopleInputSchema = z.object({
  code: z.string(),
  months: monthsInputSchema,
  as: z.array(z.enum(COUNTED_AS)).min(1),
  split: z
    .object({ by: z.enum(SPLITS), code: z.string() })
    .nullable()
    .default(null),
  offset: z.number().int().min(0).default(0),
  limit: z.number().int().min(1).max(200).default(50),
})

export const libraryPeopleSchema = z.object({
  rows: z.array(
    z.object({
      person: personLineSchema,
      /** The day, month or year by which it falls into the period. */
      date: partialDateSchema.nullable(),
      as: z.enum(COUNTED_AS),
      /** Of a median: the days. */
      days: z.number().int().nullable(),
      /** What was found, in a few words. */
      why: z.string(),
    }),
  ),
  /** Rows in all: a person with two diagnoses is there twice where diagnoses are counted. */
  total: count,
})
