import { describe, expect, it } from 'vitest'
import type { SourcePerson } from '#shared/features/reports/source.ts'
import { diagnosed, happened, measureAll, somebody } from '#tests/support/report-source.ts'
import { aPractice } from '#tests/support/test-core.ts'

const PERIOD = { from: '2025-04-01', to: '2026-03-31' }
const IDS = /^(visits|first-test|diagnosis-letter)\./

const told = (people: readonly SourcePerson[]): Record<string, number> =>
  Object.fromEntries(
    measureAll({ practice: aPractice(), people }, PERIOD)
      .sheet.figures()
      .flatMap(({ id, value }) => (IDS.test(id) && value !== 0 ? [[id, value]] : [])),
  )

const withEvents = (...events: SourcePerson['events']): SourcePerson =>
  somebody([diagnosed('2025-09-10')], { events: events.toSorted((a, b) => a.date.localeCompare(b.date)) })

describe('what went before the referral', () => {
  it('is counted up to the first referral, and not beyond', () => {
    const person = withEvents(
      happened('seen_by_gp', '2025-07-01'),
      happened('home_visit', '2025-07-20'),
      happened('fit_test', '2025-07-21'),
      happened('urgent_referral', '2025-08-01'),
      happened('seen_by_gp', '2025-08-02'),
      happened('blood_test', '2025-08-02'),
    )
    expect(told([person])).toEqual({ 'visits.2': 1, 'first-test.fit': 1, 'diagnosis-letter.no': 1 })
  })

  it('is counted up to the diagnosis where nobody referred, and no more than a year back', () => {
    const person = withEvents(
      happened('seen_by_gp', '2024-09-09'),
      happened('seen_by_gp', '2024-09-10'),
      ...['2025-01-05', '2025-02-05', '2025-03-05'].map((day) => happened('seen_by_gp', day)),
    )
    expect(told([person])).toEqual({ 'visits.3-4': 1, 'first-test.none': 1, 'diagnosis-letter.no': 1 })
  })

  it('takes the investigation that stands first in the table where two were on one day', () => {
    const person = withEvents(happened('ct_scan', '2025-07-01'), happened('blood_test', '2025-07-01'))
    expect(told([person])).toEqual({ 'visits.0': 1, 'first-test.blood': 1, 'diagnosis-letter.no': 1 })
  })

  it('leaves out what may lie after the referral, and what is about another diagnosis', () => {
    const own = diagnosed('2025-09-10')
    const other = diagnosed('2019-01-01')
    const events = [
      { ...happened('seen_by_gp', '2025-07-01'), episodeId: other.id },
      { ...happened('seen_by_gp', '2025-07-02'), episodeId: own.id },
      happened('urgent_referral', '2025-08-15'),
      happened('seen_by_gp', '2025-08'),
    ]
    expect(told([somebody([other, own], { events })])).toMatchObject({ 'visits.1': 1 })
  })

  it('knows the letter by the day of diagnosis or any day after it', () => {
    const letters = ['2025-09-09', '2025-09-10', '2025-09', '2026-01-05'].map((day) =>
      withEvents(happened('diagnosis_letter', day)),
    )
    expect(told(letters)).toMatchObject({ 'diagnosis-letter.yes': 3, 'diagnosis-letter.no': 1 })
  })
})
