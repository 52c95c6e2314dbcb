import { describe, expect, it } from 'vitest'
import { type NationCode, NATIONS } from '#shared/domain/people.ts'
import type { TumourGroup } from '#shared/domain/tumour-groups.ts'
import { allowanceFor, changeableClocks, clockRulesFor, clocksInForce } from '#shared/features/pathways/clock-rules.ts'
import {
  type ClockPeriod,
  clockPeriodsFrom,
  storedClockPeriods,
  withNewPeriod,
} from '#shared/features/pathways/clock-setting.ts'
import { pathwayClocks } from '#shared/features/pathways/clocks.ts'
import type { Priority } from '#shared/features/pathways/schema.ts'
import { type PathwayEvent, pathwayState } from '#shared/features/pathways/state-machine.ts'
import { facts, happened, TODAY } from './pathway-builders.ts'

const exactly = (days: number) => ({ least: days, most: days })

const MAUREEN = [
  happened('urgent_referral', '2026-08-11'),
  happened('referral_received', '2026-08-12'),
  happened('told_diagnosis', '2026-09-04'),
  happened('decision_to_treat', '2026-09-17'),
  happened('surgery', '2026-10-07'),
]

interface Situation {
  nation?: NationCode
  priority?: Priority
  tumourGroup?: TumourGroup
  periods?: ClockPeriod[]
}

const clocks = (
  events: readonly PathwayEvent[],
  { nation = 'england', priority, tumourGroup = 'lower_gi', periods = [] }: Situation = {},
) =>
  pathwayClocks({
    state: pathwayState(facts(priority), events),
    tumourGroup,
    adjustments: [],
    rules: clockRulesFor(nation, periods),
    today: TODAY,
  })

const clock = (code: string, all: ReturnType<typeof clocks>) => {
  const found = all.find((one) => one.code === code)
  if (found === undefined) throw new Error(`no ${code} clock`)
  return found
}

describe('the clocks of a nation', () => {
  it('are those it counts, and say what nobody has checked', () => {
    expect(clocks(MAUREEN, { nation: 'scotland' }).map(({ code }) => code)).toEqual(['treated_31', 'treated_62'])
    expect(clocks(MAUREEN, { nation: 'wales' }).map(({ code }) => code)).toEqual(['treated_62'])
    for (const nation of ['scotland', 'wales', 'northern-ireland'] as const)
      expect(clocks(MAUREEN, { nation }).every(({ allowed }) => !allowed.verified)).toBe(true)
    expect(clocks(MAUREEN).every(({ allowed }) => allowed.verified)).toBe(true)
    expect(clockRulesFor('wales').adjustments).toEqual([])
  })
})

describe('the 14 days of Northern Ireland', () => {
  const BREAST: Situation = { nation: 'northern-ireland', tumourGroup: 'breast' }
  const received = happened('referral_received', '2026-11-02')

  it.each([
    ['first_seen', '2026-11-16', 'within'],
    ['first_seen', '2026-11-17', 'over'],
    // Nobody is told or treated unseen.
    ['told_no_cancer', '2026-11-16', 'within'],
  ])('end with %s on %s: %s', (eventType, when, result) => {
    const seen = clock('seen_14', clocks([received, happened(eventType, when)], BREAST))
    expect(seen).toMatchObject({ stop: { eventType }, result, allowed: { days: 14, target: null, verified: false } })
  })

  it('are for the breast only, not after screening and in no other nation', () => {
    const codes = (situation: Situation) => clocks([received], situation).map(({ code }) => code)
    expect(codes(BREAST)).toEqual(['seen_14', 'treated_62'])
    expect(codes({ ...BREAST, priority: 'breast_symptomatic' })).toEqual(['seen_14', 'treated_62'])
    expect(codes({ ...BREAST, priority: 'screening' })).toEqual(['treated_62'])
    expect(codes({ ...BREAST, tumourGroup: 'lung' })).toEqual(['treated_62'])
    expect(codes({ ...BREAST, nation: 'england' })).toEqual(['told_28', 'treated_62'])
  })
})

describe('days that the practice chose', () => {
  const period = (from: string, days: number, nation: NationCode = 'scotland'): ClockPeriod => ({
    nation,
    from,
    clocks: { treated_62: { days, target: 90 } },
    reason: 'Guidance of March',
    setOn: TODAY,
    setBy: 'Dr Anjali Rao',
  })

  it('hold for the clocks of their nation that start from their day on', () => {
    const periods = [period('2026-08-13', 50)]
    expect(clock('treated_62', clocks(MAUREEN, { nation: 'scotland', periods })).allowed).toMatchObject({ days: 62 })
    const later = MAUREEN.map((event) => (event.date === '2026-08-12' ? { ...event, date: '2026-08-13' } : event))
    const chosen = clock('treated_62', clocks(later, { nation: 'scotland', periods }))
    expect(chosen).toMatchObject({ days: exactly(55), result: 'over' })
    expect(chosen.allowed).toMatchObject({ days: 50, target: 90, verified: false, chosen: periods[0] })
    expect(chosen.allowed.version).toBe('Scotland, own days from 13 Aug 2026')
    expect(clock('treated_31', clocks(later, { nation: 'scotland', periods })).allowed.chosen).toBeNull()
    expect(clock('treated_62', clocks(later, { nation: 'wales', periods })).allowed).toMatchObject({ days: 62 })
  })

  it('replace later ones of their nation, keep all others, and come back from the store as they went', () => {
    const before = [period('2026-01-01', 60), period('2026-06-01', 55), period('2026-07-01', 70, 'wales')]
    const after = withNewPeriod(before, period('2026-03-01', 50))
    expect(after.map(({ from }) => from)).toEqual(['2026-01-01', '2026-07-01', '2026-03-01'])
    expect(clockPeriodsFrom(storedClockPeriods(after))).toEqual(after)
    expect(clockPeriodsFrom(null)).toEqual([])
    const rules = clockRulesFor('scotland', after)
    expect(['2025-12-31', '2026-02-28', '2026-03-01'].map((day) => clocksInForce(rules, day).treated_62?.days)).toEqual(
      [62, 60, 50],
    )
  })

  it('may be chosen for whatever nobody has read in guidance, and every standard says where it is from', () => {
    expect(NATIONS.map(({ code }) => changeableClocks(clockRulesFor(code)))).toEqual([
      [],
      ['treated_31', 'treated_62'],
      ['treated_62'],
      ['seen_14', 'treated_31', 'treated_62'],
    ])
    for (const { code } of NATIONS)
      for (const { source } of Object.values(clockRulesFor(code).standards)) expect(source).not.toBe('')
    expect(allowanceFor(clockRulesFor('scotland'), 'told_28', TODAY)).toBeNull()
  })
})
