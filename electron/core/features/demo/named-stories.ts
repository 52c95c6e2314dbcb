import type { DatePrecision, IsoDate } from '#shared/domain/partial-date.ts'
import type { RouteToDiagnosis } from '#shared/domain/routes.ts'
import type { TumourGroup } from '#shared/domain/tumour-groups.ts'
import type { EventTypeCode } from '#shared/features/journey/public.ts'
import type { TreatmentPlan } from './cancer-kinds.ts'
import type { NamedReferral } from './open-referrals.ts'

/** The day on which the stories of the named people are told. They move with the real day. */
export const STORY_DAY = '2026-11-23'

type Lead = 'AR' | 'BT' | 'TE'
export const LEAD_POSITIONS: Readonly<Record<Lead, number>> = { AR: 0, BT: 1, TE: 2 }

export interface Story {
  name: readonly [title: string, givenName: string, surname: string]
  nhsNumber: string
  born: IsoDate
  cancer: readonly [group: TumourGroup, site: string, icd10: string, stage: string | null]
  told: IsoDate
  toldPrecision?: DatePrecision
  route: RouteToDiagnosis
  plan: TreatmentPlan
  lead: Lead
  /** Days after being told; null: still owed. */
  contactAfter: number | null
  reviewAfter?: number
  decided?: IsoDate
  /** Referrals for something else that are still open. */
  referrals?: readonly NamedReferral[]
  /** The event whose letter has not come. */
  missing?: readonly [type: EventTypeCode, date: IsoDate, note: string]
}

