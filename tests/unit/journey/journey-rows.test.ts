import { describe, expect, it } from 'vitest'
import { journeyRows } from '#shared/features/journey/journey-rows.ts'
import { letterStatuses } from '#shared/features/journey/letter-status.ts'
import type { JourneyEvent } from '#shared/features/journey/schema.ts'
import { describeMark } from '#shared/features/journey/strip-descriptions.ts'
import { stripLayout } from '#shared/features/journey/strip-layout.ts'
import { aContactDue, aLetterDue, anEvent, MOCK_UP, TODAY } from './journey-builders.ts'

const EVENTS = MOCK_UP.events.map(
  (event) => ({ ...event, personId: 'person', note: null, toldBy: 'patient', version: 1 }) as JourneyEvent,
)

describe('letterStatuses', () => {
  const clinic = anEvent('oncology_clinic', '2026-11-03')
  const about = (...letters: string[]) =>
    letterStatuses([clinic, ...letters.map((date) => anEvent('clinic_letter', date))], [], TODAY).get(clinic.id)

  it.each([
    ['2026-11-12', 'Letter came 12 Nov, after 9 days'],
    ['2026-11-04', 'Letter came 4 Nov, after 1 day'],
    ['2026-11-03', 'Letter came 3 Nov, the same day'],
    ['2026-11', 'Letter came Nov 2026, day not known'],
  ])('a letter of %s: %s', (date, words) => {
    expect(about(date)).toEqual({ state: 'came', words })
  })

  it('tells a missing letter from one that is not late yet and one that nobody asks for any more', () => {
    const status = (dueDate: string, lapsesDate: string | null = null) =>
      letterStatuses([clinic], [aLetterDue(clinic, dueDate, { lapsesDate })], TODAY).get(clinic.id)
    expect(status('2026-11-17')).toEqual({ state: 'missing', words: 'Oncology letter missing, 6 days late' })
    expect(status('2026-11-23')).toEqual({ state: 'expected', words: 'Oncology letter due today' })
    expect(status('2026-11-25')).toEqual({ state: 'expected', words: 'Oncology letter due 25 Nov' })
    expect(status('2026-11-17', '2026-11-20')).toBeUndefined()
  })
})

describe('journeyRows', () => {
  const rows = journeyRows(EVENTS, MOCK_UP.due, TODAY)

  it('has one row for each event and each contact, oldest first', () => {
    expect(rows).toHaveLength(EVENTS.length + 2)
    expect(rows.map((row) => row.when.date)).toEqual(rows.map((row) => row.when.date).toSorted())
    expect(rows.at(-1)).toMatchObject({ what: 'Care review, due', date: '4 Sep 2027', state: 'to-come' })
  })

  it('says what became of each letter beside its event', () => {
    const letterOf = (what: string) => rows.find((row) => row.what === what)?.letter?.words
    expect(letterOf('Colonoscopy')).toBe('Letter came 4 Sep, after 9 days')
    expect(letterOf('Discharged')).toBe('Discharge letter missing, 35 days late')
    expect(letterOf('Nurse phone call')).toBeUndefined()
  })

  it('says that a contact is late', () => {
    const late = journeyRows([], [aContactDue('support_contact', '2026-11-11')], TODAY)
    expect(late).toMatchObject([{ what: 'Support contact, 12 days late', state: 'late' }])
  })
})

describe('describeMark', () => {
  const { events, due, draft, today } = MOCK_UP
  const context = { events, draft, today, statuses: letterStatuses(events, due, today) }
  const spoken = stripLayout(MOCK_UP).marks.map((mark) => describeMark(mark, context))

  it.each([
    'Surgery, 7 Oct 2026, hospital',
    'Colonoscopy, 26 Aug 2026, hospital. Letter came 4 Sep, after 9 days',
    'Discharge letter missing, 35 days late, about discharged 12 Oct 2026',
    '2 together: FIT test, 10 Aug 2026, primary care; Urgent referral sent, 11 Aug 2026, primary care',
    'First symptom noticed, Jul 2026, day not known, the person',
    'Support contact due 4 Dec 2026, in 11 days',
    'Chemotherapy started, 11 Nov 2026, hospital, not saved yet',
  ])('says "%s"', (words) => {
    expect(spoken).toContain(words)
  })
})
