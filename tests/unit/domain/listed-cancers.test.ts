import { describe, expect, it } from 'vitest'
import { recogniseCancerTerm, recogniseListedCancer, SITE_LABELS, TUMOUR_GROUPS } from '#shared/domain/tumour-groups.ts'

describe('an entry of a column of cancers', () => {
  it.each(TUMOUR_GROUPS.map(({ label, code }) => [label, code] as const))(
    'reads the label of a tumour group, %j, in any case',
    (label, code) => {
      for (const words of [label, label.toUpperCase(), ` ${label.toLowerCase()} `])
        expect([words, recogniseListedCancer(words)?.tumourGroup]).toEqual([words, code])
    },
  )

  it.each([
    ['Breast', 'breast', 'Breast', 'C50'],
    ['L breast', 'breast', 'Breast', 'C50'],
    ['Prostate', 'prostate', 'Prostate', 'C61'],
    ['LUNG', 'lung', 'Lung', 'C34'],
    ['Right upper lobe lung', 'lung', 'Lung', 'C34'],
    ['Bowel', 'lower_gi', 'Bowel', null],
    ['Colorectal', 'lower_gi', 'Bowel', null],
    ['Colon', 'lower_gi', 'Colon', 'C18'],
    ['Lower GI', 'lower_gi', 'Lower gastrointestinal', null],
    ['LGI', 'lower_gi', 'Lower gastrointestinal', null],
    ['Upper GI cancer', 'upper_gi', 'Upper gastrointestinal', null],
    ['Stomach', 'upper_gi', 'Stomach', 'C16'],
    ['HPB', 'hepatobiliary', 'Liver, bile duct and pancreas', null],
    ['Pancreas', 'hepatobiliary', 'Pancreas', 'C25'],
    ['Kidney', 'urological', 'Kidney', 'C64'],
    ['Bladder', 'urological', 'Bladder', 'C67'],
    ['Testicular', 'testis_penis', 'Testis', 'C62'],
    ['Gynae', 'gynaecological', 'Gynaecological', null],
    ['Ovary', 'gynaecological', 'Ovary', 'C56'],
    ['H&N', 'head_neck', 'Head and neck', null],
    ['Thyroid', 'thyroid_endocrine', 'Thyroid', 'C73'],
    ['Melanoma', 'skin_melanoma', 'Melanoma', 'C43'],
    ['Skin', 'skin_other', 'Skin', 'C44'],
    ['NMSC', 'skin_other', 'Skin: other', null],
    ['Brain', 'brain_nervous', 'Brain', 'C71'],
    ['CNS', 'brain_nervous', 'Brain and nervous system', null],
    ['Lymphoma', 'lymphoma', 'Lymphoma', null],
    ['CUP', 'unknown_primary', 'Unknown primary', 'C80'],
    ['Carcinoma of sigmoid colon', 'lower_gi', 'Sigmoid colon', 'C18'],
  ])('reads %j', (text, tumourGroup, site, icd10) => {
    expect(recogniseListedCancer(text)).toMatchObject({ tumourGroup, kind: 'new_primary', site, icd10 })
  })

  it('reads every site we name that can be a first cancer as the same site', () => {
    for (const { site, group, spread } of SITE_LABELS)
      expect([site, recogniseListedCancer(site)?.tumourGroup]).toEqual([site, spread === 'only' ? undefined : group])
  })

  it('reads a recurrence and what is in situ', () => {
    expect(recogniseListedCancer('Breast, recurrence')).toMatchObject({ kind: 'recurrence', tumourGroup: 'breast' })
    expect(recogniseListedCancer('Cervix in situ')).toMatchObject({ site: 'Cervix, in situ' })
  })

  it.each([
    '',
    'Breast lump',
    'Breast screening',
    '?Breast',
    'Kidney disease',
    'Ovarian growth',
    'Benign tumour of breast',
    'Family history of breast cancer',
    'Bone',
    'Lymph nodes',
    'Breast and lung',
    'Urology',
    'Haematology',
    'Left',
    'Cancer',
  ])('leaves %j to a person', (text) => {
    expect(recogniseListedCancer(text)).toBeNull()
  })

  it('is read so in no other column', () => {
    expect(recogniseCancerTerm('Breast')).toBeNull()
  })
})
