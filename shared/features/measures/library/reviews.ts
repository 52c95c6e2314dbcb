import { spanOfEvent } from '../event-span.ts'
import { eventTypeNumber, type EventColumns, type PersonFacts } from '../facts.ts'
import { type LibraryMeasure, libraryMeasure, type Looked } from './measure.ts'
import { MET, NOT_MET, type Observations, UNDECIDED } from './observations.ts'

/**
 * Two follow-up reviews of one person by different specialties within so many days are taken to be one too many.
 * Source: a Throughline default; people affected by cancer named being called twice by hospitals that did not know of
 * each other, and no national rule sets these days.
 */
export const DUPLICATE_WITHIN_DAYS = 28

const FOLLOW_UP = 1
const ONCOLOGY = 2
const SURGICAL = 3
const CLINICS = ((): Uint8Array => {
  const clinics = new Uint8Array(256)
  clinics[eventTypeNumber('follow_up_clinic')] = FOLLOW_UP
  clinics[eventTypeNumber('oncology_clinic')] = ONCOLOGY
  clinics[eventTypeNumber('surgical_clinic')] = SURGICAL
  return clinics
})()

const groupAt = ({ episodes }: PersonFacts, { episode }: EventColumns, row: number): string | null =>
  episodes[episode[row] ?? -1]?.tumourGroup ?? null

/** Whether two reviews are of different specialties: of different clinics, or about cancers of different groups. */
const areOfTwoSpecialties = (person: PersonFacts, events: EventColumns, a: number, b: number): boolean => {
  const one = CLINICS[events.type[a] ?? 0]
  const other = CLINICS[events.type[b] ?? 0]
  if (one !== other && one !== FOLLOW_UP && other !== FOLLOW_UP) return true
  const groups = [groupAt(person, events, a), groupAt(person, events, b)] as const
  return groups[0] !== null && groups[1] !== null && groups[0] !== groups[1]
}

/** Each review, and whether one of another specialty came in the days before it. */
const observeReviews = ({ person, events }: Looked, into: Observations): void => {
  const { eventsFrom, eventsEnd } = person
  for (let row = eventsFrom; row < eventsEnd; row += 1) {
    if (CLINICS[events.type[row] ?? 0] === 0) continue
    const day = events.day[row] ?? 0
    const place = events.episode[row] ?? -1
    if (events.vagueness[row] !== 0) {
      into.at(spanOfEvent(events, row), UNDECIDED, place)
      continue
    }
    let isSecond = false
    // Events come in the order of their days, so that those of one day before this one count as well.
    for (
      let before = row - 1;
      before >= eventsFrom && day - (events.day[before] ?? 0) <= DUPLICATE_WITHIN_DAYS;
      before -= 1
    )
      if (CLINICS[events.type[before] ?? 0] !== 0 && events.vagueness[before] === 0)
        isSecond ||= areOfTwoSpecialties(person, events, before, row)
    into.at({ from: day, to: day }, isSecond ? MET : NOT_MET, place)
  }
}

export const REVIEW_MEASURES: readonly LibraryMeasure[] = [
  libraryMeasure({
    code: 'duplicate-reviews',
    topic: 'care',
    kind: 'proportion',
    title: 'Follow-up reviews that came twice',
    definition: `Of follow-up, oncology and surgical clinics, those that came within ${DUPLICATE_WITHIN_DAYS} days after one of another specialty for the same person.`,
    unit: '%',
    better: 'lower',
    heldBy: 'The hospital; here by the clinics that the practice recorded',
    denominatorRule: 'Follow-up, oncology and surgical clinics known to the day',
    caveat:
      'The register does not store the specialty of a clinic. An oncology and a surgical clinic are taken for two, and so are clinics about cancers of different tumour groups. Some are meant to follow each other closely, so look at the people before calling one needless.',
    source: `Throughline default: ${DUPLICATE_WITHIN_DAYS} days; no national rule sets them`,
    unverified: ['That two such clinics within 28 days are one too many'],
    found: {
      numerator: 'Soon after a clinic of another specialty',
      notNumerator: 'No clinic of another specialty just before',
      undecided: 'The date of the clinic is too vague',
    },
    observe: observeReviews,
  }),
]
