import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { exposedBeside, hideBeside } from '#shared/domain/disclosure-beside.ts'
import { protectFigures, type SmallNumberRule } from '#shared/domain/disclosure.ts'
import { disjointWithin } from '#shared/features/reports/disjoint-periods.ts'
import { joinPacks, type Pack } from '#shared/features/reports/succession.ts'

const GROUPS = ['breast', 'lung', 'prostate'] as const

interface Made {
  readonly from: string
  readonly to: string
  readonly counts: readonly number[]
  readonly register?: number
  readonly leftOut?: number
  readonly rule?: SmallNumberRule
}

let made = 0

/** A report with one table, `new` by group, and a register. */
const pack = ({ from, to, counts, register = 300, leftOut = 0, rule = 'hide-1-to-5' }: Made): Pack => {
  made += 1
  const parts = counts.map((value, at) => ({ id: `new.${GROUPS[at]}`, value }))
  const total = counts.reduce((sum, value) => sum + value, 0)
  const levels = [
    { id: 'register', value: register },
    { id: 'left-out-of-sharing', value: leftOut },
  ]
  const figures = [{ id: 'new', value: total }, ...parts, ...levels]
  const relations = [{ total: 'new', parts: parts.map(({ id }) => id) }]
  return {
    id: `pack-${made}`,
    rule,
    period: { from, to },
    frozenOn: to,
    lists: [],
    figures,
    relations,
    outcomes: protectFigures(figures, relations, rule),
  }
}

const HALF = { from: '2025-04-01', to: '2025-09-30' }
const OTHER_HALF = { from: '2025-10-01', to: '2026-03-31' }
const YEAR = { from: '2025-04-01', to: '2026-03-31' }

const exposed = (own: Pack, ...earlier: Pack[]) => {
  const { beside, subjects } = joinPacks(own, earlier)
  return exposedBeside(beside).map(({ id, how }) => {
    const subject = subjects.get(id)
    return `${subject?.of} ${subject?.is} ${subject?.figureId}: ${how}`
  })
}

describe('a report beside an earlier one', () => {
  it('is safe beside itself', () => {
    const own = pack({ ...YEAR, counts: [30, 3, 20] })
    expect(exposed(own, { ...own, id: 'before' })).toEqual([])
  })

  it('shows a small difference where one period lies within the other', () => {
    const before = pack({ ...HALF, counts: [20, 30, 10] })
    const own = pack({ ...YEAR, counts: [40, 33, 30] })
    expect(exposed(own, before)).toEqual(['this difference new.lung: known'])
  })

  it('shows none where nothing was added, or enough', () => {
    const before = pack({ ...HALF, counts: [20, 30, 10] })
    expect(exposed(pack({ ...YEAR, counts: [40, 30, 16] }), before)).toEqual([])
  })

  it('shows none where the same number is hidden here', () => {
    const before = pack({ ...HALF, counts: [20, 0, 12] })
    expect(exposed(pack({ ...YEAR, counts: [40, 3, 25] }), before)).toEqual([])
  })

  it('gives a hidden count away where two halves were sent and then the year', () => {
    const first = pack({ ...HALF, counts: [20, 3, 12] })
    const second = pack({ ...OTHER_HALF, counts: [20, 10, 12] })
    expect(exposed(pack({ ...YEAR, counts: [40, 13, 24] }), first)).toEqual([])
    expect(exposed(pack({ ...YEAR, counts: [40, 13, 24] }), first, second)).toContain('earlier figure new.lung: known')
  })

  it('does not compare years that only overlap', () => {
    const before = pack({ ...YEAR, counts: [40, 33, 30] })
    const own = pack({ from: '2025-05-01', to: '2026-04-30', counts: [41, 31, 33], register: 320 })
    expect(exposed(own, before)).toEqual([])
  })

  it('shows what two overlapping periods share, beside the one that they make up', () => {
    const first = pack({ from: '2025-04-01', to: '2025-10-31', counts: [20, 12, 12] })
    const second = pack({ from: '2025-10-01', to: '2026-03-31', counts: [20, 11, 12] })
    const told = exposed(pack({ ...YEAR, counts: [40, 20, 24] }), first, second)
    expect(told).toContain('this difference new.lung: known')
  })

  it('takes no count of people from how far the register moved between two days', () => {
    const before = pack({ ...HALF, counts: [20, 30, 10], register: 300 })
    const own = { ...OTHER_HALF, counts: [20, 30, 10] }
    for (const register of [296, 299, 300, 301, 303, 305, 310])
      expect(exposed(pack({ ...own, register }), before)).toEqual([])
  })

  it('shows that a few were put on or taken off the register of one day', () => {
    const before = pack({ ...YEAR, counts: [20, 30, 10], register: 300 })
    for (const register of [297, 303])
      expect(exposed(pack({ ...YEAR, counts: [20, 30, 10], register }), before)).toEqual([
        'this difference register: known',
      ])
    expect(exposed(pack({ ...YEAR, counts: [20, 30, 10], register: 310 }), before)).toEqual([])
  })

  it('shows that a few more asked to be left out of what is shared', () => {
    const before = pack({ ...HALF, counts: [20, 30, 10], leftOut: 12 })
    const own = pack({ ...OTHER_HALF, counts: [20, 30, 10], leftOut: 14 })
    expect(exposed(own, before)).toEqual(['this difference left-out-of-sharing: known'])
  })

  it('shows that a few were added late to the same period', () => {
    const before = pack({ ...YEAR, counts: [40, 20, 24] })
    expect(exposed(pack({ ...YEAR, counts: [40, 22, 24] }), before)).toEqual([
      'this difference new: known',
      'this difference new.lung: known',
    ])
  })

  it('shows in full what an earlier one hid by another rule', () => {
    const before = pack({ ...YEAR, counts: [40, 7, 24], rule: 'hide-1-to-7-round-5' })
    expect(exposed(pack({ ...YEAR, counts: [40, 7, 24] }), before)).toContain('this figure new.lung: known')
  })
})

