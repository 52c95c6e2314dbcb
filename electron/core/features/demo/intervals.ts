import type { RouteToDiagnosis } from '#shared/domain/routes.ts'
import type { Quantiles } from './chance.ts'

/**
 * How many days apart things happen in the demo journeys. Medians and quartiles follow the National Cancer Diagnosis
 * Audit 2014 (17,042 patients): first presentation to referral 5 days (0 to 27), first presentation to diagnosis
 * 40 days (15 to 86). The rest is set to look like a usual English hospital.
 */

export const SYMPTOM_TO_SURGERY_VISIT: Quantiles = [
  [0, 0],
  [0.25, 6],
  [0.5, 21],
  [0.75, 60],
  [0.9, 150],
  [1, 360],
]

export const VISIT_TO_REFERRAL: Quantiles = [
  [0, 0],
  [0.27, 0],
  [0.5, 4],
  [0.75, 26],
  [0.9, 80],
  [0.97, 170],
  [1, 330],
]

/** From the first visit to the day of the emergency, for those who had been seen before it. */
export const VISIT_TO_EMERGENCY: Quantiles = [
  [0, 0],
  [0.4, 0],
  [0.6, 4],
  [0.8, 18],
  [0.95, 60],
  [1, 120],
]

export const POST_TO_HOSPITAL: Quantiles = [
  [0, 0],
  [0.5, 1],
  [0.9, 2],
  [1, 4],
]

/** From referral (or the recall, the scan or the admission that began it) to being told. */
export const REFERRAL_TO_TOLD: Readonly<Record<RouteToDiagnosis, Quantiles>> = {
  urgent_referral: [
    [0, 5],
    [0.25, 15],
    [0.5, 22],
    [0.75, 32],
    [0.9, 56],
    [1, 90],
  ],
  routine_referral: [
    [0, 14],
    [0.25, 36],
    [0.5, 58],
    [0.75, 95],
    [1, 190],
  ],
  other_outpatient: [
    [0, 10],
    [0.25, 30],
    [0.5, 55],
    [0.75, 90],
    [1, 170],
  ],
  incidental: [
    [0, 5],
    [0.25, 16],
    [0.5, 30],
    [0.75, 48],
    [1, 90],
  ],
  screening: [
    [0, 6],
    [0.25, 14],
    [0.5, 20],
    [0.75, 28],
    [1, 45],
  ],
  emergency: [
    [0, 0],
    [0.25, 1],
    [0.5, 3],
    [0.75, 8],
    [1, 28],
  ],
  death_certificate: [
    [0, 0],
    [1, 0],
  ],
  not_known: [
    [0, 7],
    [0.25, 20],
    [0.5, 34],
    [0.75, 60],
    [1, 120],
  ],
}

export const TOLD_TO_MEETING: Quantiles = [
  [0, 0],
  [0.25, 3],
  [0.5, 6],
  [0.75, 9],
  [1, 20],
]
export const MEETING_TO_DECISION: Quantiles = [
  [0, 0],
  [0.25, 3],
  [0.5, 6],
  [0.75, 10],
  [1, 21],
]
export const DECISION_TO_TREATMENT: Quantiles = [
  [0, 2],
  [0.25, 16],
  [0.5, 24],
  [0.75, 31],
  [0.9, 42],
  [1, 70],
]

export const SURGERY_STAY: Quantiles = [
  [0, 0],
  [0.35, 1],
  [0.6, 3],
  [0.85, 6],
  [1, 16],
]
export const SURGERY_TO_NEXT_TREATMENT: Quantiles = [
  [0, 30],
  [0.5, 45],
  [1, 74],
]
export const CHEMOTHERAPY_COURSE: Quantiles = [
  [0, 63],
  [0.5, 112],
  [1, 168],
]
export const RADIOTHERAPY_COURSE: Quantiles = [
  [0, 7],
  [0.5, 21],
  [1, 46],
]
export const IMMUNOTHERAPY_COURSE: Quantiles = [
  [0, 90],
  [0.5, 300],
  [1, 380],
]
export const BETWEEN_TREATMENTS: Quantiles = [
  [0, 18],
  [0.5, 28],
  [1, 45],
]

/** From a hospital event to its letter on the practice's mat: in the last year, and before a template was agreed. */
export const EVENT_TO_LETTER: Quantiles = [
  [0, 1],
  [0.25, 7],
  [0.5, 12],
  [0.75, 18],
  [0.92, 30],
  [1, 55],
]
export const EVENT_TO_LETTER_EARLIER: Quantiles = [
  [0, 2],
  [0.25, 11],
  [0.5, 18],
  [0.75, 26],
  [0.92, 40],
  [1, 75],
]

export const TOLD_TO_SUPPORT_CONTACT: Quantiles = [
  [0, 3],
  [0.25, 22],
  [0.5, 45],
  [0.75, 68],
  [1, 86],
]
export const TOLD_TO_CARE_REVIEW: Quantiles = [
  [0, 240],
  [0.1, 270],
  [0.5, 318],
  [0.9, 352],
  [1, 360],
]

/** How long ago the people on the register were told, before long or short survival is taken into account. */
export const TOLD_DAYS_AGO: Quantiles = [
  [0, 4],
  [0.095, 365],
  [0.2, 730],
  [0.31, 1095],
  [0.43, 1461],
  [0.545, 1826],
  [0.79, 3000],
  [0.94, 5000],
  [1, 8200],
]
