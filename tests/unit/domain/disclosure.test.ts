import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'

import { discloseProportion, protectFigures } from '#shared/domain/disclosure.ts'
import type { Figure, FigureOutcome, SmallNumberRule, SumRelation } from '#shared/domain/disclosure.ts'

import { hiddenIds, pinnedByBounds, pinnedByElimination, pinnedByExhaustion } from './attacker.ts'
import type { Published } from './attacker.ts'

const RUNS = { numRuns: 150 }

interface Report {
  figures: Figure[]
  relations: SumRelation[]
}

function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0)
}

/** One total and its parts: `t` and `p0`, `p1`... */
function list(values: readonly number[]): Report {
  const parts = values.map((value, index) => ({ id: `p${index}`, value }))
  return {
    figures: [{ id: 't', value: sum(values) }, ...parts],
    relations: [{ total: 't', parts: parts.map(({ id }) => id) }],
  }
}

/** A table with both margins and a grand total, both ways. */
function table(rows: readonly (readonly number[])[]): Report {
  const columns = rows[0]?.map((_, column) => rows.map((row) => row[column] ?? 0)) ?? []
  const cells = rows.flatMap((row, r) => row.map((value, c) => ({ id: `r${r}c${c}`, value })))
  const rowTotals = rows.map((row, r) => ({ id: `r${r}`, value: sum(row) }))
  const columnTotals = columns.map((column, c) => ({ id: `c${c}`, value: sum(column) }))
  return {
    figures: [...cells, ...rowTotals, ...columnTotals, { id: 'all', value: sum(rows.map(sum)) }],
    relations: [
      ...rows.map((row, r) => ({ total: `r${r}`, parts: row.map((_, c) => `r${r}c${c}`) })),
      ...columns.map((column, c) => ({ total: `c${c}`, parts: column.map((_, r) => `r${r}c${c}`) })),
      { total: 'all', parts: rowTotals.map(({ id }) => id) },
      { total: 'all', parts: columnTotals.map(({ id }) => id) },
    ],
  }
}

function publish(report: Report, rule: SmallNumberRule): Published {
  return { ...report, rule, outcomes: protectFigures(report.figures, report.relations, rule) }
}

function hidden(report: Report, rule: SmallNumberRule = 'hide-1-to-5'): string[] {
  return hiddenIds(publish(report, rule)).toSorted()
}

const cell = fc.oneof(fc.constant(0), fc.integer({ min: 1, max: 7 }), fc.integer({ min: 0, max: 60 }))
const tables = (rows: number, columns: number): fc.Arbitrary<Report> =>
  fc.array(fc.array(cell, { minLength: columns, maxLength: columns }), { minLength: rows, maxLength: rows }).map(table)
const anyTable = fc
  .tuple(fc.integer({ min: 2, max: 6 }), fc.integer({ min: 2, max: 6 }))
  .chain(([rows, columns]) => tables(rows, columns))
const anyList = fc.array(cell, { minLength: 2, maxLength: 8 }).map(list)
/** The same leaves counted under several groupings at once, such as site, year and route. */
const groupings = fc
  .tuple(
    fc.array(cell, { minLength: 3, maxLength: 9 }),
    fc.array(fc.array(fc.nat({ max: 2 }), { minLength: 9, maxLength: 9 }), { minLength: 1, maxLength: 4 }),
  )
  .map(([values, schemes]): Report => {
    const report = list(values)
    for (const [index, scheme] of schemes.entries()) {
      const groups = [0, 1, 2].filter((group) => values.some((_, leaf) => scheme[leaf] === group))
      for (const group of groups) {
        const leaves = values.flatMap((value, leaf) => (scheme[leaf] === group ? [{ id: `p${leaf}`, value }] : []))
        report.figures.push({ id: `g${index}-${group}`, value: sum(leaves.map(({ value }) => value)) })
        report.relations.push({ total: `g${index}-${group}`, parts: leaves.map(({ id }) => id) })
      }
      report.relations.push({ total: 't', parts: groups.map((group) => `g${index}-${group}`) })
    }
    return report
  })
const RULES: readonly SmallNumberRule[] = ['hide-1-to-5', 'hide-1-to-7-round-5']

