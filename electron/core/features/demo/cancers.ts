import type { RouteToDiagnosis } from '#shared/domain/routes.ts'
import type { TumourGroup } from '#shared/domain/tumour-groups.ts'
import type { Weighted } from './chance.ts'

/** The courses of treatment that the demo journeys know. */
export type TreatmentPlan =
  | 'surgery'
  | 'surgery_chemotherapy'
  | 'surgery_radiotherapy'
  | 'surgery_all'
  | 'chemotherapy'
  | 'radiotherapy'
  | 'chemoradiotherapy'
  | 'hormones'
  | 'hormones_radiotherapy'
  | 'immunotherapy'
  | 'watching'
  | 'support'

/** Where a cancer is, in the words of the register, with its ICD-10 category. */
export type DemoSite = readonly [site: string, icd10: string]

export interface DemoCancer {
  group: TumourGroup
  sites: Weighted<DemoSite>
  /** How many of a hundred women, and of a hundred men, on a practice's register have it. */
  women: number
  men: number
  age: readonly [mean: number, deviation: number]
  /** Stages at diagnosis as recorded; null where none is. */
  stages: Weighted<string | null>
  /** Share found through an emergency, and by screening; the rest come by referral, from a clinic or by chance. */
  emergency: number
  screening: number
  symptoms: readonly string[]
  /** What the practice asks for before it refers, and what the hospital finds it with. */
  practiceTests: readonly string[]
  hospitalTests: readonly string[]
  plans: Weighted<TreatmentPlan>
  /** Share who die of it within three years when it is found late. */
  lethality: number
}

const SIDES: readonly string[] = ['left', 'right']
const sided = (site: string, icd10: string): Weighted<DemoSite> =>
  SIDES.map((side) => [[`${site}, ${side}`, icd10], 1] as const)
const one = (site: string, icd10: string): Weighted<DemoSite> => [[[site, icd10], 1]]

/** Stage shares for 1 to 4 in rising order, then the share with none recorded. */
const staged = (
  first: number,
  second: number,
  third: number,
  fourth: number,
  none: number,
): Weighted<string | null> => [
  ['1', first * 0.7],
  ['1A', first * 0.2],
  ['1B', first * 0.1],
  ['2', second * 0.6],
  ['2A', second * 0.25],
  ['2B', second * 0.15],
  ['3', third * 0.6],
  ['3A', third * 0.15],
  ['3B', third * 0.15],
  ['3C', third * 0.1],
  ['4', fourth * 0.8],
  ['4A', fourth * 0.1],
  ['4B', fourth * 0.1],
  [null, none],
]
const UNSTAGED: Weighted<string | null> = [[null, 1]]

/** How the people who came neither as an emergency nor through screening were found. */
export const OTHER_ROUTES: Weighted<RouteToDiagnosis> = [
  ['urgent_referral', 58],
  ['routine_referral', 19],
  ['other_outpatient', 13],
  ['incidental', 6],
  ['not_known', 4],
]

/**
 * Kinds of cancer on a practice's register. Shares follow prevalence, not new diagnoses: breast, prostate and bowel
 * first, lung well behind because few live long with it. The emergency shares come to 19% of everybody together.
 */
