import { z } from 'zod'
import { NATIONS } from '#shared/domain/people.ts'
import { isoDateSchema, monthSchema, uuidSchema } from '#shared/domain/schemas.ts'
import { reportDatasetSchema, smallNumberRuleSchema } from '#shared/features/reports/schema.ts'

/** Rises with every change of what a manifest holds or how it is signed. */
export const PACK_VERSION = 1
export const FIGURES_VERSION = 2

export const FIGURES_SCHEMA_ID = 'urn:throughline:practice-figures:2'

/** `report`: a report as its readers see it. `practice`: the exact counts of one practice, for the lead of the network. */
export const packKindSchema = z.enum(['report', 'practice'])

const sha256Schema = z.string().regex(/^[0-9a-f]{64}$/)
/** 128 bits of the SHA-256 of a public key: enough that nobody finds another key for it, short enough to read out. */
const keyFingerprintSchema = z.string().regex(/^[0-9a-f]{32}$/)

export const packKeySchema = z.strictObject({
  algorithm: z.literal('Ed25519'),
  /** SPKI in DER, base64. */
  publicKey: z.string().max(200),
  fingerprint: keyFingerprintSchema,
})
export type PackKey = z.infer<typeof packKeySchema>

const memberName = z
  .string()
  .max(200)
  .regex(/^[A-Za-z0-9][A-Za-z0-9._-]*(\/[A-Za-z0-9][A-Za-z0-9._-]*)?$/)

/** What a pack says of itself; the signature is over exactly these bytes. */
export const packManifestSchema = z.strictObject({
  format: z.literal('throughline.pack'),
  packVersion: z.literal(PACK_VERSION),
  kind: packKindSchema,
  title: z.string(),
  practiceName: z.string(),
  odsCode: z.string(),
  networkName: z.string(),
  from: isoDateSchema,
  to: isoDateSchema,
  frozenAt: z.iso.datetime(),
  /** The version that froze it. */
  producedBy: z.string(),
  demo: z.boolean(),
  /** `exact`: nothing is hidden, and it goes to the lead of the network only. */
  smallNumbers: z.union([smallNumberRuleSchema, z.literal('exact')]),
  dataset: z.strictObject({
    member: memberName,
    id: uuidSchema,
    format: z.string(),
    formatVersion: z.number().int(),
    sha256: sha256Schema,
  }),
  /** Rows without the heading. */
  tables: z.array(z.strictObject({ member: memberName, title: z.string(), rows: z.number().int().min(0) })).max(500),
  /** Every other file of the pack but the signature. */
  members: z
    .array(z.strictObject({ name: memberName, bytes: z.number().int().min(0), sha256: sha256Schema }))
    .max(1000),
  key: packKeySchema,
})
export type PackManifest = z.infer<typeof packManifestSchema>

export const packSignatureSchema = z.strictObject({
  format: z.literal('throughline.pack-signature'),
  signs: z.literal('manifest.json'),
  algorithm: z.literal('Ed25519'),
  signature: z.string().max(200),
})

const ruleSchema = z.strictObject({ code: z.string(), version: z.string() })
const MOST_FIGURES = 5000
const MOST_MONTHS = 120
const MOST_MONTHLY = 100

/**
 * The exact counts of one practice in one period, with the sums between them. Nobody is in it: no row, no date and no
 * text of a person. Days behind a median stand as a histogram, so that no order ties them together.
 */
export const practiceFiguresSchema = z.strictObject({
  $schema: z.literal(FIGURES_SCHEMA_ID),
  format: z.literal('throughline.practice-figures'),
  formatVersion: z.literal(FIGURES_VERSION),
  /** The frozen report that they stand behind. */
  id: uuidSchema,
  practiceName: z.string().min(1).max(120),
  odsCode: z.string().min(1).max(12),
  nation: z.enum(NATIONS.map(({ code }) => code)),
  networkName: z.string().max(120),
  listSize: z.number().int().min(1).max(3_000_000),
  listSizeOn: isoDateSchema,
  from: isoDateSchema,
  to: isoDateSchema,
  frozenAt: z.iso.datetime(),
  producedBy: z.string().max(120),
  demo: z.boolean(),
  /** By which rules: packs that were counted by others are not added up. */
  rules: z.strictObject({ support: ruleSchema, review: ruleSchema, letters: z.string().max(200) }),
  figures: z
    .array(z.strictObject({ id: z.string().max(120), value: z.number().int().min(0).max(10_000_000) }))
    .max(MOST_FIGURES),
  sums: z
    .array(z.strictObject({ total: z.string().max(120), parts: z.array(z.string().max(120)).max(MOST_FIGURES) }))
    .max(MOST_FIGURES),
  /** How many letters took how many days, in order of days. */
  histograms: z
    .array(
      z.strictObject({
        id: z.string().max(120),
        countId: z.string().max(120),
        days: z
          .array(z.tuple([z.number().int().min(-100_000).max(100_000), z.number().int().min(1).max(10_000_000)]))
          .max(20_000),
      }),
    )
    .max(500),
  /** Some of the counts month by month, the oldest first: each month as a report of that month alone would count it. */
  monthly: z.strictObject({
    figures: z.array(z.string().max(120)).max(MOST_MONTHLY),
    months: z
      .array(
        z.strictObject({
          month: monthSchema,
          /** In the order of `figures`. */
          values: z.array(z.number().int().min(0).max(10_000_000)).max(MOST_MONTHLY),
        }),
      )
      .max(MOST_MONTHS),
  }),
})
export type PracticeFigures = z.infer<typeof practiceFiguresSchema>

/**
 * What a check came to. `new-key` and `other-key` are unchanged packs of a practice whose key is not remembered, or whose
 * remembered key is another.
 */
export const packStateSchema = z.enum([
  'genuine',
  'new-key',
  'other-key',
  'changed',
  'older',
  'newer',
  'sealed',
  'wrong-passphrase',
  'not-a-pack',
  'damaged',
])
export type PackState = z.infer<typeof packStateSchema>

export const packChangeSchema = z.object({ member: z.string(), how: z.enum(['changed', 'missing', 'added']) })
export type PackChange = z.infer<typeof packChangeSchema>

export const packSignerSchema = z.object({
  fingerprint: keyFingerprintSchema,
  /** The key of this register itself. */
  isOurs: z.boolean(),
  /** When and by whom it was taken for the practice's own; null where nobody did. */
  trustedAt: z.string().nullable(),
  trustedBy: z.string().nullable(),
  /** Other keys that are remembered for this practice. */
  others: z.array(keyFingerprintSchema),
})

/** Whether the file itself is what was signed, before anybody asks whose key it is. */
export const inspectedPackSchema = z.object({
  state: packStateSchema,
  /** What was found, in one or two sentences. */
  sentence: z.string(),
  changes: z.array(packChangeSchema),
  wasSealed: z.boolean(),
  /** Of the whole file. */
  sha256: sha256Schema,
  manifest: packManifestSchema.nullable(),
  /** The report inside, where the pack is unchanged and of that kind. */
  dataset: reportDatasetSchema.nullable(),
})

export type InspectedPack = z.infer<typeof inspectedPackSchema>

export const checkedPackSchema = inspectedPackSchema.extend({ signer: packSignerSchema.nullable() })
export type CheckedPack = z.infer<typeof checkedPackSchema>

export const knownSignerSchema = z.object({
  id: uuidSchema,
  odsCode: z.string(),
  practiceName: z.string(),
  fingerprint: keyFingerprintSchema,
  trustedAt: z.string(),
  trustedBy: z.string(),
  version: z.number().int(),
})
export type KnownSigner = z.infer<typeof knownSignerSchema>
