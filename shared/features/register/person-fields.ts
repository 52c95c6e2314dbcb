import { z } from 'zod'
import {
  CONTACT_PREFERENCES,
  DEATH_PLACES,
  ETHNIC_CATEGORIES,
  GENDERS,
  NHS_NUMBER_STATUSES,
  SEX_CODES,
} from '#shared/domain/people.ts'
import {
  isoDateSchema,
  longText,
  nhsNumberSchema,
  odsCodeSchema,
  partialDateSchema,
  shortText,
  uuidSchema,
} from '#shared/domain/schemas.ts'
import { codeOf, detail, line, optionalText } from './field-schemas.ts'

export const sexSchema = z.enum(SEX_CODES.map((sex) => sex.code))

const EMAIL = /^[^\s@]+@[^\s@]+$/

/** What a register holds of a person beyond who they are. All of it may be left out. */
export const personDetailsSchema = z.object({
  nhsNumberStatus: codeOf(NHS_NUMBER_STATUSES),
  knownAs: detail(80),
  previousSurname: detail(80),
  gender: codeOf(GENDERS),
  ethnicity: codeOf(ETHNIC_CATEGORIES),
  address: detail(300),
  /** 1 to 5, 1 the most deprived. */
  deprivationQuintile: z
    .number()
    .int()
    .min(1, 'Choose a fifth from 1 to 5')
    .max(5, 'Choose a fifth from 1 to 5')
    .nullable()
    .default(null),
  deprivationIndex: detail(20),
  deprivationVersion: detail(20),
  carerName: detail(80),
  carerRelationship: detail(40),
  carerPhone: detail(40),
  language: detail(40),
  /** null: nobody asked. */
  interpreterNeeded: z.boolean().nullable().default(null),
  communicationNeeds: detail(300),
  phoneHome: detail(40),
  phoneMobile: detail(40),
  email: longText(120)
    .refine((text) => EMAIL.test(text), { error: 'An email address has an @ in it and no spaces' })
    .nullable()
    .default(null),
  contactPreference: codeOf(CONTACT_PREFERENCES),
  contactNote: detail(300),
  deathPlace: codeOf(DEATH_PLACES),
})

/**
 * What a person types or edits. Only a name or a local number, and one identifier, are compulsory: that is a rule across
 * fields, which the core checks.
 */
export const personFieldsSchema = z.object({
  title: optionalText(20),
  surname: line(80),
  givenName: line(80),
  nhsNumber: nhsNumberSchema.nullable(),
  localId: optionalText(40),
  birthDate: isoDateSchema.nullable(),
  sex: sexSchema,
  postcode: optionalText(10),
  usualGp: optionalText(80),
  namedLeadId: uuidSchema.nullable(),
  leaveOutOfSharing: z.boolean(),
  deathDate: partialDateSchema.nullable(),
  ...personDetailsSchema.shape,
})
export type PersonFields = z.infer<typeof personFieldsSchema>

export const personSchema = z.object({
  ...personFieldsSchema.shape,
  id: uuidSchema,
  version: z.number().int(),
  nhsNumber: z.string().nullable(),
  email: z.string().nullable(),
  namedLeadName: z.string().nullable(),
})
export type Person = z.infer<typeof personSchema>

/** A time with one practice. Without an end somebody is still registered there. */
export const registrationFieldsSchema = z.object({
  practiceName: shortText(120),
  odsCode: odsCodeSchema.nullable(),
  from: partialDateSchema.nullable(),
  to: partialDateSchema.nullable(),
})
export type RegistrationFields = z.infer<typeof registrationFieldsSchema>

export const registrationSchema = registrationFieldsSchema.extend({
  id: uuidSchema,
  personId: uuidSchema,
  version: z.number().int(),
  odsCode: z.string().nullable(),
})
export type Registration = z.infer<typeof registrationSchema>
