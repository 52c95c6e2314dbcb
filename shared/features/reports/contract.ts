import { z } from 'zod'
import { job, query } from '#shared/contract/define.ts'
import { isoDateSchema, uuidSchema } from '#shared/domain/schemas.ts'
import { reportDatasetSchema, reportFormatSchema, reportSummarySchema, smallNumberRuleSchema, writtenFileSchema } from './schema.ts'

export const reports = {
  list: query({ summary: 'Reports frozen so far, newest first.', can: 'reports.build', input: z.object({}), output: z.array(reportSummarySchema) }),
  build: job({
    summary: 'Freeze the network report for a period.',
    can: 'reports.build',
    audits: 'create',
    input: z.object({ from: isoDateSchema, to: isoDateSchema, smallNumbers: smallNumberRuleSchema }),
    output: reportSummarySchema,
  }),
  get: query({ summary: 'A frozen report, as every format shows it.', can: 'reports.build', input: z.object({ id: uuidSchema }), output: reportDatasetSchema }),
  export: job({
    summary: 'Write a frozen report to a folder.',
    can: 'reports.export',
    audits: 'export',
    input: z.object({ id: uuidSchema, folderHandle: z.string(), formats: z.array(reportFormatSchema).min(1, 'Choose at least one file') }),
    output: z.object({ files: z.array(writtenFileSchema), baseName: z.string() }),
  }),
}
