import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { addDays, addMonths, daysBetween, type PartialDate } from '#shared/domain/partial-date.ts'
import {
  dueItems,
  missingLetters,
  NINETY_THREE_DAYS,
  restsOnVagueDate,
  type RuleEpisode,
  type RulePerson,
} from '#shared/features/journey/due-rules.ts'
import { LETTER_RULES } from '#shared/features/journey/letter-rules.ts'
import type { DueItem } from '#shared/features/journey/schema.ts'
import { aDiagnosis, anEvent, TODAY } from './journey-builders.ts'

const day = (date: string): PartialDate => ({ date, precision: 'day' })

const diagnosed = (diagnosisDate: PartialDate | null, events: RulePerson['events'] = []): RulePerson => ({
  episodes: [aDiagnosis(null, { diagnosisDate })],
  events,
  deathDate: null,
})

const dates = (items: readonly DueItem[]): Record<string, string> =>
  Object.fromEntries(items.map(({ kind, dueDate }) => [kind, dueDate]))

describe('support contact and care review', () => {
  it('are due 3 and 12 calendar months after diagnosis', () => {
    expect(dates(dueItems(diagnosed(day('2026-09-04'))))).toEqual({
      support_contact: '2026-12-04',
      care_review: '2027-09-04',
    })
  })

  it.each([
    ['2026-01-31', '2026-04-30'],
    ['2025-11-30', '2026-02-28'],
    ['2023-11-30', '2024-02-29'],
    ['2024-02-29', '2024-05-29'],
  ])('diagnosed %s: support contact by %s', (diagnosis, due) => {
    expect(dates(dueItems(diagnosed(day(diagnosis)))).support_contact).toBe(due)
  })

  it('can be read as 93 days', () => {
    const items = dueItems(diagnosed(day('2026-09-04')), NINETY_THREE_DAYS)
    expect(dates(items)).toEqual({ support_contact: '2026-12-06', care_review: '2027-09-04' })
    expect(daysBetween('2026-09-04', dates(items).support_contact ?? '')).toBe(93)
  })

  it('lapse when the look-back of the written rules ends', () => {
    const lapses = dueItems(diagnosed(day('2026-09-04'))).map((item) => item.lapsesDate)
    expect(lapses).toEqual(['2027-12-04', '2028-09-04'])
  })

  it('count from the last day of a month, and say so', () => {
    const person = diagnosed({ date: '2026-02-01', precision: 'month' })
    const items = dueItems(person)
    expect(dates(items).support_contact).toBe('2026-05-28')
    expect(items.every((item) => restsOnVagueDate(item, person))).toBe(true)
    const exact = diagnosed(day('2026-02-04'))
    expect(dueItems(exact).some((item) => restsOnVagueDate(item, exact))).toBe(false)
  })

  it.each([
    ['a year alone', diagnosed({ date: '2026-01-01', precision: 'year' })],
    ['no date', diagnosed(null)],
    ['no diagnosis', { episodes: [], events: [], deathDate: null }],
  ])('are not due after %s', (_, person) => {
    expect(dueItems(person)).toEqual([])
  })

  it.each(['support_contact', 'support_information_given'])('%s settles the support contact', (eventType) => {
    const items = dueItems(diagnosed(day('2026-09-04'), [anEvent(eventType, '2026-10-01')]))
    expect(Object.keys(dates(items))).toEqual(['care_review'])
  })

  it('is not settled by a contact about an earlier cancer', () => {
    const items = dueItems(diagnosed(day('2026-09-04'), [anEvent('support_contact', '2026-08-31')]))
    expect(dates(items).support_contact).toBe('2026-12-04')
  })

  it('is settled by a contact known only to the month of the diagnosis', () => {
    const items = dueItems(diagnosed(day('2026-09-04'), [anEvent('support_contact', '2026-09')]))
    expect(dates(items).support_contact).toBeUndefined()
  })

  it('is not settled by an invitation', () => {
    const items = dueItems(diagnosed(day('2026-09-04'), [anEvent('care_review_invitation', '2026-10-01')]))
    expect(dates(items).care_review).toBe('2027-09-04')
  })

  it('start again with a second diagnosis', () => {
    const second = aDiagnosis('2026-06-01', { id: 'second', kind: 'recurrence' })
    const person = diagnosed(day('2025-01-10'), [anEvent('care_review', '2025-09-01')])
    const items = dueItems({ ...person, episodes: [...person.episodes, second] })
    expect(items.map(({ episodeId, dueDate }) => [episodeId, dueDate])).toEqual([
      ['second', '2026-09-01'],
      ['second', '2027-06-01'],
    ])
  })

  const colon = aDiagnosis('2026-08-01', { id: 'colon' })
  const rodent = aDiagnosis('2026-11-01', { id: 'rodent', tumourGroup: 'skin_other', icd10Code: 'C44.3' })
  const owedFor = (...episodes: readonly RuleEpisode[]) =>
    dueItems({ episodes, events: [], deathDate: null }).map(({ episodeId, dueDate }) => [episodeId, dueDate])

  it.each([
    ['a skin cancer that the register leaves out', rodent],
    ['one that the lead left off as well', { ...rodent, onPracticeRegister: false }],
    ['in situ disease', aDiagnosis('2026-11-01', { tumourGroup: 'breast', behaviour: 'in_situ' })],
    ['a benign tumour', aDiagnosis('2026-11-01', { tumourGroup: 'brain_nervous', behaviour: 'benign' })],
    ['a diagnosis known only to the year', aDiagnosis('2026', { kind: 'metastatic' })],
  ])('are not put off by %s', (_, other) => {
    const owed = [
      ['colon', '2026-11-01'],
      ['colon', '2027-08-01'],
    ]
    expect(owedFor(colon, other)).toEqual(owed)
    expect(owedFor(other, colon)).toEqual(owed)
    expect(owedFor(other)).toEqual([])
  })

  it('start with whatever the lead keeps on the practice’s register, and with what counts though the lead left it off', () => {
    expect(owedFor(colon, { ...rodent, onPracticeRegister: true })[0]).toEqual(['rodent', '2027-02-01'])
    expect(owedFor({ ...colon, onPracticeRegister: false })[0]).toEqual(['colon', '2026-11-01'])
    expect(owedFor(colon, { ...rodent, site: 'Skin, squamous cell' })[0]).toEqual(['rodent', '2027-02-01'])
  })

  it('are never moved by a diagnosis that starts none of its own', () => {
    const when = fc.constantFrom(null, '2024', '2026', '2025-03', '2025-11-30', '2026-09-04')
    const any = fc.record({
      when,
      behaviour: fc.constantFrom(null, 'malignant' as const, 'benign' as const),
      onPracticeRegister: fc.constantFrom(null, true, false),
    })
    fc.assert(
      fc.property(fc.array(any, { maxLength: 5 }), any, (drawn, added) => {
        const made = [...drawn, added].map((one, at) => aDiagnosis(one.when, { ...one, id: `episode-${at}` }))
        if (owedFor(...made.slice(-1)).length > 0) return
        expect(owedFor(...made)).toEqual(owedFor(...made.slice(0, -1)))
      }),
    )
  })

  it('are owed to nobody who has died, however that was recorded', () => {
    expect(dueItems({ ...diagnosed(day('2026-09-04')), deathDate: day('2026-10-01') })).toEqual([])
    expect(dueItems(diagnosed(day('2026-09-04'), [anEvent('died', '2026-10')]))).toEqual([])
  })

  it('are always due after the diagnosis and before they lapse', () => {
    const someDay = fc.integer({ min: -4000, max: 0 }).map((back) => addDays(TODAY, back))
    fc.assert(
      fc.property(someDay, (date) => {
        for (const { dueDate, lapsesDate } of dueItems(diagnosed(day(date)))) {
          expect(dueDate > date).toBe(true)
          expect((lapsesDate ?? '') > dueDate).toBe(true)
        }
        expect(dates(dueItems(diagnosed(day(date)))).support_contact).toBe(addMonths(date, 3))
      }),
    )
  })
})

