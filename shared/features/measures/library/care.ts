import type { EventTypeCode } from '#shared/features/journey/public.ts'
import { spanOfEvent } from '../event-span.ts'
import { type EventColumns, eventTypeNumber, type PersonFacts, type Span } from '../facts.ts'
import { caseEvents, needsTemplate, REGISTER_FROM, roleTable, UNDATED } from '../indicators/case.ts'
import { isRegistered, shifted, type Truth } from '../indicators/conditions.ts'
import { DEFAULT_READINGS } from '../indicators/readings.ts'
import type { Limit, ShareRule } from '../indicators/rule.ts'
import { rulesFor } from '../indicators/rules.ts'
import { isNewCase } from './diagnoses.ts'
import { type LibraryMeasure, libraryMeasure, type Looked, PRACTICE, PRACTICE_FROM_HOSPITAL } from './measure.ts'
import { MET, NOT_MET, type Observations, UNDECIDED } from './observations.ts'

/** The year whose rules of good practice are read. */
const RULES_OF = 2025
const INVITED_APART_DAYS = 7

const ruleNamed = (code: string): ShareRule => {
  const rule = rulesFor('england', RULES_OF).find((one) => one.code === code)
  if (rule?.kind !== 'share') throw new Error(`no rule ${code}`)
  return rule
}

const isWithin = ({ from, to }: Readonly<Span>, first: number, last: number): boolean => from >= first && to <= last
const mayBeWithin = ({ from, to }: Readonly<Span>, first: number, last: number): boolean => to >= first && from <= last

/** Whether any two dates are so far apart that nobody answered, however they are read. */
const isInvitedTwice = (invited: readonly Span[]): boolean =>
  invited.some((first) => invited.some((second) => second.from - first.to >= INVITED_APART_DAYS))

/** A diagnosis that starts the contact anew before its time is out; `maybe` where a vague date leaves it open. */
const restartOf = (
  { episodes }: PersonFacts,
  diagnosed: number,
  deadline: number,
): { readonly day: number; readonly is: Truth } => {
  let day = Infinity
  let is: Truth = 'no'
  for (const { isCountedSort, diagnosed: date } of episodes) {
    if (!isCountedSort || date === null || date.to <= diagnosed || date.from > deadline) continue
    if (isWithin(date, diagnosed + 1, deadline) && date.from === date.to) {
      day = Math.min(day, date.from)
      is = 'yes'
    } else if (is === 'no') is = 'maybe'
  }
  return { day, is }
}

/**
 * A contact that is owed within some time of a diagnosis, by the readings of the indicators. Each diagnosis counts once:
 * on the day it was done in time, or else on the day the time ran out. Whoever said no, for whom it was not suitable,
 * who was invited twice a week apart without an answer, who had died or left by then is left out, as is a diagnosis
 * after which another one started the time again.
 */
const contactWithin = (rule: ShareRule, limit: Limit) => {
  const roles = roleTable(rule, DEFAULT_READINGS)
  const templateNeeded = needsTemplate(rule, DEFAULT_READINGS)
  const after = (day: number): number => shifted(day, limit, 1, DEFAULT_READINGS)
  const observeDay = (
    { person, events, context }: Looked,
    day: number,
    deadline: number,
    place: number,
    into: Observations,
  ): void => {
    const restart = restartOf(person, day, deadline)
    const last = Math.min(deadline, restart.day - 1)
    const { done, declined, unsuitable, invited } = caseEvents(person, events, roles, templateNeeded)
    const possible = done.filter((date) => mayBeWithin(date, day, last))
    const first = possible
      .filter((date) => isWithin(date, day, last))
      .reduce<Span | null>((earliest, date) => (earliest === null || date.to < earliest.to ? date : earliest), null)
    const on = { from: deadline, to: deadline }
    if (first !== null) {
      into.at(first, MET, place)
      return
    }
    if (restart.is === 'yes' || deadline > context.todayNumber) return
    if (possible.length > 0) {
      into.at(on, UNDECIDED, place)
      return
    }
    const saidNo = [...declined, ...unsuitable].some((date) => mayBeWithin(date, day, last))
    const unanswered = isInvitedTwice(invited.filter((date) => isWithin(date, day, last)))
    const registered = isRegistered(person, { known: deadline })
    if (saidNo || unanswered || registered === 'no' || (person.died !== null && person.died.from <= deadline)) return
    into.at(on, registered === 'maybe' || restart.is === 'maybe' ? UNDECIDED : NOT_MET, place)
  }
  return (looked: Looked, into: Observations): void => {
    const { episodes } = looked.person
    for (let place = 0; place < episodes.length; place += 1) {
      const episode = episodes[place]
      if (episode?.isCountedSort !== true) continue
      const diagnosed = episode.diagnosed ?? UNDATED
      if (diagnosed.to < REGISTER_FROM) continue
      const deadline = after(diagnosed.to)
      if (!into.touches({ from: diagnosed.from, to: deadline })) continue
      if (diagnosed.from === diagnosed.to) observeDay(looked, diagnosed.from, deadline, place, into)
      else into.at({ from: after(diagnosed.from), to: deadline }, UNDECIDED, place)
    }
  }
}

