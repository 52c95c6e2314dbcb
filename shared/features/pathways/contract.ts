import { z } from 'zod'
import { command, query } from '#shared/contract/define.ts'
import { isoDateSchema, longText, shortText, uuidSchema } from '#shared/domain/schemas.ts'
import { eventTypeSchema, precisionSchema } from '#shared/features/journey/schema.ts'
import { clockChoicesSchema, clockDaysSchema } from './clock-setting.ts'
import {
  newAdjustmentSchema,
  pathwayFieldsSchema,
  pathwaySchema,
  safetyNetRowSchema,
  signOffDecisionSchema,
} from './schema.ts'

const version = z.number().int().min(1)
const undo = z.number().int()
const saved = z.object({ id: uuidSchema, version, undo })

/** An event of the same person as the caller saw it. */
const seenEvent = z.object({ id: uuidSchema, version })

export const pathways = {
  ofPerson: query({
    summary: 'Every pathway of one person, with its sign-offs and adjusted days.',
    can: 'register.read',
    audits: 'view',
    input: z.object({ personId: uuidSchema }),
    output: z.object({ pathways: z.array(pathwaySchema), clocks: clockChoicesSchema }),
  }),
  open: query({
    summary: 'The safety net: every open pathway, most harm of waiting first.',
    can: 'register.read',
    input: z.object({}),
    output: z.object({ rows: z.array(safetyNetRowSchema) }),
  }),
  lateCount: query({
    summary: 'How many open pathways are late, and how many people that is.',
    can: 'register.read',
    input: z.object({}),
    output: z.object({ pathways: z.number().int(), people: z.number().int() }),
  }),
  printOpen: command({
    summary: 'Note that the list of open pathways is printed.',
    can: 'register.read',
    audits: 'print',
    input: z.object({ pathways: z.number().int().min(0), people: z.number().int().min(0) }),
    output: z.object({}),
  }),
  start: command({
    summary: 'Start a pathway, with its referral and events already logged.',
    can: 'journey.write',
    audits: 'create',
    input: z.object({
      pathway: pathwayFieldsSchema,
      /** The referral itself, logged with it. null: it is among the events, or not known. */
      sent: z
        .object({ eventType: eventTypeSchema, date: isoDateSchema, precision: precisionSchema })
        .nullable()
        .default(null),
      events: z.array(seenEvent).max(500).default([]),
    }),
    output: saved,
  }),
  save: command({
    summary: 'Change what is known of a pathway.',
    can: 'journey.write',
    audits: 'edit',
    input: z.object({ id: uuidSchema, version, pathway: pathwayFieldsSchema }),
    output: saved,
  }),
  remove: command({
    summary: 'Remove a pathway started by mistake. Its events stay in the journey.',
    can: 'journey.write',
    audits: 'remove',
    input: z.object({ id: uuidSchema, version }),
    output: z.object({ undo }),
  }),
  linkEvents: command({
    summary: 'Say which pathway events belong to, or that they belong to none.',
    can: 'journey.write',
    audits: 'edit',
    input: z.object({
      personId: uuidSchema,
      pathwayId: uuidSchema.nullable(),
      events: z.array(seenEvent).min(1, { error: 'Choose at least one event' }).max(500),
    }),
    output: z.object({ undo }),
  }),
  signOff: command({
    summary: 'Sign off what became of a referral.',
    can: 'pathways.sign_off',
    audits: 'edit',
    input: z.object({
      pathwayId: uuidSchema,
      /** The event that is judged: what the pathway stood at on the screen. */
      eventId: uuidSchema,
      /** The sign-off of that event which the screen showed, as it was then, if there was one. */
      replaces: z.object({ id: uuidSchema, version }).nullable().default(null),
      decision: signOffDecisionSchema,
      note: longText(1000).nullable().default(null),
    }),
    output: saved,
  }),
  addAdjustment: command({
    summary: 'Take days off a clock, with the reason.',
    can: 'pathways.sign_off',
    audits: 'edit',
    input: z.object({ pathwayId: uuidSchema, adjustment: newAdjustmentSchema }),
    output: saved,
  }),
  removeAdjustment: command({
    summary: 'Put days back on a clock.',
    can: 'pathways.sign_off',
    audits: 'edit',
    input: z.object({ id: uuidSchema, version }),
    output: z.object({ undo }),
  }),
  clocks: query({
    summary: 'The nation whose clocks are counted here, and what the practice chose of their days.',
    can: 'settings.read',
    input: z.object({}),
    output: clockChoicesSchema,
  }),
  saveClocks: command({
    summary: 'Change how many days clocks allow that nobody has read in guidance, from a day on.',
    can: 'settings.write',
    audits: 'settings',
    input: z.object({ from: isoDateSchema, clocks: clockDaysSchema, reason: shortText(300) }),
    output: z.object({ undo }),
  }),
}
