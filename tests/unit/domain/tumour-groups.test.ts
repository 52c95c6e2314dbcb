import { describe, expect, it } from 'vitest'

import {
  ICD10_RANGES,
  recogniseCancerTerm,
  SITE_LABELS,
  TUMOUR_GROUPS,
  tumourGroupForIcd10,
  tumourGroupLabel,
} from '#shared/domain/tumour-groups.ts'

const GROUPS = new Set<string>(TUMOUR_GROUPS.map(({ code }) => code))

describe('tumourGroupForIcd10', () => {
  it.each([
    ['C18.7', 'lower_gi'],
    ['c187', 'lower_gi'],
    ['C50', 'breast'],
    ['C34.1', 'lung'],
    ['C61X', 'prostate'],
    ['C43.5', 'skin_melanoma'],
    ['C44.3', 'skin_other'],
    ['C85.9', 'lymphoma'],
    ['C90.0', 'myeloma'],
    ['C80.9', 'unknown_primary'],
    ['C75.1', 'brain_nervous'],
    ['D05.1', 'breast'],
    ['D06.9', 'gynaecological'],
    ['D46.9', 'other_blood'],
  ])('%s is %s', (code, group) => {
    expect(tumourGroupForIcd10(code)).toBe(group)
  })

  it.each(['C77.3', 'C78.7', 'C79', 'D12.6', 'D22', 'E11', 'C', '', 'breast', 'C18.7.1'])('%j has none', (code) => {
    expect(tumourGroupForIcd10(code)).toBeNull()
  })

  it('has ranges in order, without overlap, over every primary category in use', () => {
    for (const [index, range] of ICD10_RANGES.entries()) {
      const next = ICD10_RANGES[index + 1]
      expect(range.from).toBeLessThanOrEqual(range.to)
      expect(next?.chapter === range.chapter ? next.from : Infinity).toBeGreaterThan(range.to)
    }
    const unused = new Set([27, 28, 29, 35, 36, 42, 59, 77, 78, 79, 87, 89])
    for (let category = 0; category <= 97; category += 1) {
      const code = `C${String(category).padStart(2, '0')}`
      expect([code, tumourGroupForIcd10(code) === null]).toEqual([code, unused.has(category)])
    }
  })
})

describe('sites', () => {
  it('agree with the code ranges', () => {
    for (const { site, group, icd10 } of SITE_LABELS) {
      expect(GROUPS.has(group)).toBe(true)
      expect([site, icd10 === null ? group : tumourGroupForIcd10(icd10)]).toEqual([site, group])
    }
  })

  it('name each word once', () => {
    const words = SITE_LABELS.flatMap((site) => site.words)
    expect(words.length).toBe(new Set(words).size)
  })

  it('labels a group', () => {
    expect(tumourGroupLabel('lower_gi')).toBe('Lower gastrointestinal')
  })
})

