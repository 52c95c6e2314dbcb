import { ACTION_STATUSES, CYCLE_OUTCOMES, DRIVER_KINDS, PLAN_STATES } from '#shared/features/plan/schema.ts'
import { CONTACT_KINDS, CONTACT_LEVELS } from '#shared/features/contacts/schema.ts'
import { IMPACTS, LIKELIHOODS } from '#shared/features/plan-logs/schema.ts'
import { REVIEW_STATES } from '#shared/features/reviews/schema.ts'
import { code, type Codes, day, type Field, record, text } from './field-kinds.ts'

/** A scale that is stored as numbers from 1. */
const fromOne = (labels: readonly string[]): Codes => labels.map((label, at) => ({ code: String(at + 1), label }))

/** The columns of the action plan, its logs and contacts that people know by another name than the register does. */
export const PLAN_FIELDS: Readonly<Record<string, Readonly<Record<string, Field>>>> = {
  plan: {
    title: text('Name'),
    starts_on: day('Starts on'),
    state: code('State', PLAN_STATES),
    signed_on: day('Signed on'),
    closed_on: day('Closed on'),
    close_reason: text('Why it was closed'),
  },
  plan_objective: { words: text('In a few words') },
  plan_action: {
    objective_id: record('Objective'),
    title: text('What is to be done'),
    words: text('More about it'),
    owner_name: text('Owner'),
    partners: text('With'),
    starts_on: day('Starts on'),
    due_on: day('Due'),
    cost_words: text('Cost'),
    cost_pence: text('Cost in pence'),
    risk_words: text('Risk'),
    evidence_words: text('Evidence'),
    status: code('Status', ACTION_STATUSES),
    ended_on: day('Ended on'),
    answer_words: text('Did it work'),
    answer_by: text('Answered by'),
    answer_on: day('Answered on'),
  },
  plan_milestone: { title: text('What is to be reached'), due_on: day('Due'), met_on: day('Met on') },
  plan_update: {
    happened_on: day('Day'),
    words: text('What happened'),
    status: code('Status', ACTION_STATUSES),
    ask: text('Asked of others'),
  },
  plan_cycle: {
    plan_words: text('Plan'),
    do_words: text('Do'),
    study_words: text('Study'),
    act_words: text('Act'),
    started_on: day('Began on'),
    ended_on: day('Ended on'),
    outcome: code('Outcome', CYCLE_OUTCOMES),
  },
  plan_action_measure: {
    measure_code: text('Measure'),
    target_value: text('Target'),
    target_by: text('Month of the target'),
  },
  plan_baseline: {
    measure_code: text('Measure'),
    month_from: text('From'),
    month_to: text('To'),
    figure: text('Figure'),
    rule_version: text('Rule'),
    frozen_on: day('Frozen on'),
  },
  plan_driver: {
    kind: code('What it is', DRIVER_KINDS),
    words: text('What it says'),
    parent_id: record('Hangs on'),
    action_id: record('Action'),
  },
  plan_risk: {
    words: text('What might happen'),
    likelihood: code('How likely it is', fromOne(LIKELIHOODS)),
    impact: code('How much it would set the plan back', fromOne(IMPACTS)),
    response: text('What is done about it'),
    owner_name: text('Owner'),
    action_id: record('Action'),
    raised_on: day('Raised on'),
    closed_on: day('Closed on'),
  },
  plan_decision: {
    decided_on: day('Decided on'),
    words: text('What was decided'),
    decided_by: text('Who decided it'),
    action_id: record('Action'),
  },
  plan_session: { held_on: day('Day'), words: text('What it went on'), action_id: record('Action') },
  plan_funding: { pence: text('Money in pence') },
  plan_review: {
    state: code('State', REVIEW_STATES),
    led_by: text('Led by'),
    closed_on: day('Closed on'),
    summary: text('In sum'),
    passed: text('Nothing to say of'),
  },
  contact: {
    kind: code('Where they work', CONTACT_KINDS),
    influence: code('Influence', CONTACT_LEVELS),
    interest: code('Interest', CONTACT_LEVELS),
    last_spoken_on: day('Last spoken to'),
  },
}
