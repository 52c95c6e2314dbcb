import { formatPartialDate } from '#shared/domain/partial-date.ts'
import type { JourneyEvent } from '#shared/features/journey/schema.ts'

type Event = Pick<JourneyEvent, 'eventType' | 'date' | 'precision'>

/** Treatments that go on for a while: what they are called, and what ends them. */
const LASTING: Readonly<Record<string, { readonly name: string; readonly endedBy: string | null }>> = {
  chemotherapy_started: { name: 'Chemotherapy', endedBy: 'chemotherapy_finished' },
  radiotherapy_started: { name: 'Radiotherapy', endedBy: 'radiotherapy_finished' },
  hormone_started: { name: 'Hormone treatment', endedBy: null },
  immunotherapy_started: { name: 'Immunotherapy', endedBy: null },
  active_monitoring: { name: 'Active monitoring', endedBy: null },
}

/** What is told of the time since, once nothing lasting is going on. */
const POINTS: Readonly<Record<string, (date: string) => string>> = {
  surgery: (date) => `After surgery ${date}`,
  transplant: (date) => `After a stem cell transplant ${date}`,
  chemotherapy_finished: (date) => `Chemotherapy finished ${date}`,
  radiotherapy_finished: (date) => `Radiotherapy finished ${date}`,
  treatment_ended: (date) => `Treatment finished ${date}`,
  hospice_admission: (date) => `In a hospice since ${date}`,
  decision_to_treat: (date) => `Treatment agreed ${date}, not started yet`,
  recurrence_told: (date) => `Told ${date} that it has come back`,
  told_diagnosis: (date) => `Diagnosis told ${date}, no treatment recorded yet`,
}

const isOver = (started: Event, later: readonly Event[]): boolean => {
  const endedBy = LASTING[started.eventType]?.endedBy
  return later.some(({ eventType }) => eventType === 'treatment_ended' || (endedBy !== null && eventType === endedBy))
}

/**
 * Where somebody stands, in a few words: "Chemotherapy since 11 Nov 2026, after surgery 7 Oct 2026". Only what the
 * journey says; null when it says nothing of treatment or diagnosis.
 * @param events in journey order.
 */
export const treatmentNow = (events: readonly Event[]): string | null => {
  const died = events.find(({ eventType }) => eventType === 'died')
  if (died !== undefined) return `Died ${formatPartialDate(died)}`
  const going = events.findLastIndex(
    (event, index) => event.eventType in LASTING && !isOver(event, events.slice(index + 1)),
  )
  const started = events[going]
  if (started !== undefined) {
    const before = events.slice(0, going).findLast(({ eventType }) => eventType === 'surgery')
    const now = `${LASTING[started.eventType]?.name} since ${formatPartialDate(started)}`
    return before === undefined ? now : `${now}, after surgery ${formatPartialDate(before)}`
  }
  const last = events.findLast(({ eventType }) => eventType in POINTS)
  return last === undefined ? null : (POINTS[last.eventType]?.(formatPartialDate(last)) ?? null)
}