export const STORIES: readonly Story[] = [
  {
    name: ['Mr', 'Daniel', 'Okonjo'],
    nhsNumber: '9990041946',
    born: '1964-12-30',
    cancer: ['lower_gi', 'Rectum', 'C20', '2'],
    told: '2026-07-14',
    route: 'screening',
    plan: 'chemoradiotherapy',
    lead: 'BT',
    contactAfter: 41,
  },
  {
    name: ['Mrs', 'Winifred', 'Trembath'],
    nhsNumber: '9990043426',
    born: '1945-10-16',
    cancer: ['gynaecological', 'Ovary', 'C56', '4'],
    told: '2026-01-21',
    route: 'emergency',
    plan: 'chemotherapy',
    lead: 'AR',
    contactAfter: 30,
  },
  {
    name: ['Ms', 'Grace', 'Pellow'],
    nhsNumber: '9990044538',
    born: '1968-03-03',
    cancer: ['gynaecological', 'Endometrium', 'C54', '1'],
    told: '2026-08-17',
    route: 'urgent_referral',
    plan: 'surgery',
    lead: 'BT',
    contactAfter: 52,
  },
  {
    name: ['Mr', 'Colin', 'Hargrave'],
    nhsNumber: '9990042314',
    born: '1941-04-05',
    cancer: ['urological', 'Bladder', 'C67', '2'],
    told: '2025-12-09',
    route: 'urgent_referral',
    plan: 'surgery',
    lead: 'AR',
    contactAfter: 47,
    referrals: [
      {
        group: 'lung',
        suspected: 'lung',
        sent: '2026-10-19',
        received: '2026-10-20',
        since: [
          ['appointment_booked', '2026-10-26'],
          ['did_not_attend', '2026-11-05'],
        ],
      },
      { group: 'skin_melanoma', suspected: 'skin', sent: '2026-11-17', received: '2026-11-18' },
    ],
  },
  {
    name: ['Mr', 'Kenneth', 'Dallimore'],
    nhsNumber: '9990000107',
    born: '1949-06-27',
    cancer: ['prostate', 'Prostate', 'C61', '2'],
    told: '2026-08-26',
    route: 'urgent_referral',
    plan: 'hormones',
    lead: 'BT',
    contactAfter: null,
  },
  {
    name: ['Mr', 'Alan', 'Fenwicke'],
    nhsNumber: '9990041202',
    born: '1955-01-19',
    cancer: ['lung', 'Lung, left upper', 'C34', '3'],
    told: '2026-09-18',
    route: 'urgent_referral',
    plan: 'immunotherapy',
    lead: 'TE',
    contactAfter: 26,
    decided: '2026-09-27',
    missing: ['decision_to_treat', '2026-09-27', ''],
  },
  {
    name: ['Mrs', 'Shirin', 'Begum-Hall'],
    nhsNumber: '9990041571',
    born: '1983-09-08',
    cancer: ['breast', 'Breast, left', 'C50', '1'],
    told: '2026-10-02',
    route: 'urgent_referral',
    plan: 'surgery',
    lead: 'BT',
    contactAfter: null,
  },
  {
    name: ['Miss', 'Josephine', 'Dacre'],
    nhsNumber: '9990043051',
    born: '1937-02-11',
    cancer: ['breast', 'Breast, right', 'C50', '2'],
    told: '2026-02-10',
    toldPrecision: 'month',
    route: 'routine_referral',
    plan: 'hormones',
    lead: 'BT',
    contactAfter: 60,
  },
  {
    name: ['Ms', 'Ewa', 'Kowalska-Reed'],
    nhsNumber: '9990042683',
    born: '1976-07-21',
    cancer: ['thyroid_endocrine', 'Thyroid', 'C73', '1'],
    told: '2026-06-03',
    route: 'incidental',
    plan: 'surgery',
    lead: 'TE',
    contactAfter: 35,
    referrals: [
      {
        group: 'breast',
        suspected: 'breast',
        sent: '2026-11-10',
        received: '2026-11-11',
        since: [['referral_rejected', '2026-11-16']],
      },
    ],
  },
  {
    name: ['Mr', 'Hugh', 'Quantrill'],
    nhsNumber: '9990045658',
    born: '1953-09-19',
    cancer: ['skin_melanoma', 'Melanoma', 'C43', '2'],
    told: '2026-02-24',
    route: 'urgent_referral',
    plan: 'surgery',
    lead: 'TE',
    contactAfter: 28,
    referrals: [
      {
        group: 'prostate',
        suspected: 'prostate',
        sent: '2026-09-11',
        received: '2026-09-14',
        since: [['first_seen', '2026-10-02']],
      },
    ],
  },
  {
    name: ['Mr', 'Suresh', 'Venkataraman'],
    nhsNumber: '9990044163',
    born: '1952-05-25',
    cancer: ['myeloma', 'Myeloma', 'C90', null],
    told: '2026-03-30',
    route: 'routine_referral',
    plan: 'chemotherapy',
    lead: 'AR',
    contactAfter: 44,
  },
  {
    name: ['Mr', 'Lionel', 'Achterberg'],
    nhsNumber: '9990043795',
    born: '1960-08-03',
    cancer: ['upper_gi', 'Oesophagus', 'C15', '3'],
    told: '2026-05-11',
    route: 'urgent_referral',
    plan: 'chemoradiotherapy',
    lead: 'TE',
    contactAfter: 33,
  },
  {
    name: ['Ms', 'Thandi', 'Mbeki-Shaw'],
    nhsNumber: '9990045275',
    born: '1979-06-12',
    cancer: ['gynaecological', 'Cervix', 'C53', '1'],
    told: '2025-11-05',
    route: 'screening',
    plan: 'surgery',
    lead: 'BT',
    contactAfter: 38,
    reviewAfter: 363,
  },
  {
    name: ['Mrs', 'Sylvia', 'Marchbank'],
    nhsNumber: '9990046026',
    born: '1951-08-09',
    cancer: ['breast', 'Breast, left', 'C50', '2A'],
    told: '2026-01-12',
    route: 'screening',
    plan: 'surgery_radiotherapy',
    lead: 'BT',
    contactAfter: 55,
    missing: ['treatment_ended', '2026-09-04', 'Radiotherapy finished'],
  },
  {
    name: ['Mr', 'Neville', 'Ironside'],
    nhsNumber: '9990046395',
    born: '1944-02-22',
    cancer: ['prostate', 'Prostate', 'C61', '3'],
    told: '2026-04-20',
    route: 'urgent_referral',
    plan: 'hormones',
    lead: 'TE',
    contactAfter: 70,
    missing: ['oncology_clinic', '2026-10-19', 'St Olave’s'],
  },
  {
    name: ['Mrs', 'Adaeze', 'Corrigan-Oye'],
    nhsNumber: '9990046778',
    born: '1972-05-30',
    cancer: ['breast', 'Breast, right', 'C50', '1'],
    told: '2026-07-22',
    route: 'urgent_referral',
    plan: 'hormones',
    lead: 'BT',
    contactAfter: 40,
    missing: ['surgical_clinic', '2026-10-21', 'Results of surgery'],
  },
  {
    name: ['Mrs', 'Pauline', 'Lindqvist'],
    nhsNumber: '9990047146',
    born: '1956-11-11',
    cancer: ['lymphoma', 'Follicular lymphoma', 'C82', '3'],
    told: '2026-03-09',
    route: 'routine_referral',
    plan: 'watching',
    lead: 'AR',
    contactAfter: 61,
    missing: ['oncology_clinic', '2026-10-28', 'Plan for follow-up'],
  },
  {
    name: ['Mr', 'Balwinder', 'Sethi'],
    nhsNumber: '9990047510',
    born: '1948-07-04',
    cancer: ['upper_gi', 'Stomach', 'C16', '2'],
    told: '2026-06-15',
    route: 'emergency',
    plan: 'surgery',
    lead: 'TE',
    contactAfter: 45,
    missing: ['surgical_clinic', '2026-10-30', 'Seen with the dietitian'],
  },
  {
    name: ['Mr', 'George', 'Wharmby'],
    nhsNumber: '9990047898',
    born: '1939-12-18',
    cancer: ['urological', 'Kidney, right', 'C64', '1'],
    told: '2026-05-27',
    route: 'incidental',
    plan: 'watching',
    lead: 'BT',
    contactAfter: 37,
    missing: ['surgical_clinic', '2026-11-06', 'Scan at St Olave’s'],
  },
  {
    name: ['Ms', 'Priya', 'Nandakumar'],
    nhsNumber: '9990048215',
    born: '1971-02-23',
    cancer: ['breast', 'Breast, right', 'C50', '1'],
    told: '2024-05-14',
    route: 'screening',
    plan: 'surgery',
    lead: 'BT',
    contactAfter: 33,
    reviewAfter: 340,
    referrals: [{ group: 'skin_melanoma', suspected: 'skin', sent: '2026-10-29', received: '2026-10-30' }],
  },
]

/** Numbers that belong to the people with a story. */
