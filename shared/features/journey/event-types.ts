/**
 * What can happen on a journey: our own list. Lanes follow who did it. Synonyms are how people say it; the composer
 * matches them as whole words, longest first. Which letter an event should bring, and how soon, is in `letter-rules.ts`.
 */
export const LANES = ['primary', 'hospital', 'community', 'voluntary', 'person'] as const
export type Lane = (typeof LANES)[number]

export const EVENT_GROUPS = ['symptom', 'practice', 'test', 'referral', 'hospital', 'treatment', 'letter', 'support', 'end'] as const
export type EventGroup = (typeof EVENT_GROUPS)[number]

const type = <Code extends string>(code: Code, label: string, shortLabel: string, lane: Lane, group: EventGroup, synonyms: readonly string[]) =>
  ({ code, label, shortLabel, lane, group, synonyms }) as const

export const EVENT_TYPES = [
  type('symptom_noticed', 'First symptom noticed', 'First symptom', 'person', 'symptom', ['first symptom', 'symptom', 'symptoms', 'symptoms started', 'noticed', 'noticed a lump', 'change in bowel habit']),
  type('seen_by_gp', 'Seen by GP', 'Seen by GP', 'primary', 'practice', ['seen by gp', 'saw gp', 'gp appointment', 'gp visit', 'surgery appointment', 'presented', 'first presentation']),
  type('nurse_phone_call', 'Nurse phone call', 'Nurse call', 'primary', 'practice', ['nurse phone call', 'nurse call', 'phone call', 'rang', 'telephoned', 'phoned', 'called', 'spoke to']),
  type('home_visit', 'Home visit', 'Home visit', 'primary', 'practice', ['home visit', 'visited at home', 'visit']),
  type('fit_test', 'FIT test', 'FIT', 'primary', 'test', ['fit', 'fit test', 'fit result', 'faecal immunochemical test', 'stool test']),
  type('blood_test', 'Blood test', 'Bloods', 'primary', 'test', ['blood test', 'blood tests', 'bloods', 'ca125', 'psa', 'psa test', 'full blood count', 'fbc']),
  type('chest_x_ray', 'Chest X-ray', 'Chest X-ray', 'primary', 'test', ['chest x-ray', 'chest xray', 'cxr', 'x-ray', 'xray']),
  type('urgent_referral', 'Urgent referral sent', 'Urgent referral', 'primary', 'referral', ['urgent referral', 'urgent referral sent', 'referred urgently', '2ww', 'two week wait', 'two week referral', 'usc referral', 'fast track', 'urgent suspected cancer referral']),
  type('routine_referral', 'Routine referral sent', 'Referral', 'primary', 'referral', ['routine referral', 'referral', 'referral sent', 'referred']),
  type('referral_received', 'Referral received', 'Referral received', 'hospital', 'referral', ['referral received', 'referral accepted', 'hospital received referral']),
  type('referral_rejected', 'Referral rejected', 'Referral rejected', 'hospital', 'referral', ['referral rejected', 'rejected', 'referral returned']),
  type('referral_downgraded', 'Referral downgraded', 'Downgraded', 'hospital', 'referral', ['downgraded', 'referral downgraded']),
  type('appointment_booked', 'Appointment booked', 'Booked', 'hospital', 'referral', ['appointment booked', 'booked', 'clinic booked']),
  type('did_not_attend', 'Did not attend', 'Did not attend', 'hospital', 'hospital', ['did not attend', 'dna', 'missed appointment', 'did not turn up']),
  type('appointment_cancelled', 'Appointment cancelled', 'Cancelled', 'hospital', 'hospital', ['cancelled', 'appointment cancelled', 'clinic cancelled', 'postponed']),
  type('first_seen', 'First seen in clinic', 'First seen', 'hospital', 'hospital', ['first seen', 'seen in clinic', 'fast track clinic', 'clinic appointment', 'clinic', 'seen in hospital', 'outpatients', 'outpatient appointment']),
  type('oncology_clinic', 'Oncology clinic', 'Oncology clinic', 'hospital', 'hospital', ['oncology clinic', 'oncology', 'oncologist', 'saw oncologist', 'oncology appointment']),
  type('surgical_clinic', 'Surgical clinic', 'Surgical clinic', 'hospital', 'hospital', ['surgical clinic', 'surgeon', 'saw surgeon', 'surgical outpatients']),
  type('follow_up_clinic', 'Follow-up clinic', 'Follow-up', 'hospital', 'hospital', ['follow-up clinic', 'follow up clinic', 'follow-up', 'follow up', 'surveillance']),
  type('colonoscopy', 'Colonoscopy', 'Colonoscopy', 'hospital', 'test', ['colonoscopy', 'bowel camera', 'sigmoidoscopy', 'flexi sig']),
  type('endoscopy', 'Endoscopy', 'Endoscopy', 'hospital', 'test', ['endoscopy', 'gastroscopy', 'ogd', 'camera test']),
  type('bronchoscopy', 'Bronchoscopy', 'Bronchoscopy', 'hospital', 'test', ['bronchoscopy', 'ebus']),
  type('mammogram', 'Mammogram', 'Mammogram', 'hospital', 'test', ['mammogram', 'mammography', 'triple assessment', 'one stop clinic']),
  type('ct_scan', 'CT scan', 'CT', 'hospital', 'test', ['ct', 'ct scan', 'cat scan']),
  type('mri_scan', 'MRI scan', 'MRI', 'hospital', 'test', ['mri', 'mri scan']),
  type('pet_scan', 'PET scan', 'PET', 'hospital', 'test', ['pet', 'pet scan', 'pet-ct', 'pet ct']),
  type('ultrasound', 'Ultrasound', 'Ultrasound', 'hospital', 'test', ['ultrasound', 'uss', 'ultrasound scan']),
  type('biopsy', 'Biopsy', 'Biopsy', 'hospital', 'test', ['biopsy', 'biopsied', 'fna', 'needle test', 'histology']),
  type('told_diagnosis', 'Told diagnosis', 'Told diagnosis', 'hospital', 'hospital', ['told diagnosis', 'diagnosis given', 'diagnosed', 'told it is cancer', 'diagnosis confirmed', 'given diagnosis', 'told results', 'cancer confirmed']),
  type('told_no_cancer', 'Told no cancer', 'No cancer', 'hospital', 'hospital', ['told no cancer', 'no cancer', 'cancer ruled out', 'all clear']),
  type('mdt', 'MDT meeting', 'MDT', 'hospital', 'hospital', ['mdt', 'mdt meeting', 'multidisciplinary team', 'discussed at mdt', 'mdm']),
  type('decision_to_treat', 'Decision to treat', 'Decision to treat', 'hospital', 'hospital', ['decision to treat', 'dtt', 'treatment agreed', 'consented', 'agreed treatment']),
  type('surgery', 'Surgery', 'Surgery', 'hospital', 'treatment', ['surgery', 'operation', 'had operation', 'operated', 'mastectomy', 'lumpectomy', 'hemicolectomy', 'prostatectomy', 'hysterectomy', 'resection', 'lobectomy', 'nephrectomy', 'wide local excision', 'excision']),
  type('chemotherapy_started', 'Chemotherapy started', 'Chemotherapy', 'hospital', 'treatment', ['chemotherapy started', 'chemo started', 'started chemo', 'started chemotherapy', 'first chemo', 'chemo', 'chemotherapy', 'chemo began', 'sact started']),
  type('chemotherapy_finished', 'Chemotherapy finished', 'Chemo finished', 'hospital', 'treatment', ['chemotherapy finished', 'chemo finished', 'finished chemo', 'last chemo', 'chemo ended', 'completed chemo', 'completed chemotherapy', 'end of chemo']),
  type('radiotherapy_started', 'Radiotherapy started', 'Radiotherapy', 'hospital', 'treatment', ['radiotherapy started', 'started radiotherapy', 'radiotherapy', 'rt started', 'radio started', 'started rt', 'dxt']),
  type('radiotherapy_finished', 'Radiotherapy finished', 'RT finished', 'hospital', 'treatment', ['radiotherapy finished', 'finished radiotherapy', 'completed radiotherapy', 'last radiotherapy', 'rt finished', 'end of radiotherapy']),
  type('hormone_started', 'Hormone treatment started', 'Hormones', 'hospital', 'treatment', ['hormone treatment', 'hormones started', 'hormone therapy', 'tamoxifen', 'letrozole', 'anastrozole', 'zoladex', 'goserelin', 'hormone treatment started']),
  type('immunotherapy_started', 'Immunotherapy started', 'Immunotherapy', 'hospital', 'treatment', ['immunotherapy', 'immunotherapy started', 'pembrolizumab', 'nivolumab', 'targeted therapy']),
  type('active_monitoring', 'Active monitoring agreed', 'Monitoring', 'hospital', 'treatment', ['active monitoring', 'active surveillance', 'watch and wait', 'watchful waiting']),
  type('treatment_ended', 'Treatment finished', 'Treatment finished', 'hospital', 'treatment', ['treatment finished', 'end of treatment', 'treatment ended', 'finished treatment', 'completed treatment']),
  type('admitted', 'Admitted', 'Admitted', 'hospital', 'hospital', ['admitted', 'admission', 'went into hospital', 'in hospital']),
  type('emergency_admission', 'Emergency admission', 'Emergency', 'hospital', 'hospital', ['emergency admission', 'a&e', 'a and e', 'emergency', 'ed attendance', 'casualty', '999', 'admitted as emergency']),
  type('discharged', 'Discharged', 'Discharged', 'hospital', 'hospital', ['discharged', 'discharge', 'home from hospital', 'sent home']),
  type('nurse_specialist_contact', 'Nurse specialist contact', 'Specialist nurse', 'hospital', 'support', ['nurse specialist', 'cns', 'cns call', 'specialist nurse', 'macmillan nurse', 'key worker', 'nurse specialist contact']),
  type('diagnosis_letter', 'Diagnosis letter received', 'Diagnosis letter', 'primary', 'letter', ['diagnosis letter', 'diagnosis notification', 'letter with diagnosis', 'notified of diagnosis']),
  type('clinic_letter', 'Clinic letter received', 'Clinic letter', 'primary', 'letter', ['clinic letter', 'letter', 'letter received', 'letter from clinic', 'letter from oncology', 'oncology letter', 'letter from hospital', 'letter from consultant', 'outpatient letter']),
  type('mdt_letter', 'MDT outcome received', 'MDT outcome', 'primary', 'letter', ['mdt outcome', 'mdt letter', 'mdt outcome received', 'mdt summary']),
  type('treatment_plan_letter', 'Treatment plan received', 'Treatment plan', 'primary', 'letter', ['treatment plan', 'treatment plan received', 'plan letter', 'surgery plan']),
  type('discharge_letter', 'Discharge letter received', 'Discharge letter', 'primary', 'letter', ['discharge letter', 'discharge summary', 'discharge summary received', 'discharge letter received', 'tto']),
  type('treatment_summary', 'Treatment summary received', 'Treatment summary', 'primary', 'letter', ['treatment summary', 'end of treatment summary', 'end-of-treatment summary', 'treatment summary received']),
  type('follow_up_plan', 'Follow-up plan received', 'Follow-up plan', 'primary', 'letter', ['follow-up plan', 'follow up plan', 'surveillance plan']),
  type('support_contact', 'Support contact', 'Support contact', 'primary', 'support', ['support contact', 'support call', 'three month contact', '3 month contact', '3 month call', 'support discussion', 'support offered', 'offered support']),
  type('support_information_given', 'Support information given', 'Information given', 'primary', 'support', ['support information given', 'information given', 'cancer support information given', 'leaflet given', 'gave leaflet', 'signposted']),
  type('care_review', 'Cancer care review', 'Care review', 'primary', 'support', ['cancer care review', 'care review', 'ccr', 'care review done', 'annual review', 'review done']),
  type('care_review_invitation', 'Care review invitation', 'Review invitation', 'primary', 'support', ['care review invitation', 'invited to review', 'review invitation', 'invited', 'invitation sent']),
  type('care_review_declined', 'Care review declined', 'Review declined', 'primary', 'support', ['care review declined', 'declined review', 'declined care review', 'does not want review']),
  type('needs_assessment_offered', 'Needs assessment offered', 'Needs offered', 'primary', 'support', ['needs assessment offered', 'hna offered', 'offered hna', 'offered needs assessment']),
  type('needs_assessment_done', 'Needs assessment done', 'Needs assessed', 'primary', 'support', ['needs assessment', 'needs assessment done', 'hna', 'hna done', 'holistic needs assessment']),
  type('wellbeing_event', 'Wellbeing event attended', 'Wellbeing event', 'voluntary', 'support', ['wellbeing event', 'support group', 'health and wellbeing event', 'went to support group']),
  type('district_nurse_visit', 'District nurse visit', 'District nurse', 'community', 'support', ['district nurse', 'district nurse visit', 'community nurse', 'dn visit']),
  type('palliative_referral', 'Palliative care referral', 'Palliative', 'primary', 'referral', ['palliative referral', 'palliative care', 'palliative care referral', 'hospice referral', 'referred to hospice']),
  type('hospice_admission', 'Hospice admission', 'Hospice', 'community', 'hospital', ['hospice admission', 'hospice', 'admitted to hospice']),
  type('free_prescription_form', 'Free prescription form', 'Free prescription', 'primary', 'practice', ['free prescription', 'free prescription form', 'prescription exemption', 'fp92a']),
  type('died', 'Died', 'Died', 'person', 'end', ['died', 'death', 'passed away', 'rip', 'deceased']),
  type('other', 'Something else', 'Other', 'primary', 'practice', ['other', 'note']),
] as const

export type EventTypeCode = (typeof EVENT_TYPES)[number]['code']

export interface EventType {
  readonly code: EventTypeCode
  readonly label: string
  readonly shortLabel: string
  readonly lane: Lane
  readonly group: EventGroup
  readonly synonyms: readonly string[]
}

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