const SUPPORT = ruleNamed('IND222')
const REVIEW = ruleNamed('IND223')

const ONCE =
  'Each diagnosis that counts for the register counts once: in the month in which it was done in time, or else in the month in which the time ran out; a newer diagnosis starts the time again.'
const LEFT_OUT =
  'Left out: whoever said no or for whom it was not suitable, who did not answer two invitations a week apart, and who had died or left before the time ran out. The indicators of a year judge everybody at its end and look back, so their figures are of other people.'

const contactMeasure = (
  words: Pick<LibraryMeasure['definition'], 'code' | 'title' | 'definition' | 'source'>,
  rule: ShareRule,
  limit: Limit,
): LibraryMeasure =>
  libraryMeasure({
    ...words,
    topic: 'care',
    kind: 'proportion',
    unit: '%',
    better: 'higher',
    heldBy: PRACTICE,
    denominatorRule: 'Diagnoses for which it was done in time in the period, or whose time ran out in it',
    caveat: LEFT_OUT,
    unverified: [...rule.unverified],
    found: { numerator: 'Done in time', notNumerator: 'Not done in time', undecided: 'A date is too vague to tell' },
    observe: contactWithin(rule, limit),
  })

/** By when a needs assessment is asked about. */
const NEEDS_WITHIN_MONTHS = 12

const rowsOf =
  (codes: readonly EventTypeCode[]) =>
  ({ eventsFrom, eventsEnd }: PersonFacts, events: EventColumns, use: (date: Span) => void): void => {
    const wanted = codes.map(eventTypeNumber)
    for (let row = eventsFrom; row < eventsEnd; row += 1)
      if (wanted.includes(events.type[row] ?? 0)) use(spanOfEvent(events, row))
  }

/**
 * New cases after which something happened within some months: on the day it first did, or else on the day the time ran
 * out. Whoever had died by then is left out.
 */
const happenedWithin = (codes: readonly EventTypeCode[], months: number) => {
  const datesOf = rowsOf(codes)
  const after = (day: number): number => shifted(day, { months }, 1, DEFAULT_READINGS)
  return ({ person, events, context }: Looked, into: Observations): void => {
    for (let place = 0; place < person.episodes.length; place += 1) {
      const episode = person.episodes[place]
      if (episode === undefined || !isNewCase(episode)) continue
      const { from: day, to } = episode.diagnosed ?? UNDATED
      const deadline = after(to)
      if (!into.touches({ from: day, to: deadline })) continue
      if (day !== to) {
        into.at({ from: after(day), to: deadline }, UNDECIDED, place)
        continue
      }
      let first: Span | null = null
      let isPossible = false
      datesOf(person, events, (date) => {
        isPossible ||= mayBeWithin(date, day, deadline)
        if (isWithin(date, day, deadline) && (first === null || date.to < first.to)) first = date
      })
      const hasDied = person.died !== null && person.died.from <= deadline
      if (first !== null) into.at(first, MET, place)
      else if (deadline <= context.todayNumber && !(hasDied && !isPossible))
        into.at({ from: deadline, to: deadline }, isPossible ? UNDECIDED : NOT_MET, place)
    }
  }
}

/** COSD CR2050: a clinical nurse specialist saw the person, or one of their team did. */
const SEEN_BY_NURSE: ReadonlySet<string | null> = new Set(['Y1', 'Y3', 'Y4', 'Y5'])
const nurseContacts = rowsOf(['nurse_specialist_contact', 'nurse_specialist_letter'])

