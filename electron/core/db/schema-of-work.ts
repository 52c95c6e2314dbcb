import type { DatePrecision, IsoDate } from '#shared/domain/partial-date.ts'

/** The tables of the work around a person: pathways, documents asked for, tasks, checks, and what is worked out of them. */
export interface PracticeRegistrationTable {
  id: string
  person_id: string
  practice_name: string
  ods_code: string | null
  registered_from: IsoDate | null
  registered_from_precision: DatePrecision | null
  registered_to: IsoDate | null
  registered_to_precision: DatePrecision | null
  version: number
}

export interface PathwayTable {
  id: string
  person_id: string
  episode_id: string | null
  tumour_group: string
  priority: string
  hospital: string | null
  reference: string | null
  note: string | null
  version: number
}

export interface PathwaySignOffTable {
  id: string
  pathway_id: string
  person_id: string
  event_id: string
  decision: 'care_complete' | 'book_again' | 'refer_again' | 'keep_open'
  note: string | null
  signed_by: string
  signed_on: IsoDate
  version: number
}

export interface ClockAdjustmentTable {
  id: string
  pathway_id: string
  person_id: string
  clock: 'seen_14' | 'told_28' | 'treated_31' | 'treated_62'
  days: number
  reason_code: 'first_appointment_missed' | 'reasonable_offer_declined'
  reason: string
  /** null: nobody knows any more. */
  falls_on: IsoDate | null
  version: number
}

export interface TreatmentSummaryTable {
  id: string
  event_id: string
  person_id: string
  aim: string | null
  treatment_given: string | null
  effects: string | null
  alert_symptoms: string | null
  follow_up: string | null
  contact: string | null
  /** 0: the summary asks nothing of the practice. null: not looked at yet. */
  actions_asked: number | null
  version: number
}

export interface HospitalQueryTable {
  id: string
  person_id: string
  /** What is asked for, in words. */
  subject: string
  hospital: string | null
  department: string | null
  phone: string | null
  state: 'open' | 'answered' | 'not_needed'
  opened_on: IsoDate
  closed_on: IsoDate | null
  promised_for: IsoDate | null
  ring_again_on: IsoDate | null
  version: number
}

/** One thing that a query asks for. */
export interface HospitalQueryItemTable {
  id: string
  query_id: string
  person_id: string
  /** The event whose letter is missing; for a part of a treatment summary, the summary. */
  event_id: string | null
  document: string | null
  /** The part that is missing from a treatment summary that came. */
  slot: string | null
  /** In words, where it is no letter. */
  asked_for: string | null
  state: 'open' | 'answered' | 'not_needed'
  answer_event_id: string | null
  version: number
}

export interface HospitalQueryStepTable {
  id: string
  query_id: string
  person_id: string
  kind: 'letter' | 'call' | 'answer' | 'not_needed' | 'reopened'
  happened_on: IsoDate
  spoke_to: string | null
  note: string | null
  by_name: string
  version: number
}

export interface TaskTable {
  id: string
  person_id: string | null
  title: string
  note: string | null
  owner_id: string | null
  due_date: IsoDate | null
  repeats: 'never' | 'weekly' | 'monthly' | 'quarterly' | 'yearly'
  /** The due date that a repeating task counts from, so that a 31st stays a 31st. */
  repeats_from: IsoDate | null
  state: 'open' | 'done' | 'dropped'
  created_on: IsoDate
  created_by: string
  finished_on: IsoDate | null
  finished_by: string | null
  dropped_reason: string | null
  source_event_id: string | null
  pathway_id: string | null
  follows_task_id: string | null
  version: number
}

