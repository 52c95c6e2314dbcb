import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { addDays, dateSpan } from '#shared/domain/partial-date.ts'
import { inJourneyOrder } from '#shared/features/journey/journey-order.ts'

const startOf = (date: string, precision: 'day' | 'month' | 'year'): string =>
  precision === 'day' ? date : precision === 'month' ? `${date.slice(0, 7)}-01` : `${date.slice(0, 4)}-01-01`

const anEvent = fc
  .record({
    offset: fc.integer({ min: 0, max: 900 }),
    precision: fc.constantFrom('day' as const, 'month' as const, 'year' as const),
    id: fc.uuid({ version: 7 }),
  })
  .map(({ offset, precision, id }) => ({ id, precision, date: startOf(addDays('2024-02-20', offset), precision) }))
const events = fc.uniqueArray(anEvent, { maxLength: 30, selector: ({ id }) => id })

describe('the order of a journey', () => {
  it('is the same whatever order the events came in', () => {
    fc.assert(
      fc.property(
        events.chain((all) => fc.tuple(fc.constant(all), fc.shuffledSubarray(all, { minLength: all.length }))),
        ([all, shuffled]) => {
          expect(inJourneyOrder(shuffled)).toEqual(inJourneyOrder(all))
        },
      ),
    )
  })

  it('keeps every event, and never puts one before another that was over by then', () => {
    fc.assert(
      fc.property(events, (all) => {
        const ordered = inJourneyOrder(all)
        expect(ordered.map(({ id }) => id).toSorted()).toEqual(all.map(({ id }) => id).toSorted())
        for (const [index, event] of ordered.entries()) {
          for (const later of ordered.slice(index + 1)) {
            expect(dateSpan(later).to >= dateSpan(event).from).toBe(true)
          }
        }
      }),
    )
  })

  it('does not move the others when one event comes or goes', () => {
    fc.assert(
      fc.property(events, anEvent, (all, added) => {
        const others = all.filter(({ id }) => id !== added.id)
        const withIt = inJourneyOrder([...others, added]).filter(({ id }) => id !== added.id)
        expect(withIt).toEqual(inJourneyOrder(others))
      }),
    )
  })

  it('puts the vaguer of two dates with one beginning first, then what was logged first', () => {
    const day = { id: '01900000-0000-7000-8000-000000000001', date: '2026-01-01', precision: 'day' as const }
    const month = { ...day, id: '01900000-0000-7000-8000-000000000003', precision: 'month' as const }
    const year = { ...day, id: '01900000-0000-7000-8000-000000000004', precision: 'year' as const }
    const later = { ...day, id: '01900000-0000-7000-8000-000000000002' }
    expect(inJourneyOrder([later, day, month, year]).map(({ id }) => id.slice(-1))).toEqual(['4', '3', '1', '2'])
  })
})
