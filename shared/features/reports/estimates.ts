import { z } from 'zod'

export const hiddenWhy = z.enum(['small', 'protect'])

/**
 * What is worked out from counts, with its 95% interval where it has one. `too-few`: under 10 in the denominator, so
 * only the fraction is given. `nobody`: there is nothing to divide by or to take a median of.
 */
export const estimateSchema = z.discriminatedUnion('state', [
  z.strictObject({ state: z.literal('shown'), value: z.number(), low: z.number(), high: z.number() }),
  z.strictObject({ state: z.literal('hidden'), why: hiddenWhy }),
  z.strictObject({ state: z.literal('too-few') }),
  z.strictObject({ state: z.literal('nobody') }),
])
export type Estimate = z.infer<typeof estimateSchema>
