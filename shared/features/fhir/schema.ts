import { z } from 'zod'
import { shortText, uuidSchema } from '#shared/domain/schemas.ts'
import { registerPageSchema } from '#shared/features/register/schema.ts'

/** What a bundle says of who people are. */
export const IDENTITIES = [
  {
    code: 'pseudonymised',
    label: 'Without names',
    hint: 'No name, NHS number, address or note. Birth as a year, everything else as a month.',
  },
  {
    code: 'identifiable',
    label: 'With names',
    hint: 'Names, NHS numbers, addresses, notes and full dates, as on the register.',
  },
] as const
export type Identity = (typeof IDENTITIES)[number]['code']

/** Every kind of resource that a bundle may hold, in the order they are told of. */
export const RESOURCE_TYPES = [
  'Organization',
  'Practitioner',
  'Patient',
  'Condition',
  'ServiceRequest',
  'Encounter',
  'Procedure',
  'Task',
  'QuestionnaireResponse',
  'CarePlan',
  'DocumentReference',
] as const
export type ResourceType = (typeof RESOURCE_TYPES)[number]

/** A list of the register as a FHIR bundle: only for a reason, which the audit trail keeps. */
export const bundleExportSchema = z
  .object({
    /** Left out: everybody on the register. */
    list: registerPageSchema.omit({ offset: true, limit: true }).prefault({}),
    /** Only these people of the list; left out: all of it. */
    personIds: z.array(uuidSchema).min(1, 'Choose somebody first').max(100_000).nullable().default(null),
    identity: z.enum(IDENTITIES.map(({ code }) => code)).default('pseudonymised'),
    /** Somebody was told that the file will name people, and wants it to. */
    namesAgreed: z.boolean().default(false),
    reason: shortText(300).refine((text) => text.length >= 3, { error: 'Say why in a few words' }),
    fileHandle: z.string(),
  })
  .refine(({ identity, namesAgreed }) => identity === 'pseudonymised' || namesAgreed, {
    path: ['namesAgreed'],
    error: 'Say that the file is meant to name people',
  })
export type BundleExport = z.output<typeof bundleExportSchema>

export const writtenBundleSchema = z.object({
  people: z.number().int(),
  /** People of the list who are left out of onward sharing. */
  leftOut: z.number().int(),
  resources: z.partialRecord(z.enum(RESOURCE_TYPES), z.number().int()),
  bytes: z.number().int(),
})
export type WrittenBundle = z.output<typeof writtenBundleSchema>
