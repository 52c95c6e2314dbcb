import { z } from 'zod'

/** What a result is counted in. */
export const UNITS = ['per cent', 'per 100,000', 'days'] as const
export const unitSchema = z.enum(UNITS)
export type Unit = z.infer<typeof unitSchema>
