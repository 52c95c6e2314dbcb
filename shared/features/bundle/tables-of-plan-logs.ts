import { code, count, date, id, json, reference, type TableWords, text, VERSION } from './describe.ts'

const PLAN = reference('The plan')
const ACTION = reference('The action it is about', 'about no one action')

/** What is kept beside an action plan. */
export const TABLES_OF_PLAN_LOGS: readonly TableWords[] = [
  {
    table: 'plan_risk',
    words: 'One risk to a plan.',
    columns: {
      id: id('The risk'),
      plan_id: PLAN,
      words: text('What might happen'),
      likelihood: count('How likely it is', 'from 1, rare, to 5, almost certain'),
      impact: count('How much it would set the plan back', 'from 1, hardly any, to 5, very large'),
      response: text('What is done about it'),
      owner_name: text('Who looks after it'),
      action_id: ACTION,
      raised_on: date('Day on which it was raised'),
      closed_on: date('Day from which it is no risk any more', 'it stands'),
      version: VERSION,
    },
  },
  {
    table: 'plan_funding',
    words: 'What one year of a plan is funded with.',
    columns: {
      id: id('The funding'),
      plan_id: PLAN,
      year: count('The year of the plan', 'number, 1 to 3'),
      hours: count('Hours of the lead that are funded', 'hours'),
      pence: count('Money that is funded', 'pence', 'not recorded'),
      version: VERSION,
    },
  },
  {
    table: 'plan_session',
    words: 'One session of the lead: hours spent on the plan.',
    columns: {
      id: id('The session'),
      plan_id: PLAN,
      held_on: date('Its day'),
      hours: count('How long it was', 'hours'),
      words: text('What it went on'),
      action_id: ACTION,
      version: VERSION,
    },
  },
  {
    table: 'plan_review',
    words: 'One review of a plan, of a quarter or of a year.',
    columns: {
      id: id('The review'),
      plan_id: PLAN,
      kind: code('What it looks back on'),
      quarter: text('First month of the quarter, as YYYY-MM; of a year, of its last quarter'),
      state: code('Whether it is closed'),
      led_by: text('Who led it'),
      opened_on: date('Day on which it began'),
      closed_on: date('Day on which it was closed', 'still open'),
      summary: text('What was said in sum'),
      walk: json('The actions gone through, with how they stood at its beginning'),
      passed: json('Those that nothing was said about'),
      paper: json('The board paper as it was at its close'),
      version: VERSION,
    },
  },
  {
    table: 'plan_decision',
    words: 'One decision about a plan.',
    columns: {
      id: id('The decision'),
      plan_id: PLAN,
      decided_on: date('Day on which it was taken'),
      words: text('What was decided'),
      why: text('Why'),
      decided_by: text('Who decided it'),
      action_id: ACTION,
      review_id: reference('The review at which it was taken', 'between two reviews'),
      version: VERSION,
    },
  },
]
