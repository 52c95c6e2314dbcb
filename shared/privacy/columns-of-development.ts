import { table, type TableClasses } from './table-classes.ts'

/** The classes of what people write down of their own learning, and of lesson cards. */
export const COLUMNS_OF_DEVELOPMENT: Readonly<Record<string, TableClasses>> = {
  // Reflections and questions of a clinician may well tell of a patient.
  development_need: table({ identifiable: 'words', operational: 'id user_id area level_now level_wanted version' }),
  development_goal: table({
    identifiable: 'title why how evidence',
    operational: 'id user_id area by_when done_on version',
  }),
  development_evidence: table({
    identifiable: 'words reflection',
    operational: 'id user_id learnt_on form hours goal_id version',
  }),
  development_session: table({
    identifiable: 'to_change',
    operational:
      'id user_id held_on title role audience people hours met_need right_level will_change well_run version',
  }),
  development_question: table({
    identifiable: 'question answer',
    operational: 'id user_id contact_id asked_on answered_on useful version',
  }),
  lesson_card: table({
    // Until it has been checked for a file, a card is what somebody typed.
    identifiable: 'title problem tried happened by_role',
    operational: 'id area made_on chart origin added_on checksum version',
  }),
}
