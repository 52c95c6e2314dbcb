import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { emptyColumns, fillColumns, keptCount, keptEventsRow } from '#core/projections/kept-events.ts'
import { dateOfEvent, spanOfEvent } from '#shared/features/measures/event-span.ts'
import { eventTypeNumber, LETTER_STATES } from '#shared/features/measures/facts.ts'
import { dayNumber, isoFromDayNumber } from '#shared/domain/calendar.ts'
import { EVENT_TYPES } from '#shared/features/journey/public.ts'
import { emptyRow } from '#tests/support/builders.ts'

const EPISODES = ['e1', 'e2', 'e3'] as const

const factsWith = (events: readonly object[]) =>
  ({
    person: { ...emptyRow('person'), id: 'p' },
    // As they came in, which is not the order of their ids.
    episodes: [...EPISODES].toReversed().map((id) => ({ ...emptyRow('cancer_episode'), id, person_id: 'p' })),
    events: events.map((event) => ({ ...emptyRow('journey_event'), ...event })),
  }) as Parameters<typeof keptEventsRow>[0]

const NO_LETTERS = { answered: new Map(), notNeeded: undefined }

const anyDay = fc.integer({ min: dayNumber('0001-01-01'), max: dayNumber('9999-12-31') }).map(isoFromDayNumber)

const anyEvent = fc.record({
  event_type: fc.constantFrom(...EVENT_TYPES.map(({ code }) => code)),
  event_date: anyDay,
  event_date_precision: fc.constantFrom('day', 'month', 'year'),
  episode_id: fc.constantFrom(null, ...EPISODES),
  template: fc.constantFrom(null, '', 'Ours'),
})

describe('the events that one row keeps', () => {
  it('come back as they were, person after person', () => {
    fc.assert(
      fc.property(fc.array(fc.array(anyEvent, { minLength: 1, maxLength: 8 }), { maxLength: 4 }), (people) => {
        const told = people.flatMap((events) => keptEventsRow(factsWith(events), NO_LETTERS).map((row) => row.told))
        const all = people.flat()
        const filling = emptyColumns(told.reduce((sum, row) => sum + keptCount(row), 0))
        for (const row of told) fillColumns(filling, row)
        const { columns } = filling
        expect(filling.filled).toBe(all.length)
        for (const [row, event] of all.entries()) {
          expect(columns.type[row]).toBe(eventTypeNumber(event.event_type))
          expect(dateOfEvent(columns, row)).toEqual({ date: event.event_date, precision: event.event_date_precision })
          expect(columns.episode[row]).toBe(event.episode_id === null ? -1 : EPISODES.indexOf(event.episode_id))
          expect(columns.withTemplate[row]).toBe(event.template === 'Ours' ? 1 : 0)
        }
      }),
    )
  })

  it('are no row for somebody of whom none is recorded', () => {
    expect(keptEventsRow(factsWith([]), NO_LETTERS)).toEqual([])
  })

  it('span what a vague date may mean, leap years too', () => {
    const dated = (event_date: string, event_date_precision: string) => ({
      event_type: 'care_review',
      event_date,
      event_date_precision,
    })
    const [row] = keptEventsRow(factsWith([dated('2024-02-01', 'month'), dated('2023-01-01', 'year')]), NO_LETTERS)
    const filling = emptyColumns(2)
    fillColumns(filling, row?.told ?? '')
    const spans = [0, 1].map((at) => spanOfEvent(filling.columns, at))
    expect(spans.map(({ from, to }) => [isoFromDayNumber(from), isoFromDayNumber(to)])).toEqual([
      ['2024-02-01', '2024-02-29'],
      ['2023-01-01', '2023-12-31'],
    ])
  })

  it('hold what came of each letter, at the event and at the letter', () => {
    const event = (id: string, event_type: string, event_date: string, event_date_precision = 'day') => ({
      id,
      event_type,
      event_date,
      event_date_precision,
    })
    const events = [
      event('told', 'told_diagnosis', '2026-01-02'),
      event('clinic', 'oncology_clinic', '2026-01-01', 'month'),
      event('mdt', 'mdt', '2026-01-05'),
      event('stay', 'discharged', '2026-01-06'),
      event('letter', 'diagnosis_letter', '2026-01-12'),
      event('vague', 'clinic_letter', '2026-02-01'),
    ]
    const facts = factsWith(events)
    const answer = (id: string, date: string) => ({
      id,
      episodeId: null,
      eventType: 'diagnosis_letter',
      date,
      precision: 'day' as const,
      answersEventId: null,
    })
    const [row] = keptEventsRow(facts, {
      answered: new Map([
        ['told', answer('letter', '2026-01-12')],
        ['clinic', answer('vague', '2026-02-01')],
      ]),
      notNeeded: new Set(['mdt']),
    })
    const filling = emptyColumns(events.length)
    fillColumns(filling, row?.told ?? '')
    expect(
      events.map(({ id }, at) => [id, LETTER_STATES[filling.columns.letter[at] ?? -1], filling.columns.letterDays[at]]),
    ).toEqual([
      ['told', 'came', 10],
      ['clinic', 'came-undated', 0],
      ['mdt', 'not-needed', 0],
      ['stay', 'none', 0],
      ['letter', 'came', 10],
      ['vague', 'came-undated', 0],
    ])
  })
})
