import { describe, expect, it } from 'vitest'
import {
  bandOf,
  byHarmOfWaiting,
  countBoth,
  daysWaited,
  isInView,
  lateReasons,
} from '#shared/features/pathways/harm.ts'
import type { SignOff } from '#shared/features/pathways/schema.ts'
import { aarhusIntervals } from '#shared/features/pathways/intervals.ts'
import { suspectedGroup, usualPathway } from '#shared/features/pathways/linking.ts'
import { pathwayClocks } from '#shared/features/pathways/clocks.ts'
import { clockRulesFor } from '#shared/features/pathways/clock-rules.ts'
import { type PathwayEvent, pathwayState } from '#shared/features/pathways/state-machine.ts'
import { dayOfWords, standingWords } from '#shared/features/pathways/words.ts'
import { facts, happened, signed, TODAY } from './pathway-builders.ts'

type Row = Parameters<typeof lateReasons>[0] & { pathwayId: string; person: { id: string } }

const row = (pathwayId: string, change: Partial<Row> = {}): Row => ({
  pathwayId,
  person: { id: pathwayId },
  place: 'received',
  needsSignOff: false,
  clock: 'told_28',
  daysAllowed: 28,
  startDate: '2026-11-20',
  startPrecision: 'day',
  daysAdjusted: 0,
  ...change,
})

describe('the safety net', () => {
  it('has bands that end where the clocks do', () => {
    expect([0, 14, 15, 28, 29, 62, 63, 900].map(bandOf)).toEqual([
      '0-14',
      '0-14',
      '15-28',
      '15-28',
      '29-62',
      '29-62',
      'over-62',
      'over-62',
    ])
  })

  it('calls a pathway late after 14 days without a date, past its clock, or unsigned', () => {
    expect(lateReasons(row('a', { startDate: '2026-11-09' }), TODAY)).toEqual([])
    expect(lateReasons(row('a', { startDate: '2026-11-08' }), TODAY)).toEqual(['no_date'])
    expect(lateReasons(row('a', { startDate: '2026-11-08', place: 'booked' }), TODAY)).toEqual([])
    expect(lateReasons(row('a', { startDate: '2026-10-25', place: 'seen' }), TODAY)).toEqual(['over'])
    expect(lateReasons(row('a', { startDate: '2026-10-25', place: 'seen', daysAdjusted: 1 }), TODAY)).toEqual([])
    expect(lateReasons(row('a', { place: 'did_not_attend', needsSignOff: true }), TODAY)).toEqual(['needs_sign_off'])
  })

  it('takes the most that a vague start can mean, so that nobody waits unseen', () => {
    expect(daysWaited(row('a', { startDate: '2026-11-01', startPrecision: 'month' }), TODAY)).toBe(22)
  })

  it('puts what needs a clinician first, then over, then no date, urgent before routine, longest share first', () => {
    const rows = [
      row('fresh'),
      row('routine', { clock: null, daysAllowed: null, startDate: '2026-10-01', place: 'booked' }),
      row('no-date', { startDate: '2026-11-05' }),
      row('over', { startDate: '2026-10-20', place: 'seen' }),
      row('more-over', { startDate: '2026-10-01', place: 'seen' }),
      row('unsigned', { place: 'rejected', needsSignOff: true }),
    ]
    const order = byHarmOfWaiting(rows, TODAY).map(({ pathwayId }) => pathwayId)
    expect(order).toEqual(['unsigned', 'more-over', 'over', 'no-date', 'fresh', 'routine'])
    expect(byHarmOfWaiting(rows.toReversed(), TODAY).map(({ pathwayId }) => pathwayId)).toEqual(order)
  })

  it('narrows to what is late, unsigned or without a date, and counts people beside pathways', () => {
    const rows = [row('a', { person: { id: 'one' } }), row('b', { person: { id: 'one' }, place: 'booked' })]
    expect(rows.map((one) => isInView(one, 'no_date', TODAY))).toEqual([true, false])
    expect(rows.map((one) => isInView(one, 'late', TODAY))).toEqual([false, false])
    expect(countBoth(rows)).toEqual({ pathways: 2, people: 1 })
  })
})