export const DEMO_CANCERS: readonly DemoCancer[] = [
  {
    group: 'breast',
    sites: sided('Breast', 'C50'),
    women: 45,
    men: 0.3,
    age: [62, 13],
    stages: staged(42, 34, 9, 5, 10),
    emergency: 0.07,
    screening: 0.3,
    symptoms: ['Breast lump', 'Change in nipple', 'Lump under arm', 'Skin of breast puckered'],
    practiceTests: ['Breast examined'],
    hospitalTests: ['Mammogram and ultrasound', 'Core biopsy'],
    plans: [
      ['surgery_radiotherapy', 44],
      ['surgery_all', 26],
      ['surgery', 16],
      ['hormones', 10],
      ['chemotherapy', 4],
    ],
    lethality: 0.35,
  },
  {
    group: 'prostate',
    sites: one('Prostate', 'C61'),
    women: 0,
    men: 40,
    age: [70, 8],
    stages: staged(36, 22, 19, 12, 11),
    emergency: 0.12,
    screening: 0,
    symptoms: ['Passing urine at night', 'Weak stream', 'Blood in urine', 'Back pain'],
    practiceTests: ['PSA raised', 'PSA raised twice'],
    hospitalTests: ['MRI of prostate', 'Prostate biopsy'],
    plans: [
      ['hormones_radiotherapy', 30],
      ['surgery', 22],
      ['watching', 26],
      ['radiotherapy', 10],
      ['hormones', 12],
    ],
    lethality: 0.35,
  },
  {
    group: 'lower_gi',
    sites: [
      [['Sigmoid colon', 'C18'], 26],
      [['Rectum', 'C20'], 28],
      [['Caecum', 'C18'], 16],
      [['Ascending colon', 'C18'], 12],
      [['Transverse colon', 'C18'], 6],
      [['Descending colon', 'C18'], 5],
      [['Rectosigmoid junction', 'C19'], 5],
      [['Anus', 'C21'], 2],
    ],
    women: 12,
    men: 14,
    age: [70, 11],
    stages: staged(18, 26, 27, 19, 10),
    emergency: 0.31,
    screening: 0.13,
    symptoms: ['Change in bowel habit', 'Rectal bleeding', 'Weight loss', 'Abdominal pain', 'Tired, low iron'],
    practiceTests: ['FIT 84', 'FIT 126', 'FIT 31', 'Low iron on blood test'],
    hospitalTests: ['Colonoscopy', 'CT of chest, abdomen and pelvis'],
    plans: [
      ['surgery', 46],
      ['surgery_chemotherapy', 32],
      ['chemoradiotherapy', 12],
      ['chemotherapy', 8],
      ['support', 2],
    ],
    lethality: 0.6,
  },
  {
    group: 'lung',
    sites: [
      [['Lung, right upper', 'C34'], 30],
      [['Lung, left upper', 'C34'], 26],
      [['Lung, right lower', 'C34'], 20],
      [['Lung, left lower', 'C34'], 18],
      [['Mesothelioma', 'C45'], 6],
    ],
    women: 6.5,
    men: 6.5,
    age: [72, 9],
    stages: staged(22, 9, 22, 40, 7),
    emergency: 0.39,
    screening: 0.03,
    symptoms: ['Cough for more than 3 weeks', 'Coughing up blood', 'Breathless', 'Weight loss', 'Chest pain'],
    practiceTests: ['Chest X-ray: shadow', 'Chest X-ray: urgent recall'],
    hospitalTests: ['CT of chest', 'PET scan', 'Bronchoscopy and biopsy'],
    plans: [
      ['surgery', 20],
      ['chemoradiotherapy', 18],
      ['immunotherapy', 22],
      ['chemotherapy', 16],
      ['radiotherapy', 14],
      ['support', 10],
    ],
    lethality: 0.8,
  },
  {
    group: 'skin_melanoma',
    sites: one('Melanoma', 'C43'),
    women: 8,
    men: 7.5,
    age: [61, 15],
    stages: staged(60, 20, 9, 3, 8),
    emergency: 0.05,
    screening: 0,
    symptoms: ['Mole changed', 'New dark mark on skin', 'Mole bleeding'],
    practiceTests: ['Photograph sent to teledermatology', 'Mole examined'],
    hospitalTests: ['Excision biopsy'],
    plans: [
      ['surgery', 86],
      ['immunotherapy', 14],
    ],
    lethality: 0.4,
  },
  {
    group: 'skin_other',
    sites: [[['Skin, squamous cell', 'C44'], 1]],
    women: 1.5,
    men: 2.5,
    age: [77, 9],
    stages: staged(56, 18, 6, 1, 19),
    emergency: 0.04,
    screening: 0,
    symptoms: ['Sore that will not heal', 'Lump on ear', 'Scaly lump on hand'],
    practiceTests: ['Photograph sent to teledermatology'],
    hospitalTests: ['Excision biopsy'],
    plans: [
      ['surgery', 88],
      ['radiotherapy', 12],
    ],
    lethality: 0.2,
  },
  {
    group: 'lymphoma',
    sites: [
      [['Non-Hodgkin lymphoma', 'C83'], 46],
      [['Follicular lymphoma', 'C82'], 32],
      [['Hodgkin lymphoma', 'C81'], 22],
    ],
    women: 5,
    men: 5.5,
    age: [62, 16],
    stages: staged(16, 20, 22, 30, 12),
    emergency: 0.29,
    screening: 0,
    symptoms: ['Lump in neck', 'Night sweats', 'Weight loss', 'Itching all over'],
    practiceTests: ['Full blood count', 'LDH raised'],
    hospitalTests: ['Lymph node biopsy', 'PET scan'],
    plans: [
      ['chemotherapy', 62],
      ['watching', 24],
      ['radiotherapy', 14],
    ],
    lethality: 0.35,
  },
  {
    group: 'leukaemia',
    sites: [
      [['Chronic lymphocytic leukaemia', 'C91'], 62],
      [['Chronic myeloid leukaemia', 'C92'], 18],
      [['Acute myeloid leukaemia', 'C92'], 12],
      [['Acute lymphoblastic leukaemia', 'C91'], 8],
    ],
    women: 2.6,
    men: 3.6,
    age: [66, 15],
    stages: UNSTAGED,
    emergency: 0.38,
    screening: 0,
    symptoms: ['Tired all the time', 'Bruising easily', 'Infections one after another'],
    practiceTests: ['Full blood count: high white cells', 'Blood film asked for'],
    hospitalTests: ['Bone marrow test'],
    plans: [
      ['watching', 50],
      ['chemotherapy', 50],
    ],
    lethality: 0.45,
  },
  {
    group: 'myeloma',
    sites: one('Myeloma', 'C90'),
    women: 1.6,
    men: 2.1,
    age: [70, 10],
    stages: UNSTAGED,
    emergency: 0.36,
    screening: 0,
    symptoms: ['Back pain', 'Tired all the time', 'Broken rib without a fall'],
    practiceTests: ['Paraprotein found', 'Calcium raised'],
    hospitalTests: ['Bone marrow test', 'Whole-body MRI'],
    plans: [
      ['chemotherapy', 84],
      ['watching', 16],
    ],
    lethality: 0.5,
  },
  {
    group: 'other_blood',
    sites: [
      [['Essential thrombocythaemia', 'D47'], 45],
      [['Polycythaemia vera', 'D45'], 40],
      [['Myelodysplastic syndrome', 'D46'], 15],
    ],
    women: 1,
    men: 1,
    age: [66, 12],
    stages: UNSTAGED,
    emergency: 0.12,
    screening: 0,
    symptoms: ['Headaches', 'Itching after a bath', 'Tired all the time'],
    practiceTests: ['Full blood count: high platelets', 'Haemoglobin raised'],
    hospitalTests: ['Gene test on blood'],
    plans: [
      ['watching', 60],
      ['chemotherapy', 40],
    ],
    lethality: 0.2,
  },
  {
    group: 'urological',
    sites: [
      [['Bladder', 'C67'], 46],
      [['Kidney, left', 'C64'], 24],
      [['Kidney, right', 'C64'], 26],
      [['Ureter', 'C66'], 4],
    ],
    women: 4.5,
    men: 9,
    age: [69, 11],
    stages: staged(42, 16, 16, 13, 13),
    emergency: 0.26,
    screening: 0,
    symptoms: ['Blood in urine', 'Pain in side', 'Urine infections again and again'],
    practiceTests: ['Blood found in urine', 'Urine culture clear'],
    hospitalTests: ['Cystoscopy', 'CT of kidneys and bladder'],
    plans: [
      ['surgery', 66],
      ['immunotherapy', 14],
      ['radiotherapy', 12],
      ['watching', 8],
    ],
    lethality: 0.5,
  },
  {
    group: 'gynaecological',
    sites: [
      [['Endometrium', 'C54'], 48],
      [['Ovary', 'C56'], 26],
      [['Cervix', 'C53'], 18],
      [['Vulva', 'C51'], 8],
    ],
    women: 12,
    men: 0,
    age: [62, 14],
    stages: staged(50, 10, 18, 13, 9),
    emergency: 0.22,
    screening: 0.06,
    symptoms: ['Bleeding after the menopause', 'Bloating', 'Bleeding between periods', 'Pelvic pain'],
    practiceTests: ['CA125 raised', 'Pelvic examination'],
    hospitalTests: ['Ultrasound of pelvis', 'Hysteroscopy and biopsy'],
    plans: [
      ['surgery', 48],
      ['surgery_chemotherapy', 26],
      ['surgery_radiotherapy', 14],
      ['chemoradiotherapy', 12],
    ],
    lethality: 0.5,
  },
  {
    group: 'upper_gi',
    sites: [
      [['Oesophagus', 'C15'], 55],
      [['Stomach', 'C16'], 40],
      [['Small intestine', 'C17'], 5],
    ],
    women: 1.2,
    men: 2.8,
    age: [70, 10],
    stages: staged(14, 18, 30, 30, 8),
    emergency: 0.33,
    screening: 0,
    symptoms: ['Food sticking', 'Weight loss', 'Heartburn that is new', 'Vomiting'],
    practiceTests: ['Haemoglobin low', 'Platelets raised'],
    hospitalTests: ['Gastroscopy', 'PET scan'],
    plans: [
      ['surgery_chemotherapy', 40],
      ['chemoradiotherapy', 24],
      ['chemotherapy', 18],
      ['support', 18],
    ],
    lethality: 0.8,
  },
  {
    group: 'hepatobiliary',
    sites: [
      [['Pancreas', 'C25'], 52],
      [['Liver', 'C22'], 32],
      [['Bile duct', 'C24'], 16],
    ],
    women: 1.3,
    men: 1.6,
    age: [70, 10],
    stages: staged(12, 16, 18, 44, 10),
    emergency: 0.52,
    screening: 0,
    symptoms: ['Jaundice', 'Weight loss', 'Back pain', 'Abdominal pain'],
    practiceTests: ['Liver tests abnormal', 'Ultrasound asked for'],
    hospitalTests: ['CT of pancreas', 'Endoscopic ultrasound'],
    plans: [
      ['surgery_chemotherapy', 22],
      ['chemotherapy', 40],
      ['support', 38],
    ],
    lethality: 0.9,
  },
  {
    group: 'head_neck',
    sites: [
      [['Larynx', 'C32'], 24],
      [['Tonsil', 'C09'], 24],
      [['Tongue', 'C02'], 22],
      [['Mouth', 'C06'], 20],
      [['Salivary gland', 'C07'], 10],
    ],
    women: 1.8,
    men: 3.4,
    age: [63, 11],
    stages: staged(30, 16, 16, 28, 10),
    emergency: 0.09,
    screening: 0,
    symptoms: ['Hoarse voice', 'Lump in neck', 'Mouth ulcer that will not heal', 'Sore throat on one side'],
    practiceTests: ['Neck examined'],
    hospitalTests: ['Nasendoscopy', 'Biopsy and MRI'],
    plans: [
      ['chemoradiotherapy', 42],
      ['surgery_radiotherapy', 34],
      ['surgery', 24],
    ],
    lethality: 0.4,
  },
  {
    group: 'thyroid_endocrine',
    sites: one('Thyroid', 'C73'),
    women: 3,
    men: 1.2,
    age: [50, 15],
    stages: staged(66, 14, 8, 3, 9),
    emergency: 0.06,
    screening: 0,
    symptoms: ['Lump in neck', 'Hoarse voice'],
    practiceTests: ['Thyroid blood tests'],
    hospitalTests: ['Ultrasound of neck and needle test'],
    plans: [
      ['surgery', 64],
      ['surgery_radiotherapy', 36],
    ],
    lethality: 0.1,
  },
  {
    group: 'testis_penis',
    sites: [
      [['Testis', 'C62'], 90],
      [['Penis', 'C60'], 10],
    ],
    women: 0,
    men: 3,
    age: [38, 11],
    stages: staged(70, 14, 8, 0, 8),
    emergency: 0.08,
    screening: 0,
    symptoms: ['Lump in testicle', 'Ache in scrotum'],
    practiceTests: ['Ultrasound asked for'],
    hospitalTests: ['Ultrasound of scrotum'],
    plans: [
      ['surgery', 58],
      ['surgery_chemotherapy', 42],
    ],
    lethality: 0.05,
  },
  {
    group: 'brain_nervous',
    sites: [
      [['Brain', 'C71'], 90],
      [['Eye', 'C69'], 10],
    ],
    women: 1.1,
    men: 1.4,
    age: [57, 16],
    stages: UNSTAGED,
    emergency: 0.6,
    screening: 0,
    symptoms: ['Headache worse in the morning', 'First fit', 'Word-finding trouble'],
    practiceTests: ['Neurological examination'],
    hospitalTests: ['MRI of brain', 'Biopsy'],
    plans: [
      ['surgery_all', 48],
      ['radiotherapy', 26],
      ['watching', 14],
      ['support', 12],
    ],
    lethality: 0.75,
  },
  {
    group: 'sarcoma',
    sites: [
      [['Soft tissue', 'C49'], 80],
      [['Bone sarcoma', 'C41'], 20],
    ],
    women: 0.8,
    men: 0.9,
    age: [56, 18],
    stages: staged(34, 24, 20, 10, 12),
    emergency: 0.12,
    screening: 0,
    symptoms: ['Lump getting bigger', 'Deep ache in thigh'],
    practiceTests: ['Ultrasound asked for'],
    hospitalTests: ['MRI', 'Core biopsy'],
    plans: [
      ['surgery_radiotherapy', 56],
      ['surgery', 30],
      ['chemotherapy', 14],
    ],
    lethality: 0.5,
  },
  {
    group: 'unknown_primary',
    sites: one('Unknown primary', 'C80'),
    women: 0.5,
    men: 0.5,
    age: [72, 10],
    stages: [['4', 1]],
    emergency: 0.6,
    screening: 0,
    symptoms: ['Weight loss', 'Tired all the time', 'Abdominal pain'],
    practiceTests: ['Blood tests abnormal'],
    hospitalTests: ['CT of chest, abdomen and pelvis'],
    plans: [
      ['chemotherapy', 30],
      ['support', 70],
    ],
    lethality: 0.9,
  },
]