const NEEDS_CAVEAT =
  'Each new diagnosis counts once: in the month in which it first happened within 12 months, or else in the month in which the 12 months ran out. Whoever had died by then without it is left out.'

export const CARE_MEASURES: readonly LibraryMeasure[] = [
  contactMeasure(
    {
      code: 'support-contact',
      title: 'Support contact within 3 months',
      definition: `People told of the support there is within 3 calendar months of diagnosis. ${ONCE}`,
      source: `${SUPPORT.source}. By the default readings of the indicators page: support information given`,
    },
    SUPPORT,
    'three-months',
  ),
  contactMeasure(
    {
      code: 'care-review',
      title: 'Care review within 12 months',
      definition: `A cancer care review with a structured template within 12 calendar months of diagnosis. ${ONCE}`,
      source: `${REVIEW.source}. By the default readings of the indicators page: a review with its template named`,
    },
    REVIEW,
    { months: NEEDS_WITHIN_MONTHS },
  ),
  libraryMeasure({
    code: 'nurse-specialist',
    topic: 'care',
    kind: 'proportion',
    title: 'Nurse specialist known',
    definition:
      'Of new diagnoses, those with a clinical nurse specialist on record: by name, as seen when the diagnosis was told, or by a contact or letter of one on or after the diagnosis.',
    unit: '%',
    better: 'higher',
    heldBy: PRACTICE_FROM_HOSPITAL,
    denominatorRule: 'All new diagnoses, without skin cancers other than melanoma',
    caveat: 'By what is recorded today. That none is recorded does not say that there was none.',
    source: 'COSD CR2050, clinical nurse specialist indication: codes Y1, Y3, Y4 and Y5',
    found: {
      numerator: 'A nurse specialist is on record',
      notNumerator: 'No nurse specialist is on record',
      undecided: 'The date of diagnosis is too vague',
    },
    observe: ({ person, events }, into) => {
      for (let place = 0; place < person.episodes.length; place += 1) {
        const episode = person.episodes[place]
        if (episode === undefined || !isNewCase(episode)) continue
        const diagnosed = episode.diagnosed ?? UNDATED
        if (!into.touches(diagnosed)) continue
        let isKnown = episode.hasNamedNurseSpecialist || SEEN_BY_NURSE.has(episode.nurseSpecialistTold)
        if (!isKnown)
          nurseContacts(person, events, (date) => {
            isKnown ||= date.to >= diagnosed.from
          })
        into.at(diagnosed, isKnown ? MET : NOT_MET, place)
      }
    },
  }),
  libraryMeasure({
    code: 'needs-assessment-offered',
    topic: 'care',
    kind: 'proportion',
    title: 'Needs assessment offered',
    definition: 'Of new diagnoses, those after which a holistic needs assessment was offered or done within 12 months.',
    unit: '%',
    better: 'higher',
    heldBy: PRACTICE,
    denominatorRule:
      'New diagnoses, without skin cancers other than melanoma, for which it happened in time in the period or whose 12 months ran out in it',
    caveat: NEEDS_CAVEAT,
    source: 'COSD CR7900, holistic needs assessment offered; the 12 months are a Throughline default',
    found: { numerator: 'Offered', notNumerator: 'Not offered', undecided: 'A date is too vague to tell' },
    observe: happenedWithin(['needs_assessment_offered', 'needs_assessment_done'], NEEDS_WITHIN_MONTHS),
  }),
  libraryMeasure({
    code: 'needs-assessment-done',
    topic: 'care',
    kind: 'proportion',
    title: 'Needs assessment done',
    definition: 'Of new diagnoses, those after which a holistic needs assessment was done within 12 months.',
    unit: '%',
    better: 'higher',
    heldBy: PRACTICE,
    denominatorRule:
      'New diagnoses, without skin cancers other than melanoma, for which it happened in time in the period or whose 12 months ran out in it',
    caveat: NEEDS_CAVEAT,
    source: 'COSD CR3140, holistic needs assessment completed; the 12 months are a Throughline default',
    found: { numerator: 'Done', notNumerator: 'Not done', undecided: 'A date is too vague to tell' },
    observe: happenedWithin(['needs_assessment_done'], NEEDS_WITHIN_MONTHS),
  }),
]
