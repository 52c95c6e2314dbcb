import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { addDays } from '#shared/domain/partial-date.ts'
import { type ContactClock, contactClocks } from '#shared/features/journey/contact-clocks.ts'
import { dueItems, type RuleEpisode, type RuleEvent, type RulePerson } from '#shared/features/journey/due-rules.ts'
import { aDiagnosis, anEvent, TODAY } from './journey-builders.ts'

const person = (episode: RuleEpisode, events: readonly RuleEvent[] = []): RulePerson => ({
  episodes: [episode],
  events,
  deathDate: null,
})

const clock = (kind: ContactClock['kind'], who: RulePerson, today = TODAY): ContactClock => {
  const found = contactClocks(who, today).find((one) => one.kind === kind)
  if (found === undefined) throw new Error(`no ${kind} clock`)
  return found
}

describe('contactClocks', () => {
  it('counts as the mock-up does: day 80 of 91, due 4 December', () => {
    expect(clock('support_contact', person(aDiagnosis('2026-09-04')))).toMatchObject({
      startDate: '2026-09-04',
      dueDate: '2026-12-04',
      daysRun: 80,
      daysAllowed: 91,
      state: 'soon',
      doneBy: null,
    })
    expect(clock('care_review', person(aDiagnosis('2026-09-04')))).toMatchObject({
      dueDate: '2027-09-04',
      state: 'not-due',
    })
  })

  it('stops at the first event that counts, and only the clock that it stops', () => {
    const call = anEvent('support_contact', '2026-10-01')
    const later = anEvent('support_information_given', '2026-11-01')
    const who = person(aDiagnosis('2026-09-04'), [call, later])
    expect(clock('support_contact', who)).toMatchObject({ state: 'done', doneBy: call, daysRun: 27 })
    expect(clock('care_review', who).doneBy).toBeNull()
  })

  it('does not call a "no" done, though nobody asks again after it', () => {
    const no = anEvent('support_contact_declined', '2026-02-10')
    const refused = clock('support_contact', person(aDiagnosis('2025-09-04'), [no]))
    expect(refused).toMatchObject({ state: 'put-aside', doneBy: null, putAsideBy: no, daysRun: 159 })
    const call = anEvent('support_contact', '2026-03-01')
    const afterAll = clock('support_contact', person(aDiagnosis('2025-09-04'), [no, call]))
    expect(afterAll).toMatchObject({ state: 'done', doneBy: call, putAsideBy: null, daysRun: 178 })
  })

  it('counts a diagnosis without a day from the last day it can have been', () => {
    expect(clock('support_contact', person(aDiagnosis('2026-09')))).toMatchObject({
      startDate: '2026-09-30',
    })
  })

  it.each([
    ['2026-09-04', '2026-11-05', 'not-due'],
    ['2026-09-04', '2026-11-06', 'soon'],
    ['2026-09-04', '2026-12-04', 'soon'],
    ['2026-09-04', '2026-12-05', 'late'],
    ['2026-09-04', '2027-12-04', 'late'],
    ['2026-09-04', '2027-12-05', 'lapsed'],
  ])('diagnosed %s, on %s the support contact is %s', (from, today, state) => {
    expect(clock('support_contact', person(aDiagnosis(from)), today).state).toBe(state)
  })

  it('runs no clock from a year alone, without a date, or after a death', () => {
    expect(contactClocks(person(aDiagnosis('2026')), TODAY)).toEqual([])
    expect(contactClocks({ episodes: [], events: [], deathDate: null }, TODAY)).toEqual([])
    expect(
      contactClocks(
        { ...person(aDiagnosis('2026-09-04')), deathDate: { date: '2026-11-01', precision: 'day' } },
        TODAY,
      ),
    ).toEqual([])
    expect(contactClocks(person(aDiagnosis('2026-09-04'), [anEvent('died', '2026-11-01')]), TODAY)).toEqual([])
  })

  it('never disagrees with what is due', () => {
    const day = fc.integer({ min: 0, max: 900 }).map((offset) => addDays('2024-06-01', offset))
    const contact = fc.tuple(fc.constantFrom('support_contact', 'care_review', 'care_review_declined', 'ct_scan'), day)
    fc.assert(
      fc.property(day, fc.array(contact, { maxLength: 4 }), (from, logged) => {
        const events = logged.map(([type, date]) => anEvent(type, date)).toSorted((a, b) => (a.date < b.date ? -1 : 1))
        const who = person(aDiagnosis(from), events)
        const open = dueItems(who)
          .map(({ kind }) => kind)
          .filter((kind) => kind !== 'letter')
        const running = contactClocks(who, TODAY).filter(({ state }) => state !== 'done' && state !== 'put-aside')
        expect(running.map(({ kind }) => kind)).toEqual(open)
      }),
      { numRuns: 300 },
    )
  })
})
