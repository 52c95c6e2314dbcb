import { describe, expect, it } from 'vitest'
import { identityWords, type PersonLine } from '#shared/domain/person-line.ts'

const person = (known: Partial<PersonLine>): PersonLine => ({
  id: '01900000-0000-7000-8000-000000000001',
  title: null,
  surname: 'Ashworth',
  givenName: 'Maureen',
  nhsNumber: null,
  localId: null,
  birthDate: null,
  sex: '2',
  ...known,
})

describe('what tells two people of one name apart', () => {
  it.each([
    [{ nhsNumber: '9990000018', localId: 'B17', birthDate: '1958-03-14' }, '999 000 0018, 14 Mar 1958'],
    [{ localId: 'B17', birthDate: '1958-03-14' }, 'B17, 14 Mar 1958'],
    [{ nhsNumber: '9990000018' }, '999 000 0018, birth date not known'],
    [{}, 'No NHS number, birth date not known'],
  ])('of %o are %s', (known, words) => {
    expect(identityWords(person(known))).toBe(words)
  })
})
