import { addDays, daysBetween, type IsoDate } from '#shared/domain/partial-date.ts'
import { documentLabel, letterRuleFor } from '#shared/features/journey/public.ts'
import type { AskedOf, AskingSetting } from './asked.ts'
import { NAMED_NHS_NUMBERS } from './named-people.ts'
import type { DemoPerson } from './rows.ts'
import { summariesOf } from './summaries.ts'

const NURSE = 'Beth Tranter'
const ADMINISTRATOR = 'Mina Kettle'

interface Told {
  readonly on: number
  readonly kind: 'letter' | 'call'
  readonly note: string | null
}

interface Question {
  readonly event: string
  readonly department: string
  readonly phone: string
  /** Days before today. */
  readonly steps: readonly Told[]
  readonly promisedIn: number | null
  readonly ringIn: number | null
}

const letter = (on: number): Told => ({ on, kind: 'letter', note: null })
const call = (on: number, note: string): Told => ({ on, kind: 'call', note })

/** The questions of the screens' stories, by surname and by days before the day that they are played on. */
const STORY_QUESTIONS: Readonly<Record<string, Question>> = {
  Ashworth: {
    event: 'discharged',
    department: 'Ward clerk, Larch Ward',
    phone: '01632 960 208',
    steps: [letter(21), call(7, 'Being typed.')],
    promisedIn: null,
    ringIn: 0,
  },
  Marchbank: {
    event: 'treatment_ended',
    department: 'Radiotherapy secretaries',
    phone: '01632 960 231',
    steps: [letter(35)],
    promisedIn: 4,
    ringIn: null,
  },
  Fenwicke: {
    event: 'decision_to_treat',
    department: 'Urology secretaries',
    phone: '01632 960 244',
    steps: [letter(28), call(14, 'Registrar to dictate it.')],
    promisedIn: null,
    ringIn: 2,
  },
  'Corrigan-Oye': {
    event: 'first_seen',
    department: 'Breast clinic secretaries',
    phone: '01632 960 252',
    steps: [letter(14)],
    promisedIn: null,
    ringIn: 1,
  },
  Wharmby: {
    event: 'first_seen',
    department: 'Chest clinic secretaries',
    phone: '01632 960 267',
    steps: [letter(3)],
    promisedIn: null,
    ringIn: 4,
  },
}

const REASONS = [
  'The ward told us everything on the telephone',
  'Seen since, and the newer letter says it all',
  'Never dictated; the clinic has nothing on file',
  'The person brought their own copy',
] as const
const SAYINGS = ['Being typed.', 'Waiting for the consultant to sign.', 'Sent last week, will send it again.'] as const

const hospitalOf = ({ episodes }: DemoPerson): string | null => episodes[0]?.hospital ?? null

const store = (
  made: AskedOf,
  { ids, today }: AskingSetting,
  person: DemoPerson,
  event: DemoPerson['events'][number],
  question: Question,
): void => {
  const document = letterRuleFor(event.event_type)?.document ?? 'clinic'
  const [first] = question.steps
  const query_id = ids.next()
  const person_id = person.person.id
  made.queries.push({
    id: query_id,
    person_id,
    subject: documentLabel(document),
    hospital: hospitalOf(person),
    department: question.department,
    phone: question.phone,
    state: 'open',
    opened_on: addDays(today, -(first?.on ?? 0)),
    promised_for: question.promisedIn === null ? null : addDays(today, question.promisedIn),
    ring_again_on: question.ringIn === null ? null : addDays(today, question.ringIn),
  })
  made.queryItems.push({ id: ids.next(), query_id, person_id, event_id: event.id, document, state: 'open' })
  for (const { on, kind, note } of question.steps)
    made.querySteps.push({
      id: ids.next(),
      query_id,
      person_id,
      kind,
      happened_on: addDays(today, -on),
      note,
      by_name: NURSE,
    })
}

const storeNotNeeded = (
  made: AskedOf,
  { ids, today, chance }: AskingSetting,
  person: DemoPerson,
  event: DemoPerson['events'][number],
): void => {
  const document = letterRuleFor(event.event_type)?.document ?? 'clinic'
  const query_id = ids.next()
  const person_id = person.person.id
  const on = addDays(today, -chance.whole(10, 80))
  made.queries.push({
    id: query_id,
    person_id,
    subject: documentLabel(document),
    hospital: hospitalOf(person),
    state: 'not_needed',
    opened_on: on,
    closed_on: on,
  })
  made.queryItems.push({ id: ids.next(), query_id, person_id, event_id: event.id, document, state: 'not_needed' })
  made.querySteps.push({
    id: ids.next(),
    query_id,
    person_id,
    kind: 'not_needed',
    happened_on: on,
    note: chance.pick(REASONS),
    by_name: ADMINISTRATOR,
  })
}

/** Long overdue: most of these somebody has looked into and let go. */
const OLD_DAYS = 100
const CHASED_DAYS = 30
const WAITED_FOR_DAYS = 730

/** Events whose letter never came and that somebody would still ask about. */
const unanswered = ({ events }: DemoPerson, today: IsoDate): DemoPerson['events'] => {
  const answered = new Set(events.map((event) => event.answers_event_id))
  return events.filter((event) => {
    if (answered.has(event.id) || event.event_date_precision !== 'day') return false
    if (letterRuleFor(event.event_type) === null) return false
    const age = daysBetween(event.event_date, today)
    return age > CHASED_DAYS && age < WAITED_FOR_DAYS
  })
}

const askAboutOrdinary = (made: AskedOf, setting: AskingSetting, person: DemoPerson): void => {
  const { chance, today } = setting
  for (const event of unanswered(person, today)) {
    if (daysBetween(event.event_date, today) > OLD_DAYS && chance.happens(0.8)) {
      storeNotNeeded(made, setting, person, event)
      continue
    }
    if (!chance.happens(0.5)) continue
    const asked = chance.whole(4, 24)
    const rang = chance.happens(0.4) ? [call(chance.whole(0, asked - 1), chance.pick(SAYINGS))] : []
    store(made, setting, person, event, {
      event: event.event_type,
      department: 'Cancer services secretaries',
      phone: '01632 960 270',
      steps: [letter(asked), ...rang],
      promisedIn: null,
      ringIn: chance.whole(-2, 9),
    })
  }
}

/** Adds what was asked about a person and what their summaries say. The dead are asked about no more. */
export const withAsking = <Person extends DemoPerson>(setting: AskingSetting, person: Person): Person & AskedOf => {
  const made: AskedOf = { queries: [], queryItems: [], querySteps: [], ...summariesOf(setting, person) }
  const story = STORY_QUESTIONS[person.person.surname]
  const isNamed = NAMED_NHS_NUMBERS.has(person.person.nhs_number ?? '')
  const event = isNamed && story !== undefined ? unansweredStory(person, story) : undefined
  if (event !== undefined && story !== undefined) store(made, setting, person, event, story)
  else if (!isNamed && person.person.death_date === null) askAboutOrdinary(made, setting, person)
  return { ...person, ...made }
}

const unansweredStory = ({ events }: DemoPerson, story: Question): DemoPerson['events'][number] | undefined => {
  const answered = new Set(events.map(({ answers_event_id }) => answers_event_id))
  return (
    events.find(({ id, event_type }) => event_type === story.event && !answered.has(id)) ??
    events.find(({ id, event_type }) => letterRuleFor(event_type) !== null && !answered.has(id))
  )
}
