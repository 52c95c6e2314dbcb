import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { addDays, addMonths } from '#shared/domain/partial-date.ts'
import type { NationCode } from '#shared/domain/people.ts'
import { clockRulesFor } from '#shared/features/pathways/clock-rules.ts'
import { dayRange, isRunning, medianDays, pathwayClocks, standing } from '#shared/features/pathways/clocks.ts'
import type { Adjustment, Priority, SignOff } from '#shared/features/pathways/schema.ts'
import { type PathwayEvent, pathwayState } from '#shared/features/pathways/state-machine.ts'
import { adjusted, facts, happened, signed, TODAY } from './pathway-builders.ts'

const SEED = { numRuns: 300 }

const MAUREEN = [
  happened('urgent_referral', '2026-08-11'),
  happened('referral_received', '2026-08-12'),
  happened('colonoscopy', '2026-08-26'),
  happened('told_diagnosis', '2026-09-04'),
  happened('decision_to_treat', '2026-09-17'),
  happened('surgery', '2026-10-07'),
]

interface Situation {
  priority?: Priority
  adjustments?: Adjustment[]
  signOffs?: SignOff[]
  nation?: NationCode
  today?: string
}

const clocks = (
  events: readonly PathwayEvent[],
  { priority, adjustments = [], signOffs = [], nation = 'england', today = TODAY }: Situation = {},
) =>
  pathwayClocks({
    state: pathwayState(facts(priority, signOffs), events),
    tumourGroup: 'lower_gi',
    adjustments,
    rules: clockRulesFor(nation),
    today,
  })

const clock = (code: string, all: ReturnType<typeof clocks>) => {
  const found = all.find((one) => one.code === code)
  if (found === undefined) throw new Error(`no ${code} clock`)
  return found
}
const exactly = (days: number) => ({ least: days, most: days })

describe('the clocks of the mock-up', () => {
  it('are 23, 20 and 56 days, all within, by the July 2025 guidance', () => {
    const all = clocks(MAUREEN)
    expect(all.map(({ code, days, result, exact }) => [code, days.least, result, exact])).toEqual([
      ['told_28', 23, 'within', true],
      ['treated_31', 20, 'within', true],
      ['treated_62', 56, 'within', true],
    ])
    expect(clockRulesFor('england').version).toBe('CWT guidance v12.1, July 2025')
    expect(all.map(medianDays)).toEqual([23, 20, 56])
  })

  it('run from the receipt while nobody has been told: day 13 of 28', () => {
    const skin = [happened('urgent_referral', '2026-11-09'), happened('referral_received', '2026-11-10')]
    const told = clock('told_28', clocks(skin))
    expect(told).toMatchObject({ days: exactly(13), stop: null, result: 'within', startAssumed: false })
    expect(isRunning(told)).toBe(true)
    expect(medianDays(told)).toBeNull()
  })
})

describe('day 0 is the receipt and the last day is within', () => {
  it.each([
    [27, 'within'],
    [28, 'within'],
    [29, 'over'],
  ] as const)('told on day %i: %s', (day, result) => {
    const start = '2026-02-02'
    const events = [happened('referral_received', start), happened('told_no_cancer', addDays(start, day))]
    expect(clock('told_28', clocks(events))).toMatchObject({ days: exactly(day), result })
  })

  it.each([
    ['treated_31', 31, 'within'],
    ['treated_31', 32, 'over'],
    ['treated_62', 62, 'within'],
    ['treated_62', 63, 'over'],
  ] as const)('%s on day %i: %s', (code, day, result) => {
    const start = '2026-01-05'
    const events = [
      happened('referral_received', start),
      happened('first_seen', start),
      happened('told_diagnosis', start),
      happened('decision_to_treat', start),
      happened('surgery', addDays(start, day)),
    ]
    expect(clock(code, clocks(events))).toMatchObject({ days: exactly(day), result })
  })

  it('counts the days of a leap February, and of the weeks in which the clocks change', () => {
    expect(dayRange({ date: '2028-02-01', precision: 'day' }, { date: '2028-02-29', precision: 'day' })).toEqual(
      exactly(28),
    )
    expect(dayRange({ date: '2027-02-01', precision: 'day' }, { date: '2027-03-01', precision: 'day' })).toEqual(
      exactly(28),
    )
    // Summer time began on 29 March 2026 and ended on 25 October 2026 in London: 23 and 25 hours, one day each.
    for (const change of ['2026-03-29', '2026-10-25'])
      expect(
        dayRange({ date: addDays(change, -14), precision: 'day' }, { date: addDays(change, 14), precision: 'day' }),
      ).toEqual(exactly(28))
  })

  it('knows the last day of a short month: 31 January and three months', () => {
    expect(addMonths('2026-01-31', 3)).toBe('2026-04-30')
    expect(addMonths('2027-11-30', 3)).toBe('2028-02-29')
  })
})

