import { EVENT_SYNONYMS } from './event-synonyms.ts'

/**
 * What can happen on a journey: our own list. Lanes follow who did it. Which letter an event should bring, and how
 * soon, is in `letter-rules.ts`; how people say it is in `event-synonyms.ts`.
 */
export const LANES = ['primary', 'hospital', 'community', 'voluntary', 'person'] as const
export type Lane = (typeof LANES)[number]

export const EVENT_GROUPS = [
  'symptom',
  'practice',
  'test',
  'referral',
  'hospital',
  'treatment',
  'letter',
  'support',
  'end',
] as const
export type EventGroup = (typeof EVENT_GROUPS)[number]

export type EventTypeCode = keyof typeof EVENT_SYNONYMS

export interface EventType<Code extends EventTypeCode = EventTypeCode> {
  readonly code: Code
  readonly label: string
  /** For crowded places: at most two words. */
  readonly shortLabel: string
  readonly lane: Lane
  readonly group: EventGroup
  readonly synonyms: readonly string[]
}

const type = <Code extends EventTypeCode>(
  code: Code,
  label: string,
  shortLabel: string,
  lane: Lane,
  group: EventGroup,
): EventType<Code> => ({ code, label, shortLabel, lane, group, synonyms: EVENT_SYNONYMS[code].split(', ') })

