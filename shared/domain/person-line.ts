import { z } from 'zod'
import { formatNhsNumber } from './nhs-number.ts'
import { formatIsoDate } from './partial-date.ts'
import { isoDateSchema, uuidSchema } from './schemas.ts'

/** Whose row of a list this is: the name with what tells two people of one name apart. */
export const personLineSchema = z.object({
  id: uuidSchema,
  title: z.string().nullable(),
  surname: z.string(),
  givenName: z.string(),
  nhsNumber: z.string().nullable(),
  localId: z.string().nullable(),
  birthDate: isoDateSchema.nullable(),
  sex: z.enum(['1', '2', '9', 'X']),
})
export type PersonLine = z.infer<typeof personLineSchema>

type Identity = Pick<PersonLine, 'nhsNumber' | 'birthDate'> & Partial<Pick<PersonLine, 'localId'>>

/** "999 000 0018, 14 Mar 1958": what tells two people of one name apart, in a line under the name. */
export const identityWords = ({ nhsNumber, localId, birthDate }: Identity): string =>
  [
    nhsNumber === null ? (localId ?? 'No NHS number') : formatNhsNumber(nhsNumber),
    birthDate === null ? 'birth date not known' : formatIsoDate(birthDate),
  ].join(', ')
