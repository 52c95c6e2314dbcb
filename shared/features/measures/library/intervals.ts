import { stepOf } from '#shared/features/pathways/public.ts'
import { EVENT_TYPES } from '#shared/features/journey/public.ts'
import { spanOfDay } from '../event-span.ts'
import { eventTypeNumber, type FactDate, type Span, VAGUENESS } from '../facts.ts'
import { isNewCase } from './diagnoses.ts'
import { type LibraryMeasure, libraryMeasure, type Looked, PRACTICE } from './measure.ts'
import { MET, type Observations, UNDECIDED } from './observations.ts'

/** What an event is to the intervals, by the number of its type. */
const PRESENTED = 1
const REFERRED = 2
const ROLES = ((): Uint8Array => {
  const roles = new Uint8Array(256)
  roles[eventTypeNumber('seen_by_gp')] = PRESENTED
  roles[eventTypeNumber('home_visit')] = PRESENTED
  for (const { code } of EVENT_TYPES) if (stepOf(code) === 'sent') roles[eventTypeNumber(code)] = REFERRED
  return roles
})()

/** Days between two dates: undecided where either is vague, and none where the second surely came before the first. */
const addInterval = (from: FactDate, to: FactDate, on: Readonly<Span>, place: number, into: Observations): void => {
  if (from.from > to.to) return
  const isExact = from.precision === 'day' && to.precision === 'day'
  into.at(on, isExact ? MET : UNDECIDED, place, isExact ? to.from - from.from : 0)
}

/**
 * The first event of a role that belongs to a diagnosis: none of another diagnosis, and none that was there by the time
 * of an earlier one.
 */
const firstOf = ({ person, events }: Looked, role: number, place: number, after: number): FactDate | null => {
  let found = -1
  for (let row = person.eventsFrom; row < person.eventsEnd; row += 1) {
    if (ROLES[events.type[row] ?? 0] !== role) continue
    const episode = events.episode[row] ?? -1
    if ((episode >= 0 && episode !== place) || (events.day[row] ?? 0) <= after) continue
    const isFirst =
      found < 0 ||
      (events.day[row] ?? 0) < (events.day[found] ?? 0) ||
      (events.day[row] === events.day[found] && (events.vagueness[row] ?? 0) > (events.vagueness[found] ?? 0))
    if (isFirst) found = row
  }
  if (found < 0) return null
  const vagueness = events.vagueness[found] ?? 0
  return { ...spanOfDay(events.day[found] ?? 0, vagueness), precision: VAGUENESS[vagueness] ?? 'day' }
}

/** Looks at each new case whose date may lie in the months, with the last day of the diagnosis before it. */
const newCasesDated =
  (observe: (looked: Looked, diagnosed: FactDate, place: number, after: number, into: Observations) => void) =>
  (looked: Looked, into: Observations): void => {
    const { episodes } = looked.person
    for (let place = 0; place < episodes.length; place += 1) {
      const episode = episodes[place]
      const diagnosed = episode?.diagnosed ?? null
      if (episode === undefined || diagnosed === null || !isNewCase(episode)) continue
      let after = -Infinity
      for (const other of episodes)
        if (other.diagnosed !== null && other.diagnosed.to < diagnosed.from) after = Math.max(after, other.diagnosed.to)
      observe(looked, diagnosed, place, after, into)
    }
  }

const SOURCE = 'Aarhus statement (Br J Cancer 2012), names as remembered'
const CAVEAT =
  'Dates of first presentation are as good as what the practice typed. Of several diagnoses, what lies before an earlier one is not looked at. Dates known to the month or year are never turned into days: they are undecided.'
const FOUND = { numerator: 'Both days known', notNumerator: '', undecided: 'One of the dates is too vague' } as const
const WHOM = 'new diagnoses, without skin cancers other than melanoma,'

export const INTERVAL_MEASURES: readonly LibraryMeasure[] = [
  libraryMeasure({
    code: 'primary-care-interval',
    topic: 'referral',
    kind: 'median',
    title: 'Primary care interval',
    definition: `Of ${WHOM} the days from first being seen by the practice to the first referral, by the day of the referral.`,
    unit: 'days',
    better: 'lower',
    heldBy: PRACTICE,
    caveat: CAVEAT,
    source: SOURCE,
    unverified: ['The wording of the Aarhus statement'],
    found: FOUND,
    observe: newCasesDated((looked, _, place, after, into) => {
      const referred = firstOf(looked, REFERRED, place, after)
      if (referred === null || !into.touches(referred)) return
      const presented = firstOf(looked, PRESENTED, place, after)
      if (presented !== null) addInterval(presented, referred, referred, place, into)
    }),
  }),
  libraryMeasure({
    code: 'diagnostic-interval',
    topic: 'referral',
    kind: 'median',
    title: 'Diagnostic interval',
    definition: `Of ${WHOM} the days from first being seen by the practice to the diagnosis, by the day of the diagnosis.`,
    unit: 'days',
    better: 'lower',
    heldBy: PRACTICE,
    caveat: CAVEAT,
    source: SOURCE,
    unverified: ['The wording of the Aarhus statement'],
    found: FOUND,
    observe: newCasesDated((looked, diagnosed, place, after, into) => {
      if (!into.touches(diagnosed)) return
      const presented = firstOf(looked, PRESENTED, place, after)
      if (presented !== null) addInterval(presented, diagnosed, diagnosed, place, into)
    }),
  }),
]
