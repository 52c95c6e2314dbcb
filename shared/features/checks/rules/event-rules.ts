import { addDays, dateSpan } from '#shared/domain/partial-date.ts'
import { eventTypeOf } from '#shared/features/journey/public.ts'
import { type CheckEvent, type CheckRule, type Found, type Known, impossible, NOTHING, unusual } from '../facts.ts'
import { asValue, shown, surelyBefore } from './dates.ts'

/** Rules about events against the life they lie in and against each other. */

const typesOf = (codes: string): ReadonlySet<string> => new Set(codes.split(' '))

/** What cannot be done without the person. Letters, meetings, calls and visits to a family can. */
const NEEDS_THE_PERSON = typesOf(
  `symptom_noticed seen_by_gp fit_test blood_test chest_x_ray first_seen oncology_clinic surgical_clinic
   follow_up_clinic colonoscopy endoscopy bronchoscopy cystoscopy mammogram ct_scan mri_scan pet_scan ultrasound
   surgery chemotherapy_started radiotherapy_started hormone_started immunotherapy_started transplant
   active_monitoring admitted ae_attendance emergency_admission care_review needs_assessment_done wellbeing_event
   hospice_admission advance_care_plan`.replaceAll(/\s+/g, ' '),
)
/** What is sent or offered to somebody: after a death it hurts those who open it. */
const SENT_TO_THE_PERSON = typesOf(
  'care_review_invitation support_contact_invitation needs_assessment_offered appointment_booked urgent_referral routine_referral palliative_referral',
)
const HAPPENS_ONCE = [
  'surgery',
  'chemotherapy_started',
  'radiotherapy_started',
  'immunotherapy_started',
  'hormone_started',
  'transplant',
  'told_diagnosis',
  'died',
]
const REFERRALS = ['urgent_referral', 'routine_referral', 'referral_received']
const TOLD = ['told_diagnosis', 'told_no_cancer']
const COURSES: readonly (readonly [started: string, finished: string])[] = [
  ['chemotherapy_started', 'chemotherapy_finished'],
  ['radiotherapy_started', 'radiotherapy_finished'],
]

const label = ({ eventType }: CheckEvent): string => eventTypeOf(eventType).label

const about = (event: CheckEvent, words: string, restsOn: Found['restsOn'], until?: string): Found => ({
  table: 'journey_event',
  id: event.id,
  words,
  restsOn: [event.eventType, asValue(event), ...restsOn],
  ...(until === undefined ? {} : { until }),
})

/** A rule that looks at each event by itself. Events come by the hundred, so nothing is made until something is found. */
const ofEachEvent =
  (find: (event: CheckEvent, facts: Known) => Found | null) =>
  (facts: Known): readonly Found[] => {
    let found: Found[] | null = null
    for (const event of facts.events) {
      const one = find(event, facts)
      if (one !== null) (found ??= []).push(one)
    }
    return found ?? NOTHING
  }

const afterDeath =
  (types: ReadonlySet<string>) =>
  ({ death, events }: Known): readonly Found[] => {
    if (death === null) return NOTHING
    const { to } = dateSpan(death)
    return events
      .filter((event) => event.date > to && types.has(event.eventType))
      .map((event) =>
        about(event, `${label(event)}, ${shown(event)}, after the death of ${shown(death)}.`, [asValue(death)]),
      )
  }

const toldBeforeReferral = ({ ofType }: Known): readonly Found[] => {
  const told = TOLD.flatMap((type) => ofType(type)).filter(({ pathwayId }) => pathwayId !== null)
  if (told.length === 0) return NOTHING
  const referrals = REFERRALS.flatMap((type) => ofType(type))
  return told.flatMap((event) => {
    const sent = referrals.filter(({ pathwayId }) => pathwayId === event.pathwayId)
    const [referral] = sent
    if (referral === undefined || !sent.every((one) => surelyBefore(event, one))) return []
    return [about(event, `Told ${shown(event)}, and referred only ${shown(referral)}.`, [asValue(referral)])]
  })
}

const finishedBeforeStarted = ({ ofType }: Known): readonly Found[] =>
  COURSES.flatMap(([started, finished]) =>
    ofType(finished).flatMap((end) => {
      const starts = ofType(started).filter(({ episodeId }) => episodeId === end.episodeId)
      const [start] = starts
      if (start === undefined || !starts.every((one) => surelyBefore(end, one))) return []
      return [about(end, `${label(end)}, ${shown(end)}, before it started, ${shown(start)}.`, [asValue(start)])]
    }),
  )

const isTwin = (one: CheckEvent, other: CheckEvent): boolean =>
  one.eventType === 'died' ||
  (one.precision === 'day' && other.precision === 'day' && one.date === other.date && one.episodeId === other.episodeId)

