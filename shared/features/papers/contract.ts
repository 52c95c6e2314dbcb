import { z } from 'zod'
import { job, query } from '#shared/contract/define.ts'
import { uuidSchema } from '#shared/domain/schemas.ts'
import { writtenFileSchema } from '#shared/features/reports/schema.ts'
import { paperCodeSchema, paperSchema } from './paper.ts'
import { PAPER_FORMATS } from './formats.ts'

const which = z.object({
  code: paperCodeSchema,
  /** The plan, or the review. */
  id: uuidSchema,
})

export const papers = {
  get: query({
    summary: 'A document made of what is recorded now.',
    can: 'register.read',
    input: which,
    output: paperSchema,
  }),
  export: job({
    summary: 'Write a document to a folder. One that names somebody by an NHS number is refused.',
    can: 'plan.write',
    audits: 'export',
    input: which.extend({
      folderHandle: z.string(),
      formats: z
        .array(z.enum(PAPER_FORMATS.map(({ code }) => code)))
        .min(1, { error: 'Choose at least one kind of file' }),
    }),
    output: z.object({
      files: z.array(writtenFileSchema),
      /** For the shell, one for each PDF that was asked for. */
      printLeaves: z.array(z.string()),
    }),
  }),
}
