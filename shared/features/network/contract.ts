import { z } from 'zod'
import { command, job, query } from '#shared/contract/define.ts'
import { isoDateSchema, uuidSchema } from '#shared/domain/schemas.ts'
import { PASSPHRASE_MIN_LENGTH } from '#shared/features/access/schema.ts'
import {
  exportPurposeSchema,
  ownTextsSchema,
  recipientSchema,
  reportPeriodSchema,
} from '#shared/features/reports/public.ts'
import { reportSummarySchema, smallNumberRuleSchema, writtenFileSchema } from '#shared/features/reports/schema.ts'
import { intakeSchema, networkPracticeSchema, networkStandingSchema } from './schema.ts'

const MOST_FILES = 200

export const network = {
  standing: query({
    summary: 'Which practices of the network have sent their counts for a period, and what those come to.',
    can: 'reports.export',
    input: reportPeriodSchema,
    output: networkStandingSchema,
  }),
  periods: query({
    summary: 'Periods for which packs of practices are kept, newest first.',
    can: 'reports.export',
    input: z.object({}),
    output: z.array(z.object({ from: isoDateSchema, to: isoDateSchema, packs: z.number().int() })),
  }),
  addPractice: command({
    summary: 'Put a practice on the list of the network.',
    can: 'reports.export',
    audits: 'settings',
    input: networkPracticeSchema,
    output: z.object({ id: uuidSchema, undo: z.number().int() }),
  }),
  addPractices: command({
    summary: 'Put several practices on the list of the network. Those that are on it already are left as they are.',
    can: 'reports.export',
    audits: 'settings',
    input: z.object({ practices: z.array(networkPracticeSchema).min(1).max(MOST_FILES) }),
    output: z.object({ added: z.number().int(), undo: z.number().int() }),
  }),
  removePractice: command({
    summary: 'Take a practice off the list of the network. Its packs stay, and are in no figure.',
    can: 'reports.export',
    audits: 'settings',
    input: z.object({ id: uuidSchema, version: z.number().int() }),
    output: z.object({ undo: z.number().int() }),
  }),
  takeIn: job({
    summary: 'Take in packs of practices for a period. Each that is refused says why.',
    can: 'reports.export',
    audits: 'import',
    input: reportPeriodSchema.safeExtend({
      fileHandles: z.array(z.string()).max(MOST_FILES),
      /** Folders whose packs are all taken. */
      folderHandles: z.array(z.string()).max(10),
      passphrase: z.string().max(200),
    }),
    output: z.array(intakeSchema),
  }),
  send: job({
    summary: 'Write the exact counts of a frozen report, sealed, for the lead of the network.',
    can: 'reports.export',
    audits: 'export',
    input: z.object({
      reportId: uuidSchema,
      folderHandle: z.string(),
      passphrase: z
        .string()
        .min(PASSPHRASE_MIN_LENGTH, `Use at least ${PASSPHRASE_MIN_LENGTH} characters, such as four words`)
        .max(200),
      purpose: exportPurposeSchema,
      recipient: recipientSchema,
      /** Nothing in it is hidden: it is for nobody else. */
      leadOnly: z.literal(true, { error: 'Confirm that it goes to the lead of the network only' }),
    }),
    output: z.object({ file: writtenFileSchema, key: z.string() }),
  }),
  freeze: job({
    summary: 'Freeze the report of all practices of the network together.',
    can: 'reports.export',
    audits: 'create',
    input: reportPeriodSchema.safeExtend({
      smallNumbers: smallNumberRuleSchema.default('hide-1-to-5'),
      /** Practices by name; by letter otherwise. */
      named: z.boolean().default(false),
      texts: ownTextsSchema.default([]),
      /** Wanted where a machine sees something in the texts that may tell of one person. */
      textsTellOfNobody: z.boolean().default(false),
    }),
    output: reportSummarySchema,
  }),
}
