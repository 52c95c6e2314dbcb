import * as fc from 'fast-check'
import { addDays } from '#shared/domain/partial-date.ts'
import { EVENT_TYPE_CODES } from '#shared/features/journey/event-types.ts'
import type { Adjustment, Priority, SignOff, SignOffDecision } from '#shared/features/pathways/schema.ts'
import type { PathwayEvent, PathwayFacts } from '#shared/features/pathways/state-machine.ts'

export const TODAY = '2026-11-23'

let count = 0

/** `2026-09-04`, `2026-09` or `2026`, as far as it is known. Later calls have later ids, as logging has. */
export const happened = (eventType: string, when: string): PathwayEvent => {
  count += 1
  return {
    id: `event-${String(count).padStart(6, '0')}`,
    eventType,
    date: when.length === 4 ? `${when}-01-01` : when.length === 7 ? `${when}-01` : when,
    precision: when.length === 4 ? 'year' : when.length === 7 ? 'month' : 'day',
  }
}

export const facts = (priority: Priority = 'urgent_suspected_cancer', signOffs: SignOff[] = []): PathwayFacts => ({
  priority,
  signOffs,
})

export const signed = (event: PathwayEvent, decision: SignOffDecision): SignOff => ({
  id: `signed-${event.id}`,
  version: 1,
  eventId: event.id,
  decision,
  note: null,
  signedBy: 'Dr Anjali Rao',
  signedOn: TODAY,
})

export const adjusted = (clock: Adjustment['clock'], days: number, fallsOn: string | null = null): Adjustment => ({
  id: `${clock}-${days}`,
  version: 1,
  clock,
  days,
  reasonCode: 'first_appointment_missed',
  reason: 'Did not attend on the 1st, offered the 9th',
  fallsOn,
})

/** Any journey: any types of event, in any order, some dates vague. */
export const anyEvents: fc.Arbitrary<PathwayEvent[]> = fc
  .array(
    fc.record({
      eventType: fc.constantFrom(...EVENT_TYPE_CODES),
      day: fc.integer({ min: 0, max: 500 }),
      precision: fc.constantFrom('day' as const, 'day' as const, 'day' as const, 'month' as const, 'year' as const),
    }),
    { maxLength: 25 },
  )
  .map((drawn) =>
    drawn.map(({ eventType, day, precision }, at) => {
      const date = addDays('2025-06-01', day)
      return {
        id: `event-${String(at).padStart(4, '0')}`,
        eventType,
        precision,
        date:
          precision === 'day' ? date : precision === 'month' ? `${date.slice(0, 7)}-01` : `${date.slice(0, 4)}-01-01`,
      }
    }),
  )