/** Somebody who is still to be asked for one of the two contacts. */
export interface CareRecallTable {
  person_id: string
  kind: 'support_contact' | 'care_review'
  episode_id: string | null
  tumour_group: string | null
  named_lead_id: string | null
  due_date: IsoDate
  lapses_date: IsoDate
  /** Since the diagnosis and the last "no". */
  invitations: number
  invited_on: IsoDate | null
  invited_on_precision: DatePrecision | null
  /** Two invitations count as no response until this day. */
  no_answer_until: IsoDate | null
  said_no: 'declined' | 'unsuitable' | null
  said_no_on: IsoDate | null
  said_no_on_precision: DatePrecision | null
}

export interface PutOffTable {
  id: string
  /** What is put off: a kind and a record id, `letter:<event id>`. */
  subject: string
  person_id: string | null
  until_date: IsoDate
  version: number
}

export interface CheckOverrideTable {
  id: string
  person_id: string
  rule: string
  subject_id: string
  /** The values that were there: the reason holds while the finding rests on the same. */
  fingerprint: string
  reason: string
  by_name: string
  made_on: IsoDate
  version: number
}

export interface NotSamePersonTable {
  id: string
  /** The smaller of the two ids. */
  person_id: string
  other_person_id: string
  reason: string | null
  by_name: string
  made_on: IsoDate
  version: number
}

export interface MergedPersonTable {
  /** The id that the record had before it was merged into another. */
  id: string
  person_id: string
  by_name: string
  merged_on: IsoDate
  version: number
}

export interface SavedViewTable {
  id: string
  name: string
  address: string
  position: number
  version: number
}

export interface PathwaySummaryTable {
  pathway_id: string
  person_id: string
  /** After an upgrade: that. */
  priority: string
  /** Where it stands; how far it has come is `stage`. */
  state: string
  stage: string
  state_date: IsoDate | null
  state_date_precision: DatePrecision | null
  state_event_id: string | null
  open: number
  needs_sign_off: number
  /** What a clinician decided about where it stands. */
  decision: PathwaySignOffTable['decision'] | null
  /** The clock it is judged by now, and its day 0; without one, since when it has waited. */
  clock: ClockAdjustmentTable['clock'] | null
  start_date: IsoDate | null
  start_date_precision: DatePrecision | null
  /** How many of its events cannot follow what was there before. */
  out_of_order: number
  /** Its clocks that stopped: see `projections/kept-clocks.ts`. */
  clocks: string
}

/** Every letter that came, with the event it is about. */
export interface LetterGapTable {
  person_id: string
  /** null: the letter came without an event that it is about. */
  event_id: string | null
  letter_event_id: string
  document: string
  hospital: string | null
  event_date: IsoDate | null
  letter_date: IsoDate
  /** null: one of the two days is not known, or the letter is the older. */
  days: number | null
}

/** Everything that has yet to come: letters that are due some day, and whatever else was asked for. */
export interface LetterWaitTable {
  person_id: string
  /** The event that brings the letter. */
  event_id: string | null
  /** What an open query asks for here. */
  item_id: string | null
  document: string | null
  slot: string | null
  hospital: string | null
  event_date: IsoDate
  /** What people count from: the operation of a stay rather than the discharge after it. */
  since_event_id: string | null
  since_date: IsoDate
  due_date: IsoDate
  lapses_date: IsoDate
  query_id: string | null
}

export interface CheckHitTable {
  person_id: string
  rule: string
  severity: 'error' | 'warning'
  subject_table: 'person' | 'cancer_episode' | 'journey_event'
  subject_id: string
  words: string
  /** The values that it rests on. */
  fingerprint: string
}

/** Everything that happened to one person, kept in one row: see `projections/kept-events.ts`. */
export interface PersonEventsTable {
  person_id: string
  told: string
}

/** Two records that may be one person, as the last search found them. */
export interface DuplicatePairTable {
  /** The smaller of the two ids. */
  person_id: string
  other_person_id: string
  score: number
}

/** When that search was, and how far the history of changes went then. One row. */
export interface DuplicateSearchTable {
  id: 1
  change_seq: number
  searched_at: string
  people: number
}