describe('letters', () => {
  const owed = (events: RulePerson['events']): DueItem[] => dueItems({ episodes: [], events, deathDate: null })

  it.each(LETTER_RULES.rules.map(({ eventType, document, withinDays }) => [eventType, document, withinDays] as const))(
    '%s brings a letter (%s) within %i days',
    (eventType, document, withinDays) => {
      const event = anEvent(eventType, '2026-09-04')
      expect(owed([event])).toEqual([
        {
          kind: 'letter',
          document,
          dueDate: addDays('2026-09-04', withinDays),
          lapsesDate: addDays('2026-09-04', 730),
          sourceEventId: event.id,
          episodeId: null,
        },
      ])
    },
  )

  it('are not expected of what the practice did itself', () => {
    expect(owed([anEvent('nurse_phone_call', '2026-09-04'), anEvent('fit_test', '2026-09-05')])).toEqual([])
  })

  it('count from the last day of a month and not at all from a year', () => {
    expect(owed([anEvent('discharged', '2026-09')])[0]?.dueDate).toBe('2026-10-07')
    expect(owed([anEvent('discharged', '2026')])).toEqual([])
  })

  it('are missing from the day after they were due, until they lapse', () => {
    const items = owed([anEvent('discharged', '2026-10-12')])
    expect(missingLetters(items, '2026-10-19')).toEqual([])
    expect(missingLetters(items, '2026-10-20')).toEqual(items)
    expect(missingLetters(items, '2028-10-11')).toEqual(items)
    expect(missingLetters(items, '2028-10-12')).toEqual([])
  })
})
