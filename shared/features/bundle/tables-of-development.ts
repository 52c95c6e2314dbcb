import { code, count, date, flag, id, json, reference, type TableWords, text, VERSION } from './describe.ts'

const OWNER = reference('Whose it is: nobody else is shown it')
const AREA = code('The area of the role', null, 'about no one area')
const LEVEL = 'from 1, new to it, to 4, could teach it'
const MARK = 'from 1, not at all, to 5, fully'

/** What people write down of their own learning, and lesson cards. */
export const TABLES_OF_DEVELOPMENT: readonly TableWords[] = [
  {
    table: 'development_need',
    words: 'What one user needs to learn in one area of the role.',
    columns: {
      id: id('The need'),
      user_id: OWNER,
      area: AREA,
      level_now: count('Where they are', LEVEL),
      level_wanted: count('Where they want to be', LEVEL),
      words: text('What it is about'),
      version: VERSION,
    },
  },
  {
    table: 'development_goal',
    words: 'One goal of a user’s development plan.',
    columns: {
      id: id('The goal'),
      user_id: OWNER,
      title: text('What they want to be able to do'),
      area: AREA,
      why: text('Why'),
      how: text('How'),
      by_when: date('By when', 'no day is set'),
      done_on: date('Day on which it was reached', 'it is open'),
      evidence: text('How it shows'),
      version: VERSION,
    },
  },
  {
    table: 'development_evidence',
    words: 'One entry of a user’s log of learning.',
    columns: {
      id: id('The entry'),
      user_id: OWNER,
      learnt_on: date('Its day'),
      words: text('What it was'),
      form: code('What sort of learning'),
      hours: count('How long it took', 'hours'),
      reflection: text('What they make of it'),
      goal_id: reference('The goal it is for', 'for no one goal'),
      version: VERSION,
    },
  },
  {
    table: 'development_session',
    words: 'One session that a user attended or ran.',
    columns: {
      id: id('The session'),
      user_id: OWNER,
      held_on: date('Its day'),
      title: text('What it was'),
      role: code('Whether they ran it'),
      audience: text('Whom it was for'),
      people: count('How many came', 'people', 'not recorded'),
      hours: count('How long it was', 'hours'),
      met_need: count('It met what people came for', MARK, 'not answered'),
      right_level: count('It was at the right level', MARK, 'not answered'),
      will_change: count('It will change what people do', MARK, 'not answered'),
      well_run: count('Time, place and pace worked', MARK, 'not answered'),
      to_change: text('What to change next time'),
      version: VERSION,
    },
  },
  {
    table: 'development_question',
    words: 'One question that a user asked a peer.',
    columns: {
      id: id('The question'),
      user_id: OWNER,
      question: text('What was asked'),
      contact_id: reference('The peer who was asked', 'no one peer'),
      asked_on: date('Day on which it was asked'),
      answer: text('What was answered'),
      answered_on: date('Day of the answer', 'not answered yet'),
      useful: flag('Whether it was useful', 'not said'),
      version: VERSION,
    },
  },
  {
    table: 'lesson_card',
    words: 'One lesson card: what was tried and what came of it. It tells of no patient.',
    columns: {
      id: id('The card'),
      title: text('Its title'),
      problem: text('The problem'),
      tried: text('What was tried'),
      happened: text('What happened'),
      area: AREA,
      by_role: text('Who made it, by role'),
      made_on: date('Day on which it was made'),
      chart: json('The run of a measure by month, frozen, with months of few people left blank', 'no chart'),
      origin: text('The practice that sent it', 'made here'),
      added_on: date('Day on which it was brought in', 'made here'),
      checksum: text('SHA-256 of the card in its file', 'made here'),
      version: VERSION,
    },
  },
]
