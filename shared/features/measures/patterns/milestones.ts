import { EVENT_TYPES, type EventTypeCode } from '#shared/features/journey/public.ts'

/**
 * When a milestone may lie, seen from the diagnosis. before: in the two years up to it, its day included. diagnosis: the
 * recorded date itself. decision, treatment: from two years before it on, since an operation may be what finds a cancer.
 * after: on its day or later. end: whenever it was.
 */
export type MilestonePart = 'before' | 'diagnosis' | 'decision' | 'treatment' | 'after' | 'end'

export interface Milestone<Code extends string = string> {
  readonly code: Code
  readonly label: string
  readonly part: MilestonePart
  /** The types of event that it stands for; of several only the first counts. */
  readonly events: readonly EventTypeCode[]
  /** What it is besides, and where that is from. */
  readonly source: string
}

const milestone = <Code extends string>(
  code: Code,
  label: string,
  part: MilestonePart,
  events: readonly EventTypeCode[],
  source: string,
): Milestone<Code> => ({ code, label, part, events, source })

const COSD = 'COSD 9.0.1, cancer treatment modality (CR2040)'

/**
 * The milestones of a history. Several on one day stand in this order, so a referral comes before the diagnosis and the
 * diagnosis before a treatment. What is not here (letters, phone calls, follow-up clinics) makes no pattern.
 */
export const MILESTONES = [
  milestone('screening', 'Screening result', 'before', ['screening_result'], 'NCRAS Routes to Diagnosis'),
  milestone(
    'presentation',
    'First presentation',
    'before',
    ['seen_by_gp', 'home_visit'],
    'Aarhus statement 2012, as the intervals of a referral take it',
  ),
  milestone(
    'practice_test',
    'Test in the practice',
    'before',
    ['fit_test', 'blood_test', 'chest_x_ray'],
    'National Cancer Diagnosis Audit: investigations led by primary care',
  ),
  milestone('urgent_referral', 'Urgent referral', 'before', ['urgent_referral'], 'Cancer Waiting Times guidance v12.1'),
  milestone('routine_referral', 'Routine referral', 'before', ['routine_referral'], 'NCRAS Routes to Diagnosis'),
  milestone(
    'emergency',
    'Emergency',
    'before',
    ['ae_attendance', 'emergency_admission'],
    'NCRAS Routes to Diagnosis, as the practice recorded it',
  ),
  milestone(
    'first_seen',
    'First seen in clinic',
    'before',
    ['first_seen', 'oncology_clinic', 'surgical_clinic'],
    'Cancer Waiting Times: date first seen (CR0230)',
  ),
  milestone(
    'hospital_test',
    'Test in hospital',
    'before',
    [
      'colonoscopy',
      'endoscopy',
      'bronchoscopy',
      'cystoscopy',
      'mammogram',
      'ct_scan',
      'mri_scan',
      'pet_scan',
      'ultrasound',
      'biopsy',
    ],
    'A list of ours',
  ),
  milestone('diagnosis', 'Diagnosis', 'diagnosis', [], 'The date recorded with the diagnosis (CR2030)'),
  milestone('decision', 'Decision to treat', 'decision', ['decision_to_treat'], 'Cancer Waiting Times: 31-day clock'),
  milestone('surgery', 'Surgery', 'treatment', ['surgery'], COSD),
  milestone('chemotherapy', 'Chemotherapy', 'treatment', ['chemotherapy_started'], COSD),
  milestone('radiotherapy', 'Radiotherapy', 'treatment', ['radiotherapy_started'], COSD),
  milestone('hormone', 'Hormone treatment', 'treatment', ['hormone_started'], COSD),
  milestone('immunotherapy', 'Immunotherapy', 'treatment', ['immunotherapy_started'], COSD),
  milestone(
    'transplant',
    'Stem cell transplant',
    'treatment',
    ['transplant'],
    'A kind of ours: COSD has it under other',
  ),
  milestone('monitoring', 'Active monitoring', 'treatment', ['active_monitoring'], COSD),
  milestone('care_review', 'Care review', 'after', ['care_review'], 'QOF CAN004 and NICE IND223'),
  milestone(
    'recurrence',
    'Recurrence or progression',
    'after',
    ['recurrence_told'],
    'The event, or the date of a record of the kind (recurrence, metastatic, transformation, progression)',
  ),
  milestone(
    'palliative',
    'Palliative care',
    'after',
    ['palliative_referral', 'hospice_admission'],
    'A list of ours for the care at the end of life',
  ),
  milestone('died', 'Died', 'end', ['died'], 'The date of death on the record, or else in the journey'),
] as const satisfies readonly Milestone[]

export type MilestoneCode = (typeof MILESTONES)[number]['code']
export const MILESTONE_CODES = MILESTONES.map(({ code }) => code)

const PLACES = new Map<string, number>(MILESTONE_CODES.map((code, place) => [code, place]))

/** The place of a milestone in the list. */
export const milestonePlace = (code: MilestoneCode): number => PLACES.get(code) ?? -1

const LABELS = new Map<string, string>(MILESTONES.map(({ code, label }) => [code, label]))

/** The words for a milestone. */
export const milestoneLabel = (code: MilestoneCode): string => LABELS.get(code) ?? code

/** The place of the milestone of each type of event, by the number of the type; -1 where it is none. */
export const PLACE_OF_TYPE: readonly number[] = EVENT_TYPES.map(({ code }) =>
  MILESTONES.findIndex(({ events }) => events.includes(code)),
)

/**
 * How far back something belongs to a diagnosis. A default of ours that nobody has verified: long enough for a slow
 * start, short enough to leave out the blood tests of another year.
 */
export const LOOK_BACK_DAYS = 730

/** How much of a history a pattern holds. */
export const STRETCHES = [
  { code: 'diagnosis', label: 'Up to the diagnosis', parts: ['before', 'diagnosis'] },
  {
    code: 'treatment',
    label: 'Up to the first treatment',
    parts: ['before', 'diagnosis', 'decision', 'treatment', 'end'],
  },
  {
    code: 'whole',
    label: 'All that is recorded',
    parts: ['before', 'diagnosis', 'decision', 'treatment', 'after', 'end'],
  },
] as const satisfies readonly { code: string; label: string; parts: readonly MilestonePart[] }[]
export type Stretch = (typeof STRETCHES)[number]['code']
