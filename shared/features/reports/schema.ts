import { z } from 'zod'
import { isoDateSchema, uuidSchema } from '#shared/domain/schemas.ts'
import { comparatorsSchema } from './comparators.ts'
import { estimateSchema, hiddenWhy } from './estimates.ts'
import { textPlaceSchema, textSectionSchema } from './own-text.ts'
import { sectionCodeSchema } from './sections.ts'
import { unitSchema } from './units.ts'

export type { Estimate } from './estimates.ts'
export type { Unit } from './units.ts'

export const SMALL_NUMBER_RULES = [
  {
    code: 'hide-1-to-5',
    label: 'Hide 1 to 5, and protect them',
    hint: 'A second number is hidden wherever one subtraction would give the first away. Best for networks.',
    words:
      'Counts of 1 to 5 are hidden and marked *. Another count is hidden and marked †, which says nothing of its size, wherever a hidden one could otherwise be worked out. Their percentages, rates, medians and ranges are hidden too. 0 is shown as 0.',
  },
  {
    code: 'hide-1-to-7-round-5',
    label: 'Hide 1 to 7, round the rest to 5',
    hint: 'For publishing more widely.',
    words:
      'Counts of 1 to 7 are hidden and marked *. All other counts are rounded to the nearest 5, totals by themselves, so rows may not add up. Where that would still give a hidden count away another is hidden and marked †, which says nothing of its size. Percentages and rates come from the rounded counts, and medians are given in whole days. 0 is shown as 0.',
  },
  {
    code: 'none',
    label: 'Show everything',
    hint: 'For use inside this practice only. Every page says so.',
    words: 'No count is hidden. For use inside this practice only: do not send this report to anyone outside it.',
  },
] as const
export const smallNumberRuleSchema = z.enum(SMALL_NUMBER_RULES.map((rule) => rule.code))

/**
 * A count that a reader may see, or the reason it is hidden. Hidden figures carry no value anywhere in the dataset.
 * One figure has one id, wherever in the report it stands.
 */
export const shownFigureSchema = z.discriminatedUnion('state', [
  z.strictObject({ id: z.string(), state: z.literal('shown'), value: z.number().int().min(0) }),
  z.strictObject({ id: z.string(), state: z.literal('hidden'), why: hiddenWhy }),
])
export type ShownFigure = z.infer<typeof shownFigureSchema>

/** A proportion or rate with the counts behind it. `explain` names one of the dataset's explanations. */
export const indicatorSchema = z.strictObject({
  id: z.string(),
  label: z.string(),
  numerator: shownFigureSchema,
  /** null for a rate per 100,000, which is out of the list and not out of a count of ours. */
  denominator: shownFigureSchema.nullable(),
  /** A denominator that is public and no count of patients with cancer: the list. */
  population: z.number().int().nullable(),
  unit: unitSchema,
  estimate: estimateSchema,
  explain: z.string(),
})
export type Indicator = z.infer<typeof indicatorSchema>

export const tableCellSchema = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('text'), text: z.string() }),
  /** A public number that is no count of patients. */
  z.strictObject({ kind: z.literal('number'), value: z.number().int() }),
  /** `explain` names one of the dataset's explanations. */
  z.strictObject({ kind: z.literal('count'), figure: shownFigureSchema, explain: z.string().nullable() }),
  z.strictObject({ kind: z.literal('estimate'), unit: unitSchema, estimate: estimateSchema }),
])
export type TableCell = z.infer<typeof tableCellSchema>

/** `range` shows the ends of an estimate; `value` its middle. */
export const tableColumnSchema = z.strictObject({
  heading: z.string(),
  shows: z.enum(['text', 'count', 'value', 'range']),
})
export type TableColumn = z.infer<typeof tableColumnSchema>

export const reportTableSchema = z.strictObject({
  type: z.literal('table'),
  id: z.string(),
  title: z.string(),
  /** The first column names the row. */
  columns: z.array(tableColumnSchema),
  rows: z.array(z.array(tableCellSchema)),
  /** The last row is a total of those above it. */
  totalRow: z.boolean(),
  note: z.string().nullable(),
  /** Drawn as bars above the table, from one of its columns of counts. The title states the finding. */
  chart: z.strictObject({ title: z.string(), column: z.number().int(), unit: z.string() }).nullable(),
})
export type ReportTable = z.infer<typeof reportTableSchema>

/** Words of the author, or a figure of the report as the report shows it; `label` is what the author calls it. */
export const textPartSchema = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('words'), text: z.string() }),
  z.strictObject({
    kind: z.literal('field'),
    field: z.string(),
    label: z.string(),
    shows: z.enum(['value', 'range']),
    value: tableCellSchema,
  }),
])
export type TextPart = z.infer<typeof textPartSchema>

