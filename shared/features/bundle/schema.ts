import { z } from 'zod'
import { shortText, uuidSchema } from '#shared/domain/schemas.ts'

/** The number of the format that this Throughline writes and reads. */
export const BUNDLE_FORMAT_VERSION = 1

/** A zip of CSV files with their schema, or one workbook. Both hold the same and come back the same. */
export const BUNDLE_FORMATS = [
  { code: 'zip', label: 'Zip of CSV files' },
  { code: 'xlsx', label: 'Excel workbook' },
] as const
export const bundleFormatSchema = z.enum(BUNDLE_FORMATS.map(({ code }) => code))
export type BundleFormat = z.infer<typeof bundleFormatSchema>

/** The first two sheets of a bundle that is a workbook, by which it is known. Their names hold a blank, as no table's does. */
export const COVER_SHEET = 'read me'
export const COLUMNS_SHEET = 'all columns'

/** The most rows that a workbook is written for: it is made and read in memory. A zip has no such limit. */
export const MOST_WORKBOOK_ROWS = 100_000

export const sha256Schema = z.string().regex(/^[0-9a-f]{64}$/)

const countSchema = z.number().int().min(0)
const nameSchema = z.string().regex(/^[a-z][a-z0-9_]{0,62}$/)

export const bundledTableSchema = z.strictObject({
  table: nameSchema,
  rows: countSchema,
  /** Of the table as a CSV file, heading included; the same for a workbook. */
  sha256: sha256Schema,
})
export type BundledTable = z.infer<typeof bundledTableSchema>

/** `manifest.json` of a bundle; in a workbook a cell of its first sheet. */
export const manifestSchema = z.strictObject({
  format: z.literal('throughline-bundle'),
  formatVersion: z.literal(BUNDLE_FORMAT_VERSION),
  /** The Throughline that wrote it. */
  appVersion: z.string().max(40),
  /** The number of the newest migration of the register: the layout of the tables. */
  layout: countSchema,
  createdAt: z.iso.datetime(),
  practice: z.strictObject({ name: z.string().max(120), odsCode: z.string().max(12), isDemo: z.boolean() }),
  /** See `contentHashOf`: the same for two registers exactly when all their bundled tables are the same. */
  contentHash: sha256Schema,
  tables: z.array(bundledTableSchema).max(200),
  /** Of `schema.json`; null in a workbook, which has a sheet in its place. */
  schemaSha256: sha256Schema.nullable(),
})
export type Manifest = z.infer<typeof manifestSchema>

/** What a register or a bundle holds, without naming anybody. */
export const fingerprintSchema = z.object({
  contentHash: sha256Schema,
  people: countSchema,
  rows: countSchema,
})
export type Fingerprint = z.infer<typeof fingerprintSchema>

export const writtenBundleSchema = fingerprintSchema.extend({ bytes: countSchema, format: bundleFormatSchema })
export type WrittenBundle = z.infer<typeof writtenBundleSchema>

export const bundleLeadSchema = z.object({ id: uuidSchema, name: z.string(), jobTitle: z.string() })

export const checkedBundleSchema = fingerprintSchema.extend({
  format: bundleFormatSchema,
  createdAt: z.string(),
  appVersion: z.string(),
  practiceName: z.string(),
  odsCode: z.string(),
  isDemo: z.boolean(),
  /** The cancer leads of the bundle: whoever brings it in becomes one of them. */
  leads: z.array(bundleLeadSchema),
})
export type CheckedBundle = z.infer<typeof checkedBundleSchema>

export const writeBundleSchema = z.object({
  fileHandle: z.string(),
  format: bundleFormatSchema,
  /** Why a file that names everybody is needed: kept in the audit trail. */
  reason: shortText(200).refine((text) => text.length >= 3, { error: 'Say why in a few words' }),
})

export const bringInSchema = z.object({
  fileHandle: z.string(),
  /** As the check showed it: a file that was exchanged since is refused. */
  contentHash: sha256Schema,
  /** Who of the bundle's cancer leads the person signed in is from now on. */
  leadId: uuidSchema,
  passphrase: z.string().min(1, 'Type your passphrase').max(1024),
})