describe('protectFigures', () => {
  it('hides 1 to 5, shows 0 and 6', () => {
    const figures = [0, 1, 5, 6].map((value) => ({ id: `v${value}`, value }))
    expect([...protectFigures(figures, [], 'hide-1-to-5').values()]).toEqual([
      { shown: 0 },
      { hidden: 'small' },
      { hidden: 'small' },
      { shown: 6 },
    ])
  })

  it('hides 1 to 7 and rounds the rest to 5, totals by themselves', () => {
    const figures = [0, 7, 8, 12, 13].map((value) => ({ id: `v${value}`, value }))
    expect([...protectFigures(figures, [], 'hide-1-to-7-round-5').values()]).toEqual([
      { shown: 0 },
      { hidden: 'small' },
      { shown: 10 },
      { shown: 10 },
      { shown: 15 },
    ])
  })

  it('protects a small numerator by hiding its remainder, not the denominator', () => {
    const figures = [
      { id: 'people', value: 40 },
      { id: 'reviewed', value: 3 },
      { id: 'not reviewed', value: 37 },
    ]
    const outcomes = protectFigures(figures, [{ total: 'people', parts: ['reviewed', 'not reviewed'] }], 'hide-1-to-5')
    expect(Object.fromEntries(outcomes)).toEqual({
      people: { shown: 40 },
      reviewed: { hidden: 'small' },
      'not reviewed': { hidden: 'protect' },
    })
  })

  it('takes the smallest part that is not 0', () => {
    expect(hidden(list([3, 0, 50, 12, 20]))).toEqual(['p0', 'p3'])
  })

  it('completes a rectangle in a table with margins', () => {
    const report = table([
      [3, 30, 40],
      [20, 25, 50],
      [60, 70, 80],
    ])
    expect(hidden(report)).toEqual(['r0c0', 'r0c1', 'r1c0', 'r1c1'])
  })

  it('needs no more when two small figures cover each other', () => {
    expect(hidden(list([2, 3, 50]))).toEqual(['p0', 'p1'])
  })

  it('sees that two fives are given away by their total of 10', () => {
    expect(hidden(list([5, 5]))).toEqual(['p0', 'p1', 't'])
  })

  it('sees that two ones are given away by their known sum', () => {
    expect(hidden(list([1, 1, 40]))).toEqual(['p0', 'p1', 'p2'])
  })

  it('sees that a total of 7 with a dagger leaves only 1 and 6', () => {
    expect(hidden(list([1, 6, 0]))).toEqual(['p0', 'p1', 't'])
  })

  it('blurs a mark when five parts marked small fill a total marked small', () => {
    const { outcomes } = publish(list([1, 1, 1, 1, 1]), 'hide-1-to-5')
    expect(outcomes.get('t')).toEqual({ hidden: 'protect' })
    expect(outcomes.get('p0')).toEqual({ hidden: 'small' })
  })

  it('follows nested totals', () => {
    const figures: Figure[] = [
      { id: 'year', value: 100 },
      { id: 'first half', value: 43 },
      { id: 'second half', value: 57 },
      { id: 'q1', value: 2 },
      { id: 'q2', value: 41 },
      { id: 'q3', value: 30 },
      { id: 'q4', value: 27 },
    ]
    const relations = [
      { total: 'year', parts: ['first half', 'second half'] },
      { total: 'first half', parts: ['q1', 'q2'] },
      { total: 'second half', parts: ['q3', 'q4'] },
      { total: 'year', parts: ['q1', 'q2', 'q3', 'q4'] },
    ]
    expect(hidden({ figures, relations })).toEqual(['q1', 'q2'])
  })

  it('refuses figures and sums that cannot be right', () => {
    const one = [{ id: 'a', value: 1 }]
    expect(() => protectFigures([{ id: 'a', value: 1.5 }], [], 'none')).toThrow('whole number')
    expect(() => protectFigures([...one, ...one], [], 'none')).toThrow('given twice')
    expect(() => protectFigures(one, [{ total: 'a', parts: ['b'] }], 'none')).toThrow('not a figure')
    const wrong = [...one, { id: 'b', value: 2 }]
    expect(() => protectFigures(wrong, [{ total: 'a', parts: ['b'] }], 'none')).toThrow('do not add up')
  })

  it('changes nothing under "none"', () => {
    fc.assert(
      fc.property(anyTable, ({ figures, relations }) => {
        const outcomes = protectFigures(figures, relations, 'none')
        expect([...outcomes]).toEqual(figures.map(({ id, value }) => [id, { shown: value }]))
      }),
      RUNS,
    )
  })

  it.each(RULES)('%s: hides every small figure, shows every 0 and every shown figure truly', (rule) => {
    const highest = rule === 'hide-1-to-5' ? 5 : 7
    fc.assert(
      fc.property(fc.oneof(anyTable, anyList, groupings), ({ figures, relations }) => {
        const outcomes = protectFigures(figures, relations, rule)
        for (const { id, value } of figures) {
          const outcome = outcomes.get(id)
          const rounded = rule === 'hide-1-to-5' ? value : Math.round(value / 5) * 5
          const mayBeHidden = value > 0
          const mayBeShown = value === 0 || value > highest
          const isHidden = outcome !== undefined && 'hidden' in outcome
          expect(isHidden ? mayBeHidden : mayBeShown).toBe(true)
          expect(isHidden || outcome).toEqual(isHidden || { shown: rounded })
        }
      }),
      RUNS,
    )
  })

  it('needs its second step: hiding only the small figures is undone by elimination', () => {
    const report = list([3, 30, 40])
    const outcomes = new Map<string, FigureOutcome>(report.figures.map(({ id, value }) => [id, { shown: value }]))
    outcomes.set('p0', { hidden: 'small' })
    const naive: Published = { ...report, outcomes, rule: 'hide-1-to-5' }
    expect(pinnedByElimination(naive)).toEqual(['p0'])
    expect(pinnedByBounds(naive)).toEqual(['p0'])
    expect(pinnedByExhaustion(naive, 80, true)).toEqual(['p0'])
  })

  it('is not undone by elimination', () => {
    fc.assert(
      fc.property(fc.oneof(anyTable, anyList, groupings), (report) => {
        expect(pinnedByElimination(publish(report, 'hide-1-to-5'))).toEqual([])
      }),
      RUNS,
    )
  })

  it.each(RULES)('%s: is not undone by squeezing bounds', (rule) => {
    fc.assert(
      fc.property(fc.oneof(anyTable, anyList, groupings), (report) => {
        expect(pinnedByBounds(publish(report, rule))).toEqual([])
      }),
      RUNS,
    )
  })

  it('is not undone by trying every solution, even by a reader who takes a dagger never to be 1 to 5', () => {
    const small = fc.oneof(fc.integer({ min: 0, max: 6 }), fc.integer({ min: 0, max: 14 }))
    const reports = fc.oneof(
      fc.array(small, { minLength: 2, maxLength: 4 }).map(list),
      fc.tuple(small, small, small, small).map(([a, b, c, d]) =>
        table([
          [a, b],
          [c, d],
        ]),
      ),
    )
    fc.assert(
      fc.property(reports, (report) => {
        const published = publish(report, 'hide-1-to-5')
        const isBlurred = report.figures.some(({ id, value }) => {
          const outcome: FigureOutcome | undefined = published.outcomes.get(id)
          return value <= 5 && outcome !== undefined && 'hidden' in outcome && outcome.hidden === 'protect'
        })
        expect(pinnedByExhaustion(published, 3 * 14, !isBlurred)).toEqual([])
      }),
      { ...RUNS, numRuns: 60 },
    )
  })

  it('gives the same answer each time', () => {
    fc.assert(
      fc.property(anyTable, (report) => {
        expect([...publish(report, 'hide-1-to-5').outcomes]).toEqual([...publish(report, 'hide-1-to-5').outcomes])
      }),
      { ...RUNS, numRuns: 40 },
    )
  })

  it('protects 500 figures with 100 sums quickly', () => {
    const rows = Array.from({ length: 48 }, (_, r) =>
      Array.from({ length: 9 }, (_, c) => (r * 7 + c * 13 + r * c) % 23),
    )
    const report = table(rows)
    const started = performance.now()
    const { outcomes } = publish(report, 'hide-1-to-5')
    const elapsed = performance.now() - started
    expect(outcomes.size).toBeGreaterThan(480)
    expect(elapsed).toBeLessThan(1000)
  })
})

