import { z } from 'zod'
import { job, query } from '#shared/contract/define.ts'
import {
  bringInSchema,
  checkedBundleSchema,
  fingerprintSchema,
  writeBundleSchema,
  writtenBundleSchema,
} from './schema.ts'

export const bundle = {
  standing: query({
    summary: 'Whether a bundle could be brought into this register: only an empty one takes one.',
    can: 'settings.read',
    input: z.object({}),
    output: z.object({ isEmpty: z.boolean() }),
  }),
  fingerprint: job({
    summary: 'The content hash of this register: the same for two registers exactly when they hold the same.',
    can: 'settings.read',
    input: z.object({}),
    output: fingerprintSchema,
  }),
  write: job({
    summary: 'Write the whole register to one file that names everybody, and read it back to prove it.',
    can: 'people.export',
    audits: 'export',
    input: writeBundleSchema,
    output: writtenBundleSchema,
  }),
  check: job({
    summary: 'Read a bundle through and say what it holds. Changes nothing.',
    can: 'settings.write',
    input: z.object({ fileHandle: z.string() }),
    output: checkedBundleSchema,
  }),
  bringIn: job({
    summary: 'Make this empty register the one that a bundle holds, to the last row.',
    can: 'settings.write',
    audits: 'import',
    input: bringInSchema,
    output: fingerprintSchema,
  }),
}
