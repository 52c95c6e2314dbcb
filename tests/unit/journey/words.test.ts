import { describe, expect, it } from 'vitest'
import { EVENT_TYPES } from '#shared/features/journey/event-types.ts'
import { fullDate, letterName, listedDates, midSentence, sinceWords } from '#shared/features/journey/words.ts'
import { anEvent, TODAY } from './journey-builders.ts'

const listed = (...dates: string[]): string =>
  listedDates(
    dates.map((date) => anEvent('clinic_letter', date)),
    TODAY,
  )

describe('listedDates', () => {
  it.each([
    [['2026-09-04'], '4 Sep'],
    [['2026-08-10', '2026-08-11'], '10 and 11 Aug'],
    [['2026-09-04', '2026-09-15', '2026-09-28'], '4, 15 and 28 Sep'],
    [['2026-09-28', '2026-10-04'], '28 Sep and 4 Oct'],
    [['2026-09-04', '2026-09-04'], '4 Sep'],
    [['2025-12-30', '2026-01-02'], '30 Dec 2025 and 2 Jan'],
    [['2025-03-02', '2025-03-09'], '2 and 9 Mar 2025'],
    [['2023-01-09', '2023-02-10'], '9 Jan and 10 Feb 2023'],
    [['2023-02-20', '2023-02-28', '2023-03-01'], '20 Feb to 1 Mar 2023'],
    [['2025-12-20', '2026-01-04', '2026-01-09'], '20 Dec 2025 to 9 Jan'],
    [['2026-09-04', '2026-09-05', '2026-09-06', '2026-09-07'], '4 Sep to 7 Sep'],
    [['2026-09', '2026-09-15'], 'Sep 2026, day not known and 15 Sep'],
  ])('%j reads %s', (dates, words) => {
    expect(listed(...dates)).toBe(words)
  })
})

describe('words', () => {
  it('says what of a date is not known', () => {
    expect(fullDate(anEvent('surgery', '2026-09-04'))).toBe('4 Sep 2026')
    expect(fullDate(anEvent('surgery', '2026-09'))).toBe('Sep 2026, day not known')
    expect(fullDate(anEvent('surgery', '2026'))).toBe('2026, month not known')
  })

  it('names a clinic letter by who writes it', () => {
    expect(letterName('clinic', 'oncology_clinic')).toBe('oncology letter')
    expect(letterName('clinic', 'first_seen')).toBe('clinic letter')
    expect(letterName('discharge')).toBe('discharge letter')
  })

  it.each([
    ['Surgery', 'surgery'],
    ['MDT meeting', 'MDT meeting'],
    ['CT scan', 'CT scan'],
    ['A&E attendance', 'A&E attendance'],
    ['Chest X-ray', 'chest X-ray'],
    ['FIT test', 'FIT test'],
  ])('%s inside a sentence is %s', (label, inside) => {
    expect(midSentence(label)).toBe(inside)
  })

  it('finds words for "since" every event', () => {
    for (const { code } of EVENT_TYPES) expect(sinceWords(code)).toMatch(/^\S/)
  })
})
