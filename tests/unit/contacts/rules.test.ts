import { assert, constantFrom, option, property, record, string, uniqueArray, uuid } from 'fast-check'
import { describe, expect, it } from 'vitest'
import { approachOf, contactMap, foundContacts, wantsTalk } from '#shared/features/contacts/rules.ts'
import {
  CONTACT_KINDS,
  CONTACT_LEVELS,
  type Contact,
  contactFieldsSchema,
  type ContactLevel,
} from '#shared/features/contacts/schema.ts'

const aContact = (change: Partial<Contact> = {}): Contact => ({
  id: '01900000-0000-7000-8000-000000000001',
  version: 1,
  name: 'Carys Penhale',
  role: 'Team coordinator',
  organisation: 'Wexcombe General',
  kind: 'hospital',
  phone: null,
  email: null,
  notes: '',
  influence: null,
  interest: null,
  lastSpokenOn: null,
  ...change,
})

const level = option(constantFrom(...CONTACT_LEVELS.map(({ code }) => code)))
const contact = record({
  id: uuid(),
  name: string({ minLength: 1, maxLength: 20 }),
  kind: constantFrom(...CONTACT_KINDS.map(({ code }) => code)),
  influence: level,
  interest: level,
}).map((made) => aContact(made))

describe('the map of influence and interest', () => {
  it('shows everybody once: in one square, or among those not placed', () => {
    assert(
      property(uniqueArray(contact, { selector: ({ id }) => id, maxLength: 30 }), (contacts) => {
        const map = contactMap(contacts)
        const shown = [...map.rows.flat().flatMap((square) => square.contacts), ...map.unplaced].map(({ id }) => id)
        expect(shown.toSorted()).toEqual(contacts.map(({ id }) => id).toSorted())
        for (const square of map.rows.flat())
          for (const one of square.contacts)
            expect([one.influence, one.interest]).toEqual([square.influence, square.interest])
      }),
    )
  })

  it('has the strongest influence at the top and an approach for each square', () => {
    const { rows } = contactMap([])
    expect(rows.map((squares) => squares.map(({ approach }) => approach))).toEqual([
      ['win', 'closely', 'closely'],
      ['watch', 'inform', 'inform'],
      ['watch', 'watch', 'inform'],
    ])
  })

  it('judges nobody whose influence or interest is not written', () => {
    for (const one of [null, 'high'] as (ContactLevel | null)[]) {
      expect(approachOf({ influence: one, interest: null })).toBeNull()
      expect(approachOf({ influence: null, interest: one })).toBeNull()
    }
  })
})

describe('who wants a call', () => {
  const close = { influence: 'high', interest: 'high' } as const
  it('is somebody worked with closely, from the day after three months', () => {
    expect(wantsTalk({ ...close, lastSpokenOn: '2026-08-23' }, '2026-11-23')).toBe(false)
    expect(wantsTalk({ ...close, lastSpokenOn: '2026-08-22' }, '2026-11-23')).toBe(true)
    expect(wantsTalk({ ...close, lastSpokenOn: null }, '2026-11-23')).toBe(true)
  })
  it('is nobody else', () => {
    expect(wantsTalk({ influence: 'low', interest: 'high', lastSpokenOn: null }, '2026-11-23')).toBe(false)
    expect(wantsTalk({ influence: null, interest: null, lastSpokenOn: null }, '2026-11-23')).toBe(false)
  })
})

describe('finding a contact', () => {
  const contacts = [
    aContact({ name: 'Nerys O’Hill', role: 'Lung nurse' }),
    aContact({ name: 'Lewis Marrable', kind: 'charity', organisation: 'Harbour', notes: 'Wellbeing mornings' }),
  ]
  const names = (find: string, kind: Contact['kind'] | null = null): string[] =>
    foundContacts(contacts, { find, kind }).map(({ name }) => name)
  it('takes every word wherever it stands, without minding marks and capitals', () => {
    expect(names('ohill lung')).toEqual(['Nerys O’Hill'])
    expect(names('HARBOUR mornings')).toEqual(['Lewis Marrable'])
    expect(names('charity')).toEqual(['Lewis Marrable'])
    expect(names('lung mornings')).toEqual([])
    expect(names('  ')).toHaveLength(2)
  })
  it('narrows by kind besides', () => {
    expect(names('', 'charity')).toEqual(['Lewis Marrable'])
    expect(names('lung', 'charity')).toEqual([])
  })
})

describe('what is written of a contact', () => {
  const read = (change: Record<string, unknown>) =>
    contactFieldsSchema.safeParse({ name: 'Carys', kind: 'hospital', ...change })
  it('takes numbers and addresses as people write them', () => {
    for (const phone of ['01632 960 140', '+44 (0)1632 960140', '01632 960140 ext 12', '2214'])
      expect([phone, read({ phone }).success]).toEqual([phone, true])
    for (const email of ['a@b.example', 'team.one+x@host.org.uk'])
      expect([email, read({ email }).success]).toEqual([email, true])
  })
  it('refuses what cannot be one, in words', () => {
    const words = (change: Record<string, unknown>) => read(change).error?.issues[0]?.message
    expect(words({ phone: 'ask reception' })).toContain('Use digits')
    expect(words({ email: 'carys at host' })).toContain('name@example.org')
    expect(words({ email: 'a@b..org' })).toContain('name@example.org')
    expect(words({ name: ' ' })).toBe('Write who it is')
  })
})
