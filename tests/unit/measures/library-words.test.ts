import { describe, expect, it } from 'vitest'
import { countedGroups, countedInAll, foundMeasures, listSizeText } from '#renderer/features/measures/library-words.ts'

const figure = { value: 0.2, lower: 0.1, upper: 0.3, numerator: 20, denominator: 100, undecided: 3 }

describe('the rows behind a figure', () => {
  it('are those of its kind', () => {
    const groups = (kind: 'proportion' | 'rate' | 'median', outOf: 'observed' | 'list' | 'person-years') =>
      countedGroups({ kind, outOf }, figure).map(({ label, count }) => `${label}: ${count}`)
    expect(groups('proportion', 'observed')).toEqual([
      'In the numerator: 20',
      'Only in the denominator: 80',
      'Undecided: 3',
    ])
    expect(groups('proportion', 'list')).toEqual(['Counted: 20', 'Undecided: 3'])
    expect(groups('rate', 'person-years')).toEqual(['Counted: 20', 'Undecided: 3'])
    expect(groups('median', 'observed')).toEqual(['Measured: 100', 'Undecided: 3'])
    expect(countedInAll({ kind: 'proportion', outOf: 'observed' }, figure)).toBe(103)
  })
})

describe('the library in words', () => {
  it('says by how many people rates are worked out, or that nobody knows', () => {
    expect(listSizeText({ listSize: { people: 10_240, source: 'Settings', asOf: '2026-11-01' } })).toBe(
      'Rates are for a list of 10,240 people (Settings, 1 Nov 2026).',
    )
    expect(listSizeText({ listSize: { people: 900, source: 'Settings', asOf: null } })).toContain('(Settings).')
    expect(listSizeText({ listSize: null })).toMatch(/^No list size is recorded/)
  })

  it('finds measures by all of the words, wherever they stand', () => {
    const one = {
      title: 'Emergency route',
      definition: 'By route',
      heldBy: 'The hospital',
      topic: 'diagnosis',
    } as const
    const other = { title: 'Gap meter', definition: 'Days', heldBy: 'The hospital', topic: 'letters' } as const
    expect(foundMeasures([one, other], '  ')).toEqual([one, other])
    expect(foundMeasures([one, other], 'hospital DIAG')).toEqual([one])
    expect(foundMeasures([one, other], 'hospital letters route')).toEqual([])
  })
})
