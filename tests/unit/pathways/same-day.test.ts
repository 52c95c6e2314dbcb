import { describe, expect, it } from 'vitest'
import { mayFollow, NOT_LOGGED_YET, pathwayState } from '#shared/features/pathways/state-machine.ts'
import { facts, happened } from './pathway-builders.ts'

const flags = (state: ReturnType<typeof pathwayState>): string[] =>
  state.trail.flatMap(({ event, outOfOrder }) => (outOfOrder === null ? [] : [event.eventType]))

describe('several steps on one day', () => {
  const sent = happened('urgent_referral', '2026-11-01')

  it.each([
    ['referral_rejected', 'urgent_referral', 'sent'],
    ['did_not_attend', 'appointment_booked', 'booked'],
    ['cancelled_by_hospital', 'appointment_booked', 'booked'],
    ['referral_downgraded', 'consultant_upgrade', 'received'],
  ] as const)('%s and then %s leave it %s', (wrong, again, place) => {
    const hitch = happened(wrong, '2026-11-05')
    const before = pathwayState(facts(), [sent, hitch])
    const next = happened(again, '2026-11-05')
    expect(mayFollow(before, { ...next, id: NOT_LOGGED_YET }, facts())).toBe(true)
    const state = pathwayState(facts(), [next, hitch, sent])
    expect(state).toMatchObject({ place, unsigned: [hitch] })
    expect(flags(state)).toEqual([])
  })

  it('are taken as they usually follow where they were logged the other way round', () => {
    const rejected = happened('referral_rejected', '2026-11-05')
    const state = pathwayState(facts(), [rejected, happened('urgent_referral', '2026-11-05')])
    expect(state.place).toBe('rejected')
    expect(flags(state)).toEqual([])
    const seen = [happened('first_seen', '2026-11-05'), happened('appointment_booked', '2026-11-05')]
    expect(pathwayState(facts(), [sent, ...seen]).place).toBe('seen')
  })
})