/** The author's own words. `place` and `section` are what was chosen; before and after, it has a section of its own. */
export const ownTextBlockSchema = z.strictObject({
  type: z.literal('own-text'),
  id: z.string(),
  heading: z.string().nullable(),
  place: textPlaceSchema,
  section: textSectionSchema,
  paragraphs: z.array(z.array(textPartSchema)),
})
export type OwnTextBlock = z.infer<typeof ownTextBlockSchema>

export const reportBlockSchema = z.discriminatedUnion('type', [
  z.strictObject({ type: z.literal('paragraph'), text: z.string() }),
  ownTextBlockSchema,
  z.strictObject({
    type: z.literal('indicators'),
    id: z.string(),
    title: z.string(),
    indicators: z.array(indicatorSchema),
  }),
  reportTableSchema,
])
export type ReportBlock = z.infer<typeof reportBlockSchema>

export const reportSectionSchema = z.strictObject({
  id: z.string(),
  title: z.string(),
  /** One sentence that says what was found, made from shown figures only; '' in a section that is the author's own. */
  finding: z.string(),
  blocks: z.array(reportBlockSchema),
})
export type ReportSection = z.infer<typeof reportSectionSchema>

/** How a figure came about, in words for the person who is asked "how do you know?". */
export const explanationSchema = z.strictObject({
  key: z.string(),
  counted: z.string(),
  outOf: z.string().nullable(),
  leftOut: z.array(z.strictObject({ reason: z.string(), count: shownFigureSchema })),
  rule: z.string(),
})
export type Explanation = z.infer<typeof explanationSchema>

export const usedRuleSchema = z.strictObject({
  code: z.string(),
  version: z.string(),
  label: z.string(),
  text: z.string(),
  source: z.string(),
})
export type UsedRule = z.infer<typeof usedRuleSchema>

/** What a reader knows the form of the dataset by; its JSON Schema has the same name. */
export const REPORT_SCHEMA_ID = 'urn:throughline:network-report:1'
export const REPORT_VERSION = 1

/** What a report of several practices together is made of. */
export const combinedSchema = z.strictObject({
  practices: z.number().int().min(1),
  /** How many the lead has on the list; those that sent nothing are not in any figure. */
  listed: z.number().int().min(0),
  named: z.boolean(),
})

/** The frozen report: everything any format may show, already safe to leave the practice. */
export const reportDatasetSchema = z.strictObject({
  /** Left out of reports that were frozen before it was written. */
  $schema: z.literal(REPORT_SCHEMA_ID).optional(),
  format: z.literal('throughline.network-report'),
  formatVersion: z.literal(REPORT_VERSION),
  id: uuidSchema,
  title: z.string(),
  practiceName: z.string(),
  odsCode: z.string(),
  networkName: z.string(),
  listSize: z.number().int(),
  listSizeOn: isoDateSchema,
  from: isoDateSchema,
  to: isoDateSchema,
  frozenAt: z.string(),
  frozenBy: z.string(),
  producedBy: z.string(),
  demo: z.boolean(),
  /** Only in a report of several practices. */
  combined: combinedSchema.optional(),
  smallNumbers: smallNumberRuleSchema,
  /** Words that must stand on whatever is made of it; null for one that may leave the practice. */
  watermark: z.string().nullable(),
  hiddenCounts: z.strictObject({ small: z.number().int(), protect: z.number().int() }),
  rules: z.array(usedRuleSchema),
  explanations: z.array(explanationSchema),
  sections: z.array(reportSectionSchema),
  /** The sections that were chosen; not there in a report frozen before they could be. */
  chosen: z.array(sectionCodeSchema).optional(),
  /** What its results are printed beside; not there in a report frozen before there could be anything. */
  comparators: comparatorsSchema.optional(),
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
  /** Of the dataset's canonical JSON, which is what the exported .json file holds, byte for byte. */
  sha256: z.string(),
  /** Of this practice, or of several together. */
  kind: z.enum(['practice', 'network']),
})
export type ReportSummary = z.infer<typeof reportSummarySchema>

/** Formats the core writes; the PDF is printed by the shell from the same dataset. */
export const REPORT_FORMATS = ['json', 'csv', 'xlsx', 'docx', 'html', 'pack'] as const
export const reportFormatSchema = z.enum(REPORT_FORMATS)
export type ReportFormat = z.infer<typeof reportFormatSchema>

export const writtenFileSchema = z.object({ name: z.string(), bytes: z.number().int(), sha256: z.string() })
export type WrittenFile = z.infer<typeof writtenFileSchema>
