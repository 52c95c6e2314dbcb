import { assert, constantFrom, property, tuple } from 'fast-check'
import { describe, expect, it } from 'vitest'
import { deprivationWords, DEPRIVATION_QUINTILES } from '#shared/domain/deprivation.ts'
import {
  BASES_OF_DIAGNOSIS,
  BEHAVIOURS,
  CODE_SOURCES,
  FOLLOW_UP_STRATA,
  GRADES,
  LATERALITIES,
  NURSE_SPECIALIST_TOLD,
  PERFORMANCE_STATUSES,
  STAGE_EDITIONS,
  TREATMENT_INTENTS,
} from '#shared/domain/diagnosis-details.ts'
import { parseTnm, stageInFull, type TnmLetter } from '#shared/domain/tnm.ts'

const RUNS = { numRuns: 500 } as const

const codesOf = (list: readonly { code: string }[]): string => list.map(({ code }) => code).join(' ')

describe('code lists of a diagnosis', () => {
  it('hold the COSD values and no others', () => {
    expect(codesOf(LATERALITIES)).toBe('L R M B 8 9')
    expect(codesOf(BASES_OF_DIAGNOSIS)).toBe('0 1 2 4 5 6 7 9')
    expect(codesOf(PERFORMANCE_STATUSES)).toBe('0 1 2 3 4 9')
    expect(codesOf(TREATMENT_INTENTS)).toBe('C Z X 9')
    expect(codesOf(NURSE_SPECIALIST_TOLD)).toBe('Y1 Y3 Y4 Y5 NI NN 99')
  })

  it('name each code once, in words of its own', () => {
    for (const list of [
      LATERALITIES,
      BASES_OF_DIAGNOSIS,
      BEHAVIOURS,
      GRADES,
      STAGE_EDITIONS,
      PERFORMANCE_STATUSES,
      TREATMENT_INTENTS,
      NURSE_SPECIALIST_TOLD,
      FOLLOW_UP_STRATA,
      CODE_SOURCES,
    ]) {
      expect(new Set(list.map(({ code }) => code)).size).toBe(list.length)
      expect(new Set(list.map(({ label }) => label)).size).toBe(list.length)
    }
  })
})

describe('T, N and M categories', () => {
  it.each([
    ['T', 'T3', 'T3'],
    ['T', '3', 'T3'],
    ['T', 'pT2a', 'pT2a'],
    ['T', 'PT 2A', 'pT2a'],
    ['T', 'ypT1mi', 'ypT1mi'],
    ['T', 'Tis', 'Tis'],
    ['T', 'tis(DCIS)', 'Tis(dcis)'],
    ['T', 'Ta', 'Ta'],
    ['T', 'TX', 'TX'],
    ['T', '4b', 'T4b'],
    ['T', 'T2(m)', 'T2(m)'],
    ['N', 'N1mi', 'N1mi'],
    ['N', 'cN2b', 'cN2b'],
    ['N', 'N0(sn)', 'N0(sn)'],
    ['N', 'x', 'NX'],
    ['M', 'M0', 'M0'],
    ['M', 'm1c', 'M1c'],
    ['M', 'M0(i+)', 'M0(i+)'],
    ['M', 'pM1', 'pM1'],
  ] as const)('%s reads %s as %s', (letter, text, shown) => {
    expect(parseTnm(letter, text)).toBe(shown)
  })

  it.each([
    ['T', 'N1'],
    ['T', 'T5'],
    ['T', ''],
    ['T', 'stage 2'],
    ['T', 'T2 N1'],
    ['N', 'N4'],
    ['N', 'T1'],
    ['M', 'M2'],
    ['M', 'is'],
    ['M', 'metastatic'],
  ] as const)('%s does not read “%s”', (letter, text) => {
    expect(parseTnm(letter, text)).toBeNull()
  })

  it('reads what it shows as itself, and never one letter for another', () => {
    const letters: readonly TnmLetter[] = ['T', 'N', 'M']
    const text = tuple(
      constantFrom('', 'c', 'p', 'yp', 'r', 'a', 'mp'),
      constantFrom(...letters),
      constantFrom('0', '1', '1a', '2', '3b', '4', 'X', 'is', 'a', '1mi'),
    )
    assert(
      property(text, constantFrom(...letters), ([prefix, own, rest], letter) => {
        const read = parseTnm(letter, prefix + own + rest)
        expect(letter !== own && read !== null).toBe(false)
        expect(read === null ? null : parseTnm(letter, read)).toBe(read)
      }),
      RUNS,
    )
  })
})

describe('a stage in full', () => {
  const nothing = {
    stage: null,
    tCategory: null,
    nCategory: null,
    mCategory: null,
    stageEdition: null,
    stageVersion: null,
  } as const

  it('says all that is known in one line and nothing that is not', () => {
    expect(stageInFull(nothing)).toBeNull()
    expect(stageInFull({ ...nothing, stage: '3' })).toBe('Stage 3')
    expect(stageInFull({ ...nothing, tCategory: 'T3', nCategory: 'N1' })).toBe('T3 N1')
    expect(
      stageInFull({
        stage: '2B',
        tCategory: 'T3',
        nCategory: 'N1',
        mCategory: 'M0',
        stageEdition: 'uicc',
        stageVersion: '8',
      }),
    ).toBe('Stage 2B (T3 N1 M0, UICC 8)')
    expect(stageInFull({ ...nothing, stage: '1', stageEdition: 'figo' })).toBe('Stage 1 (FIGO)')
  })
})

describe('deprivation', () => {
  it('is said with its direction, index and version', () => {
    expect(DEPRIVATION_QUINTILES.map(({ code }) => code)).toEqual(['1', '2', '3', '4', '5'])
    const fifth = { deprivationQuintile: 1, deprivationIndex: 'IMD', deprivationVersion: '2025' }
    expect(deprivationWords(fifth)).toBe('1 of 5 (1 is most deprived), IMD 2025')
    expect(deprivationWords({ ...fifth, deprivationIndex: null, deprivationVersion: null })).toBe(
      '1 of 5 (1 is most deprived)',
    )
    expect(deprivationWords({ ...fifth, deprivationQuintile: null })).toBeNull()
  })
})
