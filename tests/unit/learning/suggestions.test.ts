import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { LEARNING_STATES } from '#shared/features/learning/codes.ts'
import { type LearningFacts, LEARNING_REASONS, learningReasons } from '#shared/features/learning/suggestions.ts'
import { diagnosisLine, learningStanding, reasonsLine, themesFinding } from '#shared/features/learning/words.ts'
import { on } from '#tests/support/report-source.ts'

const TODAY = '2026-11-23'

const facts = (change: Partial<LearningFacts> = {}): LearningFacts => ({
  id: 'diagnosis',
  kind: 'new_primary',
  route: 'urgent_referral',
  stage: '2',
  diagnosisDate: on('2026-09-04'),
  events: [],
  isOver62: false,
  ...change,
})

const event = (eventType: string, date: string, episodeId: string | null = null): LearningFacts['events'][number] => ({
  eventType,
  episodeId,
  ...on(date),
})

const reasons = (change: Partial<LearningFacts>): string[] => learningReasons(facts(change), TODAY)

describe('a learning event is suggested', () => {
  it('for every new primary by the emergency route of the last 24 months, and for no other kind', () => {
    expect(reasons({})).toEqual([])
    expect(reasons({ route: 'emergency' })).toEqual(['emergency_route'])
    expect(reasons({ route: 'emergency', kind: 'recurrence' })).toEqual([])
    expect(reasons({ route: 'emergency', diagnosisDate: on('2024-11-23') })).toEqual(['emergency_route'])
    expect(reasons({ route: 'emergency', diagnosisDate: on('2024-11-22') })).toEqual([])
  })

  it('where a vague date may be recent enough, or there is none', () => {
    expect(reasons({ route: 'emergency', diagnosisDate: on('2024-11') })).toEqual(['emergency_route'])
    expect(reasons({ route: 'emergency', diagnosisDate: on('2024') })).toEqual(['emergency_route'])
    expect(reasons({ route: 'emergency', diagnosisDate: on('2024-10') })).toEqual([])
    expect(reasons({ route: 'emergency', diagnosisDate: null })).toEqual(['emergency_route'])
    expect(reasons({ stage: '4', diagnosisDate: null, events: [event('referral_rejected', '2026-05-01')] })).toEqual([])
  })

  it('for a late stage after three visits before the referral', () => {
    const visits = ['2026-04-01', '2026-05-01', '2026-06-01'].map((date) => event('seen_by_gp', date))
    const referred = event('urgent_referral', '2026-08-01')
    expect(reasons({ stage: '3B', events: [...visits, referred] })).toEqual(['late_after_visits'])
    expect(reasons({ stage: '2', events: [...visits, referred] })).toEqual([])
    expect(reasons({ stage: '4', events: visits.slice(1) })).toEqual([])
    expect(reasons({ stage: '4', events: [...visits.slice(1), event('seen_by_gp', '2026-08-20'), referred] })).toEqual(
      [],
    )
    expect(reasons({ stage: '4', events: [...visits.slice(1), event('seen_by_gp', '2024-01-05')] })).toEqual([])
  })

  it('by visits that were surely before, whatever day a vague date means', () => {
    const two = [event('seen_by_gp', '2026-04-01'), event('home_visit', '2026-05')]
    expect(reasons({ stage: '4', events: [...two, event('seen_by_gp', '2026-08')] })).toEqual(['late_after_visits'])
    expect(reasons({ stage: '4', events: [...two, event('seen_by_gp', '2026-09')] })).toEqual([])
    expect(reasons({ stage: '4', events: [...two, event('seen_by_gp', '2026')] })).toEqual([])
  })

  it('for a referral that was rejected in the year before, of this diagnosis or of none', () => {
    expect(reasons({ events: [event('referral_rejected', '2026-05-10')] })).toEqual(['referral_rejected'])
    expect(reasons({ events: [event('referral_rejected', '2026-05-10', 'another')] })).toEqual([])
    expect(reasons({ events: [event('referral_rejected', '2025-08-10')] })).toEqual([])
    expect(reasons({ events: [event('referral_rejected', '2025-09')] })).toEqual(['referral_rejected'])
    expect(reasons({ events: [event('referral_rejected', '2026-09-20')] })).toEqual([])
  })

  it('with every reason named once, in the order of the rules', () => {
    const events = [
      event('referral_rejected', '2026-05-10'),
      ...['2026-03-01', '2026-03-20', '2026-04-02'].map((date) => event('seen_by_gp', date)),
    ]
    expect(reasons({ route: 'emergency', stage: '4', isOver62: true, events })).toEqual(
      LEARNING_REASONS.map(({ code }) => code),
    )
  })

  it('no less often when a date is known less well, but for what must be surely before it', () => {
    const day = fc
      .integer({ min: 0, max: 1500 })
      .map((days) => new Date(Date.UTC(2023, 0, 1 + days)).toISOString().slice(0, 10))
    fc.assert(
      fc.property(day, (date) => {
        const exact = reasons({ route: 'emergency', diagnosisDate: on(date) }).length
        const vague = reasons({ route: 'emergency', diagnosisDate: on(date.slice(0, 7)) }).length
        expect(vague).toBeGreaterThanOrEqual(exact)
      }),
      { numRuns: 300 },
    )
  })
})

describe('the words of learning events', () => {
  it('say what was found, why, and how it stands', () => {
    expect(diagnosisLine({ tumourGroup: 'lung', site: null, diagnosisDate: on('2026-09') })).toBe('Lung, Sep 2026')
    expect(diagnosisLine({ tumourGroup: null, site: null, diagnosisDate: null })).toBe('The diagnosis was removed')
    expect(reasonsLine(['emergency_route', 'over_62_days'])).toBe('Emergency route, over 62 days to treatment')
    const standing = (state: (typeof LEARNING_STATES)[number]['code'], reviewDate: string | null, actionsOpen = 0) =>
      learningStanding({ state, reviewDate, actionsOpen }, TODAY).words
    expect(LEARNING_STATES.map(({ code }) => standing(code, null, 2))).toEqual([
      'Draft',
      'Discussed, 2 to do',
      'Closed',
      'Set aside',
    ])
    expect(standing('discussed', '2026-11-22')).toBe('Review was due 22 Nov 2026')
    expect(standing('discussed', '2026-11-23')).toBe('Discussed')
  })

  it('name the commonest theme', () => {
    expect(themesFinding(0, [])).toBe('No theme was found in this time')
    expect(
      themesFinding(3, [
        { code: 'results', count: 1 },
        { code: 'safety_netting', count: 2 },
      ]),
    ).toBe('Most often: follow-up and safety netting, 2 of 3 analyses')
  })
})
