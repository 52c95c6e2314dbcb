import { addDays, daysBetween, type IsoDate } from '#shared/domain/partial-date.ts'
import type { NewRow } from '../../db/recorder.ts'
import type { AskedOf, AskingSetting } from './asked.ts'
import type { DemoPerson } from './rows.ts'

const READ_WITHIN_DAYS = 730
const NURSE = 'Beth Tranter'

const GIVEN = [
  'Operation, then chemotherapy by drip, six cycles',
  'Radiotherapy, 15 sessions over three weeks',
  'Operation alone, no further treatment advised',
  'Operation, then tablets for five years',
] as const
const EFFECTS = [
  'Tiredness for up to a year. Tingling in hands and feet may stay',
  'Bowel habit may stay irregular. Low mood is common in the first months',
  'Hot flushes and aching joints while on tablets',
] as const
const ALERTS = [
  'New lump, bleeding, unplanned weight loss, pain that does not settle',
  'Fever of 38 or over, breathlessness, swelling of one leg',
  'New back pain, weakness in the legs, trouble passing water: ring the same day',
] as const
const FOLLOW_UPS = [
  'Looks after themselves, with a yearly scan for five years',
  'Clinic every six months for two years, then yearly',
  'Blood test every three months for two years',
] as const
const CONTACTS = ['Specialist nurses, 01632 960 114', 'Cancer helpline, day and night, 01632 960 199'] as const
const ACTIONS = [
  'Put the cancer and its treatment on the problem list',
  'Bone density scan',
  'Blood test for the tumour marker',
  'Start calcium and vitamin D',
  'Check the flu and pneumonia vaccinations',
] as const

const taskFor = (
  { ids, chance, today, leadIds }: AskingSetting,
  personId: string,
  event: DemoPerson['events'][number],
  title: string,
): NewRow<'task'> => {
  const due = addDays(event.event_date, chance.whole(14, 60))
  // Old ones are mostly done; of what was due lately some still waits.
  const late = daysBetween(due, today)
  const isDone = late > 0 && chance.happens(late > 30 ? 0.995 : 0.8)
  const finished: IsoDate = addDays(due, -chance.whole(0, 10))
  return {
    id: ids.next(),
    person_id: personId,
    title,
    owner_id: chance.pick([...leadIds, null]),
    due_date: due,
    repeats: 'never',
    state: isDone ? 'done' : 'open',
    created_on: event.event_date,
    created_by: NURSE,
    finished_on: isDone ? finished : null,
    finished_by: isDone ? NURSE : null,
    source_event_id: event.id,
  }
}

/** What hospitals leave out as often as they do: the aim of treatment most of all. */
const summaryFor = ({ ids, chance }: AskingSetting, personId: string, eventId: string): NewRow<'treatment_summary'> => {
  const said = (share: number, choices: readonly string[]): string | null =>
    chance.happens(share) ? chance.pick(choices) : null
  return {
    id: ids.next(),
    event_id: eventId,
    person_id: personId,
    aim: chance.happens(0.45)
      ? chance.weighted([
          ['C', 7],
          ['Z', 3],
        ])
      : null,
    treatment_given: said(0.95, GIVEN),
    effects: said(0.6, EFFECTS),
    alert_symptoms: said(0.65, ALERTS),
    follow_up: said(0.7, FOLLOW_UPS),
    contact: said(0.75, CONTACTS),
    actions_asked: chance.weighted([
      [1, 5],
      [0, 3],
      [null, 2],
    ]),
  }
}

/** What the treatment summaries of the last two years say, as far as the practice has read them, and the tasks in them. */
export const summariesOf = (
  setting: AskingSetting,
  { person, events }: DemoPerson,
): Pick<AskedOf, 'summaries' | 'tasks'> => {
  const summaries: NewRow<'treatment_summary'>[] = []
  const tasks: NewRow<'task'>[] = []
  for (const event of events) {
    if (event.event_type !== 'treatment_summary' || daysBetween(event.event_date, setting.today) > READ_WITHIN_DAYS)
      continue
    if (!setting.chance.happens(0.7)) continue
    const summary = summaryFor(setting, person.id, event.id)
    summaries.push(summary)
    if (summary.actions_asked !== 1 || person.death_date !== null) continue
    const first = setting.chance.whole(0, ACTIONS.length - 2)
    for (const title of ACTIONS.slice(first, first + setting.chance.whole(1, 2)))
      tasks.push(taskFor(setting, person.id, event, title))
  }
  return { summaries, tasks }
}