describe('discloseProportion', () => {
  it('hides a rate when either side is small', () => {
    expect(discloseProportion(3, 40, 'hide-1-to-5')).toEqual({ kind: 'hidden', why: 'small' })
    expect(discloseProportion(37, 40, 'hide-1-to-5')).toEqual({ kind: 'hidden', why: 'small' })
    expect(discloseProportion(0, 4, 'hide-1-to-5')).toEqual({ kind: 'hidden', why: 'small' })
  })

  it('gives a percentage from 10 up, a fraction below', () => {
    expect(discloseProportion(0, 9, 'hide-1-to-5')).toEqual({ kind: 'fraction', numerator: 0, denominator: 9 })
    expect(discloseProportion(10, 40, 'hide-1-to-5')).toMatchObject({ kind: 'percentage', proportion: 0.25 })
    expect(discloseProportion(1, 9, 'none')).toEqual({ kind: 'fraction', numerator: 1, denominator: 9 })
    expect(discloseProportion(0, 0, 'hide-1-to-5')).toEqual({ kind: 'no-denominator' })
  })

  it('goes wherever one of its counts goes', () => {
    expect(discloseProportion(20, 40, 'hide-1-to-5', [{ shown: 40 }, { hidden: 'protect' }])).toEqual({
      kind: 'hidden',
      why: 'protect',
    })
  })

  it('works from the rounded counts when counts are rounded', () => {
    expect(discloseProportion(12, 41, 'hide-1-to-7-round-5')).toEqual({
      kind: 'percentage',
      numerator: 10,
      denominator: 40,
      proportion: 0.25,
    })
  })
})
