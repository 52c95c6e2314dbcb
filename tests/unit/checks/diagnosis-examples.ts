import { day, dead, type Example, leukaemia, month, year } from './check-builders.ts'

const man = { sex: '1' } as const
const prostate = { tumourGroup: 'prostate', site: 'Prostate', icd10Code: 'C61' } as const
const breast = { tumourGroup: 'breast', site: 'Breast, left', icd10Code: 'C50', laterality: 'L' } as const
const inSitu = { behaviour: 'in_situ', icd10Code: 'D01.0', stage: '0', tCategory: 'Tis', nCategory: 'N0' } as const
const cervix = { tumourGroup: 'gynaecological', site: 'Cervix', icd10Code: 'C53' } as const
const testis = { tumourGroup: 'testis_penis', site: 'Testis', icd10Code: 'C62', laterality: 'L' } as const

/** What a diagnosis says of itself, and several together. */
export const DIAGNOSIS_EXAMPLES: Readonly<Record<string, Example>> = {
  'sex-site': {
    asks: [{ episode: prostate }, { person: man, episode: { ...cervix } }],
    passes: [
      { person: { sex: 'X' }, episode: { ...cervix } },
      { person: { sex: '9' }, episode: prostate },
      { person: man, episode: prostate },
    ],
  },
  'child-diagnosis': {
    asks: [{ person: { birthDate: '2012-01-01' }, events: [] }],
    passes: [
      { person: { birthDate: '2011-09-04' }, events: [], episode: leukaemia },
      { person: { birthDate: '2011-06-01' }, events: [], episode: { ...leukaemia, diagnosisDate: year('2026-01-01') } },
    ],
  },
  'age-site': {
    asks: [
      { person: { ...man, birthDate: '1987-01-01' }, episode: prostate },
      { person: { birthDate: '2007-01-01' } },
      { episode: { ...cervix, site: 'Placenta', icd10Code: 'C58' } },
    ],
    passes: [
      { person: { ...man, birthDate: '1986-09-04' }, episode: prostate },
      { person: { birthDate: '2006-12-01' }, episode: { diagnosisDate: year('2026-01-01') }, events: [] },
      { person: { birthDate: '2007-01-01' }, episode: leukaemia, events: [] },
    ],
  },
  'code-group': {
    asks: [{ episode: { icd10Code: 'C50', laterality: 'L' } }],
    passes: [
      { episode: { icd10Code: null } },
      { episode: { icd10Code: 'C18' } },
      { episode: { icd10Code: 'nonsense' } },
    ],
  },
  'spread-code': {
    asks: [{ episode: { icd10Code: 'C78.7' } }],
    passes: [{ episode: { icd10Code: 'C78.7', kind: 'metastatic', behaviour: 'metastatic' } }],
  },
  'side-of-unpaired': {
    asks: [{ person: man, episode: { ...prostate, laterality: 'R' } }, { episode: { ...leukaemia, laterality: 'B' } }],
    passes: [{ episode: breast }, { episode: { laterality: 'L' } }, { episode: { ...leukaemia, laterality: '9' } }],
  },
  'no-side-of-paired': {
    asks: [{ episode: { ...breast, laterality: '8' } }],
    passes: [{ episode: { ...breast, laterality: '9' } }, { episode: { ...breast, laterality: null } }],
  },
  'side-and-words': {
    asks: [{ episode: { ...breast, laterality: 'R' } }],
    passes: [{ episode: breast }, { episode: { ...breast, site: 'Breast, left and right', laterality: 'R' } }],
  },
  'in-situ-spread': {
    asks: [
      { episode: { ...inSitu, stage: '4' } },
      { episode: { ...inSitu, mCategory: 'M1' } },
      { episode: { ...inSitu, nCategory: 'pN1mi' } },
    ],
    passes: [{ episode: inSitu }, { episode: { ...inSitu, mCategory: 'MX', nCategory: 'NX' } }],
  },
  'in-situ-stage': { asks: [{ episode: { ...inSitu, stage: '1', tCategory: null } }], passes: [{ episode: inSitu }] },
  'spread-below-4': {
    asks: [{ episode: { mCategory: 'M1a' } }],
    passes: [
      { episode: { mCategory: 'M1', stage: '4B' } },
      { person: man, episode: { ...testis, mCategory: 'M1' } },
      { episode: { mCategory: 'M1', stage: null } },
    ],
  },
  'tis-above-0': {
    asks: [{ episode: { tCategory: 'pTis', nCategory: 'N0', stage: '1' } }],
    passes: [
      { episode: { tCategory: 'Tis', nCategory: 'N0', stage: '0' } },
      { episode: { tCategory: 'Ta', stage: '3' } },
    ],
  },
  'stage-0-spread': { asks: [{ episode: { stage: '0' } }], passes: [{ episode: { stage: '0', nCategory: 'N0' } }] },
  'early-and-nodes': {
    asks: [{ episode: { stage: '1', nCategory: 'N2' } }],
    passes: [
      { episode: { stage: '1', nCategory: 'N1' } },
      { person: man, episode: { ...testis, stage: '1', nCategory: 'N2' } },
    ],
  },
  'tnm-of-blood': {
    asks: [{ episode: { ...leukaemia, tCategory: 'T1' } }],
    passes: [
      { episode: leukaemia },
      {
        episode: {
          ...leukaemia,
          tumourGroup: 'lymphoma',
          icd10Code: 'C84',
          site: 'Mycosis fungoides',
          tCategory: 'T2',
        },
      },
    ],
  },
  'edition-group': {
    asks: [{ episode: { stageEdition: 'figo' } }, { episode: { stageEdition: 'binet' } }],
    passes: [
      { episode: { ...cervix, stageEdition: 'figo', laterality: null } },
      { episode: { stageEdition: 'enets' } },
    ],
  },
  'basis-spread': {
    asks: [{ episode: { ...inSitu, basis: '6' } }, { episode: { behaviour: 'benign', basis: '6' } }],
    passes: [{ episode: { basis: '6' } }, { episode: { behaviour: null, basis: '6' } }],
  },
  'in-situ-basis': {
    asks: [{ episode: { ...inSitu, basis: '2' } }],
    passes: [{ episode: { ...inSitu, basis: '5' } }, { episode: { ...inSitu, basis: '9' } }],
  },
  'behaviour-code': {
    asks: [{ episode: { behaviour: 'benign' } }, { episode: { icd10Code: 'D01.0' } }],
    passes: [
      { episode: inSitu },
      { episode: { ...leukaemia, tumourGroup: 'other_blood', icd10Code: 'D45', behaviour: 'uncertain' } },
      { episode: { behaviour: null } },
    ],
  },
  'death-certificate-alive': {
    asks: [{ episode: { basis: '0' } }, { episode: { route: 'death_certificate' } }],
    passes: [{ episode: { basis: '0' }, person: dead }],
  },
  'screening-without-programme': {
    asks: [{ person: man, episode: { ...prostate, route: 'screening' } }],
    passes: [{ episode: { route: 'screening' } }, { episode: { ...breast, route: 'screening' } }],
  },
  'transformation-of-solid': {
    asks: [{ episode: { kind: 'transformation' } }],
    passes: [{ episode: { ...leukaemia, kind: 'transformation' } }],
  },
  'diagnosis-twice': {
    asks: [{ more: [{}] }, { more: [{ diagnosisDate: year('2026-01-01') }] }, { more: [{ diagnosisDate: null }] }],
    passes: [
      { more: [{ diagnosisDate: day('2026-10-04') }] },
      { episode: breast, more: [{ laterality: 'R', site: 'Breast, right' }] },
      { more: [{ kind: 'recurrence' }] },
    ],
  },
  'before-its-primary': {
    asks: [{ more: [{ kind: 'recurrence', diagnosisDate: month('2026-08-01') }], events: [] }],
    passes: [
      { more: [{ kind: 'recurrence', diagnosisDate: month('2026-09-01') }] },
      {
        more: [
          { kind: 'metastatic', tumourGroup: 'lung', icd10Code: 'C34', site: 'Lung', diagnosisDate: day('2020-01-01') },
        ],
      },
    ],
  },
}
