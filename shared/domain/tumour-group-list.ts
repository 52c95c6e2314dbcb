/**
 * Our own short list of tumour groups and which ICD-10 categories belong to each. It carries category ranges only
 * (facts such as C18 to C21), never the classification's own wording: ICD-10 is WHO copyright.
 *
 * Grouping follows the tumour-site groups of cancer registration in England in broad outline. Where site and
 * specialty disagree the group is the one whose team usually treats: mesothelioma sits with lung, Kaposi sarcoma
 * with sarcoma, eye with brain and nervous system.
 */

export const TUMOUR_GROUPS = [
  { code: 'breast', label: 'Breast' },
  { code: 'lower_gi', label: 'Lower gastrointestinal' },
  { code: 'upper_gi', label: 'Upper gastrointestinal' },
  { code: 'hepatobiliary', label: 'Liver, bile duct and pancreas' },
  { code: 'lung', label: 'Lung' },
  { code: 'prostate', label: 'Prostate' },
  { code: 'urological', label: 'Kidney and bladder' },
  { code: 'testis_penis', label: 'Testis and penis' },
  { code: 'gynaecological', label: 'Gynaecological' },
  { code: 'head_neck', label: 'Head and neck' },
  { code: 'thyroid_endocrine', label: 'Thyroid and endocrine' },
  { code: 'skin_melanoma', label: 'Skin: melanoma' },
  { code: 'skin_other', label: 'Skin: other' },
  { code: 'brain_nervous', label: 'Brain and nervous system' },
  { code: 'lymphoma', label: 'Lymphoma' },
  { code: 'leukaemia', label: 'Leukaemia' },
  { code: 'myeloma', label: 'Myeloma' },
  { code: 'other_blood', label: 'Other blood cancers' },
  { code: 'sarcoma', label: 'Bone and soft tissue sarcoma' },
  { code: 'unknown_primary', label: 'Unknown primary' },
  { code: 'other', label: 'Other' },
  { code: 'not_known', label: 'Not known yet' },
] as const
export type TumourGroup = (typeof TUMOUR_GROUPS)[number]['code']

interface CategoryRange {
  chapter: 'C' | 'D'
  from: number
  to: number
  group: TumourGroup
}

function range(chapter: 'C' | 'D', from: number, to: number, group: TumourGroup): CategoryRange {
  return { chapter, from, to, group }
}

/**
 * ICD-10 three-character categories, in order and without overlap. In situ disease (D00 to D09) goes with its site.
 * Secondary categories (C77 to C79) name no primary and are left out on purpose.
 */
export const ICD10_RANGES: readonly CategoryRange[] = [
  range('C', 0, 14, 'head_neck'),
  range('C', 15, 17, 'upper_gi'),
  range('C', 18, 21, 'lower_gi'),
  range('C', 22, 25, 'hepatobiliary'),
  range('C', 26, 26, 'other'),
  range('C', 30, 32, 'head_neck'),
  range('C', 33, 34, 'lung'),
  range('C', 37, 37, 'other'),
  range('C', 38, 38, 'other'),
  range('C', 39, 39, 'other'),
  range('C', 40, 41, 'sarcoma'),
  range('C', 43, 43, 'skin_melanoma'),
  range('C', 44, 44, 'skin_other'),
  range('C', 45, 45, 'lung'),
  range('C', 46, 46, 'sarcoma'),
  range('C', 47, 47, 'sarcoma'),
  range('C', 48, 48, 'other'),
  range('C', 49, 49, 'sarcoma'),
  range('C', 50, 50, 'breast'),
  range('C', 51, 58, 'gynaecological'),
  range('C', 60, 60, 'testis_penis'),
  range('C', 61, 61, 'prostate'),
  range('C', 62, 63, 'testis_penis'),
  range('C', 64, 68, 'urological'),
  range('C', 69, 72, 'brain_nervous'),
  range('C', 73, 75, 'thyroid_endocrine'),
  range('C', 76, 76, 'other'),
  range('C', 80, 80, 'unknown_primary'),
  range('C', 81, 86, 'lymphoma'),
  range('C', 88, 88, 'other_blood'),
  range('C', 90, 90, 'myeloma'),
  range('C', 91, 95, 'leukaemia'),
  range('C', 96, 96, 'other_blood'),
  range('C', 97, 97, 'other'),
  range('D', 3, 3, 'skin_melanoma'),
  range('D', 4, 4, 'skin_other'),
  range('D', 5, 5, 'breast'),
  range('D', 6, 6, 'gynaecological'),
  range('D', 45, 47, 'other_blood'),
]

/** Four-character codes that belong elsewhere than their category. */
const CODE_EXCEPTIONS: Readonly<Record<string, TumourGroup>> = {
  C751: 'brain_nervous',
  C752: 'brain_nervous',
  C753: 'brain_nervous',
  D010: 'lower_gi',
  D011: 'lower_gi',
  D012: 'lower_gi',
  D013: 'lower_gi',
  D000: 'head_neck',
  D001: 'upper_gi',
  D002: 'upper_gi',
  D020: 'head_neck',
  D022: 'lung',
  D070: 'gynaecological',
  D071: 'gynaecological',
  D072: 'gynaecological',
  D074: 'testis_penis',
  D075: 'prostate',
  D090: 'urological',
}

const ICD10 = /^([CD])(\d{2})\.?([0-9X])?[0-9A-Z]{0,2}$/
const LABELS = new Map<string, string>(TUMOUR_GROUPS.map(({ code, label }) => [code, label]))

/** The code in the form used for comparing: capitals, no point, no spaces. `null` when it is not a C or D code. */
export function normaliseIcd10(code: string): string | null {
  const compact = code.replace(/\s/g, '').toUpperCase()
  return ICD10.test(compact) ? compact.replace('.', '') : null
}

/**
 * The tumour group of an ICD-10 code (`C18`, `C18.7`, `c187`). `null` for secondary, benign, uncertain and unlisted
 * codes, and for text that is no such code.
 */
export function tumourGroupForIcd10(code: string): TumourGroup | null {
  const compact = normaliseIcd10(code)
  if (compact === null) return null
  const exception = CODE_EXCEPTIONS[compact.slice(0, 4)]
  if (exception !== undefined) return exception
  const category = Number(compact.slice(1, 3))
  const found = ICD10_RANGES.find(
    ({ chapter, from, to }) => chapter === compact[0] && category >= from && category <= to,
  )
  return found?.group ?? null
}

/** The words for a tumour group. */
export function tumourGroupLabel(group: TumourGroup): string {
  return LABELS.get(group) ?? group
}
