import { z } from 'zod'
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
