import { displayName } from '#shared/domain/people.ts'
import { identityWords } from '#shared/domain/person-line.ts'
import { core } from './core-client.ts'
import type { FindPeople } from './palette-search.ts'

/** People of the register who match what is typed, as the finder shows them. */
export const findPeople: FindPeople = async (text, signal) => {
  const people = await core.register.find({ text }, { signal })
  return people.map((person) => ({
    id: person.id,
    name: displayName({ surname: person.surname, givenName: person.givenName, localId: person.localId }),
    detail: identityWords(person),
  }))
}
