import { type EventTypeCode, eventTypeOf } from '#shared/features/journey/public.ts'

/**
 * Where each journey event stands in a bundle: our own choice, written out in docs/fhir-export.md. Meetings are
 * encounters, what was done to or for somebody is a procedure, a paper that came is a document reference, and a step of
 * somebody's work (an invitation, a booking, a rejection) is a task, because nobody met.
 */
export type EventPlace =
  | {
      readonly as: 'Encounter'
      /** Of HL7's ActCode: ambulatory, home, emergency, inpatient. */
      readonly at: 'AMB' | 'HH' | 'EMER' | 'IMP'
      /** Nobody came. */
      readonly cancelled?: true
      readonly until?: EventTypeCode
      readonly ends?: true
    }
  | {
      readonly as: 'Procedure'
      readonly category: 'test' | 'treatment' | 'other'
      /** The event that ends what this one begins; null: nothing in the list does. Left out: it is over in a day. */
      readonly until?: EventTypeCode | null
      /** It ends what another began. */
      readonly ends?: true
    }
  | { readonly as: 'ServiceRequest'; readonly priority: 'urgent' | 'routine' }
  | {
      readonly as: 'Task'
      readonly status: 'requested' | 'received' | 'accepted' | 'rejected' | 'cancelled' | 'completed'
    }
  | { readonly as: 'DocumentReference' }
  /** `met`: an encounter goes with it. */
  | { readonly as: 'QuestionnaireResponse'; readonly met: boolean }
  | { readonly as: 'CarePlan' }
  /** Told by the condition and by the patient. */
  | { readonly as: 'onset' | 'death' }

const seen: EventPlace = { as: 'Encounter', at: 'AMB' }
const test: EventPlace = { as: 'Procedure', category: 'test' }
const treatment: EventPlace = { as: 'Procedure', category: 'treatment' }
const support: EventPlace = { as: 'Procedure', category: 'other' }
const letter: EventPlace = { as: 'DocumentReference' }
const invited: EventPlace = { as: 'Task', status: 'requested' }
const saidNo: EventPlace = { as: 'Task', status: 'rejected' }
const notSuitable: EventPlace = { as: 'Task', status: 'cancelled' }
const step: EventPlace = { as: 'Task', status: 'completed' }

export const EVENT_PLACES: Readonly<Record<EventTypeCode, EventPlace>> = {
  symptom_noticed: { as: 'onset' },
  screening_result: test,
  seen_by_gp: seen,
  nurse_phone_call: seen,
  home_visit: { as: 'Encounter', at: 'HH' },
  fit_test: test,
  blood_test: test,
  chest_x_ray: test,
  urgent_referral: { as: 'ServiceRequest', priority: 'urgent' },
  routine_referral: { as: 'ServiceRequest', priority: 'routine' },
  referral_received: { as: 'Task', status: 'received' },
  referral_rejected: { as: 'Task', status: 'rejected' },
  referral_downgraded: { as: 'Task', status: 'accepted' },
  appointment_booked: step,
  did_not_attend: { as: 'Encounter', at: 'AMB', cancelled: true },
  cancelled_by_hospital: { as: 'Task', status: 'cancelled' },
  cancelled_by_patient: { as: 'Task', status: 'cancelled' },
  consultant_upgrade: { as: 'Task', status: 'accepted' },
  first_seen: seen,
  oncology_clinic: seen,
  surgical_clinic: seen,
  follow_up_clinic: seen,
  colonoscopy: test,
  endoscopy: test,
  bronchoscopy: test,
  cystoscopy: test,
  mammogram: test,
  ct_scan: test,
  mri_scan: test,
  pet_scan: test,
  ultrasound: test,
  biopsy: test,
  told_diagnosis: seen,
  told_no_cancer: seen,
  recurrence_told: seen,
  mdt: support,
  decision_to_treat: step,
  surgery: treatment,
  chemotherapy_started: { as: 'Procedure', category: 'treatment', until: 'chemotherapy_finished' },
  chemotherapy_finished: { as: 'Procedure', category: 'treatment', ends: true },
  radiotherapy_started: { as: 'Procedure', category: 'treatment', until: 'radiotherapy_finished' },
  radiotherapy_finished: { as: 'Procedure', category: 'treatment', ends: true },
  hormone_started: { as: 'Procedure', category: 'treatment', until: null },
  immunotherapy_started: { as: 'Procedure', category: 'treatment', until: null },
  transplant: treatment,
  active_monitoring: { as: 'Procedure', category: 'treatment', until: null },
  treatment_ended: step,
  admitted: { as: 'Encounter', at: 'IMP', until: 'discharged' },
  ae_attendance: { as: 'Encounter', at: 'EMER' },
  emergency_admission: { as: 'Encounter', at: 'IMP', until: 'discharged' },
  discharged: { as: 'Encounter', at: 'IMP', ends: true },
  nurse_specialist_contact: seen,
  diagnosis_letter: letter,
  clinic_letter: letter,
  mdt_letter: letter,
  treatment_plan_letter: letter,
  discharge_letter: letter,
  treatment_summary: letter,
  follow_up_plan: letter,
  nurse_specialist_letter: letter,
  support_contact_invitation: invited,
  support_contact: seen,
  support_information_given: support,
  support_contact_declined: saidNo,
  support_contact_unsuitable: notSuitable,
  care_review: { as: 'QuestionnaireResponse', met: true },
  care_review_invitation: invited,
  care_review_declined: saidNo,
  care_review_unsuitable: notSuitable,
  needs_assessment_offered: invited,
  needs_assessment_done: { as: 'QuestionnaireResponse', met: false },
  wellbeing_event: seen,
  district_nurse_visit: { as: 'Encounter', at: 'HH' },
  palliative_referral: { as: 'ServiceRequest', priority: 'routine' },
  hospice_admission: { as: 'Encounter', at: 'IMP', until: 'discharged' },
  advance_care_plan: { as: 'CarePlan' },
  free_prescription_form: step,
  died: { as: 'death' },
  bereavement_contact: seen,
  other: step,
}

/** Where an event stands. A type of a newer version stands where `other` does, so that nothing is lost. */
export const placeOf = (eventType: string): EventPlace => EVENT_PLACES[eventTypeOf(eventType).code]
