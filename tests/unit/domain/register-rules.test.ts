import { assert, integer, option, property, string, tuple } from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type DateRange, endsBeforeItStarts, surelyOverlap } from '#shared/domain/date-ranges.ts'
import type { PartialDate } from '#shared/domain/partial-date.ts'
import { displayName, nameToSortBy } from '#shared/domain/people.ts'
import { normalisePostcode, onlyTheArea, outwardPostcode } from '#shared/domain/postcode.ts'
import { isOnPracticeRegister, practiceRegister } from '#shared/domain/practice-register.ts'

const RUNS = { numRuns: 300 } as const

describe('the practice’s own register', () => {
  const bowel = {
    tumourGroup: 'lower_gi',
    icd10Code: 'C18',
    diagnosisDate: { date: '2020-05-01', precision: 'day' },
    kind: 'new_primary',
    behaviour: null,
    site: null,
    onPracticeRegister: null,
    practiceRegisterReason: null,
  } as const
  const old = { ...bowel, diagnosisDate: { date: '1999-05-01', precision: 'day' } } as const

  it('follows the QOF rule until somebody chooses', () => {
    expect(practiceRegister(bowel)).toMatchObject({ onRegister: true, chosen: false })
    expect(practiceRegister(old)).toMatchObject({
      onRegister: false,
      chosen: false,
      reason: 'Follows the QOF rule. Left out: diagnosed 1 May 1999, before 1 Apr 2003',
    })
  })

  it('then follows the choice, with its reason, whatever the rule says', () => {
    const kept = { ...old, onPracticeRegister: true, practiceRegisterReason: 'Still under follow-up' }
    expect(practiceRegister(kept)).toEqual({ onRegister: true, chosen: true, reason: 'Still under follow-up' })
    for (const episode of [bowel, old]) {
      for (const choice of [true, false])
        expect(isOnPracticeRegister({ ...episode, onPracticeRegister: choice })).toBe(choice)
      expect(isOnPracticeRegister(episode)).toBe(practiceRegister(episode).onRegister)
    }
  })
})

describe('postcodes', () => {
  it('are written alike and cut to their first half', () => {
    expect(normalisePostcode(' ab12cd ')).toBe('AB1 2CD')
    expect(normalisePostcode('sw1a1aa')).toBe('SW1A 1AA')
    expect(normalisePostcode('ab1')).toBe('AB1')
    expect(outwardPostcode('AB1 2CD')).toBe('AB1')
    expect(outwardPostcode('ab12cd')).toBe('AB1')
    expect(outwardPostcode('AB1')).toBe('AB1')
    expect(outwardPostcode('ab12cd, the annexe')).toBe('AB1')
    expect(outwardPostcode('')).toBe('')
    expect(onlyTheArea({ address: '1 Sample Street', postcode: 'ze1 0aa' })).toEqual({ address: null, postcode: 'ZE1' })
    expect(onlyTheArea({ address: null, postcode: null })).toEqual({ address: null, postcode: null })
  })

  it('stay as they are when read twice', () => {
    assert(
      property(string({ maxLength: 12 }), (text) => {
        expect(normalisePostcode(normalisePostcode(text))).toBe(normalisePostcode(text))
        expect(outwardPostcode(outwardPostcode(text))).toBe(outwardPostcode(text))
      }),
      RUNS,
    )
  })
})

describe('somebody without a name', () => {
  it('is called by their local number, and comes after everybody else', () => {
    expect(displayName({ surname: '', givenName: '', localId: '123' })).toBe('No name recorded (local id 123)')
    expect(displayName({ surname: ' ', title: 'Mrs' })).toBe('No name recorded')
    expect(displayName({ surname: '', givenName: 'Zoë', localId: '123' })).toBe('Zoë')
    const sorted = ['', 'Żyła', 'Ashworth', 'Ω', '李']
      .map((surname) => nameToSortBy({ surname, localId: '9' }))
      .toSorted()
    expect(sorted.at(-1)).toBe(nameToSortBy({ surname: '', localId: '9' }))
    expect(nameToSortBy({ surname: 'O’Neill', givenName: 'José' })).toBe('oneill jose')
  })
})

describe('times with a practice', () => {
  const day = (date: string): PartialDate => ({ date, precision: 'day' })
  const year = (number: number): PartialDate => ({ date: `${number}-01-01`, precision: 'year' })
  const stay = (from: PartialDate | null, to: PartialDate | null): DateRange => ({ from, to })

  it('overlap only where it is sure', () => {
    const current = stay(day('2015-04-01'), null)
    expect(surelyOverlap(current, stay(day('2020-01-01'), null))).toBe(true)
    expect(surelyOverlap(current, stay(day('2010-01-01'), day('2015-04-01')))).toBe(false)
    expect(surelyOverlap(current, stay(day('2010-01-01'), day('2015-04-02')))).toBe(true)
    expect(surelyOverlap(current, stay(year(2010), year(2015)))).toBe(false)
    expect(surelyOverlap(current, stay(year(2010), year(2016)))).toBe(true)
    expect(surelyOverlap(stay(null, null), current)).toBe(true)
    expect(surelyOverlap(stay(null, null), stay(null, null))).toBe(true)
    expect(surelyOverlap(stay(null, day('2014-01-01')), current)).toBe(false)
  })

  it('overlap the same way round, and never when one ends before the other begins', () => {
    const years = option(integer({ min: 1990, max: 2026 }).map(year))
    const anyStay = tuple(years, years).map(([from, to]) => stay(from, to))
    assert(
      property(anyStay, anyStay, (a, b) => {
        expect(surelyOverlap(a, b)).toBe(surelyOverlap(b, a))
        const apart = a.to !== null && b.from !== null && a.to.date < b.from.date
        expect(apart && surelyOverlap(a, b)).toBe(false)
      }),
      RUNS,
    )
  })

  it('cannot end before they begin', () => {
    expect(endsBeforeItStarts(stay(day('2015-04-01'), day('2015-03-31')))).toBe(true)
    expect(endsBeforeItStarts(stay(day('2015-04-01'), year(2015)))).toBe(false)
    expect(endsBeforeItStarts(stay(null, year(2015)))).toBe(false)
  })
})
