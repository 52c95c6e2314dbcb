/**
 * How people in a practice say each event, several a line with commas between. The composer matches them as whole
 * words in any case, longest first. Hyphens read as spaces, so `follow-up` needs no second spelling.
 */
export const EVENT_SYNONYMS = {
  symptom_noticed:
    'first symptom, symptom, symptoms started, noticed symptoms, noticed, noticed a lump, found a lump, change in bowel habit',
  screening_result:
    'screening result, abnormal screening, screen detected, screening recall, recalled after screening, bowel screening positive',
  seen_by_gp:
    'seen by gp, saw gp, saw the gp, seen by doctor, gp appointment, gp visit, surgery appointment, presented, first presentation, seen in surgery, seen at surgery, came to surgery, attended surgery',
  nurse_phone_call:
    'nurse phone call, nurse call, rang surgery, phoned surgery, called surgery, phone call, telephone call, telephone consultation, rang, telephoned, phoned, called, spoke to, spoke with',
  home_visit: 'home visit, visited at home, visit',
  fit_test: 'fit, fit test, fit result, fit positive, faecal immunochemical test, stool test',
  blood_test: 'blood test, blood tests, bloods, ca125, psa, psa test, full blood count, fbc, blood results',
  chest_x_ray: 'chest x ray, chest xray, cxr, x ray, xray',
  urgent_referral:
    'urgent referral, urgent referral sent, referred urgently, urgently referred, 2ww, 2ww referral, two week wait, two week wait referral, two week referral, usc, usc referral, fast track, fast track referral, urgent suspected cancer referral',
  routine_referral: 'routine referral, referral, referral sent, referred',
  referral_received: 'referral received, referral accepted, hospital received referral, hospital has the referral',
  referral_rejected: 'referral rejected, rejected, referral returned, referral sent back',
  referral_downgraded: 'downgraded, referral downgraded',
  appointment_booked: 'appointment booked, booked, clinic booked, appointment made, given appointment, date for clinic',
  did_not_attend: 'did not attend, didnt attend, dna, missed appointment, missed clinic, did not turn up, did not go',
  cancelled_by_hospital:
    'cancelled, cancelled by hospital, hospital cancelled, clinic cancelled, appointment cancelled, operation cancelled, surgery cancelled, postponed, provider cancelled',
  cancelled_by_patient:
    'cancelled by patient, patient cancelled, cancelled it himself, cancelled it herself, cancelled their appointment, cancelled her appointment, cancelled his appointment',
  consultant_upgrade: 'consultant upgrade, upgraded, upgraded by consultant, upgrade to urgent',
  first_seen:
    'first seen, seen in clinic, seen at clinic, fast track clinic, rapid access clinic, clinic appointment, clinic, seen in hospital, outpatients, outpatient appointment',
  oncology_clinic:
    'oncology clinic, oncology, oncologist, saw oncologist, seen by oncologist, oncology appointment, seen by oncology',
  surgical_clinic:
    'surgical clinic, surgeon, saw surgeon, seen by surgeon, surgical outpatients, pre op, pre op assessment',
  follow_up_clinic: 'follow up clinic, follow up, follow up appointment, surveillance',
  colonoscopy: 'colonoscopy, bowel camera, sigmoidoscopy, flexi sig',
  endoscopy: 'endoscopy, gastroscopy, ogd, camera test',
  bronchoscopy: 'bronchoscopy, ebus',
  cystoscopy: 'cystoscopy, flexible cystoscopy, bladder camera',
  mammogram: 'mammogram, mammography, triple assessment, one stop clinic, breast clinic',
  ct_scan: 'ct, ct scan, cat scan',
  mri_scan: 'mri, mri scan',
  pet_scan: 'pet, pet scan, pet ct',
  ultrasound: 'ultrasound, uss, ultrasound scan',
  biopsy: 'biopsy, biopsied, fna, needle test, histology',
  told_diagnosis:
    'told diagnosis, told the diagnosis, diagnosis given, given the diagnosis, diagnosed, told it is cancer, told its cancer, told has cancer, diagnosis confirmed, given diagnosis, told results, cancer confirmed, confirmed cancer',
  told_no_cancer: 'told no cancer, no cancer, cancer ruled out, all clear, benign',
  recurrence_told:
    'told recurrence, recurrence, recurrence confirmed, cancer has come back, cancer is back, relapse, relapsed',
  mdt: 'mdt, mdt meeting, multidisciplinary team, discussed at mdt, mdm',
  decision_to_treat: 'decision to treat, dtt, treatment agreed, consented, agreed treatment, consented for treatment',
  surgery:
    'surgery, operation, had operation, operated, mastectomy, lumpectomy, hemicolectomy, anterior resection, prostatectomy, hysterectomy, resection, resected, lobectomy, nephrectomy, wide local excision, excision, orchidectomy, thyroidectomy, gastrectomy, whipples',
  chemotherapy_started:
    'chemotherapy started, chemo started, started chemo, started chemotherapy, starting chemo, first chemo, first chemotherapy, chemo, chemotherapy, chemo began, began chemo, sact started, started sact',
  chemotherapy_finished:
    'chemotherapy finished, chemo finished, finished chemo, finished chemotherapy, last chemo, last chemotherapy, chemo ended, chemo stopped, stopped chemo, chemo completed, completed chemo, completed chemotherapy, end of chemo',
  radiotherapy_started:
    'radiotherapy started, started radiotherapy, radiotherapy, radiotherapy began, first radiotherapy, rt started, radio started, started rt, dxt, brachytherapy',
  radiotherapy_finished:
    'radiotherapy finished, finished radiotherapy, completed radiotherapy, radiotherapy completed, last radiotherapy, rt finished, finished rt, end of radiotherapy',
  hormone_started:
    'hormone treatment, hormones started, hormone therapy, hormone treatment started, started hormones, tamoxifen, letrozole, anastrozole, exemestane, zoladex, goserelin, prostap',
  immunotherapy_started:
    'immunotherapy, immunotherapy started, started immunotherapy, pembrolizumab, nivolumab, targeted therapy',
  transplant: 'stem cell transplant, transplant, bone marrow transplant',
  active_monitoring: 'active monitoring, active surveillance, watch and wait, watchful waiting',
  treatment_ended:
    'treatment finished, finished treatment, end of treatment, treatment ended, treatment completed, completed treatment',
  admitted: 'admitted, admission, went into hospital, in hospital',
  ae_attendance: 'a&e, a and e, ae attendance, went to a&e, ed attendance, casualty, emergency department',
  emergency_admission:
    'emergency admission, emergency, admitted as emergency, admitted via a&e, 999 call, called 999, rang 999, admitted from a&e, emergency admit',
  discharged: 'discharged, discharge, discharged home, home from hospital, sent home, back home',
  nurse_specialist_contact:
    'nurse specialist contact, nurse specialist, cns, cns call, cns called, cns rang, cns contact, specialist nurse, macmillan nurse, key worker',
  diagnosis_letter:
    'diagnosis letter, diagnosis notification, letter with diagnosis, letter confirming diagnosis, notified of diagnosis',
  clinic_letter:
    'clinic letter, clinic letter received, letter, letter received, letter in, letter came, letter from clinic, letter from oncology, letter from oncologist, oncology letter, letter from hospital, hospital letter, letter from consultant, letter from surgeon, consultant letter, outpatient letter',
  mdt_letter: 'mdt outcome, mdt letter, mdt outcome letter, letter from mdt, mdt outcome received, mdt summary',
  treatment_plan_letter: 'treatment plan, treatment plan received, treatment plan letter, plan letter, surgery plan',
  discharge_letter:
    'discharge letter, discharge letter received, discharge letter in, discharge letter came, discharge summary, discharge summary received, discharge summary in, tto',
  treatment_summary: 'treatment summary, treatment summary received, end of treatment summary, end of treatment letter',
  follow_up_plan: 'follow up plan, follow up plan received, surveillance plan',
  nurse_specialist_letter:
    'nurse specialist letter, specialist nurse letter, letter from nurse specialist, letter from specialist nurse, key worker letter',
  support_contact:
    'support contact, support call, three month contact, 3 month contact, 3 month call, three month call, support discussion, support contact done, support conversation, cancer support call',
  support_information_given:
    'support information given, information given, cancer support information given, leaflet given, gave leaflet, gave information, signposted, gave support information',
  care_review:
    'cancer care review, care review, ccr, ccr done, care review done, annual review, annual cancer review, cancer review, review done',
  care_review_invitation:
    'care review invitation, invited to review, invited to care review, invited for review, invited for ccr, invited to ccr, review invitation, invited, invitation sent, ccr invite, ccr invitation',
  care_review_declined:
    'care review declined, declined review, declined care review, ccr declined, declined ccr, does not want review',
  care_review_unsuitable:
    'care review unsuitable, unsuitable for review, review not suitable, ccr unsuitable, unsuitable for care review, unsuitable for ccr, not suitable for review, not suitable for ccr, review not appropriate',
  support_contact_invitation:
    'support contact offered, support contact invitation, invited to support contact, support call offered, support offered, offered support, offered a support contact, support invitation, support letter sent',
  support_contact_declined:
    'support contact declined, declined support, declined support contact, does not want support, support declined, declined support call',
  support_contact_unsuitable:
    'support contact unsuitable, unsuitable for support contact, support unsuitable, not suitable for support contact, support contact not appropriate',
  needs_assessment_offered: 'needs assessment offered, hna offered, offered hna, offered needs assessment',
  needs_assessment_done: 'needs assessment, needs assessment done, hna, hna done, holistic needs assessment',
  wellbeing_event: 'wellbeing event, support group, health and wellbeing event, went to support group',
  district_nurse_visit: 'district nurse, district nurse visit, seen by district nurse, community nurse, dn visit',
  palliative_referral:
    'palliative referral, palliative care, palliative care referral, referred to palliative care, hospice referral, referred to hospice',
  hospice_admission: 'hospice admission, hospice, admitted to hospice, went into hospice',
  advance_care_plan: 'advance care plan, advance care planning, acp, dnacpr, respect form',
  free_prescription_form: 'free prescription, free prescription form, prescription exemption, fp92a',
  died: 'died, death, passed away, rip, deceased',
  bereavement_contact: 'bereavement call, bereavement contact, bereavement visit, condolence',
  other: 'other, something else',
} as const
