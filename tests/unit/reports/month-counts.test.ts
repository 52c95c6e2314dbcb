import { array, assert, constantFrom, integer, property, record } from 'fast-check'
import { expect, it } from 'vitest'
import { allSteps } from '#shared/domain/steps.ts'
import { MONTHLY_FIGURES, monthCountsInSteps, MONTHS_BEHIND } from '#shared/features/reports/month-counts.ts'
import type { SourcePerson } from '#shared/features/reports/source.ts'
import { diagnosed, happened, measureAll, somebody } from '#tests/support/report-source.ts'
import { aPractice } from '#tests/support/test-core.ts'

const practice = aPractice()
const monthsOf = (people: readonly SourcePerson[], to: string) => allSteps(monthCountsInSteps({ practice, people }, to))

const day = record({
  year: integer({ min: 2023, max: 2026 }),
  month: integer({ min: 1, max: 12 }),
  day: integer({ min: 1, max: 28 }),
  known: constantFrom(10, 10, 10, 7, 4),
}).map(({ year, month, day: number, known }) =>
  `${year}-${String(month).padStart(2, '0')}-${String(number).padStart(2, '0')}`.slice(0, known),
)
const person = record({
  day,
  stage: constantFrom(null, '1', '2', '3', '4'),
  route: constantFrom('emergency', 'screening', 'not_known'),
  contact: day,
  review: day,
  leftOutOfSharing: constantFrom(false, false, false, true),
}).map(({ day: on, stage, route, contact, review, leftOutOfSharing }) =>
  somebody([diagnosed(on, { stage, route: route as 'emergency' })], {
    leftOutOfSharing,
    events: [happened('support_contact', contact), happened('care_review', review)].toSorted((a, b) =>
      a.date.localeCompare(b.date),
    ),
  }),
)

it('counts each month as a report of that month alone does, which knows nothing later', () => {
  assert(
    property(array(person, { maxLength: 25 }), (people) => {
      const months = monthsOf(people, '2026-03-31')
      expect(months.map(({ month }) => month)).toEqual([...new Set(months.map(({ month }) => month))].toSorted())
      for (const { month, values } of months.slice(-14)) {
        const to = new Date(Date.UTC(Number(month.slice(0, 4)), Number(month.slice(5)), 0)).toISOString().slice(0, 10)
        const known = people.map((one) => ({ ...one, events: one.events.filter(({ date }) => date <= to) }))
        const { sheet } = measureAll({ practice, people: known }, { from: `${month}-01`, to })
        expect({ month, values }).toEqual({ month, values: MONTHLY_FIGURES.map((id) => sheet.valueOf(id)) })
      }
    }),
    { numRuns: 30 },
  )
})

it('ends with the last whole month of the report', () => {
  const people = [somebody([diagnosed('2026-02-10')])]
  const last = (to: string) => monthsOf(people, to).at(-1)?.month
  expect(last('2026-03-31')).toBe('2026-03')
  expect(last('2026-03-30')).toBe('2026-02')
  expect(last('2026-01-01')).toBe('2025-12')
  expect(monthsOf(people, '2026-03-31')).toHaveLength(MONTHS_BEHIND)
})
