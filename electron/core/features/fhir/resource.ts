import type { ResourceType } from '#shared/features/fhir/schema.ts'
import type { CodedLabel } from '#shared/domain/people.ts'
import type { Telling } from './telling.ts'

/** A FHIR resource as it is written. What is undefined is not written. */
export interface Resource {
  readonly resourceType: ResourceType
  readonly id: string
  readonly [element: string]: unknown
}

export interface Reference {
  readonly reference: string
}

/** Codes and extensions of our own. The name of the project stands for an address that nobody can own. */
const OWN = 'https://throughline.invalid/fhir'
const UK_CORE = 'https://fhir.hl7.org.uk/StructureDefinition'

export const ownExtension = (name: string): string => `${OWN}/StructureDefinition/${name}`
export const ownIdentifier = (name: string): string => `${OWN}/Id/${name}`
export const ukCoreExtension = (name: string): string => `${UK_CORE}/Extension-UKCore-${name}`

/** A code of one of our lists, in words too. */
export const ownConcept = (list: string, code: string, label: string): object => ({
  coding: [{ system: `${OWN}/CodeSystem/${list}`, code, display: label }],
  text: label,
})

/** The concept of a code in a list, or nothing for one that is not in it. */
export const conceptIn = (list: string, entries: readonly CodedLabel[], code: string | null): object | undefined => {
  const found = entries.find((entry) => entry.code === code)
  return found === undefined ? undefined : ownConcept(list, found.code, found.label)
}

/** A code of HL7's. */
export const hl7Coding = (list: string, code: string): object => ({
  system: `http://terminology.hl7.org/CodeSystem/${list}`,
  code,
})
export const hl7Concept = (list: string, code: string): object => ({ coding: [hl7Coding(list, code)] })

/** A list as FHIR takes it: never an empty one. */
export const some = <T>(items: readonly (T | undefined)[]): T[] | undefined => {
  const there = items.filter((item) => item !== undefined)
  return there.length === 0 ? undefined : there
}

/** An object as FHIR takes it: never one without anything in it. */
export const filled = <T extends object>(element: T): T | undefined =>
  Object.values(element).some((value) => value !== undefined) ? element : undefined

export const referenceTo = (id: string): Reference => ({ reference: `urn:uuid:${id}` })

/** A note as FHIR takes it: a list of one. */
export const notesOf = (text: string | undefined): object[] | undefined => (text === undefined ? undefined : [{ text }])

/** Which profile a resource means to meet, and that it is pseudonymised, so that it says so outside its bundle too. */
export const metaOf = (resourceType: ResourceType, { identity }: Telling): object => ({
  profile: [`${UK_CORE}/UKCore-${resourceType}`],
  ...(identity === 'pseudonymised' ? { security: [hl7Coding('v3-ObservationValue', 'PSEUDED')] } : {}),
})

/** The head that every resource has. */
export const resource = (
  resourceType: ResourceType,
  id: string,
  telling: Telling,
  elements: Readonly<Record<string, unknown>>,
): Resource => ({ resourceType, id, meta: metaOf(resourceType, telling), ...elements })

/** What stands for a record that is not named: importers may give a resource another id and keep this one. */
export const pseudonym = (id: string): object => ({ system: ownIdentifier('pseudonym'), value: id })
