import {
  BASES_OF_DIAGNOSIS,
  BEHAVIOURS,
  FOLLOW_UP_STRATA,
  GRADES,
  LATERALITIES,
  NURSE_SPECIALIST_TOLD,
  PERFORMANCE_STATUSES,
  STAGE_EDITIONS,
  TREATMENT_INTENTS,
} from '#shared/domain/diagnosis-details.ts'
import {
  CONTACT_PREFERENCES,
  DEATH_PLACES,
  ETHNIC_CATEGORIES,
  GENDERS,
  NHS_NUMBER_STATUSES,
  SEX_CODES,
} from '#shared/domain/people.ts'
import { ROUTES_TO_DIAGNOSIS } from '#shared/domain/routes.ts'
import { TUMOUR_GROUPS } from '#shared/domain/tumour-groups.ts'
import { EVENT_TYPES } from '#shared/features/journey/public.ts'
import { METHODS, TOLD_BY } from '#shared/features/journey/schema.ts'
import { AVOIDABLE, LEARNING_REASONS, LEARNING_STATES, LEARNING_THEMES } from '#shared/features/learning/public.ts'
import { code, type Codes, codes, day, type Field, flag, record, text } from './field-kinds.ts'
import { PLAN_FIELDS } from './plan-fields.ts'
import { ADJUSTMENT_REASONS, PRIORITIES, SIGN_OFF_DECISIONS } from '#shared/features/pathways/schema.ts'
import { DECISIONS } from '#shared/features/reconcile/schema.ts'
import { EPISODE_KINDS } from '#shared/features/register/schema.ts'

const LIST_DECISIONS: Codes = DECISIONS.map(({ code: value, done }) => ({ code: value, label: done }))

const LANE_CODES: Codes = [
  { code: 'primary', label: 'Primary care' },
  { code: 'hospital', label: 'Hospital' },
  { code: 'community', label: 'Community' },
  { code: 'voluntary', label: 'Voluntary sector' },
  { code: 'person', label: 'The person' },
]

const TASK_STATES: Codes = [
  { code: 'open', label: 'Open' },
  { code: 'done', label: 'Done' },
  { code: 'dropped', label: 'Dropped' },
]

const QUERY_STATES: Codes = [
  { code: 'open', label: 'Waiting for an answer' },
  { code: 'answered', label: 'Answered' },
  { code: 'not_needed', label: 'Not needed' },
]

/** The columns that people know by another name than the register does. Others are called what they are called. */
export const FIELDS: Readonly<Record<string, Readonly<Record<string, Field>>>> = {
  person: {
    nhs_number: { label: 'NHS number', as: { kind: 'nhs-number' } },
    local_id: text('Local number'),
    given_name: text('First name'),
    birth_date: day('Date of birth'),
    sex: code('Sex', SEX_CODES),
    usual_gp: text('Usual GP'),
    named_lead_id: record('Named lead'),
    leave_out_of_sharing: flag('Left out of onward sharing'),
    death_date: day('Died'),
    nhs_number_status: code('NHS number status', NHS_NUMBER_STATUSES),
    gender: code('Gender', GENDERS),
    ethnicity: code('Ethnic category', ETHNIC_CATEGORIES),
    interpreter_needed: flag('Interpreter needed'),
    contact_preference: code('Prefers to be reached', CONTACT_PREFERENCES),
    death_place: code('Place of death', DEATH_PLACES),
  },
  practice_registration: {
    practice_name: text('Practice'),
    ods_code: text('Practice code'),
    registered_from: day('Registered from'),
    registered_to: day('Registered to'),
  },
  cancer_episode: {
    kind: code('Kind', EPISODE_KINDS),
    tumour_group: code('Group', TUMOUR_GROUPS),
    icd10_code: text('ICD-10'),
    diagnosis_date: day('Diagnosed'),
    route: code('Route', ROUTES_TO_DIAGNOSIS),
    laterality: code('Side', LATERALITIES),
    behaviour: code('Behaviour', BEHAVIOURS),
    basis: code('Basis of diagnosis', BASES_OF_DIAGNOSIS),
    grade: code('Grade', GRADES),
    t_category: text('T'),
    n_category: text('N'),
    m_category: text('M'),
    stage_edition: code('Staging edition', STAGE_EDITIONS),
    performance_status: code('Performance status', PERFORMANCE_STATUSES),
    intent: code('Intent of treatment', TREATMENT_INTENTS),
    nurse_specialist_told: code('How the nurse specialist was involved', NURSE_SPECIALIST_TOLD),
    follow_up: code('Follow-up', FOLLOW_UP_STRATA),
    on_practice_register: flag('On the practice register'),
    practice_register_reason: text('Why'),
  },
  pathway: {
    tumour_group: code('Suspected', TUMOUR_GROUPS),
    priority: code('Priority', PRIORITIES),
    episode_id: record('Diagnosis'),
  },
  journey_event: {
    event_type: code('What happened', EVENT_TYPES),
    lane: code('Lane', LANE_CODES),
    event_date: day('Date'),
    told_by: code('Told by', TOLD_BY),
    method: code('How', METHODS),
    done_by: text('Done by'),
    template: text('Template used'),
    episode_id: record('About which diagnosis'),
    pathway_id: record('On which pathway'),
    answers_event_id: record('Which event the letter is about'),
  },
  pathway_sign_off: {
    decision: code('Decision', SIGN_OFF_DECISIONS),
    event_id: record('About which event'),
    signed_on: day('Signed on'),
  },
  clock_adjustment: { reason_code: code('Kind of reason', ADJUSTMENT_REASONS), falls_on: day('When it happened') },
  treatment_summary: {
    aim: text('Treatment aim'),
    treatment_given: text('Treatment given'),
    actions_asked: text('Actions asked of us'),
    event_id: record('About which event'),
  },
  hospital_query: {
    state: code('State', QUERY_STATES),
    opened_on: day('Asked on'),
    closed_on: day('Closed on'),
    promised_for: day('Promised for'),
    ring_again_on: day('Ring again on'),
  },
  hospital_query_item: {
    state: code('State', QUERY_STATES),
    event_id: record('About which event'),
    answer_event_id: record('Answered by'),
  },
  hospital_query_step: { happened_on: day('When') },
  task: {
    state: code('State', TASK_STATES),
    owner_id: record('Owner'),
    due_date: day('Due'),
    repeats_from: day('Repeats from'),
    created_on: day('Added on'),
    finished_on: day('Finished on'),
    source_event_id: record('About which event'),
    pathway_id: record('On which pathway'),
    follows_task_id: record('Follows'),
  },
  learning_event: {
    episode_id: record('Diagnosis'),
    state: code('State', LEARNING_STATES),
    reasons: codes('Why it was suggested', LEARNING_REASONS),
    set_aside_reason: text('Why it was set aside'),
    opened_on: day('Begun on'),
    opened_by: text('Begun by'),
    meeting_date: day('Meeting'),
    themes: codes('Themes', LEARNING_THEMES),
    avoidable: code('Could it have been avoided', AVOIDABLE),
    review_date: day('Review'),
    closed_on: day('Closed on'),
  },
  learning_action: { learning_event_id: record('Analysis'), task_id: record('Task') },
  put_off: { until_date: day('Until') },
  check_override: { made_on: day('When') },
  merged_person: { merged_on: day('When') },
  reconciliation_item: {
    episode_id: record('Diagnosis'),
    decision: code('Decision', LIST_DECISIONS),
    decision_reason: text('Why'),
    decided_on: day('Decided on'),
  },
  ...PLAN_FIELDS,
}
