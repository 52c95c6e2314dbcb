import { z } from 'zod'
import { command, query } from '#shared/contract/define.ts'
import { shortText } from '#shared/domain/schemas.ts'

/** Minutes without a key or click before the register locks. */
export const LOCK_AFTER_MINUTES = [5, 10, 15] as const

export const settingsSchema = z.object({
  lockAfterMinutes: z.union([z.literal(5), z.literal(10), z.literal(15)]),
  hideFromScreenSharing: z.boolean(),
})
export type Settings = z.infer<typeof settingsSchema>

const line = (max: number) => shortText(max).nullable()

/** Whom to ring, for everything on paper that says so. null: not recorded. */
export const contactsSchema = z.object({
  practicePhone: line(40),
  outOfHoursName: line(80),
  outOfHoursPhone: line(40),
})
export type Contacts = z.infer<typeof contactsSchema>

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
  contacts: query({
    summary: 'The telephone numbers that go on paper for people to ring.',
    can: 'settings.read',
    input: z.object({}),
    output: contactsSchema,
  }),
  saveContacts: command({
    summary: 'Change the telephone numbers that go on paper.',
    can: 'settings.write',
    audits: 'settings',
    input: contactsSchema,
    output: z.object({ undo: z.number().int() }),
  }),
}
