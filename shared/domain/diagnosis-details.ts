/**
 * Code lists of a cancer diagnosis beyond site and date. Codes are facts; every label is ours, in plain words.
 *
 * Source of codes: COSD 9.0.1 as read by NHS Digital's data_management_system (CR0380 laterality, CR0390 basis of
 * diagnosis, CR0510 performance status, CR0460 care plan intent, CR2050 clinical nurse specialist indication, CR0610
 * to CR0640 stage edition). Behaviour, grade and follow-up are lists of ours; follow-up keeps the four kinds that
 * personalised stratified follow-up speaks of.
 */

import type { CodedLabel } from './people.ts'

/** Which side of the body. */
export const LATERALITIES = [
  { code: 'L', label: 'Left' },
  { code: 'R', label: 'Right' },
  { code: 'M', label: 'Midline' },
  { code: 'B', label: 'Both sides' },
  { code: '8', label: 'Does not apply' },
  { code: '9', label: 'Not known' },
] as const satisfies readonly CodedLabel[]

/** What the diagnosis rests on, weakest first. There is no 3 and no 8. */
export const BASES_OF_DIAGNOSIS = [
  { code: '0', label: 'Death certificate only' },
  { code: '1', label: 'Examination and history' },
  { code: '2', label: 'Scan, scope or other investigation' },
  { code: '4', label: 'Tumour marker' },
  { code: '5', label: 'Cells under the microscope (cytology)' },
  { code: '6', label: 'Tissue from where it has spread' },
  { code: '7', label: 'Tissue from where it began' },
  { code: '9', label: 'Not known' },
] as const satisfies readonly CodedLabel[]

/** How the tumour behaves. */
export const BEHAVIOURS = [
  { code: 'benign', label: 'Benign' },
  { code: 'uncertain', label: 'Uncertain' },
  { code: 'in_situ', label: 'In situ' },
  { code: 'malignant', label: 'Malignant, where it began' },
  { code: 'metastatic', label: 'Malignant, spread from elsewhere' },
] as const satisfies readonly CodedLabel[]
export type Behaviour = (typeof BEHAVIOURS)[number]['code']

/** How different the cells look from healthy ones. */
export const GRADES = [
  { code: 'G1', label: 'Grade 1' },
  { code: 'G2', label: 'Grade 2' },
  { code: 'G3', label: 'Grade 3' },
  { code: 'G4', label: 'Grade 4' },
  { code: 'GX', label: 'Grade cannot be told' },
] as const satisfies readonly CodedLabel[]

/** Whose rules a stage was given by. */
export const STAGE_EDITIONS = [
  { code: 'uicc', label: 'UICC' },
  { code: 'ajcc', label: 'AJCC' },
  { code: 'enets', label: 'ENETS' },
  { code: 'figo', label: 'FIGO' },
  { code: 'ann_arbor', label: 'Ann Arbor' },
  { code: 'binet', label: 'Binet' },
  { code: 'other', label: 'Another system' },
] as const satisfies readonly CodedLabel[]
export type StageEdition = (typeof STAGE_EDITIONS)[number]['code']

/** How much somebody can do for themselves, as the hospital recorded it. */
export const PERFORMANCE_STATUSES = [
  { code: '0', label: '0: does everything as before' },
  { code: '1', label: '1: light work, no heavy effort' },
  { code: '2', label: '2: cares for themselves, cannot work' },
  { code: '3', label: '3: needs some care, in bed or chair over half the day' },
  { code: '4', label: '4: needs full care, in bed or chair all day' },
  { code: '9', label: 'Not recorded by the hospital' },
] as const satisfies readonly CodedLabel[]

/** What the care plan is for. */
export const TREATMENT_INTENTS = [
  { code: 'C', label: 'To cure' },
  { code: 'Z', label: 'To control or ease, not to cure' },
  { code: 'X', label: 'No active treatment' },
  { code: '9', label: 'Not known' },
] as const satisfies readonly CodedLabel[]

/** Whether a clinical nurse specialist was there or heard of it when the diagnosis was told. There is no Y2. */
export const NURSE_SPECIALIST_TOLD = [
  { code: 'Y1', label: 'Nurse specialist was in the room' },
  { code: 'Y3', label: 'Saw the nurse specialist in the same clinic' },
  { code: 'Y4', label: 'Saw the nurse specialist at another time' },
  { code: 'Y5', label: 'Saw a trained member of the nurse’s team' },
  { code: 'NI', label: 'Not seen, but the nurse specialist was told' },
  { code: 'NN', label: 'Not seen, and the nurse specialist was not told' },
  { code: '99', label: 'Not known' },
] as const satisfies readonly CodedLabel[]

/** How somebody is followed up after treatment. */
export const FOLLOW_UP_STRATA = [
  { code: 'self_managed', label: 'Looks after themselves, with a way back in' },
  { code: 'shared_care', label: 'Shared with the practice' },
  { code: 'professional_led', label: 'Led by the hospital team' },
  { code: 'palliative', label: 'Palliative care' },
] as const satisfies readonly CodedLabel[]

/** Who brought the ICD-10 code. */
export const CODE_SOURCES = [
  { code: 'typed', label: 'Typed here' },
  { code: 'imported', label: 'Came with an import' },
] as const satisfies readonly CodedLabel[]
