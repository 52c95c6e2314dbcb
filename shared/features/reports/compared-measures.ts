import { z } from 'zod'
import { DAY_INTERVALS, STANDARDS } from './interval-measure.ts'
import type { Unit } from './units.ts'

interface ComparedMeasure {
  readonly code: string
  readonly label: string
  readonly unit: Unit
}

/**
 * The results of a report that others are printed beside: its indicators, by their ids, and the middle days of its
 * intervals.
 */
export const COMPARED_MEASURES = [
  { code: 'prevalence', label: 'On the cancer register (prevalence)', unit: 'per cent' },
  { code: 'new-diagnosis-rate', label: 'New diagnoses, per 100,000 people a year', unit: 'per 100,000' },
  { code: 'stage-known', label: 'Stage known', unit: 'per cent' },
  { code: 'stage-early', label: 'Early stage (1 or 2), of those known', unit: 'per cent' },
  { code: 'emergency-route', label: 'Emergency route', unit: 'per cent' },
  { code: 'route-known', label: 'Route known', unit: 'per cent' },
  ...DAY_INTERVALS.map(({ id, label }) => ({ code: id, label: `${label}, middle days`, unit: 'days' as const })),
  ...STANDARDS.map(({ id, label }) => ({ code: id, label, unit: 'per cent' as const })),
  { code: 'support-contact', label: 'Support contact within 3 months', unit: 'per cent' },
  { code: 'care-review', label: 'Care review within 12 months', unit: 'per cent' },
  { code: 'letter-gap', label: 'Days from hospital event to letter (middle gap)', unit: 'days' },
] as const satisfies readonly ComparedMeasure[]

export type ComparedCode = (typeof COMPARED_MEASURES)[number]['code']

export const comparedMeasureSchema = z.enum(
  COMPARED_MEASURES.map(({ code }) => code),
  { error: 'Choose what it measures' },
)
