import { z } from 'zod'
import { command, job, query } from '#shared/contract/define.ts'
import { uuidSchema } from '#shared/domain/schemas.ts'
import { checkedPackSchema, knownSignerSchema } from './schema.ts'

const pack = z.object({
  fileHandle: z.string(),
  /** For a sealed pack. */
  passphrase: z.string().max(200).default(''),
})

export const packs = {
  identity: query({
    summary: 'The key that this register signs its packs with, and the keys it remembers of others.',
    can: 'settings.read',
    input: z.object({}),
    output: z.object({
      /** null before the first report is frozen. */
      own: z.object({ fingerprint: z.string(), madeAt: z.string() }).nullable(),
      signers: z.array(knownSignerSchema),
    }),
  }),
  verify: job({
    summary: 'Whether a pack is genuine and unchanged, and what is in it. Changes nothing.',
    can: 'reports.build',
    audits: 'view',
    input: pack,
    output: checkedPackSchema,
  }),
  trust: job({
    summary: 'Remember the key of an unchanged pack as that of its practice.',
    can: 'reports.export',
    audits: 'settings',
    input: pack.extend({
      /** The fingerprint that somebody looked at and agreed to. */
      fingerprint: z.string(),
    }),
    output: checkedPackSchema,
  }),
  forget: command({
    summary: 'Forget a remembered key.',
    can: 'reports.export',
    audits: 'settings',
    input: z.object({ id: uuidSchema, version: z.number().int() }),
    output: z.object({}),
  }),
}
