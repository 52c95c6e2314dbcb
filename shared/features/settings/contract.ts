import { z } from 'zod'
import { command, query } from '#shared/contract/define.ts'

/** Minutes without a key or click before the register locks. */
export const LOCK_AFTER_MINUTES = [5, 10, 15] as const

export const settingsSchema = z.object({
  lockAfterMinutes: z.union([z.literal(5), z.literal(10), z.literal(15)]),
  hideFromScreenSharing: z.boolean(),
})
export type Settings = z.infer<typeof settingsSchema>

export const settings = {
  get: query({
    summary: 'Settings of this register.',
    can: 'settings.read',
    input: z.object({}),
    output: settingsSchema,
  }),
  save: command({
    summary: 'Change settings of this register.',
    can: 'settings.write',
    audits: 'settings',
    input: settingsSchema,
    output: settingsSchema,
  }),
}
