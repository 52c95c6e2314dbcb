import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { isOneSlipApart, soundOf } from '#shared/features/duplicates/name-likeness.ts'
import { blockingKeys, type MatchFields, matchPerson, otherWayRound } from '#shared/features/duplicates/match-person.ts'
import {
  bandOf,
  LEAST_POINTS,
  MATCH_FIELDS,
  matchScore,
  reasonsAgainst,
} from '#shared/features/duplicates/match-score.ts'
import { isDisagreement, takenFromOther, usualSide } from '#shared/features/duplicates/merge-fields.ts'

const SEED = { numRuns: 300 }

const maureen: MatchFields = {
  id: 'a',
  surname: 'Ashworth',
  givenName: 'Maureen',
  knownAs: null,
  previousSurname: null,
  birthDate: '1958-03-14',
  sex: '2',
  nhsNumber: null,
  localId: null,
  postcode: null,
  phoneHome: null,
  phoneMobile: null,
}
const points = (change: Partial<MatchFields>, base: Partial<MatchFields> = {}): number =>
  matchScore(matchPerson({ ...maureen, ...base }), matchPerson({ ...maureen, id: 'b', ...base, ...change })).points
const words = (field: string, change: Partial<MatchFields>, base: Partial<MatchFields> = {}): string | undefined =>
  matchScore(
    matchPerson({ ...maureen, ...base }),
    matchPerson({ ...maureen, id: 'b', ...base, ...change }),
  ).fields.find((one) => one.field === field)?.words

describe('the score of two records', () => {
  it('is likely for the same name, birth and sex, and very likely with address and telephone', () => {
    expect(bandOf(points({}))).toBe('likely')
    const lives = { postcode: 'WX1 2AP', phoneHome: '01632 960 001' }
    expect(bandOf(points({ phoneHome: null, phoneMobile: '+44 1632 960001' }, lives))).toBe('very_likely')
  })

  it.each([
    ['a letter of the surname', { surname: 'Ashwarth' }, 'surname', 'one letter apart'],
    ['a surname that sounds alike', { surname: 'Ashwurthe' }, 'surname', 'sound alike'],
    ['half of a double surname', { surname: 'Ashworth-Pell' }, 'surname', 'one is part of the other'],
    ['a married name', { surname: 'Pell', previousSurname: 'Ashworth' }, 'surname', 'the same, as an earlier surname'],
    ['a short form', { givenName: 'Mo' }, 'givenName', 'a short form of one name'],
    ['a middle name', { givenName: 'Maureen Ann' }, 'givenName', 'the same but for a middle name'],
    [
      'names the other way round',
      { surname: 'Maureen', givenName: 'Ashworth' },
      'surname',
      'first name and surname the other way round',
    ],
    ['one digit of the birth date', { birthDate: '1958-03-15' }, 'birthDate', 'one digit apart'],
    ['two digits of it turned round', { birthDate: '1985-03-14' }, 'birthDate', 'one digit apart'],
  ])('forgives %s', (_name, change, field, said) => {
    expect(words(field, change)).toBe(said)
    expect(points(change)).toBeGreaterThanOrEqual(LEAST_POINTS)
  })

  it('forgives day and month the other way round', () => {
    const june = { birthDate: '1958-06-05' }
    expect(words('birthDate', { birthDate: '1958-05-06' }, june)).toBe('day and month the other way round')
    expect(points({ birthDate: '1958-05-06' }, june)).toBeGreaterThanOrEqual(LEAST_POINTS)
  })

  it('sees digits of an NHS number that were turned round', () => {
    expect(words('nhsNumber', { nhsNumber: '9990000081' }, { nhsNumber: '9990000018' })).toBe(
      'one digit apart, or two the other way round',
    )
  })

  it('takes two NHS numbers as two people, whatever name and birth', () => {
    const two = { nhsNumber: '9990000107' }
    expect(points(two, { nhsNumber: '9994567892' })).toBeLessThan(LEAST_POINTS)
  })

  it('takes twins as two people', () => {
    const home = { postcode: 'WX1 2AP', phoneHome: '01632 960001' }
    expect(points({ givenName: 'Deirdre' }, home)).toBeLessThan(LEAST_POINTS)
  })

  it('counts nothing for what one of the two does not have', () => {
    const found = matchScore(matchPerson(maureen), matchPerson({ ...maureen, id: 'b', birthDate: null }))
    expect(found.fields.filter((one) => one.points === null).map(({ field }) => field)).toEqual([
      'nhsNumber',
      'birthDate',
      'localId',
      'postcode',
      'phone',
    ])
  })

  it('says nothing of sex where one is not known, and speaks against where both are', () => {
    expect(words('sex', { sex: 'X' })).toBe('one of the two does not have it')
    expect(reasonsAgainst(matchScore(matchPerson(maureen), matchPerson({ ...maureen, id: 'b', sex: '1' })))).toEqual([
      'Sex: different',
    ])
  })

  it('has weights that make a hundred', () => {
    expect(MATCH_FIELDS.reduce((sum, { weight }) => sum + weight, 0)).toBe(100)
  })

  const optional = (texts: readonly string[]) => fc.constantFrom(null, ...texts)
  const anybody = fc.record({
    id: fc.constantFrom('a', 'b'),
    surname: fc.constantFrom('Ashworth', 'Ashwarth', 'Pell', 'de Souza', '', 'O’Neill', '李'),
    givenName: fc.constantFrom('Maureen', 'Mo', 'William', 'Bill', '', 'J'),
    knownAs: optional(['Mo', 'Billy']),
    previousSurname: optional(['Ashworth', 'Pell']),
    birthDate: optional(['1958-03-14', '1958-03-04', '1958-04-03', '2001-12-31']),
    sex: fc.constantFrom('1', '2', '9', 'X'),
    nhsNumber: optional(['9990000018', '9990000107']),
    localId: optional(['', '12', '13']),
    postcode: optional(['', 'WX1 2AP', 'WX1']),
    phoneHome: optional(['01632 960001', '0']),
    phoneMobile: optional(['07700 900001']),
  }) as fc.Arbitrary<MatchFields>

  it('is the same from either side, lies between 0 and 100, and is never more than with oneself', () => {
    fc.assert(
      fc.property(anybody, anybody, (one, other) => {
        const [a, b] = [matchPerson(one), matchPerson(other)]
        const { points: there } = matchScore(a, b)
        expect(matchScore(b, a).points).toBe(there)
        expect(there).toBeGreaterThanOrEqual(0)
        expect(there).toBeLessThanOrEqual(100)
        const own = matchScore(a, a)
        expect(own.fields.every(({ points: given }) => given === null || given >= 0)).toBe(true)
      }),
      SEED,
    )
  })

  it('finds every pair that is worth showing by a key that both have', () => {
    fc.assert(
      fc.property(anybody, anybody, (one, other) => {
        // The register gives one NHS number to one person.
        const [a, b] = [matchPerson(one), matchPerson({ ...other, nhsNumber: null })]
        if (matchScore(a, b).points < LEAST_POINTS) return
        const keys = new Set(blockingKeys(a))
        expect(blockingKeys(b).some((key) => keys.has(key))).toBe(true)
      }),
      { ...SEED, numRuns: 3000 },
    )
  })
})

