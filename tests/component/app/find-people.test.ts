import { describe, expect, it } from 'vitest'
import { findPeople } from '#renderer/app/find-people.ts'
import { aPerson } from '#tests/support/builders.ts'
import { componentCoreForEachTest } from '#tests/support/component-screen.tsx'

const core = componentCoreForEachTest()

describe('the finder', () => {
  it('tells two people of one name apart, whatever identifies them', async () => {
    const named = { surname: 'Pryce', givenName: 'Owen', birthDate: null, nhsNumber: null }
    const { register } = core.current().client
    await register.addPerson({ person: aPerson({ ...named, localId: 'L-17' }), episode: null })
    await register.addPerson({ person: aPerson({ ...named, localId: 'L-18' }), episode: null })
    const found = await findPeople('pryce', new AbortController().signal)
    expect(found.map(({ name, detail }) => `${name}: ${detail}`)).toEqual([
      'PRYCE, Owen: L-17, birth date not known',
      'PRYCE, Owen: L-18, birth date not known',
    ])
  })
})
