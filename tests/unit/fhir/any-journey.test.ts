import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { EVENT_TYPES } from '#shared/features/journey/public.ts'
import { METHODS } from '#shared/features/journey/schema.ts'
import { eventRowsInOrder } from '#core/db/rows.ts'
import {
  asBundle,
  episodeRow,
  eventRow,
  only,
  pathwayRow,
  personRow,
  taskRow,
  toldOf,
} from '#tests/support/fhir-people.ts'
import { brokenReferences, schemaFaults, structureFaults } from '#tests/support/fhir-validator.ts'

/** Dates as the register keeps them: the first day of what is known. */
const partial = fc
  .tuple(
    fc.integer({ min: 1930, max: 2026 }),
    fc.integer({ min: 1, max: 12 }),
    fc.integer({ min: 1, max: 28 }),
    fc.constantFrom('day', 'month', 'year'),
  )
  .map(([year, month, day, precision]) => {
    const two = (part: number): string => String(part).padStart(2, '0')
    const date = { day: `${year}-${two(month)}-${two(day)}`, month: `${year}-${two(month)}-01`, year: `${year}-01-01` }
    return { event_date: date[precision], event_date_precision: precision }
  })
/** Anything that a person or a file might bring, blank and unprintable text too. */
const typed = fc.option(fc.oneof(fc.string({ unit: 'binary' }), fc.constantFrom('', ' ', '\u0007', 'Zyxquill')), {
  nil: null,
})
const idOf = (name: string, most: number) =>
  fc.option(
    fc.integer({ min: 0, max: most }).map((at) => `${name}-${at}`),
    { nil: null },
  )

const event = fc
  .record({
    event_type: fc.constantFrom(...EVENT_TYPES.map(({ code }) => code), 'something_newer'),
    lane: fc.constantFrom('primary' as const, 'hospital' as const, 'community' as const, 'person' as const),
    when: partial,
    note: typed,
    hospital: typed,
    done_by: typed,
    template: typed,
    method: fc.constantFrom(null, ...METHODS.map(({ code }) => code)),
    episode_id: idOf('episode', 2),
    pathway_id: idOf('pathway', 2),
    answers_event_id: idOf('event', 12),
  })
  .map(({ when, ...rest }) => ({ ...rest, ...when }))

const anyone = fc
  .record({
    events: fc.array(event, { maxLength: 12 }),
    surname: fc.string({ unit: 'binary' }),
    note: typed,
    site: typed,
    stage: typed,
    icd10: fc.oneof(typed, fc.constantFrom('C18.7', 'c50', 'D45')),
  })
  .map(({ events, surname, note, site, stage, icd10 }) => ({
    person: personRow({
      surname,
      birth_date: '1958-03-14',
      contact_note: note,
      carer_relationship: note,
      language: site,
    }),
    // One diagnosis and one pathway are there; what names another names nothing.
    episodes: [episodeRow({ id: 'episode-1', site, stage, icd10_code: icd10, t_category: note })],
    pathways: [pathwayRow({ id: 'pathway-1', hospital: site, reference: note, note })],
    events: eventRowsInOrder(events.map((one, at) => eventRow({ id: `event-${at}`, ...one }))),
    tasks: [taskRow({ title: note ?? '', note, source_event_id: 'event-1', pathway_id: 'pathway-2' })],
  }))

describe('whatever a journey holds', () => {
  it.each(['identifiable', 'pseudonymised'] as const)(
    'is valid FHIR with every reference in place, %s',
    { timeout: 120_000 },
    (identity) => {
      fc.assert(
        fc.property(anyone, (rows) => {
          const bundle = asBundle(toldOf(rows, identity))
          expect(brokenReferences(bundle)).toEqual([])
          for (const { resource } of bundle.entry)
            expect([...schemaFaults(resource), ...structureFaults(resource)]).toEqual([])
        }),
        { numRuns: 60 },
      )
    },
  )

  it('tells no typed word and no day without names', () => {
    fc.assert(
      fc.property(anyone, (rows) => {
        const text = JSON.stringify(asBundle(toldOf(rows, 'pseudonymised')).entry)
        expect(text).not.toContain('Zyxquill')
        expect(text).not.toMatch(/"\d{4}-\d{2}-\d{2}/)
      }),
      { numRuns: 200 },
    )
  })

  it('has plain spaces where pages and documents leave others, which FHIR does not allow', () => {
    const told = toldOf({
      events: [eventRow({ event_type: 'ct_scan', note: 'Seen\u00A0by\u2009two', hospital: 'St\u00A0Mary’s\uFEFF' })],
    })
    expect(only(told, 'Procedure')['note']).toEqual([{ text: 'Seen by two' }])
    expect(told.filter(({ resourceType }) => resourceType === 'Organization')).toContainEqual(
      expect.objectContaining({ name: 'St Mary’s' }),
    )
  })
})
