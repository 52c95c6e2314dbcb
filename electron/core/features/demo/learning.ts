import { addDays, daysBetween, type IsoDate } from '#shared/domain/partial-date.ts'
import { LEARNING_RULES_VERSION, type LearningTheme } from '#shared/features/learning/public.ts'
import type { NewRow } from '../../db/recorder.ts'
import type { Ids } from '../../ids.ts'
import type { AskedOf } from './asked.ts'
import type { Chance } from './chance.ts'
import type { DetailedPerson } from './details.ts'

/** What learning events are drawn with: draws of their own, so that no journey moves. */
export interface LearningSetting {
  readonly chance: Chance
  readonly ids: Ids
  readonly today: IsoDate
  readonly leadIds: readonly string[]
}

export interface LearntOf {
  readonly analyses: NewRow<'learning_event'>[]
  readonly agreed: NewRow<'learning_action'>[]
}

const LEAD = 'Dr Anjali Rao'
const NURSE = 'Beth Tranter'
const TOOK_PART = 'Two GPs, practice nurse, clinical pharmacist, practice manager'
/** Analyses are held some weeks after the diagnosis, and not of the oldest ones. */
const OLDEST_DAYS = 1100
const MEETING_AFTER = [30, 75] as const

interface Story {
  readonly themes: readonly LearningTheme[]
  readonly happened: string
  readonly well: string
  readonly better: string
  readonly factors: string
  readonly learnt: string
  readonly change: string
  readonly avoidable: 'yes' | 'partly' | 'no' | 'not_known'
}

const STORIES: readonly Story[] = [
  {
    themes: ['safety_netting', 'results'],
    happened: 'Seen twice for tiredness. A low blood count came back on a Friday and was filed as seen before.',
    well: 'The second GP rang the ward and had the result the same day.',
    better: 'The count had fallen since the year before, and nobody looked at the two together.',
    factors: 'Two people file results, and neither knew what the other had asked for.',
    learnt: 'A falling count is compared with the last one before it is filed.',
    change: 'Add the last result to the view that results are filed from',
    avoidable: 'partly',
  },
  {
    themes: ['patient_delay'],
    happened: 'Had a change of bowel habit for five months and did not want to trouble the surgery.',
    well: 'Was seen the same day once they rang, and admitted.',
    better: 'Had not sent back the last two screening kits, and nobody asked why.',
    factors: 'Lives alone, and cares for a brother.',
    learnt: 'Those who do not answer screening are asked about it when they come for something else.',
    change: 'Put a note on records where screening was not answered',
    avoidable: 'not_known',
  },
  {
    themes: ['cancer_not_thought_of', 'communication'],
    happened: 'Three visits in two months for back pain, each with somebody else.',
    well: 'The nurse noticed the weight loss and wrote it down.',
    better: 'Each visit was taken by itself, and weight was not asked about again.',
    factors: 'Short of regular doctors that winter.',
    learnt: 'The third visit for one thing is with somebody who was there before, or has read it all.',
    change: 'Offer the third visit for one thing with the usual GP',
    avoidable: 'yes',
  },
  {
    themes: ['referral', 'hospital_delay'],
    happened: 'The urgent referral was sent back for a missing blood test, and the appointment came after admission.',
    well: 'The safety-net list showed that no date had come.',
    better: 'The form did not say which tests must go with it.',
    factors: 'The form had changed the month before.',
    learnt: 'Tests that a form needs are asked for on the day it is filled in.',
    change: 'Put the tests that each urgent form needs beside it',
    avoidable: 'partly',
  },
  {
    themes: ['other'],
    happened: 'Felt well until the day of the admission. Nothing in the record of two years pointed to it.',
    well: 'The hospital’s letter came within two days, and the family was rung.',
    better: 'Nothing was found that could have been.',
    factors: 'None found.',
    learnt: 'Some cancers give no warning. The family was glad to be told that.',
    change: 'Tell the family what the meeting found',
    avoidable: 'no',
  },
]

