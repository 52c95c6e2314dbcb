import { z } from 'zod'
import { REPORT_SCHEMA_ID, reportDatasetSchema } from '#shared/features/reports/schema.ts'
import { canonicalJson } from '../../canonical-json.ts'

/** What the .json file may hold, for programs that read it (JSON Schema 2020-12). */
export const reportJsonSchema = (): string =>
  canonicalJson({
    ...z.toJSONSchema(reportDatasetSchema, { target: 'draft-2020-12', unrepresentable: 'any' }),
    $id: REPORT_SCHEMA_ID,
    title: 'Throughline network report, version 1',
    description:
      'A frozen, disclosure-controlled report of one practice. The file’s SHA-256 is the report’s fingerprint.',
  })
