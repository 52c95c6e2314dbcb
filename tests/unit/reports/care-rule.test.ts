import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { addDays, addMonths } from '#shared/domain/partial-date.ts'
import { attemptsSince } from '#shared/features/care/standing.ts'
import { careOutcome } from '#shared/features/reports/care-measure.ts'
import { CARE_RULES, careDeadline, type CareRule, careRuleAt } from '#shared/features/reports/rules.ts'
import { diagnosed, happened, on, somebody } from '#tests/support/report-source.ts'

const support = careRuleAt('support-contact', 'england', '2026-03-31')
const review = careRuleAt('care-review', 'england', '2026-03-31')
const year = { from: '2025-04-01', to: '2026-03-31' }

const contacted = (diagnosis: string, contact: string, rule: CareRule = support) =>
  careOutcome(somebody([diagnosed(diagnosis)], { events: [happened('support_contact', contact)] }), rule, year)

describe('the time limit', () => {
  it.each([
    ['2025-01-31', '2025-04-30'],
    ['2025-11-30', '2026-02-28'],
    ['2023-11-30', '2024-02-29'],
    ['2024-02-29', '2024-05-29'],
  ])('of 3 calendar months from %s ends on %s', (diagnosis, last) => {
    expect(careDeadline(diagnosis, { months: 3 })).toBe(last)
  })

  it('of 12 months from 29 February ends on 28 February', () => {
    expect(careDeadline('2024-02-29', review.limit)).toBe('2025-02-28')
  })

  it('can be run as 93 days: day 92 and 93 are in time, day 94 is not', () => {
    const in93Days: CareRule = { ...support, limit: { days: 93 } }
    const day = (count: number): string => addDays('2025-07-01', count)
    expect([92, 93, 94].map((count) => contacted('2025-07-01', day(count), in93Days))).toEqual([
      'done',
      'done',
      'not-done',
    ])
    expect(contacted('2025-07-01', day(93))).toBe('not-done')
  })
})

describe('who counts', () => {
  it('counts a contact on the day of diagnosis and not the day before', () => {
    expect(contacted('2025-07-01', '2025-07-01')).toBe('done')
    expect(contacted('2025-07-01', '2025-06-30')).toBe('not-done')
  })

  it('lets the time run out at the end of its last day', () => {
    const never = (diagnosis: string) => careOutcome(somebody([diagnosed(diagnosis)]), support, year)
    expect(never('2025-12-31')).toBe('not-done')
    expect(never('2026-01-01')).toBe('running')
  })

  it('counts someone who died after it was done, and not someone who died before the time ran out', () => {
    const events = [happened('support_contact', '2025-07-10')]
    const person = (died: string, done: boolean) =>
      somebody([diagnosed('2025-07-01')], { deathDate: on(died), events: done ? events : [] })
    expect(careOutcome(person('2025-08-01', true), support, year)).toBe('done')
    expect(careOutcome(person('2025-08-01', false), support, year)).toBe('died')
    expect(careOutcome(person('2025-10-02', false), support, year)).toBe('not-done')
  })

  it('does not hold against the practice whom it no longer had when the time ran out', () => {
    const person = (left: string, events: readonly string[] = []) =>
      somebody([diagnosed('2025-07-01')], {
        registrations: [{ from: null, to: on(left) }],
        events: events.map((date) => happened('support_contact', date)),
      })
    expect(careOutcome(person('2025-09-30'), support, year)).toBe('died')
    expect(careOutcome(person('2025-10-01'), support, year)).toBe('not-done')
    expect(careOutcome(person('2025-09-30', ['2025-08-01']), support, year)).toBe('done')
    expect(careOutcome(person('2025'), support, year)).toBe('died')
  })

  it('takes a contact known to the month when the whole month is in time', () => {
    expect(contacted('2025-07-01', '2025-08')).toBe('done')
    expect(contacted('2025-07-01', '2025-10')).toBe('vague-done')
  })

  it('asks nobody whose time ran out before the period', () => {
    expect(careOutcome(somebody([diagnosed('2024-12-31')]), support, year)).toBe('outside')
    expect(careOutcome(somebody([diagnosed('2025-01-01')]), support, year)).toBe('not-done')
  })
})