describe('which events start and stop a clock', () => {
  it('stops 28 days at the decision to treat where that came first', () => {
    const events = [
      happened('referral_received', '2026-08-12'),
      happened('first_seen', '2026-08-20'),
      happened('decision_to_treat', '2026-08-30'),
      happened('told_diagnosis', '2026-09-20'),
    ]
    expect(clock('told_28', clocks(events))).toMatchObject({
      days: exactly(18),
      stop: { eventType: 'decision_to_treat' },
    })
  })

  it('counts from sending where no receipt is known, says so and keeps it out of medians', () => {
    const told = clock('told_28', clocks(MAUREEN.filter(({ eventType }) => eventType !== 'referral_received')))
    expect(told).toMatchObject({ days: exactly(24), startAssumed: true, exact: false })
    expect(medianDays(told)).toBeNull()
  })

  it('counts a routine referral on no clock until a consultant upgrades it', () => {
    const events = [
      happened('routine_referral', '2026-07-01'),
      happened('referral_received', '2026-07-02'),
      happened('first_seen', '2026-08-20'),
    ]
    expect(clocks(events, { priority: 'routine' })).toEqual([])
    const upgraded = [...events, happened('consultant_upgrade', '2026-08-21'), happened('told_diagnosis', '2026-08-30')]
    const all = clocks([...upgraded, happened('surgery', '2026-10-01')], { priority: 'routine' })
    expect(all.map(({ code }) => code)).toEqual(['treated_62'])
    expect(all[0]).toMatchObject({ days: exactly(41), start: { eventType: 'consultant_upgrade' } })
  })

  it('counts every decision to treat, first and subsequent, with its own treatment', () => {
    const events = [
      ...MAUREEN,
      happened('decision_to_treat', '2026-10-20'),
      happened('chemotherapy_started', '2026-11-11'),
      happened('decision_to_treat', '2026-11-20'),
    ]
    const each = clocks(events).filter(({ code }) => code === 'treated_31')
    expect(each.map(({ ordinal, days, stop }) => [ordinal, days.least, stop?.eventType ?? null])).toEqual([
      [1, 20, 'surgery'],
      [2, 22, 'chemotherapy_started'],
      [3, 3, null],
    ])
  })

  it('does not go on counting to the day of being told once somebody has been treated', () => {
    const events = MAUREEN.filter(({ eventType }) => !['told_diagnosis', 'decision_to_treat'].includes(eventType))
    const told = clock('told_28', clocks(events))
    expect(told).toMatchObject({ stop: null, ended: 'treated', result: null, days: exactly(56) })
    expect(isRunning(told)).toBe(false)
    expect(medianDays(told)).toBeNull()
  })

  it('ends without a result when cancer is ruled out, downgraded or signed off as complete', () => {
    const start = [happened('urgent_referral', '2026-09-01'), happened('referral_received', '2026-09-02')]
    const noCancer = clocks([...start, happened('told_no_cancer', '2026-09-20')])
    expect(clock('treated_62', noCancer)).toMatchObject({ ended: 'no_cancer', result: null, days: exactly(18) })
    const downgraded = clocks([...start, happened('referral_downgraded', '2026-09-05')])
    expect(downgraded.map(({ ended }) => ended)).toEqual(['downgraded', 'downgraded'])
    const toldLater = clocks([
      ...start,
      happened('referral_downgraded', '2026-09-05'),
      happened('told_diagnosis', '2026-11-05'),
      happened('decision_to_treat', '2026-11-06'),
      happened('surgery', '2026-11-12'),
    ])
    expect(toldLater.map(({ code, ended, result, days }) => [code, ended, result, days.least])).toEqual([
      ['told_28', 'downgraded', null, 3],
      ['treated_31', null, 'within', 6],
      ['treated_62', 'downgraded', null, 3],
    ])
    expect(toldLater.map(medianDays)).toEqual([null, 6, null])
    const rejected = happened('referral_rejected', '2026-09-05')
    const closed = clocks([...start, rejected], { signOffs: [signed(rejected, 'care_complete')] })
    expect(closed.map(({ ended, days }) => [ended, days.least])).toEqual([
      ['closed', 3],
      ['closed', 3],
    ])
  })
})

