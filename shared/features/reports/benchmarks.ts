import { z } from 'zod'
import { shortText } from '#shared/domain/schemas.ts'
import { holdsNhsNumber } from '#shared/features/figures/public.ts'
import { COMPARED_MEASURES, comparedMeasureSchema } from './compared-measures.ts'
import { type Unit, unitSchema } from './units.ts'

/** Published figures that a report's own are printed beside, each with what it is of, where from and when. */

const number = z
  .number({ error: 'Enter a number' })
  .min(0, { error: 'Enter 0 or more' })
  .max(1_000_000, { error: 'Use 1,000,000 or less' })

const benchmarkFields = {
  /** Whose figure it is: `England`. */
  name: shortText(80, 'Say whom it is of, such as England'),
  measure: comparedMeasureSchema,
  value: number,
  /** Its interval as published, or for days the quartiles. */
  low: number.nullable(),
  high: number.nullable(),
  /** The days that it speaks of, as published: `2022/23`. */
  period: shortText(60, 'Say what period it is for, such as 2022/23'),
  source: shortText(200, 'Say where it is published'),
  /** When it was published, as far as the source says: `12 Sep 2024`, `2024`. */
  published: shortText(40, 'Say when it was published, such as 2024'),
  edition: shortText(80).nullable(),
} as const

const textsOf = ({
  name,
  period,
  source,
  published,
  edition,
}: Readonly<Record<'name' | 'period' | 'source' | 'published', string>> & {
  readonly edition: string | null
}): string[] => [name, period, source, published, edition ?? '']

const isOrdered = ({ value, low, high }: { value: number; low: number | null; high: number | null }): boolean =>
  (low === null) === (high === null) && (low === null || high === null || (low <= value && value <= high))

/** A published figure as somebody types it in. */
export const newBenchmarkSchema = z
  .strictObject(benchmarkFields)
  .refine((typed) => textsOf(typed).every((text) => !holdsNhsNumber(text)), {
    path: ['name'],
    error: 'Take out the NHS number: a report leaves the practice',
  })
  .refine(isOrdered, { path: ['low'], error: 'Give both ends of the range, with the figure between them, or neither' })
  .refine(
    ({ measure, value }) => COMPARED_MEASURES.find(({ code }) => code === measure)?.unit !== 'per cent' || value <= 100,
    { path: ['value'], error: 'A percentage is 100 or less' },
  )
export type NewBenchmark = z.infer<typeof newBenchmarkSchema>

/** A published figure as the register, and a report, holds it. */
export const benchmarkSchema = z.strictObject({
  ...benchmarkFields,
  id: z.string(),
  unit: unitSchema,
  /** null where the source that was read does not say. */
  published: z.string().nullable(),
  /** What it counts that the report does not, or the other way round. */
  caution: z.string().nullable(),
  /** Whether somebody has read it in its source; false for one written from memory. */
  verified: z.boolean(),
  /** Typed in here, and not delivered with the program. */
  own: z.boolean(),
})
export type Benchmark = z.infer<typeof benchmarkSchema>

/**
 * Those delivered with the program. Figures that were not read in a published source do not belong here.
 * A newer edition is a new entry with a new id: reports name the one that they were printed with.
 */
export const SEEDED_BENCHMARKS: readonly Benchmark[] = [
  {
    id: 'england-new-diagnoses-2022-23',
    name: 'England',
    measure: 'new-diagnosis-rate',
    unit: 'per 100,000',
    value: 548,
    low: null,
    high: null,
    period: '2022/23',
    source: 'Cancer Services Profiles',
    edition: '2024',
    published: '2024',
    caution: 'Skin cancers other than melanoma are left out of both. Neither is standardised for age.',
    verified: true,
    own: false,
  },
  {
    id: 'ncda-primary-care-interval-2014',
    name: 'England, 439 practices',
    measure: 'to-referral',
    unit: 'days',
    value: 5,
    low: 0,
    high: 27,
    period: '2014',
    source: 'National Cancer Diagnosis Audit, British Journal of General Practice (PMC5737321)',
    edition: 'Audit of 2014, 17,042 patients',
    published: null,
    caution: 'The range lies between the quartiles.',
    verified: true,
    own: false,
  },
  {
    id: 'england-emergency-2016-q4',
    name: 'England',
    measure: 'emergency-route',
    unit: 'per cent',
    value: 19.1,
    low: null,
    high: null,
    period: 'October to December 2016',
    source: 'Cancer Campaigning Group',
    edition: null,
    published: null,
    caution: 'National figures count who was first seen as an inpatient, practices what letters say.',
    verified: true,
    own: false,
  },
  {
    id: 'england-emergency-2006-08',
    name: 'England',
    measure: 'emergency-route',
    unit: 'per cent',
    value: 24,
    low: null,
    high: null,
    period: '2006 to 2008',
    source: 'National Cancer Intelligence Network, routes to diagnosis',
    edition: null,
    published: null,
    caution: 'National figures count who was first seen as an inpatient, practices what letters say.',
    verified: true,
    own: false,
  },
]

/** Those that a first report has; the older ones are there to be chosen. */
export const FIRST_BENCHMARKS: readonly string[] = ['england-new-diagnoses-2022-23', 'ncda-primary-care-interval-2014']

const UNIT_WORDS: Readonly<Record<Unit, string>> = { 'per cent': '%', 'per 100,000': '', days: '' }

/** A number as it is published, with all its decimals: `19.1%`, `548`. */
const asPublished = (value: number, unit: Unit): string =>
  `${value.toLocaleString('en-GB', { maximumFractionDigits: 6 })}${UNIT_WORDS[unit]}`

export const publishedValue = ({ value, unit }: Benchmark): string => asPublished(value, unit)

/** `15% to 20%`; '' where none is published. */
export const publishedRange = ({ low, high, unit }: Benchmark): string =>
  low === null || high === null ? '' : `${asPublished(low, unit)} to ${asPublished(high, unit)}`

/** `Cancer Services Profiles, 2024. Published 2024.` with what it must be read with. */
export const benchmarkSource = ({ source, edition, published, caution, verified }: Benchmark): string =>
  [
    edition === null ? `${source}.` : `${source}, ${edition}.`,
    published === null ? 'Day of publication not recorded.' : `Published ${published}.`,
    ...(verified ? [] : ['Not checked against its source.']),
    ...(caution === null ? [] : [caution]),
  ].join(' ')
