import { z } from 'zod'
import { command, job, query } from '#shared/contract/define.ts'
import { uuidSchema } from '#shared/domain/schemas.ts'
import { benchmarkSchema, newBenchmarkSchema } from './benchmarks.ts'
import { comparableReportSchema, comparedWithSchema } from './comparators.ts'
import { MOST_TEXTS, ownTextSchema, ownTextsSchema, textDraftSchema } from './own-text.ts'
import { reportPeopleInputSchema, reportPeopleSchema } from './people-behind.ts'
import { reportPeriodSchema } from './period.ts'
import { ALL_SECTIONS, chosenSectionsSchema, sectionCodeSchema } from './sections.ts'
import { exportPurposeSchema, recipientSchema, reportCheckSchema } from './sending.ts'
import {
  reportDatasetSchema,
  reportFormatSchema,
  reportSummarySchema,
  smallNumberRuleSchema,
  writtenFileSchema,
} from './schema.ts'

/** The report that own texts are written for. */
const forSchema = z.object({ of: z.enum(['practice', 'network']).default('practice') })

export const reports = {
  list: query({
    summary: 'Reports frozen so far, newest first.',
    can: 'reports.build',
    input: z.object({}),
    output: z.array(reportSummarySchema),
  }),
  lastSections: query({
    summary: 'The sections of the report that was frozen last; all of them before there is one.',
    can: 'reports.build',
    input: z.object({}),
    output: z.array(sectionCodeSchema),
  }),
  lastTexts: query({
    summary: 'The author’s own texts of the report of its kind that was frozen last, with their fields.',
    can: 'reports.build',
    input: forSchema,
    output: z.array(ownTextSchema),
  }),
  keptTexts: query({
    summary: 'What you have typed for the next report of a kind and not frozen yet; null for nothing.',
    can: 'reports.build',
    input: forSchema,
    output: z.array(textDraftSchema).nullable(),
  }),
  keepTexts: command({
    summary: 'Keep what you have typed for the next report of a kind until it is frozen. Only you see it.',
    can: 'reports.build',
    audits: 'edit',
    input: forSchema.extend({ texts: z.array(textDraftSchema).max(MOST_TEXTS) }),
    output: z.object({}),
  }),
  dropTexts: command({
    summary: 'Throw away what you have typed for the next report of a kind. It cannot be brought back.',
    can: 'reports.build',
    audits: 'remove',
    input: forSchema,
    output: z.object({}),
  }),
  comparators: query({
    summary: 'What the results of a new report of a period can be printed beside, and what the last one was.',
    can: 'reports.build',
    input: reportPeriodSchema,
    output: z.object({
      /** Reports of this practice that were sent and are of a time before, the one that ended last first. */
      reports: z.array(comparableReportSchema),
      /** That of all practices together; null where none was made here and sent. */
      network: comparableReportSchema.nullable(),
      benchmarks: z.array(benchmarkSchema),
      /** Ids of the published figures that the last report was printed beside. */
      chosen: z.array(z.string()),
    }),
  }),
  addBenchmark: command({
    summary: 'Add a published figure that reports can be printed beside.',
    can: 'reports.build',
    audits: 'settings',
    input: newBenchmarkSchema,
    output: z.object({ id: z.string(), undo: z.number().int() }),
  }),
  removeBenchmark: command({
    summary: 'Remove a published figure that was added here. Reports frozen with it keep it.',
    can: 'reports.build',
    audits: 'settings',
    input: z.object({ id: uuidSchema }),
    output: z.object({ undo: z.number().int() }),
  }),
  build: job({
    summary: 'Freeze the network report for a period.',
    can: 'reports.build',
    audits: 'create',
    input: reportPeriodSchema.safeExtend({
      smallNumbers: smallNumberRuleSchema.default('hide-1-to-5'),
      sections: chosenSectionsSchema.prefault([...ALL_SECTIONS]),
      texts: ownTextsSchema.default([]),
      /** Wanted where a machine sees something in the texts that may tell of one person. */
      textsTellOfNobody: z.boolean().default(false),
      comparedWith: comparedWithSchema.default('latest'),
      /** Beside all practices together, where such a report was made here and sent. */
      withNetwork: z.boolean().default(true),
      /** Ids of published figures. */
      benchmarks: z.array(z.string().max(80)).max(200).default([]),
    }),
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
  people: query({
    summary: 'The people whom a figure of a report of this practice counts, as they were recorded when it was counted.',
    can: 'reports.build',
    audits: 'view',
    input: reportPeopleInputSchema,
    output: reportPeopleSchema,
  }),
  check: query({
    summary: 'Whether anything hidden could be worked out from a report and those sent before it.',
    can: 'reports.build',
    input: z.object({ id: uuidSchema }),
    output: reportCheckSchema,
  }),
  remake: job({
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