describe('where a new event goes', () => {
  const candidate = (
    id: string,
    events: Parameters<typeof pathwayState>[1],
    signOffs: Parameters<typeof facts>[1] = [],
  ) => ({
    id,
    facts: facts(undefined, signOffs),
    state: pathwayState(facts(undefined, signOffs), events),
  })
  const skin = candidate('skin', [happened('urgent_referral', '2026-11-09')])
  const bowel = candidate('bowel', [
    happened('urgent_referral', '2026-08-11'),
    happened('first_seen', '2026-08-20'),
    happened('told_diagnosis', '2026-09-04'),
    happened('surgery', '2026-10-07'),
  ])

  it('starts a pathway with a referral, whatever else is open', () => {
    expect(usualPathway([skin, bowel], happened('urgent_referral', TODAY))).toEqual({
      kind: 'starts',
      priority: 'urgent_suspected_cancer',
    })
  })

  it('asks of a referral while a pathway waits to be referred again, or starts one of its own', () => {
    const rejected = happened('referral_rejected', '2026-11-12')
    const missed = happened('did_not_attend', '2026-11-12')
    const sent = happened('urgent_referral', '2026-11-09')
    const again = happened('urgent_referral', TODAY)
    const asks = (events: PathwayEvent[], ...signOffs: SignOff[]) =>
      usualPathway([bowel, candidate('lung', [sent, ...events], signOffs)], again)
    const asked = { kind: 'ask', ids: ['lung'], starts: 'urgent_suspected_cancer' }
    expect(asks([rejected])).toEqual(asked)
    expect(asks([rejected], signed(rejected, 'refer_again'))).toEqual(asked)
    expect(asks([missed], signed(missed, 'refer_again'))).toEqual(asked)
    expect(asks([missed], signed(missed, 'book_again')).kind).toBe('starts')
    expect(asks([rejected], signed(rejected, 'care_complete')).kind).toBe('starts')
    expect(asks([rejected, happened('urgent_referral', '2026-11-13')]).kind).toBe('starts')
  })

  it('takes the only live one that it can follow on, and asks where it fits two or none', () => {
    expect(usualPathway([skin], happened('appointment_booked', TODAY))).toEqual({ kind: 'one', id: 'skin' })
    expect(usualPathway([skin, bowel], happened('appointment_booked', TODAY)).kind).toBe('ask')
    expect(usualPathway([skin], happened('surgery', TODAY)).kind).toBe('ask')
    expect(usualPathway([skin, bowel], happened('chemotherapy_started', TODAY))).toEqual({ kind: 'one', id: 'bowel' })
    expect(usualPathway([skin], happened('nurse_phone_call', TODAY))).toEqual({ kind: 'none' })
  })

  it('leaves alone what is closed', () => {
    const rejected = happened('referral_rejected', '2026-11-12')
    const closed = candidate(
      'closed',
      [happened('urgent_referral', '2026-11-09'), rejected],
      [signed(rejected, 'care_complete')],
    )
    expect(usualPathway([closed], happened('appointment_booked', TODAY))).toEqual({ kind: 'none' })
    expect(usualPathway([closed, skin], happened('appointment_booked', TODAY))).toEqual({ kind: 'one', id: 'skin' })
  })

  it('reads where cancer is suspected, and does not guess', () => {
    expect(suspectedGroup('Suspected: bowel')).toBe('lower_gi')
    expect(suspectedGroup('melanoma')).toBe('skin_melanoma')
    expect(suspectedGroup('lung')).toBe('lung')
    expect(suspectedGroup('change in habit')).toBe('not_known')
    expect(suspectedGroup(null)).toBe('not_known')
  })
})

describe('the words of the switcher', () => {
  const words = (events: Parameters<typeof pathwayState>[1]): string => {
    const state = pathwayState(facts(), events)
    return standingWords(
      state,
      pathwayClocks({ state, tumourGroup: 'lower_gi', adjustments: [], rules: clockRulesFor('england'), today: TODAY }),
    )
  }
  const sent = happened('urgent_referral', '2026-11-09')
  const received = happened('referral_received', '2026-11-10')

  it('are those of the mock-up', () => {
    expect(words([sent, received])).toBe('urgent referral, day 13 of 28, no clinic date')
    expect(words([sent, received, happened('appointment_booked', '2026-11-12')])).toBe(
      'urgent referral, day 13 of 28, clinic booked',
    )
    expect(words([sent, received, happened('did_not_attend', '2026-11-20')])).toBe('did not attend, needs sign-off')
    expect(words([sent, happened('first_seen', '2026-11-11'), happened('told_diagnosis', '2026-11-12')])).toBe(
      'told cancer, day 14 of 62',
    )
    expect(words([sent, happened('first_seen', '2026-11-11'), happened('surgery', '2026-11-20')])).toBe('in treatment')
  })
})

describe('the words of a clock that is past its days', () => {
  it('say by how many, from the first day past', () => {
    const day = (least: number, most = least): string => dayOfWords({ least, most }, 28)
    expect([day(28), day(29), day(70)]).toEqual(['day 28 of 28', 'day 29, 1 day past 28', 'day 70, 42 days past 28'])
    expect([day(20, 40), day(60, 70)]).toEqual(['day 20 to 40 of 28', 'day 60 to 70, 32 to 42 days past 28'])
  })
})

describe('the Aarhus intervals', () => {
  const journey = [
    happened('symptom_noticed', '2026-07'),
    happened('seen_by_gp', '2026-08-04'),
    happened('urgent_referral', '2026-08-11'),
    happened('told_diagnosis', '2026-09-05'),
    happened('surgery', '2026-10-07'),
  ]

  it('have their names, ends and days; a vague end gives a range that is not exact', () => {
    const all = aarhusIntervals(journey, { date: '2026-09-04', precision: 'day' })
    expect(all.map(({ code, days, exact }) => [code, days, exact])).toEqual([
      ['patient', { least: 4, most: 34 }, false],
      ['primary_care', { least: 7, most: 7 }, true],
      ['diagnostic', { least: 31, most: 31 }, true],
      ['secondary_care', { least: 57, most: 57 }, true],
      ['treatment', { least: 33, most: 33 }, true],
      ['total', { least: 68, most: 98 }, false],
    ])
  })

  it('are empty where an end is missing or they would run backwards', () => {
    const some = aarhusIntervals([happened('surgery', '2026-01-01'), happened('urgent_referral', '2026-02-01')], null)
    expect(some.every(({ days }) => days === null)).toBe(true)
  })
})
