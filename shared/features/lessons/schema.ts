import { z } from 'zod'
import { isoDateSchema, longText, monthSchema, shortText, uuidSchema } from '#shared/domain/schemas.ts'
import { AREA_CODES } from '#shared/features/development/public.ts'

const version = z.number().int().min(1)

/** Longer than a card in a file may be: what is too long is said when it is written, and nothing is lost before. */
const MOST_WRITTEN = 8000

/** Months that a chart may show. */
export const CHART_MONTHS = [12, 24, 36] as const

const words = {
  title: shortText(160, 'Give it a title'),
  problem: longText(MOST_WRITTEN).refine((text) => text !== '', { error: 'Say what the problem was' }),
  tried: longText(MOST_WRITTEN).refine((text) => text !== '', { error: 'Say what you tried' }),
  happened: longText(MOST_WRITTEN).refine((text) => text !== '', { error: 'Say what happened' }),
  area: z.enum(AREA_CODES).nullable().default(null),
  byRole: shortText(80, 'Say who made it, by role'),
  madeOn: isoDateSchema,
}

export const lessonFieldsSchema = z.object({
  ...words,
  /** keep: the chart that the card has. null: none. */
  chart: z
    .union([
      z.literal('keep'),
      z.object({ measureCode: z.string().max(80), months: z.union(CHART_MONTHS.map((months) => z.literal(months))) }),
    ])
    .nullable()
    .default(null),
})
export type LessonFields = z.output<typeof lessonFieldsSchema>

const MOST_MONTHS = 36

/** The run of a measure as it was when the card was made. Blank months count too few people, or none. */
export const lessonChartSchema = z.strictObject({
  title: shortText(200),
  unit: shortText(60),
  months: z
    .array(z.strictObject({ month: monthSchema, value: z.number().min(0).max(1_000_000_000).nullable() }))
    .min(1)
    .max(MOST_MONTHS),
})
export type LessonChart = z.output<typeof lessonChartSchema>

export const lessonCardSchema = z.object({
  ...words,
  id: uuidSchema,
  version,
  chart: lessonChartSchema.nullable(),
  /** Where it came from; null for a card made here. */
  origin: z.object({ practice: z.string(), addedOn: isoDateSchema, checksum: z.string() }).nullable(),
})
export type LessonCard = z.output<typeof lessonCardSchema>
