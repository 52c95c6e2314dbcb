import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { addDays } from '#shared/domain/partial-date.ts'
import { dueItems } from '#shared/features/journey/due-rules.ts'
import { daysAllowed, DEFAULT_BOOK, LETTER_RULES, letterRuleFor } from '#shared/features/journey/letter-rules.ts'
import {
  bookFrom,
  changedTypes,
  daysInForce,
  letterSettingFrom,
  type LetterSetting,
  withNewDays,
} from '#shared/features/letters/days.ts'
import { anEvent } from './journey-builders.ts'

const NOTHING: LetterSetting = { periods: [] }
const choose = (setting: LetterSetting, from: string, days: Record<string, number | null>): LetterSetting =>
  withNewDays(setting, { from, days, setOn: '2026-11-23', setBy: 'Dr Anjali Rao' })

const discharge = anEvent('discharged', '2026-10-12')
const dueOf = (setting: LetterSetting, events = [discharge], notNeeded?: ReadonlySet<string>) =>
  dueItems(
    { episodes: [], events, deathDate: null, ...(notNeeded === undefined ? {} : { notNeeded }) },
    undefined,
    bookFrom(setting),
  ).map(({ dueDate }) => dueDate)

describe('the days that letters may take', () => {
  it('are dated rules with a source', () => {
    for (const rule of LETTER_RULES.rules) {
      expect(rule.source.length).toBeGreaterThan(10)
      expect(rule.from < '2010-01-01').toBe(true)
      expect(letterRuleFor(rule.eventType)).toEqual(rule)
    }
  })

  it('are the defaults until a practice chooses others, from the day on that it says', () => {
    const own = choose(NOTHING, '2026-10-01', { discharged: 3 })
    expect(dueOf(NOTHING)).toEqual(['2026-10-19'])
    expect(dueOf(own)).toEqual(['2026-10-15'])
    expect(daysAllowed('discharged', '2026-09-30', bookFrom(own))).toBe(7)
    expect(daysAllowed('discharged', '2026-10-01', bookFrom(own))).toBe(3)
    expect(daysAllowed('mdt', '2026-10-01', bookFrom(own))).toBe(21)
  })

  it('may say that no letter is expected', () => {
    expect(dueOf(choose(NOTHING, '2026-01-01', { discharged: null }))).toEqual([])
  })

  it('owe no letter that is not needed', () => {
    expect(dueOf(NOTHING, [discharge], new Set([discharge.id]))).toEqual([])
  })

  it('keep what held before and replace what was to come', () => {
    const first = choose(NOTHING, '2026-03-01', { discharged: 5 })
    const second = choose(first, '2026-06-01', { discharged: 10 })
    const third = choose(second, '2026-05-01', { discharged: 2 })
    expect(third.periods.map(({ from }) => from)).toEqual(['2026-03-01', '2026-05-01'])
    expect(daysInForce(third.periods, '2026-04-30')['discharged']).toBe(5)
    expect(daysInForce(third.periods, '2026-07-01')['discharged']).toBe(2)
  })

  it('name the version that figures go by', () => {
    expect(bookFrom(NOTHING)).toEqual(DEFAULT_BOOK)
    expect(bookFrom(choose(NOTHING, '2026-12-01', {})).version).toContain('own days from 1 Dec 2026')
  })

  it('survive being stored, and refuse what no version wrote', () => {
    const own = choose(NOTHING, '2026-10-01', { discharged: 3, mdt: null })
    expect(letterSettingFrom(JSON.stringify(own))).toEqual(own)
    expect(letterSettingFrom(null)).toEqual(NOTHING)
    expect(() => letterSettingFrom('{"periods":[{"from":"yesterday"}]}')).toThrow(/date/)
  })

  it('say which events come by another day: every event outside them keeps its day', () => {
    const types = LETTER_RULES.rules.map(({ eventType }) => eventType)
    const days = fc.dictionary(fc.constantFrom(...types), fc.option(fc.integer({ min: 1, max: 60 })))
    const day = fc.integer({ min: 0, max: 800 }).map((offset) => addDays('2025-01-01', offset))
    fc.assert(
      fc.property(day, days, day, days, fc.constantFrom(...types), day, (from, one, later, other, type, when) => {
        const before = choose(NOTHING, from, one)
        const after = choose(before, later, other)
        const changed = changedTypes(before, after)
        const [then, now] = [daysAllowed(type, when, bookFrom(before)), daysAllowed(type, when, bookFrom(after))]
        const told = changed !== null && changed.types.includes(type) && changed.from <= when
        expect(then === now || told).toBe(true)
      }),
    )
  })
})
