import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'

import { onQofRegister } from '#shared/domain/qof-register.ts'
import type { QofEpisode } from '#shared/domain/qof-register.ts'
import { TUMOUR_GROUPS } from '#shared/domain/tumour-groups.ts'

const BREAST: QofEpisode = {
  tumourGroup: 'breast',
  icd10Code: null,
  diagnosisDate: { date: '2024-05-03', precision: 'day' },
  kind: 'new_primary',
  behaviour: null,
}

describe('onQofRegister', () => {
  it.each([
    ['2003-04-01', 'day', true],
    ['2003-03-31', 'day', false],
    ['2003-04-01', 'month', true],
    ['2003-03-01', 'month', false],
    ['2004-01-01', 'year', true],
    ['2002-01-01', 'year', false],
  ] as const)('diagnosed %s (%s): %s', (date, precision, expected) => {
    expect(onQofRegister({ ...BREAST, diagnosisDate: { date, precision } }).onRegister).toBe(expected)
  })

  it('says so when the year straddles the first day', () => {
    expect(onQofRegister({ ...BREAST, diagnosisDate: { date: '2003-01-01', precision: 'year' } })).toEqual({
      onRegister: false,
      reason: 'Left out for now: 2003 may be before or after 1 Apr 2003. Find the month',
      rule: 'CAN001',
    })
  })

  it('says so when there is no date', () => {
    expect(onQofRegister({ ...BREAST, diagnosisDate: null })).toMatchObject({
      onRegister: false,
      reason: 'Left out for now: the diagnosis date is not recorded',
    })
  })

  it.each([
    ['skin_melanoma', 'Melanoma', 'C43', true],
    ['skin_other', 'Skin, squamous cell', 'C44', true],
    ['skin_other', 'Skin, basal cell', 'C44', false],
    ['skin_other', 'Skin', 'C44', false],
    ['skin_other', null, null, false],
    ['breast', 'Breast, in situ', null, false],
    ['breast', 'Breast', 'D05.1', false],
    ['other_blood', 'Myelodysplastic syndrome', 'D46', false],
    ['lower_gi', 'Colon', 'D12.6', false],
    ['not_known', 'Liver, spread', null, true],
  ] as const)('%s, %s, %s: %s', (tumourGroup, site, icd10Code, expected) => {
    expect(onQofRegister({ ...BREAST, tumourGroup, site, icd10Code }).onRegister).toBe(expected)
  })

  it.each([
    ['benign', false, 'Left out: recorded as benign'],
    ['uncertain', false, 'Left out: recorded as of uncertain behaviour'],
    ['in_situ', false, 'Left out: in situ disease is not counted as cancer by this rule'],
    ['malignant', true, 'Counts: diagnosed 3 May 2024'],
    ['metastatic', true, 'Counts: diagnosed 3 May 2024'],
    [null, true, 'Counts: diagnosed 3 May 2024'],
  ] as const)('recorded as %s: %s', (behaviour, onRegister, reason) => {
    expect(onQofRegister({ ...BREAST, behaviour })).toMatchObject({ onRegister, reason })
  })

  it('counts nothing that is recorded as not malignant, whatever the group, code and words', () => {
    const anything = fc.record({
      tumourGroup: fc.constantFrom(...TUMOUR_GROUPS.map(({ code }) => code)),
      icd10Code: fc.constantFrom(null, 'C50.9', 'C44.3', 'C71', 'D05.1', 'D32'),
      site: fc.constantFrom(null, 'Breast', 'Skin, squamous cell', 'Meninges'),
      behaviour: fc.constantFrom('benign' as const, 'uncertain' as const, 'in_situ' as const),
    })
    fc.assert(
      fc.property(anything, (drawn) => {
        expect(onQofRegister({ ...BREAST, ...drawn }).onRegister).toBe(false)
      }),
    )
  })

  it('gives its reason and rule', () => {
    expect(onQofRegister(BREAST)).toEqual({ onRegister: true, reason: 'Counts: diagnosed 3 May 2024', rule: 'CAN001' })
    expect(onQofRegister({ ...BREAST, tumourGroup: 'skin_other', site: 'BCC nose' }).reason).toContain('basal cell')
  })
})
