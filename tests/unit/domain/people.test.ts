import { describe, expect, it } from 'vitest'

import {
  ACCESS_ROLES,
  DEATH_PLACES,
  displayName,
  ETHNIC_CATEGORIES,
  labelOf,
  NATIONS,
  parseSex,
  SEX_CODES,
} from '#shared/domain/people.ts'
import { routeLabel, ROUTES_TO_DIAGNOSIS } from '#shared/domain/routes.ts'

describe('people', () => {
  it('writes a name as on NHS letters', () => {
    expect(displayName({ surname: 'Ashworth', givenName: 'Maureen', title: 'Mrs' })).toBe('ASHWORTH, Maureen (Mrs)')
    expect(displayName({ surname: 'Ashworth', givenName: 'Maureen' })).toBe('ASHWORTH, Maureen')
    expect(displayName({ surname: 'Ashworth', givenName: '', title: null })).toBe('ASHWORTH')
  })

  it('has lists without repeats and labels for each code', () => {
    for (const entries of [SEX_CODES, ETHNIC_CATEGORIES, DEATH_PLACES, NATIONS, ACCESS_ROLES, ROUTES_TO_DIAGNOSIS]) {
      const codes = entries.map(({ code }) => code)
      expect(new Set(codes).size).toBe(codes.length)
    }
    expect(ETHNIC_CATEGORIES.map(({ code }) => code).join('')).toBe('ABCDEFGHJKLMNPRSZ99')
    expect(labelOf(SEX_CODES, 'X')).toBe('Not known')
    expect(labelOf(DEATH_PLACES, null)).toBe('Not recorded')
    expect(routeLabel('emergency')).toBe('Emergency route (practice-recorded)')
  })

  it('reads a sex as exports write it', () => {
    expect(['Male', ' female ', 'F', '1', 'Unknown', 'Indeterminate', '0', 'n/a'].map(parseSex)).toEqual([
      '1',
      '2',
      '2',
      '1',
      'X',
      '9',
      null,
      null,
    ])
  })
})
