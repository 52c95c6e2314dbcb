import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { daysApart, oneCancer, pairCancers, type ToldCancer } from '#core/features/reconcile/pair-cancers.ts'
import type { PartialDate } from '#shared/domain/partial-date.ts'

const day = (date: string): PartialDate => ({ date, precision: 'day' })
const month = (date: string): PartialDate => ({ date, precision: 'month' })
const cancer = (change: Partial<ToldCancer> = {}): ToldCancer => ({
  kind: 'new_primary',
  tumourGroup: 'lung',
  site: null,
  date: day('2026-03-04'),
  ...change,
})

const dates = fc.oneof(
  fc.constant(null),
  fc.constantFrom('2026-01-31', '2026-02-01', '2026-02-14', '2026-03-01', '2025-02-14').map(day),
  fc.constantFrom('2026-01-01', '2026-02-01').map(month),
  fc.constant({ date: '2026-01-01', precision: 'year' } as const),
)
const cancers = fc.array(
  fc.record({
    kind: fc.constantFrom('new_primary', 'recurrence'),
    tumourGroup: fc.constantFrom('lung', 'breast', 'not_known'),
    site: fc.constantFrom(null, 'Neck node'),
    date: dates,
  }),
  { maxLength: 5 },
)

describe('pairing the cancers of one person', () => {
  it('takes each at most once, and leaves no two of one cancer apart', () => {
    fc.assert(
      fc.property(cancers, cancers, (theirs, ours) => {
        const pairs = pairCancers(theirs, ours)
        const theirsPaired = new Set(pairs.map((pair) => pair.theirs))
        const oursPaired = new Set(pairs.map((pair) => pair.ours))
        expect([theirsPaired.size, oursPaired.size]).toEqual([pairs.length, pairs.length])
        expect(pairs.every((pair) => oneCancer(pair.theirs, pair.ours))).toBe(true)
        const left = theirs.filter((one) => !theirsPaired.has(one))
        const oursLeft = ours.filter((one) => !oursPaired.has(one))
        expect(left.some((one) => oursLeft.some((other) => oneCancer(one, other)))).toBe(false)
      }),
    )
  })

  it('finds the same whichever way round each side is written', () => {
    fc.assert(
      fc.property(cancers, cancers, (theirs, ours) => {
        const found = (one: readonly ToldCancer[], other: readonly ToldCancer[]): string[] =>
          pairCancers(one, other)
            .map((pair) => `${pair.dates} ${pair.days === null ? 'vague' : Math.abs(pair.days)}`)
            .toSorted()
        expect(found(theirs.toReversed(), ours.toReversed())).toHaveLength(found(theirs, ours).length)
        expect(found(theirs, theirs).every((words) => !words.startsWith('another'))).toBe(true)
      }),
    )
  })

  it('counts days only where both are known, and turns their sign with the sides', () => {
    fc.assert(
      fc.property(dates, dates, (theirs, ours) => {
        const days = daysApart(theirs, ours)
        const isExact = theirs?.precision === 'day' && ours?.precision === 'day'
        expect(days === null).toBe(!isExact)
        expect((days ?? 0) + (daysApart(ours, theirs) ?? 0)).toBe(0)
      }),
    )
    expect(daysApart(day('2026-03-15'), day('2026-03-04'))).toBe(11)
  })

  it.each([
    ['a day in the month of ours', day('2026-03-17'), month('2026-03-01'), 'vague'],
    ['the day before that month', day('2026-02-28'), month('2026-03-01'), 'another'],
    ['the same day', day('2026-03-04'), day('2026-03-04'), 'same'],
    ['no date', null, day('2026-03-04'), 'unknown'],
    ['the day after', day('2026-03-05'), day('2026-03-04'), 'another'],
  ] as const)('says of %s that the dates are as they are', (_words, theirs, ours, says) => {
    expect(pairCancers([cancer({ date: theirs })], [cancer({ date: ours })])[0]?.dates).toBe(says)
  })

  it('pairs the nearest dates, and like kinds before unlike', () => {
    const first = cancer({ date: day('2020-01-01') })
    const second = cancer({ date: day('2026-03-01') })
    expect(pairCancers([cancer()], [first, second])[0]?.ours).toBe(second)
    const back = cancer({ kind: 'recurrence' })
    expect(pairCancers([cancer({ kind: 'recurrence' })], [cancer(), back])[0]?.ours).toBe(back)
    expect(pairCancers([cancer({ tumourGroup: 'breast' })], [cancer()])).toEqual([])
  })
})
