import { dateSpan } from '#shared/domain/partial-date.ts'
import { beforeReferral, isVisit, LEARNING_EVENT_TYPES } from '#shared/features/learning/public.ts'
import { type CountedNew, countedNewOf } from './diagnosis-measure.ts'
import type { FigureSheet } from './figure-sheet.ts'
import type { ReportPeriod } from './period.ts'
import type { ReportSource } from './source.ts'

const NONE = 'none'
const LETTER = 'diagnosis_letter'

/** Numbers of visits that are counted apart, with the fewest of each. */
export const VISIT_PARTS = [
  { code: '0', label: 'None recorded', least: 0 },
  { code: '1', label: 'One', least: 1 },
  { code: '2', label: 'Two', least: 2 },
  { code: '3-4', label: 'Three or four', least: 3 },
  { code: '5', label: 'Five or more', least: 5 },
] as const

/** Investigations that a practice can ask for, by the events they are logged as. Of two on one day the first here counts. */
export const TEST_PARTS = [
  { code: 'blood', label: 'Blood test', events: ['blood_test'] },
  { code: 'fit', label: 'FIT test', events: ['fit_test'] },
  { code: 'chest', label: 'Chest X-ray', events: ['chest_x_ray'] },
  { code: 'scan', label: 'Ultrasound, CT or MRI', events: ['ultrasound', 'ct_scan', 'mri_scan'] },
  { code: NONE, label: 'None of these recorded', events: [] },
] as const

/** Whether the letter that tells the practice of the diagnosis is in the record. */
export const LETTER_PARTS = [
  { code: 'yes', label: 'Received' },
  { code: 'no', label: 'Not in the record' },
] as const

/** The journey events that this is counted from. */
export const BEFORE_REFERRAL_EVENTS: readonly string[] = [
  ...LEARNING_EVENT_TYPES.visits,
  ...LEARNING_EVENT_TYPES.referrals,
  ...TEST_PARTS.flatMap(({ events }) => events),
  LETTER,
]

interface Way {
  readonly visits: string
  readonly test: string
  readonly letter: string
}

const wayTo = ({ person, episode }: CountedNew): Way => {
  const { id, diagnosisDate } = episode
  const events = person.events.filter(({ episodeId }) => episodeId === null || episodeId === id)
  const before = diagnosisDate === null ? [] : beforeReferral(diagnosisDate, events)
  const visits = before.filter(isVisit).length
  const placeOf = (eventType: string): number =>
    TEST_PARTS.findIndex((part) => (part.events as readonly string[]).includes(eventType))
  const [first] = before
    .map(({ date, eventType }) => ({ date, place: placeOf(eventType) }))
    .filter(({ place }) => place >= 0)
    .toSorted((a, b) => a.date.localeCompare(b.date) || a.place - b.place)
  const heard =
    diagnosisDate !== null &&
    events.some((event) => event.eventType === LETTER && dateSpan(event).to >= dateSpan(diagnosisDate).from)
  return {
    visits: VISIT_PARTS.findLast(({ least }) => visits >= least)?.code ?? '0',
    test: first === undefined ? NONE : (TEST_PARTS[first.place]?.code ?? NONE),
    letter: heard ? 'yes' : 'no',
  }
}

/**
 * New diagnoses by what went before the referral and what came back: `visits.<part>`, `first-test.<part>` and
 * `diagnosis-letter.<part>`, each of which adds up to `new`.
 */
export const measureBeforeReferral = (
  sheet: FigureSheet,
  people: ReportSource['people'],
  period: ReportPeriod,
): void => {
  const ways = countedNewOf(people, period).map(wayTo)
  const count = (id: string, parts: readonly { readonly code: string }[], codeOf: (way: Way) => string): void => {
    for (const { code } of parts) sheet.count(`${id}.${code}`, ways.filter((way) => codeOf(way) === code).length)
    sheet.sum(
      'new',
      parts.map(({ code }) => `${id}.${code}`),
    )
  }
  count('visits', VISIT_PARTS, ({ visits }) => visits)
  count('first-test', TEST_PARTS, ({ test }) => test)
  count('diagnosis-letter', LETTER_PARTS, ({ letter }) => letter)
}
