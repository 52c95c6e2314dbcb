import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { CHECK_RULES, findingsOf } from '#shared/features/checks/public.ts'
import { addDays, dateSpan, type PartialDate } from '#shared/domain/partial-date.ts'
import { type Change, day, event, factsOf, month, TODAY, year } from './check-builders.ts'
import { DATE_EXAMPLES } from './date-examples.ts'
import { DIAGNOSIS_EXAMPLES } from './diagnosis-examples.ts'
import { PERSON_EXAMPLES } from './person-examples.ts'

const EXAMPLES = { ...PERSON_EXAMPLES, ...DIAGNOSIS_EXAMPLES, ...DATE_EXAMPLES }

const found = (change: Change = {}): string[] => findingsOf(factsOf(change)).map(({ rule }) => rule)

describe('a record without a fault', () => {
  it('raises nothing', () => {
    expect(found()).toEqual([])
  })
})

describe('every rule', () => {
  it('has examples, says what to do, where it is from and since when', () => {
    expect(Object.keys(EXAMPLES).toSorted()).toEqual(CHECK_RULES.map(({ code }) => code).toSorted())
    expect(CHECK_RULES.filter(({ explains, whatToDo, source }) => [explains, whatToDo, source].includes(''))).toEqual(
      [],
    )
    expect(CHECK_RULES.every(({ version, dated }) => version > 0 && dated <= TODAY)).toBe(true)
  })

  const cases = Object.entries(EXAMPLES)
  it.each(cases.flatMap(([rule, { asks }]) => asks.map((change, at) => [rule, at, change] as const)))(
    '%s asks (%i)',
    (rule, _at, change) => {
      expect(found(change)).toContain(rule)
    },
  )
  it.each(cases.flatMap(([rule, { passes }]) => passes.map((change, at) => [rule, at, change] as const)))(
    '%s passes (%i)',
    (rule, _at, change) => {
      expect(found(change)).not.toContain(rule)
    },
  )

  it('speaks of no name, NHS number or date of birth', () => {
    const all = cases.flatMap(([, { asks }]) => asks.flatMap((change) => findingsOf(factsOf(change))))
    expect(all.filter(({ words }) => /\d{3} ?\d{3} ?\d{4}|14 Mar 1958/.test(words))).toEqual([])
  })
})

describe('a finding', () => {
  it('has another fingerprint when what it rests on changes, and the same when something else does', () => {
    const man = { sex: '1' } as const
    const cervix = { tumourGroup: 'gynaecological', site: 'Cervix', icd10Code: 'C53' } as const
    const of = (change: Change): string | undefined =>
      findingsOf(factsOf(change)).find(({ rule }) => rule === 'sex-site')?.fingerprint
    const before = of({ person: man, episode: cervix })
    expect(of({ person: man, episode: { ...cervix, stage: '2', nCategory: 'N0' } })).toBe(before)
    expect(of({ person: man, episode: { ...cervix, icd10Code: 'C54' } })).not.toBe(before)
  })
})

describe('vague dates', () => {
  const date = fc
    .record({ offset: fc.integer({ min: -400, max: 400 }), precision: fc.constantFrom('day', 'month', 'year') })
    .map(({ offset, precision }): PartialDate => {
      const exact = addDays('2026-03-14', offset)
      if (precision === 'day') return day(exact)
      return precision === 'month' ? month(`${exact.slice(0, 7)}-01`) : year(`${exact.slice(0, 4)}-01-01`)
    })
  const ORDER = new Set([
    'diagnosed-after-death',
    'symptom-after-diagnosis',
    'told-before-diagnosis',
    'treated-before-diagnosis',
    'done-after-death',
    'told-before-referral',
  ])

  it('are never called out of order when some reading of them is in order', () => {
    fc.assert(
      fc.property(date, date, date, date, date, (symptom, referral, told, surgery, death) => {
        const readings = [symptom, referral, told, surgery, death]
        // In order when each can be read as no earlier than the latest beginning of those before it.
        let latest = '0000-00-00'
        for (const reading of readings) {
          const { from, to } = dateSpan(reading)
          if (to < latest) return
          if (from > latest) latest = from
        }
        const rules = findingsOf({
          ...factsOf({
            person: { deathDate: death },
            episode: { diagnosisDate: told },
            events: [
              event('v1', 'symptom_noticed', symptom),
              event('v2', 'urgent_referral', referral),
              event('v3', 'told_diagnosis', told),
              event('v4', 'surgery', surgery),
            ],
          }),
          today: '2028-01-01',
        }).map(({ rule }) => rule)
        expect(rules.filter((rule) => ORDER.has(rule))).toEqual([])
      }),
      { numRuns: 2000 },
    )
  })
})
