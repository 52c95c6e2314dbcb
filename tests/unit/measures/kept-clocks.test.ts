import { describe, expect, it } from 'vitest'
import { keptClocks, readKeptClocks } from '#core/projections/kept-clocks.ts'
import { isoFromDayNumber } from '#shared/domain/calendar.ts'
import { EVERY_CLOCK, pathwayClocks, type PathwayEvent, pathwayState } from '#shared/features/pathways/public.ts'

const event = (eventType: string, date: string, precision: PathwayEvent['precision'] = 'day'): PathwayEvent => ({
  id: `${date} ${eventType}`,
  eventType,
  date,
  precision,
})

const kept = (events: readonly PathwayEvent[]): ReturnType<typeof readKeptClocks> => {
  const state = pathwayState({ priority: 'urgent_suspected_cancer', signOffs: [] }, events)
  const clocks = pathwayClocks({
    state,
    tumourGroup: 'lung',
    adjustments: [],
    rules: EVERY_CLOCK,
    today: '2026-11-23',
  })
  return readKeptClocks(keptClocks(state, clocks))
}

describe('the clocks of a referral that are kept', () => {
  it('come back with their days, each treatment with its own', () => {
    const { sent, clocks } = kept([
      event('urgent_referral', '2026-01-05'),
      event('referral_received', '2026-01-06'),
      event('told_diagnosis', '2026-01-30'),
      event('decision_to_treat', '2026-02-02'),
      event('surgery', '2026-03-01', 'month'),
      event('decision_to_treat', '2026-04-01'),
      event('chemotherapy_started', '2026-04-20'),
    ])
    expect(sent).toMatchObject({ precision: 'day' })
    expect(isoFromDayNumber(sent?.from ?? 0)).toBe('2026-01-05')
    expect(
      clocks.map(({ code, ordinal, start, stop, startAssumed }) => [
        code,
        ordinal,
        isoFromDayNumber(start.from),
        isoFromDayNumber(stop.from),
        isoFromDayNumber(stop.to),
        stop.precision,
        startAssumed,
      ]),
    ).toEqual([
      ['told_28', 1, '2026-01-06', '2026-01-30', '2026-01-30', 'day', false],
      ['treated_31', 1, '2026-02-02', '2026-03-01', '2026-03-31', 'month', false],
      ['treated_31', 2, '2026-04-01', '2026-04-20', '2026-04-20', 'day', false],
      ['treated_62', 1, '2026-01-06', '2026-03-01', '2026-03-31', 'month', false],
    ])
  })

  it('say where a start was assumed, and hold no clock that still runs', () => {
    const { sent, clocks } = kept([event('first_seen', '2026-01-20'), event('told_no_cancer', '2026-01-30')])
    expect(sent).toBeNull()
    expect(clocks.map(({ code, startAssumed }) => [code, startAssumed])).toEqual([['told_28', true]])
    expect(kept([event('urgent_referral', '2026-01-05')]).clocks).toEqual([])
    expect(kept([])).toEqual({ sent: null, clocks: [] })
  })
})
