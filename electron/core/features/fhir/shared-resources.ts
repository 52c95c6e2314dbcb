import type { UserAccountTable, PracticeTable } from '../../db/schema.ts'
import { pseudonym, type Reference, referenceTo, type Resource, resource } from './resource.ts'
import type { Telling } from './telling.ts'

/** The practice, the hospitals and the people who work here: named by many, written once, before whoever names them. */
export interface SharedResources {
  readonly practice: Reference
  hospital(name: string | null): Reference | undefined
  staff(userId: string | null): Reference | undefined
  /** What was named for the first time since the last call. */
  take(): Resource[]
}

const practiceResource = (id: string, telling: Telling, practice: PracticeTable): Resource => {
  const named = {
    identifier: [{ system: 'https://fhir.nhs.uk/Id/ods-organization-code', value: practice.ods_code }],
    name: telling.typed(practice.name),
  }
  return resource(
    'Organization',
    id,
    telling,
    telling.identity === 'identifiable' ? named : { identifier: [pseudonym(id)] },
  )
}

/** Written the same whichever way somebody typed its capitals and spaces. */
const sameName = (name: string): string => name.trim().replaceAll(/\s+/g, ' ').toLowerCase()

export const sharedResources = (
  telling: Telling,
  practice: PracticeTable,
  users: readonly UserAccountTable[],
): SharedResources => {
  const practiceId = telling.id('Organization', `practice ${practice.id}`)
  const byId = new Map(users.map((user) => [user.id, user]))
  const named = new Set<string>()
  let fresh = [practiceResource(practiceId, telling, practice)]
  const once = (resourceType: 'Organization' | 'Practitioner', id: string, name: string | undefined): Reference => {
    if (!named.has(id)) {
      named.add(id)
      const who = resourceType === 'Organization' ? { name } : { name: [{ text: name }] }
      fresh.push(resource(resourceType, id, telling, name === undefined ? { identifier: [pseudonym(id)] } : who))
    }
    return referenceTo(id)
  }
  return {
    practice: referenceTo(practiceId),
    hospital(name) {
      if (name === null || sameName(name) === '') return undefined
      return once('Organization', telling.id('Organization', `hospital ${sameName(name)}`), telling.typed(name))
    },
    staff(userId) {
      const user = userId === null ? undefined : byId.get(userId)
      return user && once('Practitioner', telling.id('Practitioner', user.id), telling.typed(user.name))
    },
    take() {
      const taken = fresh
      fresh = []
      return taken
    },
  }
}