const happenedTwice = ({ ofType }: Known): readonly Found[] =>
  HAPPENS_ONCE.flatMap((type) => {
    const events = ofType(type)
    if (events.length < 2) return NOTHING
    return events.flatMap((event, at) => {
      const twin = events.slice(0, at).find((earlier) => isTwin(earlier, event))
      return twin === undefined ? [] : [about(event, `${label(event)}, ${shown(event)}, is here twice.`, [twin.id])]
    })
  })

/** The event a letter is about stands shortly before it as a rule, so the search goes backwards. */
const answeredBy = (events: readonly CheckEvent[], at: number, id: string): CheckEvent | undefined => {
  for (let before = at - 1; before >= 0; before -= 1) if (events[before]?.id === id) return events[before]
  return events.find((event) => event.id === id)
}

const letterBeforeEvent = ({ events }: Known): readonly Found[] => {
  let found: Found[] | null = null
  for (const [at, letter] of events.entries()) {
    if (letter.answersEventId === null) continue
    const event = answeredBy(events, at, letter.answersEventId)
    if (event === undefined || !surelyBefore(letter, event)) continue
    const words = `${label(letter)}, ${shown(letter)}, before what it is about: ${label(event).toLowerCase()}, ${shown(event)}.`
    ;(found ??= []).push(about(letter, words, [asValue(event)]))
  }
  return found ?? NOTHING
}

/** Every type of event that these rules look for. */
export const TYPES_TOGETHER = [...HAPPENS_ONCE, ...REFERRALS, ...TOLD, ...COURSES.flat()]

export const EVENT_RULES: readonly CheckRule[] = [
  impossible({
    code: 'event-before-birth',
    title: 'Happened before birth',
    explains: 'The event ends before the date of birth, however a vague date is read.',
    whatToDo: 'Correct the date of the event, or the date of birth.',
    source: 'Calendar',
    find: ofEachEvent((event, { person: { birthDate } }) =>
      birthDate === null || event.date >= birthDate || dateSpan(event).to >= birthDate
        ? null
        : about(event, `${label(event)}, ${shown(event)}, before the date of birth.`, [birthDate]),
    ),
  }),
  impossible({
    code: 'event-in-future',
    title: 'Happened after today',
    explains: 'No day that the date of the event can mean has come yet. A journey holds what has happened.',
    whatToDo: 'Correct the date, or remove it and log it once it has happened.',
    source: 'Calendar',
    find: ofEachEvent((event, { today }) =>
      event.date <= today
        ? null
        : about(event, `${label(event)}, ${shown(event)}, lies in the future.`, [], addDays(event.date, -1)),
    ),
  }),
  impossible({
    code: 'done-after-death',
    title: 'Done to somebody after their death',
    explains:
      'Symptoms, tests, clinics, treatments, admissions and reviews need the person. Letters, meetings, calls and bereavement contacts pass.',
    whatToDo: 'Correct the date of the event, or the date of death.',
    source: 'JRC-ENCR data quality checks: order of dates',
    find: afterDeath(NEEDS_THE_PERSON),
  }),
  unusual({
    code: 'sent-after-death',
    title: 'Sent to somebody after their death',
    explains: 'An invitation, offer, appointment or referral dated after the death. Families are hurt by these.',
    whatToDo: 'Check the dates. If it was really sent, keep it with what was done about it.',
    source: 'Our own rule',
    find: afterDeath(SENT_TO_THE_PERSON),
  }),
  unusual({
    code: 'told-before-referral',
    title: 'Told before the referral',
    explains: 'On one pathway, the person was told before every referral on it, however vague dates are read.',
    whatToDo: 'Check both dates, and whether both belong to this pathway.',
    source: 'Cancer Waiting Times guidance 12.1: the 28-day clock starts at the referral',
    find: toldBeforeReferral,
  }),
  unusual({
    code: 'finished-before-started',
    title: 'Course finished before it started',
    explains: 'Chemotherapy or radiotherapy of one diagnosis that ends before any of it starts.',
    whatToDo: 'Check both dates.',
    source: 'Our own rule',
    find: finishedBeforeStarted,
  }),
  unusual({
    code: 'event-twice',
    title: 'The same event twice',
    explains: 'The same treatment, or being told, of one diagnosis on the same day; or more than one death.',
    whatToDo: 'Remove one of the two.',
    source: 'COSD resubmissions repeat events',
    find: happenedTwice,
  }),
  unusual({
    code: 'letter-before-event',
    title: 'Letter before what it is about',
    explains: 'A letter that came before the event it answers, however vague dates are read.',
    whatToDo: 'Check both dates, and which event the letter is about.',
    source: 'Our own rule',
    find: letterBeforeEvent,
  }),
]
