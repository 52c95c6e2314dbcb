import {
  daysBetween,
  formatIsoDate,
  formatPartialDate,
  formatShortDate,
  type IsoDate,
  type PartialDate,
} from '#shared/domain/partial-date.ts'
import { eventTypeOf, type Lane } from './event-types.ts'
import { type DueItem, type JourneyEvent, METHODS, type ToldBy, TOLD_BY } from './schema.ts'
import type { DocumentCode } from './letter-rules.ts'

const LANE_LABELS: Readonly<Record<Lane, string>> = {
  primary: 'Primary care',
  hospital: 'Hospital',
  community: 'Community',
  voluntary: 'Voluntary sector',
  person: 'The person',
}

/** Who did something, as lists and the preview write it. */
export const laneLabel = (lane: Lane): string => LANE_LABELS[lane]

const TOLD_BY_LABELS = new Map<string, string>(TOLD_BY.map(({ code, label }) => [code, label]))

export const toldByLabel = (toldBy: ToldBy): string => TOLD_BY_LABELS.get(toldBy) ?? toldBy

/** How an event took place, as far as it was said: `By phone, by Beth Tranter, Wexcombe`. */
export const howWords = (event: Pick<JourneyEvent, 'method' | 'doneBy' | 'hospital' | 'template'>): string =>
  sentence(
    [
      METHODS.find(({ code }) => code === event.method)?.label.toLowerCase(),
      event.doneBy === null ? undefined : `by ${event.doneBy}`,
      event.hospital ?? undefined,
      event.template === null ? undefined : `with ${event.template}`,
    ]
      .filter((part) => part !== undefined)
      .join(', '),
  )

/** `1 day`, `11 days`. */
export const days = (count: number): string => (count === 1 ? '1 day' : `${count} days`)

/** A date as it is known: `4 Sep 2026`, `Sep 2026, day not known`, `2026, month not known`. */
export const fullDate = (date: PartialDate): string => {
  if (date.precision === 'day') return formatIsoDate(date.date)
  return `${formatPartialDate(date)}, ${date.precision === 'month' ? 'day' : 'month'} not known`
}

/** As {@link fullDate}, leaving out a year that the reader knows. */
export const nearDate = (date: PartialDate, today: IsoDate): string =>
  date.precision === 'day' && date.date.slice(0, 4) === today.slice(0, 4) ? formatShortDate(date.date) : fullDate(date)

const LETTER_NAMES: Readonly<Record<DocumentCode, string>> = {
  diagnosis: 'diagnosis letter',
  clinic: 'clinic letter',
  mdt_outcome: 'MDT outcome',
  treatment_plan: 'treatment plan',
  discharge: 'discharge letter',
  treatment_summary: 'treatment summary',
  follow_up_plan: 'follow-up plan',
  nurse_specialist: 'nurse specialist letter',
}

const CLINIC_LETTER_NAMES: Readonly<Record<string, string>> = {
  oncology_clinic: 'oncology letter',
  chemotherapy_started: 'oncology letter',
  surgical_clinic: 'surgical letter',
}

/**
 * A letter in the middle of a sentence. Clinic letters are named by who writes them.
 * @param sourceType the type of the hospital event that it is about, when that is known.
 */
export const letterName = (document: DueItem['document'], sourceType?: string): string => {
  if (document === null) return 'letter'
  const byClinic = document === 'clinic' && sourceType !== undefined ? CLINIC_LETTER_NAMES[sourceType] : undefined
  return byClinic ?? LETTER_NAMES[document]
}

/** The first letter of a sentence. Acronyms stay as they are. */
export const sentence = (text: string): string => text.slice(0, 1).toUpperCase() + text.slice(1)

/** A label inside a sentence: `Surgery` becomes `surgery`, `MDT meeting` and `CT` stay. */
export const midSentence = (label: string): string =>
  /^(?:[A-Z][A-Z&-]|[A-Z]-)/.test(label) ? label : label.slice(0, 1).toLowerCase() + label.slice(1)

