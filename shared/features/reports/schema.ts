import { z } from 'zod'
import { isoDateSchema, uuidSchema } from '#shared/domain/schemas.ts'

export const SMALL_NUMBER_RULES = [
  { code: 'hide-1-to-5', label: 'Hide 1 to 5, and protect them' },
  { code: 'hide-1-to-7-round-5', label: 'Hide 1 to 7, round the rest to 5' },
  { code: 'none', label: 'Show everything' },
] as const
export const smallNumberRuleSchema = z.enum(SMALL_NUMBER_RULES.map((rule) => rule.code))

/** A number a reader may see, or the reason it is hidden. Hidden figures carry no value anywhere in the dataset. */
export const shownFigureSchema = z.discriminatedUnion('state', [
  z.object({ state: z.literal('shown'), value: z.number() }),
  z.object({ state: z.literal('hidden'), why: z.enum(['small', 'protect']) }),
  z.object({ state: z.literal('not-measured') }),
])
export type ShownFigure = z.infer<typeof shownFigureSchema>

/** A proportion or rate: percentage and likely range go wherever one of the counts goes. */
export const indicatorSchema = z.object({
  code: z.string(),
  label: z.string(),
  numerator: shownFigureSchema,
  denominator: shownFigureSchema,
  /** Per cent, 0 to 100, or per 100,000: see `unit`. null: hidden, or the denominator is under 10. */
  value: z.number().nullable(),
  low: z.number().nullable(),
  high: z.number().nullable(),
  unit: z.enum(['per cent', 'per 100,000']),
  counted: z.string(),
  outOf: z.string(),
  leftOut: z.array(z.object({ reason: z.string(), count: shownFigureSchema })),
  rule: z.string(),
})
export type Indicator = z.infer<typeof indicatorSchema>

export const tableCellSchema = z.union([shownFigureSchema, z.string(), z.null()])
export type TableCell = z.infer<typeof tableCellSchema>

export const reportTableSchema = z.object({
  type: z.literal('table'),
  id: z.string(),
  title: z.string(),
  columns: z.array(z.object({ heading: z.string(), kind: z.enum(['text', 'count', 'percentage', 'days']) })),
  rows: z.array(z.array(tableCellSchema)),
  totalRow: z.boolean(),
  note: z.string().nullable(),
})
export type ReportTable = z.infer<typeof reportTableSchema>

export const reportBlockSchema = z.discriminatedUnion('type', [
  z.object({ type: z.literal('paragraph'), text: z.string() }),
  z.object({ type: z.literal('indicators'), id: z.string(), title: z.string(), indicators: z.array(indicatorSchema) }),
  reportTableSchema,
  z.object({
    type: z.literal('bars'),
    id: z.string(),
    title: z.string(),
    unit: z.string(),
    source: z.string(),
    bars: z.array(z.object({ label: z.string(), count: shownFigureSchema })),
  }),
])
export type ReportBlock = z.infer<typeof reportBlockSchema>

/** The frozen report: everything any format may show, already safe to leave the practice. */
export const reportDatasetSchema = z.object({
  format: z.literal('throughline.network-report'),
  formatVersion: z.literal(1),
  id: uuidSchema,
  title: z.string(),
  practiceName: z.string(),
  odsCode: z.string(),
  networkName: z.string(),
  from: isoDateSchema,
  to: isoDateSchema,
  frozenAt: z.string(),
  frozenBy: z.string(),
  demo: z.boolean(),
  smallNumbers: smallNumberRuleSchema,
  sections: z.array(z.object({ id: z.string(), title: z.string(), finding: z.string(), blocks: z.array(reportBlockSchema) })),
})
export type ReportDataset = z.infer<typeof reportDatasetSchema>

export const reportSummarySchema = z.object({
  id: uuidSchema,
  title: z.string(),
  from: isoDateSchema,
  to: isoDateSchema,
  frozenAt: z.string(),
  frozenBy: z.string(),
  smallNumbers: smallNumberRuleSchema,
  sha256: z.string(),
})

/** Formats the core writes; the PDF is printed by the shell from the same dataset. */
export const REPORT_FORMATS = ['json', 'csv', 'xlsx', 'html'] as const
export const reportFormatSchema = z.enum(REPORT_FORMATS)
export type ReportFormat = z.infer<typeof reportFormatSchema>

export const writtenFileSchema = z.object({ name: z.string(), bytes: z.number().int(), sha256: z.string() })