type State = NewRow<'learning_event'>['state'] | 'nothing'

const taskOf = (
  { ids, leadIds, chance }: LearningSetting,
  title: string,
  held: IsoDate,
  isDone: boolean,
  today: IsoDate,
): NewRow<'task'> => ({
  id: ids.next(),
  title,
  owner_id: leadIds[chance.whole(0, leadIds.length - 1)] ?? null,
  due_date: isDone ? addDays(held, 30) : addDays(today, chance.whole(35, 80)),
  repeats: 'never',
  state: isDone ? 'done' : 'open',
  created_on: held,
  created_by: LEAD,
  finished_on: isDone ? addDays(held, chance.whole(7, 28)) : null,
  finished_by: isDone ? NURSE : null,
})

const analysisOf = (
  setting: LearningSetting,
  episode: DetailedPerson['episodes'][number],
  diagnosed: IsoDate,
  state: Exclude<State, 'nothing'>,
): { analysis: NewRow<'learning_event'>; change: string | null } => {
  const { chance, ids } = setting
  const held = addDays(diagnosed, chance.whole(...MEETING_AFTER))
  const isHeld = state === 'closed' || state === 'discussed'
  const story = chance.pick(STORIES)
  return {
    change: isHeld ? story.change : null,
    analysis: {
      id: ids.next(),
      person_id: episode.person_id,
      episode_id: episode.id,
      state,
      reasons: '["emergency_route"]',
      rules_version: LEARNING_RULES_VERSION,
      set_aside_reason: state === 'set_aside' ? 'Joined the practice after the diagnosis' : null,
      opened_on: addDays(diagnosed, 10),
      opened_by: LEAD,
      led_by: state === 'set_aside' ? null : LEAD,
      meeting_date: isHeld ? held : null,
      took_part: isHeld ? TOOK_PART : null,
      what_happened: state === 'set_aside' ? null : story.happened,
      went_well: isHeld ? story.well : null,
      could_be_better: isHeld ? story.better : null,
      themes: JSON.stringify(isHeld ? story.themes : []),
      contributory_factors: isHeld ? story.factors : null,
      avoidable: isHeld ? story.avoidable : null,
      learning_points: isHeld ? story.learnt : null,
      review_date: isHeld ? addDays(held, 180) : null,
      closed_on: state === 'closed' ? addDays(held, 29) : null,
    },
  }
}

const STATES = [
  ['closed', 45],
  ['discussed', 10],
  ['draft', 8],
  ['set_aside', 7],
  ['nothing', 30],
] as const

/** Adds what the practice learnt from diagnoses by the emergency route: most are discussed, some are left to suggest. */
export const withLearning = <Person extends DetailedPerson & AskedOf>(
  setting: LearningSetting,
  made: Person,
): Person & LearntOf => {
  const analyses: NewRow<'learning_event'>[] = []
  const agreed: NewRow<'learning_action'>[] = []
  const tasks = [...made.tasks]
  for (const episode of made.episodes) {
    const diagnosed = episode.diagnosis_date ?? null
    if (episode.route !== 'emergency' || episode.kind !== 'new_primary' || diagnosed === null) continue
    const age = daysBetween(diagnosed, setting.today)
    if (age > OLDEST_DAYS) continue
    const state: State = setting.chance.weighted<State>(STATES)
    // A meeting comes weeks after, and the changes that it agreed are closed after that.
    if (state === 'nothing' || age < MEETING_AFTER[1] + 30) continue
    const { analysis, change } = analysisOf(setting, episode, diagnosed, state)
    analyses.push(analysis)
    if (change === null || analysis.meeting_date == null) continue
    const task = taskOf(setting, change, analysis.meeting_date, state === 'closed', setting.today)
    tasks.push(task)
    agreed.push({
      id: setting.ids.next(),
      learning_event_id: analysis.id,
      person_id: episode.person_id,
      task_id: task.id,
    })
  }
  return { ...made, tasks, analyses, agreed }
}