describe('recogniseCancerTerm', () => {
  it.each([
    ['Malignant tumour of lung', 'lung', 'Lung', 'C34'],
    ['Malignant neoplasm of colon', 'lower_gi', 'Colon', 'C18'],
    ['Malignant melanoma of skin', 'skin_melanoma', 'Melanoma', 'C43'],
    ['Malignant melanoma of skin of back', 'skin_melanoma', 'Melanoma', 'C43'],
    ['Malignant tumour of breast', 'breast', 'Breast', 'C50'],
    ['Malignant tumor of prostate (disorder)', 'prostate', 'Prostate', 'C61'],
    ['Ca prostate', 'prostate', 'Prostate', 'C61'],
    ['Prostate cancer, Gleason 3+4=7', 'prostate', 'Prostate', 'C61'],
    ['Non-Hodgkin lymphoma', 'lymphoma', 'Non-Hodgkin lymphoma', null],
    ['Hodgkin’s disease', 'lymphoma', 'Hodgkin lymphoma', 'C81'],
    ['Lymphoma of stomach', 'lymphoma', 'Lymphoma', null],
    ['Carcinoma of sigmoid colon', 'lower_gi', 'Sigmoid colon', 'C18'],
    ['Sigmoid colon adenocarcinoma T3 N1 M0', 'lower_gi', 'Sigmoid colon', 'C18'],
    ['Colorectal cancer stage IIIB', 'lower_gi', 'Bowel', null],
    ['[M]Adenocarcinoma of colon', 'lower_gi', 'Colon', 'C18'],
    ['Ductal carcinoma of breast', 'breast', 'Breast', 'C50'],
    ['Triple negative invasive ductal carcinoma of right breast', 'breast', 'Breast', 'C50'],
    ['Basal cell carcinoma', 'skin_other', 'Skin, basal cell', 'C44'],
    ['BCC nose', 'skin_other', 'Skin, basal cell', 'C44'],
    ['Squamous cell carcinoma of skin', 'skin_other', 'Skin, squamous cell', 'C44'],
    ['Squamous cell carcinoma of skin of ear', 'skin_other', 'Skin, squamous cell', 'C44'],
    ['Squamous cell carcinoma of lung', 'lung', 'Lung', 'C34'],
    ['NSCLC', 'lung', 'Lung', 'C34'],
    ['Carcinoma in situ of cervix', 'gynaecological', 'Cervix, in situ', 'D06'],
    ['DCIS left breast', 'breast', 'Breast, in situ', 'D05'],
    ['Melanoma in situ of skin', 'skin_melanoma', 'Melanoma, in situ', 'D03'],
    ['Choroidal melanoma', 'brain_nervous', 'Eye', 'C69'],
    ['Acute lymphoblastic leukemia', 'leukaemia', 'Acute lymphoblastic leukaemia', 'C91'],
    ['Multiple myeloma', 'myeloma', 'Myeloma', 'C90'],
    ['Carcinoma of head of pancreas', 'hepatobiliary', 'Pancreas', 'C25'],
    ['Malignant mesothelioma of pleura', 'lung', 'Mesothelioma', 'C45'],
    ['Cancer of unknown primary', 'unknown_primary', 'Unknown primary', 'C80'],
  ])('reads %j', (text, tumourGroup, site, icd10) => {
    expect(recogniseCancerTerm(text)).toMatchObject({ tumourGroup, kind: 'new_primary', site, icd10 })
  })

  it.each([
    ['Secondary malignant neoplasm of liver', 'not_known', 'Liver, spread'],
    ['Metastatic malignant neoplasm to liver', 'not_known', 'Liver, spread'],
    ['Secondary malignant neoplasm of lymph nodes', 'not_known', 'Lymph nodes, spread'],
    ['Bone metastases', 'not_known', 'Bone, spread'],
    ['Metastatic breast cancer', 'breast', 'Breast'],
    ['Breast cancer with bone metastases', 'breast', 'Breast'],
    ['Metastatic melanoma', 'skin_melanoma', 'Melanoma'],
    ['Metastatic carcinoma', 'not_known', 'Spread, place not named'],
  ])('reads %j as spread', (text, tumourGroup, site) => {
    expect(recogniseCancerTerm(text)).toMatchObject({ tumourGroup, kind: 'metastatic', site })
  })

  it('reads a recurrence', () => {
    expect(recogniseCancerTerm('Recurrent bladder cancer')).toMatchObject({ kind: 'recurrence', site: 'Bladder' })
  })

  it.each([
    '',
    'Cancer',
    'Breast',
    'Breast lump',
    'Benign tumour of breast',
    'Cancer care review',
    'Cancer support information given',
    'Family history of breast cancer',
    'FH: Ca breast',
    '?Ca lung',
    'Suspected lung cancer',
    'History of lung cancer',
    'Bowel cancer screening declined',
    'No evidence of breast cancer',
    'Fast track cancer referral',
    'CA 125',
    'CA 19-9',
    'Ca 15-3 breast',
    'Squamous cell carcinoma',
    'Metastatic lung cancer',
    'Malignant neoplasm of bone',
    'Malignant neoplasm of cervical lymph nodes',
    'Ca breast and Ca colon',
    'Melanoma of rectum',
    'Malignant hypertension',
  ])('leaves %j to a person', (text) => {
    expect(recogniseCancerTerm(text)).toBeNull()
  })
})
