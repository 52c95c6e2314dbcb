import { z } from 'zod'
import { FIGURES_SCHEMA_ID, packManifestSchema, practiceFiguresSchema } from '#shared/features/packs/schema.ts'
import { canonicalJson } from '../../canonical-json.ts'

const jsonSchema = (schema: z.ZodType, facts: Readonly<Record<string, string>>): string =>
  canonicalJson({ ...z.toJSONSchema(schema, { target: 'draft-2020-12', unrepresentable: 'any' }), ...facts })

/** What the counts of a practice pack may hold (JSON Schema 2020-12). */
export const figuresJsonSchema = (): string =>
  jsonSchema(practiceFiguresSchema, {
    $id: FIGURES_SCHEMA_ID,
    title: 'Throughline practice figures, version 1',
    description: 'The exact counts of one practice in one period, for the lead of its network. Nobody is in it.',
  })

/** What the manifest of a pack may hold (JSON Schema 2020-12). */
export const manifestJsonSchema = (): string =>
  jsonSchema(packManifestSchema, {
    $id: 'urn:throughline:pack:1',
    title: 'Throughline pack manifest, version 1',
    description: 'What a pack says of itself. The Ed25519 signature in signature.json is over exactly its bytes.',
  })
