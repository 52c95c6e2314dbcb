import type { fhir } from '#shared/features/fhir/contract.ts'
import type { Handlers } from '../../context.ts'
import { exportBundle } from './export-bundle.ts'

export const fhirHandlers: Handlers<typeof fhir> = {
  exportBundle: (job, input) => exportBundle(job, input),
}