describe('a "no"', () => {
  const KINDS = [
    { rule: support, kind: 'support_contact' },
    { rule: review, kind: 'care_review' },
  ] as const
  const outcomeOf = (rule: CareRule, events: readonly (readonly [string, string])[]) =>
    careOutcome(
      somebody([diagnosed('2025-01-10')], { events: events.map(([type, date]) => happened(type, date)) }),
      rule,
      year,
    )

  it.each(KINDS)('leaves somebody out of the $kind, and says why', ({ rule, kind }) => {
    expect(outcomeOf(rule, [[`${kind}_declined`, '2025-02-01']])).toBe('declined')
    expect(outcomeOf(rule, [[`${kind}_unsuitable`, '2025-02-01']])).toBe('unsuitable')
    expect(
      outcomeOf(rule, [
        [`${kind}_declined`, '2025-02-01'],
        [`${kind}_unsuitable`, '2025-03-01'],
      ]),
    ).toBe('unsuitable')
  })

  it.each(KINDS)(
    'does not outweigh a $kind that was held, and does not come too late or too early',
    ({ rule, kind }) => {
      expect(
        outcomeOf(rule, [
          [`${kind}_declined`, '2025-02-01'],
          [kind, '2025-04-05'],
        ]),
      ).toBe('done')
      expect(outcomeOf(rule, [[`${kind}_declined`, '2025-01-09']])).toBe('not-done')
      expect(outcomeOf(rule, [[`${kind}_unsuitable`, '2026-01-11']])).toBe('not-done')
    },
  )

  it.each(KINDS)('of the other kind says nothing of the $kind', ({ rule, kind }) => {
    const other = kind === 'care_review' ? 'support_contact' : 'care_review'
    expect(outcomeOf(rule, [[`${other}_declined`, '2025-02-01']])).toBe('not-done')
  })

  it.each(KINDS)('is one in the recall list of the $kind just when it is one in the report', ({ rule, kind }) => {
    const day = fc.integer({ min: 0, max: 400 }).map((offset) => addDays('2025-01-10', offset))
    const type = fc.constantFrom(kind, `${kind}_declined`, `${kind}_unsuitable`)
    fc.assert(
      fc.property(fc.array(fc.tuple(type, day), { maxLength: 4 }), (happenings) => {
        const inTime = happenings
          .filter(([, date]) => date <= careDeadline('2025-01-10', rule.limit))
          .toSorted((a, b) => a[1].localeCompare(b[1]))
        const person = somebody([diagnosed('2025-01-10')], {
          events: inTime.map(([what, date]) => happened(what, date)),
        })
        const { done, no } = attemptsSince(person.events, kind, '2025-01-10')
        const inReport = careOutcome(person, rule, { ...year, from: '2025-01-10' })
        expect(inReport).toBe(done !== null ? 'done' : no === null ? 'not-done' : no.eventType.replace(`${kind}_`, ''))
      }),
      { numRuns: 200 },
    )
  })
})

describe('consecutive periods', () => {
  const day = fc.integer({ min: 0, max: 900 }).map((offset) => addDays('2023-01-01', offset))
  const quarters = Array.from({ length: 16 }, (_, index) => {
    const from = addMonths('2023-01-01', index * 3)
    return { from, to: addDays(addMonths(from, 3), -1) }
  })

  it('count each person exactly once, whatever happened', () => {
    fc.assert(
      fc.property(day, fc.option(day), fc.constantFrom(...CARE_RULES), (diagnosis, done, rule) => {
        const events = done === null ? [] : [happened(rule.doneBy[0] ?? '', done)]
        const person = somebody([diagnosed(diagnosis)], { events })
        const outcomes = quarters.map((quarter) => careOutcome(person, rule, quarter))
        expect(outcomes.filter((outcome) => outcome === 'done' || outcome === 'not-done')).toHaveLength(1)
      }),
      { numRuns: 300 },
    )
  })
})

describe('the dated rules', () => {
  it('cover every nation and any period end, and name their source', () => {
    for (const measure of ['support-contact', 'care-review'] as const) {
      for (const nation of ['england', 'scotland', 'wales', 'northern-ireland'] as const) {
        expect(careRuleAt(measure, nation, '2010-01-01').source).toMatch(/NICE/)
      }
    }
  })
})