/** In the order of a journey, for lists to choose from. */
export const EVENT_TYPES = [
  type('symptom_noticed', 'First symptom noticed', 'First symptom', 'person', 'symptom'),
  type('screening_result', 'Screening result', 'Screening', 'primary', 'test'),
  type('seen_by_gp', 'Seen by GP', 'Seen by GP', 'primary', 'practice'),
  type('nurse_phone_call', 'Nurse phone call', 'Nurse call', 'primary', 'practice'),
  type('home_visit', 'Home visit', 'Home visit', 'primary', 'practice'),
  type('fit_test', 'FIT test', 'FIT', 'primary', 'test'),
  type('blood_test', 'Blood test', 'Bloods', 'primary', 'test'),
  type('chest_x_ray', 'Chest X-ray', 'Chest X-ray', 'primary', 'test'),
  type('urgent_referral', 'Urgent referral sent', 'Urgent referral', 'primary', 'referral'),
  type('routine_referral', 'Routine referral sent', 'Referral', 'primary', 'referral'),
  type('referral_received', 'Referral received', 'Referral received', 'hospital', 'referral'),
  type('referral_rejected', 'Referral rejected', 'Referral rejected', 'hospital', 'referral'),
  type('referral_downgraded', 'Referral downgraded', 'Downgraded', 'hospital', 'referral'),
  type('appointment_booked', 'Appointment booked', 'Booked', 'hospital', 'referral'),
  type('did_not_attend', 'Did not attend', 'Did not attend', 'hospital', 'hospital'),
  type('cancelled_by_hospital', 'Cancelled by the hospital', 'Cancelled', 'hospital', 'hospital'),
  type('cancelled_by_patient', 'Cancelled by the patient', 'Patient cancelled', 'person', 'hospital'),
  type('consultant_upgrade', 'Upgraded by a consultant', 'Upgraded', 'hospital', 'referral'),
  type('first_seen', 'First seen in clinic', 'First seen', 'hospital', 'hospital'),
  type('oncology_clinic', 'Oncology clinic', 'Oncology clinic', 'hospital', 'hospital'),
  type('surgical_clinic', 'Surgical clinic', 'Surgical clinic', 'hospital', 'hospital'),
  type('follow_up_clinic', 'Follow-up clinic', 'Follow-up', 'hospital', 'hospital'),
  type('colonoscopy', 'Colonoscopy', 'Colonoscopy', 'hospital', 'test'),
  type('endoscopy', 'Endoscopy', 'Endoscopy', 'hospital', 'test'),
  type('bronchoscopy', 'Bronchoscopy', 'Bronchoscopy', 'hospital', 'test'),
  type('cystoscopy', 'Cystoscopy', 'Cystoscopy', 'hospital', 'test'),
  type('mammogram', 'Mammogram', 'Mammogram', 'hospital', 'test'),
  type('ct_scan', 'CT scan', 'CT', 'hospital', 'test'),
  type('mri_scan', 'MRI scan', 'MRI', 'hospital', 'test'),
  type('pet_scan', 'PET scan', 'PET', 'hospital', 'test'),
  type('ultrasound', 'Ultrasound', 'Ultrasound', 'hospital', 'test'),
  type('biopsy', 'Biopsy', 'Biopsy', 'hospital', 'test'),
  type('told_diagnosis', 'Told diagnosis', 'Told diagnosis', 'hospital', 'hospital'),
  type('told_no_cancer', 'Told no cancer', 'No cancer', 'hospital', 'hospital'),
  type('recurrence_told', 'Told it has come back', 'Recurrence', 'hospital', 'hospital'),
  type('mdt', 'MDT meeting', 'MDT', 'hospital', 'hospital'),
  type('decision_to_treat', 'Decision to treat', 'Decision to treat', 'hospital', 'hospital'),
  type('surgery', 'Surgery', 'Surgery', 'hospital', 'treatment'),
  type('chemotherapy_started', 'Chemotherapy started', 'Chemotherapy', 'hospital', 'treatment'),
  type('chemotherapy_finished', 'Chemotherapy finished', 'Chemo finished', 'hospital', 'treatment'),
  type('radiotherapy_started', 'Radiotherapy started', 'Radiotherapy', 'hospital', 'treatment'),
  type('radiotherapy_finished', 'Radiotherapy finished', 'RT finished', 'hospital', 'treatment'),
  type('hormone_started', 'Hormone treatment started', 'Hormones', 'hospital', 'treatment'),
  type('immunotherapy_started', 'Immunotherapy started', 'Immunotherapy', 'hospital', 'treatment'),
  type('transplant', 'Stem cell transplant', 'Transplant', 'hospital', 'treatment'),
  type('active_monitoring', 'Active monitoring agreed', 'Monitoring', 'hospital', 'treatment'),
  type('treatment_ended', 'Treatment finished', 'Treatment finished', 'hospital', 'treatment'),
  type('admitted', 'Admitted', 'Admitted', 'hospital', 'hospital'),
  type('ae_attendance', 'A&E attendance', 'A&E', 'hospital', 'hospital'),
  type('emergency_admission', 'Emergency admission', 'Emergency', 'hospital', 'hospital'),
  type('discharged', 'Discharged', 'Discharged', 'hospital', 'hospital'),
  type('nurse_specialist_contact', 'Nurse specialist contact', 'Specialist nurse', 'hospital', 'support'),
  type('diagnosis_letter', 'Diagnosis letter received', 'Diagnosis letter', 'primary', 'letter'),
  type('clinic_letter', 'Clinic letter received', 'Clinic letter', 'primary', 'letter'),
  type('mdt_letter', 'MDT outcome received', 'MDT outcome', 'primary', 'letter'),
  type('treatment_plan_letter', 'Treatment plan received', 'Treatment plan', 'primary', 'letter'),
  type('discharge_letter', 'Discharge letter received', 'Discharge letter', 'primary', 'letter'),
  type('treatment_summary', 'Treatment summary received', 'Treatment summary', 'primary', 'letter'),
  type('follow_up_plan', 'Follow-up plan received', 'Follow-up plan', 'primary', 'letter'),
  type('nurse_specialist_letter', 'Nurse specialist letter received', 'Nurse letter', 'primary', 'letter'),
  type('support_contact_invitation', 'Support contact offered', 'Support offered', 'primary', 'support'),
  type('support_contact', 'Support contact', 'Support contact', 'primary', 'support'),
  type('support_information_given', 'Support information given', 'Information given', 'primary', 'support'),
  type('support_contact_declined', 'Support contact declined', 'Support declined', 'primary', 'support'),
  type('support_contact_unsuitable', 'Support contact not suitable', 'Support unsuitable', 'primary', 'support'),
  type('care_review', 'Cancer care review', 'Care review', 'primary', 'support'),
  type('care_review_invitation', 'Care review invitation', 'Review invitation', 'primary', 'support'),
  type('care_review_declined', 'Care review declined', 'Review declined', 'primary', 'support'),
  type('care_review_unsuitable', 'Care review not suitable', 'Review unsuitable', 'primary', 'support'),
  type('needs_assessment_offered', 'Needs assessment offered', 'Needs offered', 'primary', 'support'),
  type('needs_assessment_done', 'Needs assessment done', 'Needs assessed', 'primary', 'support'),
  type('wellbeing_event', 'Wellbeing event attended', 'Wellbeing event', 'voluntary', 'support'),
  type('district_nurse_visit', 'District nurse visit', 'District nurse', 'community', 'support'),
  type('palliative_referral', 'Palliative care referral', 'Palliative', 'primary', 'referral'),
  type('hospice_admission', 'Hospice admission', 'Hospice', 'community', 'hospital'),
  type('advance_care_plan', 'Advance care plan', 'Care plan', 'primary', 'support'),
  type('free_prescription_form', 'Free prescription form', 'Free prescription', 'primary', 'practice'),
  type('died', 'Died', 'Died', 'person', 'end'),
  type('bereavement_contact', 'Bereavement contact', 'Bereavement', 'primary', 'support'),
  type('other', 'Something else', 'Other', 'primary', 'practice'),
] as const satisfies readonly EventType[]

export const EVENT_TYPE_CODES = EVENT_TYPES.map((eventType) => eventType.code)

const BY_CODE = new Map<string, EventType>(EVENT_TYPES.map((eventType) => [eventType.code, eventType]))

/** True for a code of this list; rows of a newer version may hold others. */
export const isEventTypeCode = (code: string): code is EventTypeCode => BY_CODE.has(code)

/** The type behind a code. An unknown one shows as `other`, so that nothing disappears from a journey. */
export const eventTypeOf = (code: string): EventType => {
  const found = BY_CODE.get(code) ?? BY_CODE.get('other')
  if (found === undefined) throw new Error('the list of event types has no `other`')
  return found
}
