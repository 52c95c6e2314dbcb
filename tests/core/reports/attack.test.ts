import { describe, expect, it } from 'vitest'
import { attackReports } from '#tests/support/report-attack/attack-reports.ts'
import { createSolver } from '#tests/support/report-attack/solver.ts'
import { readReport } from '#tests/support/report-attack/reader.ts'
import type { Sent } from '#tests/support/report-attack/sent.ts'
import { strangeNumbers } from '#tests/support/report-attack/sentences.ts'

const count = (id: string, value: number | '*' | '†') =>
  typeof value === 'number'
    ? { id, state: 'shown' as const, value }
    : { id, state: 'hidden' as const, why: value === '*' ? ('small' as const) : ('protect' as const) }

/** A file with one table of rows and their total. */
const fileOf = (values: readonly (number | '*' | '†')[], more: Partial<Sent> = {}): Sent => ({
  smallNumbers: 'hide-1-to-5',
  listSize: 10_240,
  from: '2025-04-01',
  to: '2026-03-31',
  hiddenCounts: { small: 0, protect: 0 },
  explanations: [],
  sections: [
    {
      id: 'one',
      finding: '',
      blocks: [
        {
          type: 'table',
          id: 'made',
          totalRow: true,
          rows: values.map((value, at) => [
            { kind: 'text', text: `Row ${at}` },
            { kind: 'count', figure: count(`f${at}`, value) },
          ]),
        },
      ],
    },
  ],
  ...more,
})

describe('the reader who attacks', () => {
  it.each([
    ['a small count by its total', ['*', 20, 23], [['f0', 3, 3]]],
    [
      'two fives by their ten',
      ['*', '*', 10],
      [
        ['f0', 5, 5],
        ['f1', 5, 5],
      ],
    ],
    [
      'a four and a five by their nine, as neighbours',
      ['*', '*', 9],
      [
        ['f0', 4, 5],
        ['f1', 4, 5],
      ],
    ],
    [
      'two sixes by their twelve: a dagger is no nought',
      ['†', '†', 12],
      [
        ['f0', 6, 6],
        ['f1', 6, 6],
      ],
    ],
    ['nothing of a three that a dagger protects', ['*', '†', 43], []],
  ] as const)('works out %s', (_, values, told) => {
    expect(readReport(fileOf(values)).told.map(({ id, least, most }) => [id, least, most])).toEqual(told)
  })

  it('takes a hidden count from a percentage and its range', () => {
    const measure = {
      id: 'm',
      numerator: count('a', '*'),
      denominator: count('b', 40),
      population: null,
      unit: 'per cent',
      estimate: { state: 'shown', value: 7.5, low: 2.5835796, high: 19.8644 },
    }
    const file = fileOf([], {
      sections: [{ id: 's', finding: '', blocks: [{ type: 'indicators', indicators: [measure] }] }],
    })
    expect(readReport(file).told).toEqual([])
    const p = 0.075
    const z = 1.959964
    const low = (p + (z * z) / 80 - z * Math.sqrt((p * (1 - p)) / 40 + (z * z) / 6400)) / (1 + (z * z) / 40)
    const exact = { ...measure, estimate: { ...measure.estimate, low: low * 100 } }
    const told = readReport({
      ...file,
      sections: [{ id: 's', finding: '', blocks: [{ type: 'indicators', indicators: [exact] }] }],
    }).told
    expect(told).toEqual([{ id: 'a', least: 3, most: 3, how: 'one value' }])
  })

  it('sees a number in a sentence that no table shows', () => {
    const [section] = fileOf(['*', '†', 43]).sections
    if (section === undefined) throw new Error('There is a section')
    const file = fileOf([], { sections: [{ ...section, finding: 'Of 43 people 3 came, on 31 Mar 2026.' }] })
    expect(strangeNumbers(file)).toEqual(['3'])
  })

  it('solves exactly where bounds say nothing: three pairs that each add up to an even and an odd', () => {
    const open = { low: 0, high: 9 }
    const pair = (a: string, b: string, equals: number) => ({ terms: [[a, 1] as const, [b, 1] as const], equals })
    const solver = createSolver(
      new Map([
        ['x', open],
        ['y', open],
        ['z', open],
      ]),
      [pair('x', 'y', 7), pair('y', 'z', 8), pair('x', 'z', 9)],
    )
    expect([3, 4, 5].map((value) => solver.canBe('x', value))).toEqual(['impossible', 'possible', 'impossible'])
  })
})

describe('200 made-up reports, attacked by their files', () => {
  it('give no hidden count away, neither to one value nor to two neighbours', () => {
    const { hidden, gaveUp, leaks } = attackReports(200, 20_261_122)
    expect(leaks).toEqual([])
    expect(hidden).toBeGreaterThan(4_000)
    expect(gaveUp / hidden).toBeLessThan(0.01)
  }, 120_000)
})
