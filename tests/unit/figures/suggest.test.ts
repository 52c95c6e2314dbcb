import { describe, expect, it } from 'vitest'
import { FIGURE_KINDS } from '#shared/features/figures/kinds.ts'
import { guessFigureKind, missingColumns, suggestFigureColumns } from '#shared/features/figures/suggest.ts'

const columnsOf = (kind: (typeof FIGURE_KINDS)[number]['code'], headings: string): (string | null)[] =>
  suggestFigureColumns(kind, headings.split(',')).map(({ column }) => column)

describe('what a table of figures is', () => {
  it.each([
    ['search-counts', 'Organisation,CDB,Population Count,Parent,%,Males,Females,Excluded,Status'],
    // The columns of NHS England's "Patients registered at a GP practice" files.
    ['list-sizes', 'PUBLICATION,EXTRACT_DATE,TYPE,ONS_ICB_CODE,CODE,POSTCODE,SEX,AGE,NUMBER_OF_PATIENTS'],
    ['list-sizes', 'Practice code,Practice name,List size,Date'],
    ['screening', 'Programme,Practice code,Age group,Eligible,Screened,Uptake (%)'],
    // The columns of a Fingertips download.
    [
      'referral-rates',
      'Indicator ID,Indicator Name,Parent Code,Area Code,Area Name,Area Type,Sex,Age,Time period,Value,Lower CI 95.0 limit,Upper CI 95.0 limit,Count,Denominator',
    ],
    // The columns of the English indices, file 7 and the postcode look-ups that are made of it.
    [
      'deprivation',
      'LSOA code (2021),LSOA name (2021),Index of Multiple Deprivation (IMD) Rank (where 1 is most deprived),Index of Multiple Deprivation (IMD) Decile (where 1 is most deprived 10% of LSOAs)',
    ],
    ['deprivation', 'Postcode,IMD rank'],
    ['deprivation', 'DataZone,SIMD2020v2_Rank,SIMD2020v2_Decile'],
    ['organisations', 'Organisation Code,Name,Type,Parent,Open Date,Close Date'],
  ])('is told from its headings: %s', (kind, headings) => {
    expect(guessFigureKind(headings.split(','))).toBe(kind)
  })

  it.each([['Surname,First name,Date of birth'], ['Practice code,Colour'], ['']])('is not made up: %s', (headings) => {
    expect(guessFigureKind(headings.split(','))).toBeNull()
  })

  it('gives every column to one heading only, and says what is lacking', () => {
    expect(columnsOf('list-sizes', 'Code,Practice code,List size,Sex,Colour')).toEqual([
      'practice',
      null,
      'size',
      'sex',
      null,
    ])
    expect(missingColumns('list-sizes', suggestFigureColumns('list-sizes', ['Code']))).toEqual(['List size'])
    expect(missingColumns('deprivation', suggestFigureColumns('deprivation', ['Postcode']))).toEqual(['Rank or Decile'])
    expect(columnsOf('search-counts', 'Organisation,%,Population Count')).toEqual([
      'organisation',
      'percent',
      'population',
    ])
  })
})

describe('the description of each kind', () => {
  it.each(FIGURE_KINDS.map((kind) => [kind.code, kind] as const))(
    '%s names only columns that it has',
    (_code, kind) => {
      const codes: string[] = kind.columns.map(({ code }) => code)
      expect(new Set(codes).size).toBe(codes.length)
      for (const named of [...kind.anyOf, ...kind.key, ...kind.parts]) expect(codes).toContain(named)
    },
  )

  it.each(FIGURE_KINDS.map((kind) => [kind.code, kind] as const))('%s is found by its own labels', (code, kind) => {
    const labels = kind.columns
      .map(({ label }) => label)
      .filter((label) => !['% of parent', 'Postcode or small area', 'Belongs to'].includes(label))
    const found = suggestFigureColumns(code, labels).map(({ column }) => column)
    expect(found).not.toContain(null)
  })
})
