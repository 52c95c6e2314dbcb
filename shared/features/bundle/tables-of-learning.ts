import { code, date, id, json, PERSON, reference, type TableWords, text, VERSION } from './describe.ts'

/** Learning event analyses. */
export const TABLES_OF_LEARNING: readonly TableWords[] = [
  {
    table: 'learning_event',
    words: 'One learning event analysis of a diagnosis, or a suggestion of one that was set aside.',
    columns: {
      id: id('The analysis'),
      person_id: PERSON,
      episode_id: reference('The diagnosis'),
      state: code('How far it has come'),
      reasons: json('Why it was suggested'),
      rules_version: text('The version of the rules that suggested it'),
      set_aside_reason: text('Why it was set aside'),
      opened_on: date('Day on which it was begun or set aside'),
      opened_by: text('Who did that'),
      led_by: text('Who leads it'),
      meeting_date: date('Day of the meeting', 'not held or not set yet'),
      took_part: text('Who took part, by role'),
      what_happened: text('What happened'),
      went_well: text('What went well'),
      could_be_better: text('What could have been better'),
      themes: json('Its themes'),
      contributory_factors: text('Contributory factors'),
      avoidable: code('Whether it could have been avoided'),
      learning_points: text('What was learnt'),
      review_date: date('Day on which it is looked at again', 'not set'),
      closed_on: date('Day on which it was closed', 'still open'),
      version: VERSION,
    },
  },
  {
    table: 'learning_action',
    words: 'One change that an analysis agreed: the task says what, who and by when.',
    columns: {
      id: id('The change'),
      learning_event_id: reference('The analysis'),
      person_id: PERSON,
      task_id: reference('The task'),
      version: VERSION,
    },
  },
]
