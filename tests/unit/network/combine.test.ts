import { array, assert, integer, property, tuple } from 'fast-check'
import { expect, it } from 'vitest'
import { addUp, addUpMonths, countedAlike, figuresFault } from '#shared/features/network/combine.ts'
import type { PracticeFigures } from '#shared/features/packs/schema.ts'
import { medianWithQuartiles } from '#shared/statistics/quantiles.ts'

const count = integer({ min: 0, max: 500 })
const days = array(integer({ min: 0, max: 120 }), { maxLength: 30 })

const histogram = (values: readonly number[]): [number, number][] =>
  [...Map.groupBy(values, (value) => value)]
    .map(([day, same]): [number, number] => [day, same.length])
    .toSorted(([a], [b]) => a - b)

const practice = (done: number, missed: number, letters: readonly number[], at = 0): PracticeFigures => ({
  $schema: 'urn:throughline:practice-figures:2',
  format: 'throughline.practice-figures',
  formatVersion: 2,
  id: '01900000-0000-7000-8000-00000000abcd',
  practiceName: `Practice ${at}`,
  odsCode: `A9990${at}`,
  nation: 'england',
  networkName: 'Ferrin Vale',
  listSize: 9000,
  listSizeOn: '2026-11-01',
  from: '2025-04-01',
  to: '2026-03-31',
  frozenAt: '2026-11-23T10:00:00.000Z',
  producedBy: 'Throughline',
  demo: false,
  rules: { support: { code: 'IND222', version: '2' }, review: { code: 'IND223', version: '2' }, letters: '1' },
  figures: [
    { id: 'care.done', value: done },
    { id: 'care.missed', value: missed },
    { id: 'care.out-of', value: done + missed },
    { id: 'came', value: letters.length },
  ],
  sums: [{ total: 'care.out-of', parts: ['care.done', 'care.missed'] }],
  histograms: [{ id: 'came', countId: 'came', days: histogram(letters) }],
  monthly: {
    figures: ['care.done', 'care.out-of'],
    months: [
      { month: '2026-02', values: [0, missed] },
      { month: '2026-03', values: [done, done] },
    ],
  },
})

const practices = array(tuple(count, count, days), { minLength: 1, maxLength: 12 }).map((rows) =>
  rows.map(([done, missed, letters], at) => practice(done, missed, letters, at % 10)),
)

it('adds every count exactly, keeps every sum, and does not mind the order', () => {
  assert(
    property(practices, (packs) => {
      const sheet = addUp(packs)
      for (const { id } of packs[0]?.figures ?? []) {
        const each = packs.map(({ figures }) => figures.find((figure) => figure.id === id)?.value ?? 0)
        expect(sheet.valueOf(id)).toBe(each.reduce((sum, value) => sum + value, 0))
      }
      for (const { total, parts } of sheet.relations())
        expect(parts.reduce((sum, part) => sum + sheet.valueOf(part), 0)).toBe(sheet.valueOf(total))
      expect(addUp(packs.toReversed()).figures()).toEqual(sheet.figures())
    }),
  )
})

it('takes the median of all days together, never the mean of medians', () => {
  assert(
    property(array(days, { minLength: 1, maxLength: 8 }), (all) => {
      const sheet = addUp(all.map((letters) => practice(1, 1, letters)))
      expect(medianWithQuartiles(sheet.spreadOf('came').values)).toEqual(medianWithQuartiles(all.flat()))
    }),
  )
  const sheet = addUp([practice(1, 1, [1, 1, 1, 1]), practice(1, 1, [30])])
  expect(medianWithQuartiles(sheet.spreadOf('came').values)?.median).toBe(1)
})

it('finds counts that do not hold together', () => {
  const good = practice(3, 4, [5, 5])
  expect(figuresFault(good)).toBeNull()
  const wrong = { ...good, figures: good.figures.map((one) => (one.id === 'care.done' ? { ...one, value: 9 } : one)) }
  expect(figuresFault(wrong)).toBe('Its figures do not add up.')
  expect(figuresFault({ ...good, figures: [...good.figures, { id: 'came', value: 2 }] })).toContain('twice')
  expect(figuresFault({ ...good, histograms: [{ id: 'came', countId: 'came', days: [[5, 1]] }] })).toContain('days')
  expect(figuresFault({ ...good, sums: [{ total: 'care.out-of', parts: ['gone'] }] })).toContain('add up')
  const { figures, months } = good.monthly
  expect(figuresFault({ ...good, monthly: { figures, months: months.toReversed() } })).toContain('not in order')
  expect(figuresFault({ ...good, monthly: { figures: ['care.done'], months } })).toContain('do not match')
  expect(figuresFault({ ...good, monthly: { figures: ['care.done', 'care.done'], months } })).toContain('twice')
})

it('adds up month by month, over the months and figures that every practice counted', () => {
  assert(
    property(array(tuple(count, count), { minLength: 1, maxLength: 12 }), (rows) => {
      const packs = rows.map(([done, missed]) => practice(done, missed, []))
      const total = (pick: (row: [number, number]) => number): number => rows.reduce((sum, row) => sum + pick(row), 0)
      expect(addUpMonths(packs).map(({ month, values }) => [month, ...values.values()])).toEqual([
        ['2026-02', 0, total(([, missed]) => missed)],
        ['2026-03', total(([done]) => done), total(([done]) => done)],
      ])
    }),
  )
  const whole = practice(3, 4, [])
  const late = { monthly: { figures: ['care.out-of', 'new'], months: [{ month: '2026-03', values: [5, 9] }] } }
  expect(addUpMonths([whole, late]).map(({ month, values }) => [month, [...values]])).toEqual([
    ['2026-03', [['care.out-of', 8]]],
  ])
  expect(addUpMonths([])).toEqual([])
})

it('does not add up what was counted by other rules', () => {
  const [a, b, c] = [practice(1, 2, []), practice(3, 4, []), practice(5, 6, [])]
  const other = { ...c, rules: { ...c.rules, support: { code: 'IND222', version: '3' } } }
  const packs = [a, b, other].map((figures) => ({ figures }))
  expect(countedAlike(packs)).toEqual({ alike: packs.slice(0, 2), otherwise: packs.slice(2) })
})