describe('names and dates', () => {
  it('sound alike when they are said alike', () => {
    const pairs = [
      ['stephens', 'stevens'],
      ['macdonald', 'mcdonald'],
      ['knight', 'night'],
      ['phillips', 'filips'],
      ['smith', 'smyth'],
      ['catherine', 'kathryn'],
    ] as const
    expect(pairs.filter(([one, other]) => soundOf(one) !== soundOf(other))).toEqual([])
    expect(soundOf('ashworth')).not.toBe(soundOf('pell'))
  })

  it('are one slip apart exactly when one letter differs, is missing, or two are turned', () => {
    const text = fc.string({ minLength: 1, maxLength: 8, unit: fc.constantFrom('a', 'b', 'c') })
    fc.assert(
      fc.property(text, fc.nat(7), fc.constantFrom('a', 'b', 'c'), (name, at, letter) => {
        const place = at % name.length
        const changed = name.slice(0, place) + letter + name.slice(place + 1)
        const longer = name.slice(0, place) + letter + name.slice(place)
        expect(isOneSlipApart(name, changed)).toBe(name !== changed)
        expect(isOneSlipApart(name, longer)).toBe(true)
        expect(isOneSlipApart(longer, name)).toBe(true)
      }),
      SEED,
    )
    expect(isOneSlipApart('abcd', 'badc')).toBe(false)
    expect(isOneSlipApart('abcd', 'acbd')).toBe(true)
  })

  it('turn day and month only where both ways are dates', () => {
    expect(otherWayRound('1958-03-14')).toBeNull()
    expect(otherWayRound('1958-03-04')).toBe('1958-04-03')
    expect(otherWayRound('1958-04-04')).toBeNull()
  })
})

describe('what is taken when two records become one', () => {
  it('is never a blank over something', () => {
    expect(usualSide('usualGp', [null], ['Dr Rao'])).toBe('other')
    expect(usualSide('usualGp', [''], ['Dr Rao'])).toBe('other')
    expect(usualSide('usualGp', ['Dr Eze'], ['Dr Rao'])).toBe('kept')
    expect(usualSide('sex', ['X'], ['2'])).toBe('other')
  })

  it('is the fuller of two that go together, by the part that counts', () => {
    expect(usualSide('address', ['WX1 2AP', null], ['WX1 2AP', '5 Sample Row'])).toBe('other')
    expect(usualSide('address', [null, '1 High Street'], ['WX1 2AP', null])).toBe('both')
    expect(takenFromOther('address', 'both', [null, '1 High Street'])).toEqual([true, false])
    expect(takenFromOther('address', 'other', [null, '1 High Street'])).toEqual([true, true])
    expect(usualSide('carer', [null, null, '01632 960001'], ['Ann Pell', null, null])).toBe('both')
    expect(usualSide('address', ['WX1 2AP', null], ['WX9 9ZZ', '5 Sample Row'])).toBe('kept')
    expect(usualSide('nhsNumber', [null, '03'], ['9990000018', '01'])).toBe('other')
    expect(usualSide('nhsNumber', ['9990000018', null], [null, '03'])).toBe('kept')
  })

  it('leaves out of sharing whoever was left out on either', () => {
    expect(usualSide('leaveOutOfSharing', [0], [1])).toBe('other')
    expect(usualSide('leaveOutOfSharing', [true], [false])).toBe('kept')
  })

  it('is asked about only where both have something else', () => {
    expect(isDisagreement('surname', ['Ashworth'], ['Pell'])).toBe(true)
    expect(isDisagreement('surname', ['Ashworth'], ['Ashworth'])).toBe(false)
    expect(isDisagreement('usualGp', [null], ['Dr Rao'])).toBe(false)
    expect(isDisagreement('nhsNumber', [null, '03'], ['9990000018', '01'])).toBe(false)
  })
})