describe('vague dates', () => {
  it('give the earliest and the latest that it can have been, and never a median', () => {
    const events = MAUREEN.map((event) =>
      event.eventType === 'told_diagnosis' ? happened('told_diagnosis', '2026-09') : event,
    )
    const told = clock('told_28', clocks(events.filter(({ eventType }) => eventType !== 'decision_to_treat')))
    expect(told).toMatchObject({ days: { least: 20, most: 49 }, result: 'either', exact: false })
    expect(medianDays(told)).toBeNull()
  })

  it('are within or over only when every day they can mean is', () => {
    expect(standing({ least: 10, most: 28 }, 28)).toBe('within')
    expect(standing({ least: 28, most: 29 }, 28)).toBe('either')
    expect(standing({ least: 29, most: 60 }, 28)).toBe('over')
  })

  it('hold the true length between the two, whatever the day was', () => {
    const day = fc.integer({ min: 0, max: 3000 }).map((days) => addDays('2020-01-01', days))
    const vague = fc.constantFrom('day' as const, 'month' as const, 'year' as const)
    const cut = (date: string, precision: 'day' | 'month' | 'year') => ({
      date: precision === 'day' ? date : precision === 'month' ? `${date.slice(0, 7)}-01` : `${date.slice(0, 4)}-01-01`,
      precision,
    })
    fc.assert(
      fc.property(day, fc.integer({ min: 0, max: 900 }), vague, vague, (start, length, first, second) => {
        const range = dayRange(cut(start, first), cut(addDays(start, length), second))
        expect(range.least).toBeLessThanOrEqual(length)
        expect(range.most).toBeGreaterThanOrEqual(length)
        expect(range.least === range.most).toBe((first === 'day' && second === 'day') || range.most === 0)
      }),
      SEED,
    )
  })
})

describe('days taken off', () => {
  it('come off their own clock only', () => {
    const all = clocks(MAUREEN, { adjustments: [adjusted('told_28', 7), adjusted('treated_62', 10)] })
    expect(all.map(({ days, daysAdjusted }) => [days.least, daysAdjusted])).toEqual([
      [16, 7],
      [20, 0],
      [46, 10],
    ])
  })

  it('come off the clock that ran on their day, not off that of the next referral', () => {
    const rejected = [happened('urgent_referral', '2026-08-01'), happened('referral_rejected', '2026-08-20')]
    const again = [...rejected, happened('urgent_referral', '2026-10-20')]
    const told = (events: PathwayEvent[], fallsOn: string | null) =>
      clock('told_28', clocks(events, { adjustments: [adjusted('told_28', 20, fallsOn)] }))
    expect(told(rejected, '2026-08-10')).toMatchObject({ daysAdjusted: 20 })
    expect(told(again, '2026-08-10')).toMatchObject({ daysAdjusted: 0, adjustments: [], days: exactly(34) })
    expect(told(again, '2026-10-20')).toMatchObject({ daysAdjusted: 20, days: exactly(14) })
    expect(told(again, null)).toMatchObject({ daysAdjusted: 20 })
  })

  it('add up in any order, undo each other and never go under nothing', () => {
    fc.assert(
      fc.property(
        fc.array(fc.integer({ min: 1, max: 40 }), { maxLength: 5 }),
        fc.integer({ min: 0, max: 120 }),
        (taken, length) => {
          const events = [
            happened('referral_received', '2026-01-01'),
            happened('told_no_cancer', addDays('2026-01-01', length)),
          ]
          const off = taken.map((days, at) => ({ ...adjusted('told_28', days), id: String(at) }))
          const days = clock('told_28', clocks(events, { adjustments: off })).days.least
          const sum = taken.reduce((total, one) => total + one, 0)
          expect(days).toBe(Math.max(0, length - sum))
          expect(clock('told_28', clocks(events, { adjustments: off.toReversed() })).days.least).toBe(days)
          expect(clock('told_28', clocks(events)).days.least).toBe(length)
        },
      ),
      SEED,
    )
  })
})