/** What a due thing is called: `Support contact`, `Care review`, `Discharge letter`. */
export const dueLabel = (item: DueItem, sourceType?: string): string => {
  if (item.kind === 'support_contact') return 'Support contact'
  if (item.kind === 'care_review') return 'Care review'
  return sentence(letterName(item.document, sourceType))
}

/** The name of an event in lists. */
export const eventLabel = (code: string): string => eventTypeOf(code).label

const SINCE_WORDS: Readonly<Record<string, string>> = {
  told_diagnosis: 'the diagnosis was given',
  first_seen: 'the first clinic',
  mdt: 'the MDT meeting',
  decision_to_treat: 'treatment was agreed',
  discharged: 'discharge',
  admitted: 'admission',
  emergency_admission: 'the emergency admission',
  chemotherapy_started: 'chemotherapy started',
  treatment_ended: 'treatment finished',
  oncology_clinic: 'the oncology clinic',
  surgical_clinic: 'the surgical clinic',
  follow_up_clinic: 'the follow-up clinic',
  nurse_specialist_contact: 'the specialist nurse’s call',
  recurrence_told: 'the news that it has come back',
}

/** An event after "since": `surgery`, `the MDT meeting`, `chemotherapy started`. */
export const sinceWords = (eventType: string): string => SINCE_WORDS[eventType] ?? midSentence(eventLabel(eventType))

/** How long ago something was: `47 days`. Of a day that is not known no days can be counted: `since Aug 2026`. */
export const waitedWords = (since: PartialDate, today: IsoDate): string =>
  since.precision === 'day' ? days(daysBetween(since.date, today)) : `since ${formatPartialDate(since)}`

/** `47 days since surgery`, or `surgery in Aug 2026` where the day is not known. */
export const waitedSince = (since: PartialDate & { readonly eventType: string }, today: IsoDate): string =>
  since.precision === 'day'
    ? `${waitedWords(since, today)} since ${sinceWords(since.eventType)}`
    : `${sinceWords(since.eventType)} in ${formatPartialDate(since)}`

/** `4`, `4 and 15`, `4, 15 and 28`. */
export const listed = (parts: readonly string[]): string =>
  parts.length < 2 ? (parts[0] ?? '') : `${parts.slice(0, -1).join(', ')} and ${parts.at(-1) ?? ''}`

/** Without the year: for the first of two dates that share it. */
const withoutYear = (date: PartialDate): string => formatShortDate(date.date)

/** From the first day to the last in as few words as they need: `20 Feb to 1 Mar 2023`. */
export const dateRange = (first: PartialDate, last: PartialDate, today: IsoDate): string => {
  const sharesYear = first.precision === 'day' && last.precision === 'day' && sameYear(first, last)
  return `${sharesYear ? withoutYear(first) : nearDate(first, today)} to ${nearDate(last, today)}`
}

const sameYear = (a: PartialDate, b: PartialDate): boolean => a.date.slice(0, 4) === b.date.slice(0, 4)

const MOST_LISTED = 3

/**
 * Several days, in order, in as few words as they need: `4, 15 and 28 Sep`, `28 Sep and 4 Oct`, and a range where a
 * list would be long.
 */
export const listedDates = (dates: readonly PartialDate[], today: IsoDate): string => {
  const days = dates.filter((date, index) => date.date !== dates[index - 1]?.date)
  const [first] = days
  const last = days.at(-1)
  if (first === undefined || last === undefined) return ''
  const exact = days.every((date) => date.precision === 'day')
  const earlier = days.slice(0, -1)
  if (exact && days.length <= MOST_LISTED && days.every((date) => date.date.slice(0, 7) === first.date.slice(0, 7))) {
    return listed([...earlier.map((date) => String(Number(date.date.slice(8)))), nearDate(last, today)])
  }
  if (days.length > 2) return dateRange(first, last, today)
  const short = exact && sameYear(first, last)
  return listed([...earlier.map((date) => (short ? withoutYear(date) : nearDate(date, today))), nearDate(last, today)])
}
