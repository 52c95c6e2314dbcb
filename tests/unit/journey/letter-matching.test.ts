import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { addDays } from '#shared/domain/partial-date.ts'
import { letterGapDays, matchLetters } from '#shared/features/journey/letter-matching.ts'
import type { StripEvent } from '#shared/features/journey/strip-types.ts'
import { anEvent, TODAY } from './journey-builders.ts'

const answers = (events: readonly StripEvent[]): Record<string, string> =>
  Object.fromEntries([...matchLetters(events)].map(([id, letter]) => [id, letter.id]))

const clinic = anEvent('oncology_clinic', '2026-09-01')
const later = anEvent('oncology_clinic', '2026-10-01')

describe('matchLetters', () => {
  it('takes the first letter of its kind after the event', () => {
    const letter = anEvent('clinic_letter', '2026-09-10')
    expect(answers([clinic, letter, anEvent('clinic_letter', '2026-09-20')])).toEqual({ [clinic.id]: letter.id })
  })

  it('takes a letter of the same day but none from before', () => {
    expect(answers([anEvent('clinic_letter', '2026-08-31'), clinic])).toEqual({})
    const sameDay = anEvent('clinic_letter', '2026-09-01')
    expect(answers([clinic, sameDay])).toEqual({ [clinic.id]: sameDay.id })
  })

  it('takes no letter of another kind', () => {
    expect(answers([clinic, anEvent('discharge_letter', '2026-09-10')])).toEqual({})
  })

  it('lets each letter answer one event, the nearest before it', () => {
    const letter = anEvent('clinic_letter', '2026-10-05')
    expect(answers([clinic, later, letter])).toEqual({ [later.id]: letter.id })
  })

  it('gives two letters after two clinics one each, the first to the first', () => {
    const [first, second] = [anEvent('clinic_letter', '2026-10-05'), anEvent('clinic_letter', '2026-10-09')]
    expect(answers([clinic, later, first, second])).toEqual({ [clinic.id]: first.id, [later.id]: second.id })
  })

  it('does not give a new letter to an old event that never had one, nor the second one', () => {
    const old = anEvent('oncology_clinic', '2025-01-10')
    const letter = anEvent('clinic_letter', '2026-10-08')
    expect(answers([old, later, letter])).toEqual({ [later.id]: letter.id })
    const another = anEvent('clinic_letter', '2026-10-20')
    expect(answers([old, later, letter, another])).toMatchObject({ [later.id]: letter.id })
  })

  it('leaves every later letter with its own clinic when one never came', () => {
    const months = ['04', '05', '06', '07', '08', '09', '10']
    const clinics = months.map((month) => anEvent('oncology_clinic', `2026-${month}-01`))
    const letters = months.slice(1).map((month) => anEvent('clinic_letter', `2026-${month}-08`))
    const events = [...clinics, ...letters].toSorted((a, b) => (a.date < b.date ? -1 : 1))
    expect(answers(events)).toEqual(
      Object.fromEntries(letters.map((letter, index) => [clinics[index + 1]?.id, letter.id])),
    )
  })

  it('takes no letter by itself for what is so old that nobody asks any more', () => {
    const letter = anEvent('clinic_letter', '2026-10-08')
    expect(answers([anEvent('oncology_clinic', '2024-10-07'), letter])).toEqual({})
    const held = anEvent('oncology_clinic', '2024-10-08')
    expect(answers([held, letter])).toEqual({ [held.id]: letter.id })
  })

  it('believes a letter that says what it is about, and leaves the rest in order', () => {
    const said = anEvent('clinic_letter', '2026-10-05', { answersEventId: later.id })
    const next = anEvent('clinic_letter', '2026-10-09')
    expect(answers([clinic, later, said, next])).toEqual({ [later.id]: said.id, [clinic.id]: next.id })
  })

  it('draws a letter to an event that no rule expects one of, when it says so', () => {
    const colonoscopy = anEvent('colonoscopy', '2026-08-26')
    const letter = anEvent('clinic_letter', '2026-09-04', { answersEventId: colonoscopy.id })
    expect(answers([colonoscopy, letter])).toEqual({ [colonoscopy.id]: letter.id })
  })

  it('lets a letter known to the month answer an event of that month', () => {
    const letter = anEvent('clinic_letter', '2026-09')
    expect(answers([letter, anEvent('oncology_clinic', '2026-09-20')])).toEqual({
      'oncology_clinic-2026-09-20': letter.id,
    })
  })

  it('keeps the order of as many letters as clinics that come within three months', () => {
    const apart = fc.array(fc.integer({ min: 0, max: 6 }), { minLength: 1, maxLength: 12 })
    fc.assert(
      fc.property(apart, apart, (gaps, waits) => {
        let [clinicDay, letterDay] = [-400, -400 + gaps.reduce((sum, gap) => sum + gap, 0)]
        const clinics = gaps.map((gap, at) => {
          clinicDay += gap
          return anEvent('oncology_clinic', addDays(TODAY, clinicDay), { id: `clinic-${at}` })
        })
        const letters = gaps.map((_, at) => {
          letterDay += (waits[at] ?? 1) % 2
          return anEvent('clinic_letter', addDays(TODAY, letterDay), { id: `letter-${at}` })
        })
        expect(answers([...clinics, ...letters])).toEqual(
          Object.fromEntries(clinics.map(({ id }, at) => [id, `letter-${at}`])),
        )
      }),
    )
  })

  it('gives one letter to the newest clinic that it can be about', () => {
    const days = fc.uniqueArray(fc.integer({ min: 0, max: 700 }), { minLength: 1, maxLength: 20 })
    fc.assert(
      fc.property(days, fc.integer({ min: 0, max: 700 }), (drawn, came) => {
        const back = (day: number): string => addDays(TODAY, day - 700)
        const clinics = drawn.toSorted((a, b) => a - b).map((day) => anEvent('oncology_clinic', back(day)))
        const letter = anEvent('clinic_letter', back(came))
        const about = clinics.findLast(({ date }) => date <= letter.date)
        expect(answers([...clinics, letter])).toEqual(about === undefined ? {} : { [about.id]: letter.id })
      }),
    )
  })

  it('never uses a letter twice', () => {
    const types = ['oncology_clinic', 'discharged', 'mdt', 'clinic_letter', 'discharge_letter', 'mdt_letter'] as const
    const some = fc.array(fc.tuple(fc.constantFrom(...types), fc.integer({ min: -400, max: 0 })), { maxLength: 40 })
    fc.assert(
      fc.property(some, (drawn) => {
        const events = drawn
          .map(([type, back], index) => anEvent(type, addDays(TODAY, back), { id: `e${index}` }))
          .toSorted((a, b) => (a.date < b.date ? -1 : 1))
        const used = [...matchLetters(events)]
        expect(new Set(used.map(([, letter]) => letter.id)).size).toBe(used.length)
        for (const [id, letter] of used) {
          expect(letter.date >= (events.find((event) => event.id === id)?.date ?? '9')).toBe(true)
        }
      }),
    )
  })
})

describe('letterGapDays', () => {
  it('counts days from the event to the letter', () => {
    expect(letterGapDays(clinic, anEvent('clinic_letter', '2026-09-10'))).toBe(9)
    expect(letterGapDays(clinic, anEvent('clinic_letter', '2026-09-01'))).toBe(0)
  })

  it('gives none when either day is not known', () => {
    expect(letterGapDays(clinic, anEvent('clinic_letter', '2026-10'))).toBeNull()
    expect(letterGapDays(anEvent('oncology_clinic', '2026'), anEvent('clinic_letter', '2026-10-01'))).toBeNull()
  })
})
