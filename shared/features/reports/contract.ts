import { z } from 'zod'
import { command, job, query } from '#shared/contract/define.ts'
import { uuidSchema } from '#shared/domain/schemas.ts'
import { reportPeriodSchema } from './period.ts'
import { exportPurposeSchema, recipientSchema, reportCheckSchema } from './sending.ts'
import {
  reportDatasetSchema,
  reportFormatSchema,
  reportSummarySchema,
  smallNumberRuleSchema,
  writtenFileSchema,
} from './schema.ts'

export const reports = {
  list: query({
    summary: 'Reports frozen so far, newest first.',
    can: 'reports.build',
    input: z.object({}),
    output: z.array(reportSummarySchema),
  }),
  build: job({
    summary: 'Freeze the network report for a period.',
    can: 'reports.build',
    audits: 'create',
    input: reportPeriodSchema.safeExtend({ smallNumbers: smallNumberRuleSchema.default('hide-1-to-5') }),
    output: reportSummarySchema,
  }),
  get: query({
    summary: 'A frozen report, as every format shows it, with its fingerprint.',
    can: 'reports.build',
    input: z.object({ id: uuidSchema }),
    output: z.object({
      summary: reportSummarySchema,
      dataset: reportDatasetSchema,
      /** Fingerprint of the key that its packs are signed with; null where the register has made none. */
      key: z.string().nullable(),
    }),
  }),
  check: query({
    summary: 'Whether anything hidden could be worked out from a report and those sent before it.',
    can: 'reports.build',
    input: z.object({ id: uuidSchema }),
    output: reportCheckSchema,
  }),
  remake: command({
    summary: 'Freeze a report again from its own figures: with more hidden, or for use inside the practice.',
    can: 'reports.build',
    audits: 'create',
    input: z.object({ id: uuidSchema, as: z.enum(['hide-more', 'internal']) }),
    output: reportSummarySchema,
  }),
  export: job({
    summary: 'Write a frozen report to a folder, for a purpose and somebody. Files of the same name are replaced.',
    can: 'reports.export',
    audits: 'export',
    input: z
      .object({
        id: uuidSchema,
        folderHandle: z.string(),
        formats: z.array(reportFormatSchema),
        /** A PDF goes with these files. The shell prints it; it is checked and noted in the audit trail here. */
        pdf: z.boolean().default(false),
        purpose: exportPurposeSchema,
        recipient: recipientSchema,
        /** Wanted for a report in which nothing is hidden: it stays inside the practice. */
        staysInside: z.boolean().default(false),
      })
      .refine(({ formats, pdf }) => pdf || formats.length > 0, {
        path: ['formats'],
        error: 'Choose at least one file',
      }),
    output: z.object({
      files: z.array(writtenFileSchema),
      baseName: z.string(),
      /** For the shell, which prints nothing without it; good once. null where no PDF was asked for. */
      printLeave: z.string().nullable(),
    }),
  }),
}
