import { array, assert, constant, integer, option, property, record, uniqueArray, uuid } from 'fast-check'
import { describe, expect, it } from 'vitest'
import { hoursWords, outsidePlan, readHours, yearBudget } from '#shared/features/plan-logs/budget.ts'
import { compareRisks, riskGrid, riskLevel, riskScore, riskWords } from '#shared/features/plan-logs/risks.ts'
import { type Risk, riskFieldsSchema, type Session, sessionFieldsSchema } from '#shared/features/plan-logs/schema.ts'

const aRisk = (change: Partial<Risk> = {}): Risk => ({
  id: 'a',
  version: 1,
  words: 'The nurse leaves',
  likelihood: 3,
  impact: 4,
  response: '',
  ownerName: null,
  actionId: null,
  raisedOn: '2026-05-01',
  closedOn: null,
  ...change,
})

const aSession = (change: Partial<Session> = {}): Session => ({
  id: 's',
  version: 1,
  heldOn: '2026-05-04',
  hours: 3.5,
  words: 'Visits',
  actionId: null,
  ...change,
})

const oneToFive = integer({ min: 1, max: 5 })
const risk = record({
  id: uuid(),
  likelihood: oneToFive,
  impact: oneToFive,
  closedOn: option(constant('2026-06-01')),
}).map(aRisk)

describe('how much a risk weighs', () => {
  it('goes by the bands of likelihood times impact', () => {
    const level = (likelihood: number, impact: number) => riskLevel({ likelihood, impact })
    expect([level(1, 3), level(1, 4), level(2, 3), level(2, 4), level(3, 4), level(3, 5), level(5, 5)]).toEqual([
      'low',
      'moderate',
      'moderate',
      'high',
      'high',
      'extreme',
      'extreme',
    ])
    expect(riskWords({ likelihood: 4, impact: 3 })).toBe('High, 12: likely, medium impact')
  })

  it('never falls when it grows likelier or greater', () => {
    const order = ['low', 'moderate', 'high', 'extreme']
    assert(
      property(oneToFive, integer({ min: 1, max: 4 }), (likelihood, impact) => {
        const lower = order.indexOf(riskLevel({ likelihood, impact }))
        expect(order.indexOf(riskLevel({ likelihood, impact: impact + 1 }))).toBeGreaterThanOrEqual(lower)
        expect(order.indexOf(riskLevel({ likelihood: impact + 1, impact: likelihood }))).toBeGreaterThanOrEqual(
          order.indexOf(riskLevel({ likelihood: impact, impact: likelihood })),
        )
      }),
    )
  })

  it('puts every risk that stands on one square of the grid, and none that is closed', () => {
    assert(
      property(uniqueArray(risk, { selector: ({ id }) => id, maxLength: 30 }), (risks) => {
        const squares = riskGrid(risks).flat()
        expect(squares).toHaveLength(25)
        const shown = squares.flatMap((square) => square.risks.map(({ id }) => id))
        expect(shown.toSorted()).toEqual(
          risks
            .filter(({ closedOn }) => closedOn === null)
            .map(({ id }) => id)
            .toSorted(),
        )
        for (const square of squares) for (const one of square.risks) expect(riskScore(one)).toBe(square.score)
      }),
    )
  })

  it('orders the risks: those that stand first, the greatest before the smaller', () => {
    const risks = [
      aRisk({ id: 'closed', likelihood: 5, impact: 5, closedOn: '2026-06-01' }),
      aRisk({ id: 'small', likelihood: 1, impact: 1 }),
      aRisk({ id: 'great', likelihood: 5, impact: 4 }),
    ]
    expect(risks.toSorted(compareRisks).map(({ id }) => id)).toEqual(['great', 'small', 'closed'])
  })

  it('is asked for from 1 to 5', () => {
    const read = (change: Partial<Risk>) => riskFieldsSchema.safeParse(aRisk(change))
    expect(read({ likelihood: 0 }).error?.issues[0]?.message).toBe('Choose how likely it is')
    expect(read({ impact: 6 }).success).toBe(false)
    expect(read({}).success).toBe(true)
  })
})

const STARTS = '2025-04-01'
const funded = (hours: number, year = 2) => [{ id: 'f', version: 1, year, hours, pence: null }]
const budget = (hours: number | null, sessions: readonly Session[], today = '2026-11-23') =>
  yearBudget({ startsOn: STARTS, funding: hours === null ? [] : funded(hours), sessions }, 2, today)

