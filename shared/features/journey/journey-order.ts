import { comparePartialDates, type PartialDate } from '#shared/domain/partial-date.ts'

/**
 * Journey order: by the first day an event can have been on, the vaguer date first, then as they were logged (record
 * numbers grow with time). The same whatever order the events came in, so a journey never reshuffles.
 */
export const inJourneyOrder = <Event extends PartialDate & { readonly id: string }>(
  events: readonly Event[],
): Event[] => events.toSorted((a, b) => comparePartialDates(a, b) || (a.id < b.id ? -1 : a.id > b.id ? 1 : 0))
