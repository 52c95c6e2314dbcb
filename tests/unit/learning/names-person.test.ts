import { describe, expect, it } from 'vitest'
import { namesPerson } from '#shared/features/learning/words.ts'

const person = { givenName: 'Zoë Ann', surname: "O'Brien-Shaw", knownAs: 'Poppy', previousSurname: null }

describe('whether a change that goes into the plan names the patient', () => {
  it('finds any part of the name as a word of its own, whatever the case or accent', () => {
    for (const text of ['Ring zoe back', 'About Mrs SHAW', 'ann’s letter', 'Brien: compare', 'Call Poppy'])
      expect(namesPerson(text, person)).toBe(true)
  })

  it('finds a number that could be an NHS number', () => {
    expect(namesPerson('Compare 999 000 0018 with the list', person)).toBe(true)
  })

  it('lets words be that only hold a part of it', () => {
    for (const text of ['Plan the annual audit', 'Shawl', 'Ring 5 people by 31 March 2027'])
      expect(namesPerson(text, person)).toBe(false)
  })
})
