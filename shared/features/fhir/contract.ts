import { job } from '#shared/contract/define.ts'
import { bundleExportSchema, writtenBundleSchema } from './schema.ts'

export const fhir = {
  exportBundle: job({
    summary: 'Write people of the register to a FHIR R4 bundle, without names unless they are asked for.',
    can: 'people.export',
    audits: 'export',
    input: bundleExportSchema,
    output: writtenBundleSchema,
  }),
}
