import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { figuresIn } from '#core/features/reports/dataset.ts'
import { type ReportDataset, reportDatasetSchema } from '#shared/features/reports/schema.ts'
import { hiddenIds, pinnedByBounds, pinnedByElimination, type Published } from '#tests/unit/domain/attacker.ts'
import { anyPeriod, anyRegister, hidingRules } from '#tests/support/report-attack/registers.ts'
import { diagnosed, happened, somebody } from '#tests/support/report-source.ts'
import { smallRegister } from '#tests/support/small-register.ts'
import { makeReport } from './make-report.ts'

const RUNS = { numRuns: 40 }

const publish = (report: ReturnType<typeof makeReport>, rule: ReportDataset['smallNumbers']): Published => {
  const figures = report.sheet.figures()
  const outcomes = new Map(
    figures.map(({ id }) => {
      const figure = report.shown.figure(id)
      return [id, figure.state === 'shown' ? { shown: figure.value } : { hidden: figure.why }] as const
    }),
  )
  return { figures, relations: report.sheet.relations(), outcomes, rule }
}

/** Every object anywhere in the dataset that says it is hidden. */
const hiddenObjects = (value: unknown): Record<string, unknown>[] => {
  if (typeof value !== 'object' || value === null) return []
  const own = (value as { state?: unknown }).state === 'hidden' ? [value as Record<string, unknown>] : []
  return [...own, ...Object.values(value).flatMap(hiddenObjects)]
}

describe('a whole report', () => {
  it('gives away no hidden figure to elimination or to bounds', () => {
    fc.assert(
      fc.property(anyRegister, anyPeriod, hidingRules, (people, period, rule) => {
        const published = publish(makeReport({ people, period, smallNumbers: rule }), rule)
        expect(pinnedByBounds(published)).toEqual([])
        // Elimination takes shown counts as exact, which rounded ones are not.
        const eliminated = rule === 'hide-1-to-5' ? pinnedByElimination(published) : []
        expect(eliminated).toEqual([])
      }),
      RUNS,
    )
  }, 60_000)

  it('carries no value of a hidden figure, and no result that rests on one', () => {
    fc.assert(
      fc.property(anyRegister, anyPeriod, hidingRules, (people, period, rule) => {
        const report = makeReport({ people, period, smallNumbers: rule })
        const hidden = new Set(hiddenIds(publish(report, rule)))
        for (const found of hiddenObjects(report.dataset)) {
          expect(Object.keys(found).toSorted()).toEqual('id' in found ? ['id', 'state', 'why'] : ['state', 'why'])
        }
        const unsafe = report.dataset.sections
          .flatMap(({ blocks }) => blocks.flatMap((block) => (block.type === 'indicators' ? block.indicators : [])))
          .filter(({ estimate }) => estimate.state === 'shown')
          .filter(({ numerator, denominator }) => hidden.has(numerator.id) || hidden.has(denominator?.id ?? ''))
        expect(unsafe).toEqual([])
      }),
      RUNS,
    )
  }, 60_000)

  it('shows one figure the same wherever it stands, and is what its schema says', () => {
    fc.assert(
      fc.property(anyRegister, hidingRules, (people, rule) => {
        const { dataset, shown } = makeReport({ people, smallNumbers: rule })
        expect(reportDatasetSchema.parse(dataset)).toEqual(dataset)
        for (const [id, figure] of figuresIn(dataset.sections)) expect(figure).toEqual(shown.figure(id))
      }),
      RUNS,
    )
  })

  it('explains every count that it says can be explained, by a rule that it prints', () => {
    const { dataset } = makeReport({ people: smallRegister() })
    const keys = new Set(dataset.explanations.map(({ key }) => key))
    const rules = new Set(dataset.rules.map(({ code }) => code))
    const asked = JSON.stringify(dataset.sections).matchAll(/"explain":"([^"]+)"/g)
    expect([...asked].map(([, key]) => key).filter((key) => !keys.has(key ?? ''))).toEqual([])
    expect(dataset.explanations.map(({ rule }) => rule).filter((rule) => !rules.has(rule))).toEqual([])
  })
})

describe('small-number rules', () => {
  it('hide the small counts of the small register and their shares', () => {
    const { shown, dataset } = makeReport({ people: smallRegister() })
    expect(shown.figure('register')).toEqual({ id: 'register', state: 'shown', value: 15 })
    expect(shown.figure('new.breast')).toEqual({ id: 'new.breast', state: 'hidden', why: 'small' })
    expect(shown.percentage('stage.early', 'stage.known', 'stage.late')).toEqual({ state: 'hidden', why: 'small' })
    expect(dataset.hiddenCounts.small).toBeGreaterThan(10)
  })

  it('hide nothing when asked to, and say so on every page', () => {
    const { dataset } = makeReport({ people: smallRegister(), smallNumbers: 'none' })
    expect(dataset.hiddenCounts).toEqual({ small: 0, protect: 0 })
    expect(hiddenObjects(dataset)).toEqual([])
  })

  it('round to 5 in the wider rule', () => {
    const people = Array.from({ length: 23 }, () => somebody([diagnosed('2025-05-05')]))
    const { shown } = makeReport({ people, smallNumbers: 'hide-1-to-7-round-5' })
    expect(shown.figure('new')).toEqual({ id: 'new', state: 'shown', value: 25 })
  })
})

describe('results', () => {
  const withContacts = (done: number, all: number) =>
    makeReport({
      people: Array.from({ length: all }, (_, index) =>
        somebody([diagnosed('2025-05-05')], {
          events: index < done ? [happened('support_contact', '2025-06-01')] : [],
        }),
      ),
    })

  it('give Wilson’s interval: 81 of 263 is 25.5% to 36.6% (Newcombe 1998)', () => {
    const estimate = withContacts(81, 263).shown.percentage(
      'support-contact.done',
      'support-contact.out-of',
      'support-contact.not-done',
    )
    expect(estimate).toEqual({
      state: 'shown',
      value: expect.closeTo(30.7985, 3),
      low: expect.closeTo(25.53, 2),
      high: expect.closeTo(36.62, 2),
    })
  })

  it('give a fraction and no percentage under 10', () => {
    const { dataset } = withContacts(9, 9)
    const care = dataset.sections.find(({ id }) => id === 'care')
    expect(care?.finding).toContain('fewer than 10 to count')
    expect(JSON.stringify(care)).toContain('"state":"too-few"')
  })

  it('give Byar’s interval for the rate: 100 in 10,240 people is 977 (795 to 1,188) per 100,000', () => {
    const { shown } = withContacts(0, 100)
    const rate = shown.rate('new', 10_240)
    expect(rate.state === 'shown' ? [rate.value, rate.low, rate.high].map(Math.round) : []).toEqual([977, 795, 1188])
  })

  it('say plainly that there is nobody', () => {
    const { dataset } = makeReport({ people: [] })
    const findings = Object.fromEntries(dataset.sections.map(({ id, finding }) => [id, finding]))
    expect(findings['new-diagnoses']).toBe('No new cancers were diagnosed in this period.')
    expect(findings['care']).toContain('nobody to count')
    expect(findings['letters']).toBe('No letter was late on 31 Mar 2026.')
  })

  it('give no prevalence where the list is smaller than the register', () => {
    const { shown } = withContacts(0, 30)
    expect(shown.percentageOf('register', 20)).toEqual({ state: 'nobody' })
  })
})