describe('the budget of a year', () => {
  it('counts each session in its quarter, from its first day to its last', () => {
    const sessions = [
      aSession({ heldOn: '2026-03-31', hours: 8 }),
      aSession({ heldOn: '2026-04-01', hours: 1 }),
      aSession({ heldOn: '2026-06-30', hours: 2 }),
      aSession({ heldOn: '2026-07-01', hours: 4 }),
      aSession({ heldOn: '2027-03-31', hours: 0.25 }),
    ]
    const made = budget(10, sessions)
    expect(made.quarters.map(({ used }) => used)).toEqual([3, 4, 0, 0.25])
    expect(made).toMatchObject({ from: '2026-04-01', to: '2027-03-31', used: 7.25, left: 2.75 })
  })

  it('says what the hours went on, the most first', () => {
    const made = budget(10, [
      aSession({ hours: 1, actionId: 'x' }),
      aSession({ hours: 2 }),
      aSession({ hours: 1.5, actionId: 'x' }),
    ])
    expect(made.byAction).toEqual([
      { actionId: 'x', hours: 2.5 },
      { actionId: null, hours: 2 },
    ])
  })

  it('warns when more is used than funded, and when it goes too fast', () => {
    expect(budget(10, [aSession({ hours: 10.25 })])).toMatchObject({ warning: 'over', left: -0.25 })
    // Three quarters of the year have begun on 23 November: 9 of 12 hours.
    expect(budget(12, [aSession({ hours: 9 })]).warning).toBeNull()
    expect(budget(12, [aSession({ hours: 9.25 })]).warning).toBe('fast')
    expect(budget(12, [aSession({ hours: 12 })], '2027-01-05').warning).toBeNull()
    expect(budget(null, [aSession({ hours: 900 })])).toMatchObject({ warning: null, left: null, funded: null })
    expect(budget(0, [])).toMatchObject({ warning: null, left: 0 })
  })

  it('loses no hour: the three years and what lies outside them are everything', () => {
    const day = integer({ min: 0, max: 1800 }).map((days) =>
      new Date(Date.UTC(2024, 9, 1) + days * 86_400_000).toISOString().slice(0, 10),
    )
    const session = record({ heldOn: day, hours: integer({ min: 1, max: 40 }).map((quarters) => quarters / 4) }).map(
      aSession,
    )
    assert(
      property(array(session, { maxLength: 40 }), (sessions) => {
        const years = ([1, 2, 3] as const).map((year) =>
          yearBudget({ startsOn: STARTS, funding: [], sessions }, year, '2026-11-23'),
        )
        const outside = outsidePlan(STARTS, sessions)
        const total = (some: readonly { hours: number }[]): number => some.reduce((sum, { hours }) => sum + hours, 0)
        expect(years.reduce((sum, { used }) => sum + used, 0) + total(outside)).toBe(total(sessions))
        for (const year of years) {
          expect(year.quarters.reduce((sum, { used }) => sum + used, 0)).toBe(year.used)
          expect(total(year.byAction)).toBe(year.used)
        }
      }),
    )
  })
})

describe('hours as they are typed', () => {
  it('are read in the ways that people write them', () => {
    const read = (typed: string): unknown => readHours(typed)
    for (const typed of ['3.5', '3,5', '3.50', '3:30', '3h30', '3 h 30 min', '210 min', '3.5 hours'])
      expect([typed, read(typed)]).toEqual([typed, { hours: 3.5 }])
    expect(read('1 hour')).toEqual({ hours: 1 })
  })
  it('say what to put right', () => {
    const fault = (typed: string): string => ('fault' in readHours(typed) ? 'refused' : 'taken')
    expect(['', 'half a day', '-2', '3.1', '0:10', '3:'].map(fault)).toEqual(Array.from({ length: 6 }, () => 'refused'))
    expect(readHours('3:75')).toEqual({ fault: 'An hour has 60 minutes: enter 3:30 for three and a half hours' })
    expect(readHours('3.1')).toEqual({ fault: 'Use quarters of an hour, such as 3.25 or 3:15' })
  })
  it('come back as words', () => {
    expect([hoursWords(1), hoursWords(0), hoursWords(3.25)]).toEqual(['1 hour', '0 hours', '3.25 hours'])
  })
  it('are no session when they are none', () => {
    const words = (hours: number) => sessionFieldsSchema.safeParse(aSession({ hours })).error?.issues[0]?.message
    expect([words(0), words(0.1), words(3)]).toEqual([
      'Enter how long it took',
      'Use quarters of an hour, such as 3.25',
      undefined,
    ])
  })
})
