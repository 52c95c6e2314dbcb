/**
 * Kinds of cancer whose name alone says where they belong, whatever site is or is not written beside them.
 */

import type { TumourGroup } from './tumour-group-list.ts'

export interface TumourType {
  /** As the app shows it. */
  site: string
  group: TumourGroup
  icd10: string | null
  /** Lower case without punctuation. */
  words: readonly string[]
  note?: string
}

/** Sites written beside a melanoma or a skin cancer that are places on the skin. */
export const SKIN_PLACES: readonly string[] =
  'skin|face|facial|cheek|nose|forehead|scalp|ear|eyelid|neck|trunk|back|chest|abdomen|arm|forearm|hand|finger|leg|thigh|calf|foot|toe|shoulder|hip|heel|lower limb|upper limb|lower leg|head|temple|temporal region'.split(
    '|',
  )

const BLOOD_NOTE = 'A blood condition that some registers leave out'

function type(site: string, group: TumourGroup, icd10: string | null, words: string, note?: string): TumourType {
  return { site, group, icd10, words: words.split('|'), ...(note === undefined ? {} : { note }) }
}

export const TUMOUR_TYPES: readonly TumourType[] = [
  type('Skin, basal cell', 'skin_other', 'C44', 'basal cell carcinoma|basal cell cancer|bcc|rodent ulcer'),
  type('Melanoma', 'skin_melanoma', 'C43', 'malignant melanoma|melanoma|lentigo maligna melanoma'),
  type('Hodgkin lymphoma', 'lymphoma', 'C81', 'hodgkin lymphoma|hodgkins lymphoma|hodgkin disease|hodgkins disease'),
  type(
    'Non-Hodgkin lymphoma',
    'lymphoma',
    null,
    'non hodgkin lymphoma|non hodgkins lymphoma|nhl|diffuse large b cell lymphoma|large b cell lymphoma|dlbcl|' +
      'b cell lymphoma|t cell lymphoma|mantle cell lymphoma|burkitt lymphoma|burkitts lymphoma|' +
      'marginal zone lymphoma|malt lymphoma|cutaneous t cell lymphoma|peripheral t cell lymphoma',
  ),
  type('Follicular lymphoma', 'lymphoma', 'C82', 'follicular lymphoma|follicular non hodgkin lymphoma'),
  type('Lymphoma', 'lymphoma', null, 'malignant lymphoma|lymphoma'),
  type('Myeloma', 'myeloma', 'C90', 'multiple myeloma|myeloma|myelomatosis|plasma cell myeloma|plasmacytoma'),
  type(
    'Chronic lymphocytic leukaemia',
    'leukaemia',
    'C91',
    'chronic lymphocytic leukaemia|chronic lymphatic leukaemia|b cell chronic lymphocytic leukaemia|cll',
  ),
  type('Acute lymphoblastic leukaemia', 'leukaemia', 'C91', 'acute lymphoblastic leukaemia|acute lymphoid leukaemia'),
  type('Acute myeloid leukaemia', 'leukaemia', 'C92', 'acute myeloid leukaemia|acute myeloblastic leukaemia|aml'),
  type('Chronic myeloid leukaemia', 'leukaemia', 'C92', 'chronic myeloid leukaemia|chronic granulocytic leukaemia|cml'),
  type('Hairy cell leukaemia', 'leukaemia', 'C91', 'hairy cell leukaemia'),
  type('Leukaemia', 'leukaemia', null, 'leukaemia|acute leukaemia|chronic leukaemia'),
  type(
    'Waldenström macroglobulinaemia',
    'other_blood',
    'C88',
    'waldenstrom macroglobulinaemia|waldenstroms macroglobulinaemia|lymphoplasmacytic lymphoma',
  ),
  type('Polycythaemia vera', 'other_blood', 'D45', 'polycythaemia vera|polycythaemia rubra vera', BLOOD_NOTE),
  type('Essential thrombocythaemia', 'other_blood', 'D47', 'essential thrombocythaemia', BLOOD_NOTE),
  type('Myelodysplastic syndrome', 'other_blood', 'D46', 'myelodysplastic syndrome|myelodysplasia|mds', BLOOD_NOTE),
  type('Mesothelioma', 'lung', 'C45', 'mesothelioma|malignant mesothelioma'),
  type('Kaposi sarcoma', 'sarcoma', 'C46', 'kaposi sarcoma|kaposis sarcoma'),
  type('Bone sarcoma', 'sarcoma', null, 'osteosarcoma|osteogenic sarcoma|chondrosarcoma|ewing sarcoma|ewings sarcoma'),
  type(
    'Soft tissue sarcoma',
    'sarcoma',
    null,
    'sarcoma|liposarcoma|leiomyosarcoma|rhabdomyosarcoma|angiosarcoma|fibrosarcoma|synovial sarcoma',
  ),
  type(
    'Brain',
    'brain_nervous',
    'C71',
    'glioblastoma|glioblastoma multiforme|gbm|malignant glioma|glioma|astrocytoma|oligodendroglioma|medulloblastoma',
  ),
  type('Liver', 'hepatobiliary', 'C22', 'hepatocellular carcinoma|hcc|hepatoma'),
  type('Bile duct', 'hepatobiliary', null, 'cholangiocarcinoma'),
  type('Kidney', 'urological', 'C64', 'renal cell carcinoma|hypernephroma|nephroblastoma|wilms tumour'),
  type('Testis', 'testis_penis', 'C62', 'seminoma|seminoma of testis|seminoma testis'),
  type('Breast', 'breast', 'C50', 'invasive ductal carcinoma|invasive lobular carcinoma|lobular carcinoma'),
  type(
    'Unknown primary',
    'unknown_primary',
    'C80',
    'unknown primary|cancer of unknown primary|carcinoma of unknown primary|cup',
  ),
]
