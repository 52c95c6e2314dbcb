import { z } from 'zod'
import { command, query } from '#shared/contract/define.ts'
import { uuidSchema } from '#shared/domain/schemas.ts'
import { contactsSchema } from '#shared/features/settings/contract.ts'

export const HANDOUTS = ['handover_card', 'story'] as const
export type Handout = (typeof HANDOUTS)[number]

/** What paper about a person needs beside their own rows. */
export const handoutFactsSchema = z.object({
  practiceName: z.string(),
  contacts: contactsSchema,
  /** From the newest treatment summary. null: none has come. */
  summary: z
    .object({ aim: z.string().nullable(), alertSymptoms: z.string().nullable(), contact: z.string().nullable() })
    .nullable(),
})
export type HandoutFacts = z.infer<typeof handoutFactsSchema>

export const handouts = {
  facts: query({
    summary: 'What paper about a person needs beside their own rows: whom to ring, and the newest treatment summary.',
    can: 'register.read',
    audits: 'view',
    input: z.object({ personId: uuidSchema }),
    output: handoutFactsSchema,
  }),
  printed: command({
    summary: 'Enter in the audit trail that a paper about a person is being printed.',
    can: 'register.read',
    audits: 'print',
    input: z.object({ personId: uuidSchema, what: z.enum(HANDOUTS) }),
    output: z.object({}),
  }),
}