describe('hiding more', () => {
  it('makes a small difference safe by figures of this report alone', () => {
    const before = pack({ ...HALF, counts: [20, 30, 10] })
    const own = pack({ ...YEAR, counts: [40, 33, 30] })
    const { beside } = joinPacks(own, [before])
    const outcomes = hideBeside(beside)
    if (outcomes === null) throw new Error('it can be made safe')
    expect(outcomes.get('new.lung')).toEqual({ hidden: 'protect' })
    expect(exposed({ ...own, outcomes }, before)).toEqual([])
  })

  it('says when it cannot protect: another rule for the same period', () => {
    const before = pack({ ...YEAR, counts: [40, 7, 24], rule: 'hide-1-to-7-round-5' })
    const { beside } = joinPacks(pack({ ...YEAR, counts: [40, 7, 24] }), [before])
    expect(hideBeside(beside)).toBeNull()
  })

  it('is proved where the counts of both halves have to move together', () => {
    const earlier = [pack({ ...HALF, counts: [2, 7, 1] }), pack({ ...OTHER_HALF, counts: [6, 0, 4], register: 305 })]
    const own = pack({ ...YEAR, counts: [8, 8, 5], register: 305 })
    const outcomes = hideBeside(joinPacks(own, earlier).beside)
    if (outcomes === null) throw new Error('it can be made safe')
    expect(exposed({ ...own, outcomes }, ...earlier)).toEqual([])
  })

  it('leaves nothing exposed, whatever the counts, and gives up on few', () => {
    const count = fc.oneof(fc.nat({ max: 9 }), fc.nat({ max: 50 }))
    const counts = fc.array(count, { minLength: 3, maxLength: 3 })
    let hidden = 0
    fc.assert(
      fc.property(counts, counts, counts, fc.nat({ max: 8 }), (first, second, changes, grown) => {
        const sum = first.map((value, at) => value + (second[at] ?? 0) + ((changes[at] ?? 0) % 2))
        const earlier = [pack({ ...HALF, counts: first }), pack({ ...OTHER_HALF, counts: second, register: 305 })]
        const own = pack({ ...YEAR, counts: sum, register: 305 + grown })
        const outcomes = hideBeside(joinPacks(own, earlier).beside)
        if (outcomes === null) return
        hidden += 1
        expect(exposedBeside(joinPacks({ ...own, outcomes }, earlier).beside)).toEqual([])
      }),
      { numRuns: 200 },
    )
    expect(hidden).toBeGreaterThan(100)
  })
})

describe('sets of periods that share no day', () => {
  const of = (...ends: string[]) => ends.map((pair) => ({ meaning: { from: pair.slice(0, 1), to: pair.slice(1) } }))
  const names = (families: readonly (readonly { meaning: { from: string; to: string } }[])[]) =>
    families.map((family) => family.map(({ meaning }) => meaning.from + meaning.to).join(' '))

  it('are those to which no other can be added, and each by itself', () => {
    expect(names(disjointWithin(of('ab', 'cd', 'ef')).families)).toEqual(['ab', 'cd', 'ef', 'ab cd ef'])
    expect(names(disjointWithin(of('ac', 'bd', 'ef')).families)).toEqual(['ac', 'bd', 'ef', 'ac ef', 'bd ef'])
  })

  it('stop somewhere, and say so', () => {
    const many = Array.from({ length: 24 }, (_, at) => ({
      meaning: { from: `2025-${String(10 + at)}`, to: `2025-${String(10 + at + (at % 3))}` },
    }))
    const both = [...many, ...many.map(({ meaning }) => ({ meaning: { ...meaning } }))]
    expect(disjointWithin(both).isComplete).toBe(false)
  })
})
