import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { IsoDate, PartialDate } from '#shared/domain/partial-date.ts'
import { dayNumber } from '#shared/domain/calendar.ts'
import { EVENT_TYPES } from '#shared/features/journey/public.ts'
import { compare, COMPARISONS } from '#shared/features/measures/patterns/comparison.ts'
import { historyOf, sequenceOf } from '#shared/features/measures/patterns/history.ts'
import { MILESTONE_CODES, MILESTONES, type Stretch, STRETCHES } from '#shared/features/measures/patterns/milestones.ts'
import { outcomesOf } from '#shared/features/measures/patterns/outcomes.ts'
import { select, type Selection } from '#shared/features/measures/patterns/selection.ts'
import { gapsOf, patternsOf, stepsOf } from '#shared/features/measures/patterns/variants.ts'
import { recordedWords, spanWords } from '#shared/features/measures/patterns/words.ts'
import { factsOfHistories, madeUpHistories, type MadeUpHistories } from '#tests/support/made-up-histories.ts'
import { TEST_TODAY } from '#tests/support/test-core.ts'
import { naiveSequence, world } from './naive-sequence.ts'

const ALL: Selection = {
  from: dayNumber('1900-01-01'),
  to: dayNumber(TEST_TODAY),
  tumourGroup: null,
  route: null,
  sex: null,
  ageGroup: null,
}
const TODAY = dayNumber(TEST_TODAY)
const stretches: readonly Stretch[] = STRETCHES.map(({ code }) => code)

const sequences = (one: MadeUpHistories, stretch: Stretch) => {
  const facts = factsOfHistories([one])
  const [person] = facts.people
  return one.diagnoses.flatMap(({ kind }, place) => {
    const history = person === undefined || kind !== 'new_primary' ? null : historyOf(facts, person, place)
    return history === null ? [] : [{ place, ...sequenceOf(history, stretch) }]
  })
}

describe('the order of a history', () => {
  it('is what the rule says again on days alone', () => {
    fc.assert(
      fc.property(madeUpHistories(0), fc.constantFrom(...stretches), (one, stretch) => {
        for (const { place, isKnown, steps } of sequences(one, stretch)) {
          expect(isKnown).toBe(true)
          expect(steps.map(({ code }) => code)).toEqual(
            naiveSequence(
              world(one, () => 0),
              place,
              stretch,
            ),
          )
        }
      }),
      { numRuns: 1500 },
    )
  })

  it('is called known only where every day that a vague date may mean gives the same', () => {
    let known = 0
    let open = 0
    const shares = fc.array(fc.double({ min: 0, max: 1, noNaN: true }), { minLength: 40, maxLength: 40 })
    fc.assert(
      fc.property(
        madeUpHistories(15),
        fc.constantFrom(...stretches),
        fc.array(shares, { minLength: 6, maxLength: 6 }),
        (one, stretch, worlds) => {
          for (const { place, isKnown, steps } of sequences(one, stretch)) {
            if (!isKnown) {
              open += 1
              continue
            }
            known += 1
            for (const some of [[0], [1], [0, 1], [1, 0], ...worlds]) {
              let at = 0
              const concrete = world(one, () => {
                at += 1
                return some[at % some.length] ?? 0
              })
              expect(naiveSequence(concrete, place, stretch)).toEqual(steps.map(({ code }) => code))
            }
          }
        },
      ),
      { numRuns: 1500 },
    )
    expect(known).toBeGreaterThan(100)
    expect(open).toBeGreaterThan(100)
  })

  const day = (date: IsoDate): PartialDate => ({ date, precision: 'day' })
  const month = (date: IsoDate): PartialDate => ({ date, precision: 'month' })
  const person = (events: MadeUpHistories['events'], diagnosed = day('2025-03-10')): MadeUpHistories => ({
    sex: '2',
    died: null,
    diagnoses: [{ kind: 'new_primary', group: 'breast', date: diagnosed, stage: '1', route: 'urgent_referral' }],
    events,
  })
  const event = (type: string, date: PartialDate) => ({ type, date, names: null })

  it.each([
    ['a month that ends before the diagnosis', [event('blood_test', month('2025-02-01'))], 'practice_test diagnosis'],
    ['the month of the diagnosis', [event('blood_test', month('2025-03-01'))], null],
    [
      'two months that are one',
      [event('surgery', month('2025-05-01')), event('radiotherapy_started', month('2025-05-01'))],
      null,
    ],
    [
      'a month after a sure first',
      [event('surgery', day('2025-04-01')), event('surgery', month('2025-05-01'))],
      'diagnosis surgery',
    ],
    ['a test that may be too long ago', [event('blood_test', month('2023-03-01'))], null],
    ['a test on the last day that counts', [event('blood_test', day('2023-03-11'))], 'practice_test diagnosis'],
    ['a test a day too long ago', [event('blood_test', day('2023-03-10'))], 'diagnosis'],
    [
      'all on one day',
      [event('surgery', day('2025-03-10')), event('seen_by_gp', day('2025-03-10'))],
      'presentation diagnosis surgery',
    ],
    ['a GP visit after the diagnosis', [event('seen_by_gp', day('2025-03-11'))], 'diagnosis'],
    ['a review before the diagnosis', [event('care_review', day('2025-03-09'))], 'diagnosis'],
  ])('with %s', (_, events, expected) => {
    const [found] = sequences(person(events), 'whole')
    expect(found?.isKnown === true ? found.steps.map(({ code }) => code).join(' ') : null).toBe(expected)
  })

  it('does not mind what is vague after the first treatment, where nothing after it is asked', () => {
    const one = person([
      event('surgery', day('2025-04-01')),
      event('chemotherapy_started', month('2025-05-01')),
      event('radiotherapy_started', month('2025-05-01')),
    ])
    expect(sequences(one, 'whole')[0]?.isKnown).toBe(false)
    expect(sequences(one, 'treatment')[0]).toMatchObject({
      isKnown: true,
      steps: [{ code: 'diagnosis' }, { code: 'surgery' }],
    })
  })

  it('leaves out whose event it is where somebody has two diagnoses', () => {
    const two: MadeUpHistories = {
      ...person([
        event('surgery', day('2025-04-01')),
        { ...event('chemotherapy_started', day('2025-05-01')), names: 1 },
      ]),
      diagnoses: ['breast' as const, 'lower_gi' as const].map((group) => ({
        kind: 'new_primary' as const,
        group,
        date: day('2025-03-10'),
        stage: null,
        route: 'not_known' as const,
      })),
    }
    expect(sequences(two, 'whole').map(({ steps }) => steps.map(({ code }) => code))).toEqual([
      ['diagnosis'],
      ['diagnosis', 'chemotherapy'],
    ])
  })

  it('is told in words with dates as they are known', () => {
    const [found] = sequences(
      person([event('urgent_referral', day('2025-03-01')), event('surgery', month('2025-05-01'))]),
      'whole',
    )
    expect(recordedWords(found?.steps ?? [])).toBe(
      'Urgent referral 1 Mar 2025, Diagnosis 10 Mar 2025, Surgery May 2025',
    )
    expect(spanWords({ from: dayNumber('2025-01-01'), to: dayNumber('2025-12-31') })).toBe('2025')
    expect(spanWords({ from: dayNumber('2025-05-03'), to: dayNumber('2025-05-31') })).toBe(
      'between 3 May 2025 and 31 May 2025',
    )
  })
})

describe('the milestones', () => {
  it('take each type of event once at most, and have a source each', () => {
    const types = MILESTONES.flatMap(({ events }) => [...events])
    expect(new Set(types).size).toBe(types.length)
    expect(types.filter((type) => EVENT_TYPES.every(({ code }) => code !== type))).toEqual([])
    expect(MILESTONES.filter(({ source }) => source === '')).toEqual([])
  })
})

const registers = fc.array(madeUpHistories(6), { minLength: 20, maxLength: 60, size: 'max' })

describe('the patterns of a register', () => {
  it('hold every history exactly once, or among those whose order is not known', () => {
    fc.assert(
      fc.property(registers, fc.constantFrom(...stretches), (people, stretch) => {
        const { histories, undated } = select(factsOfHistories(people), ALL)
        expect(histories.length + undated.length).toBe(
          people.flatMap(({ diagnoses }) => diagnoses.filter(({ kind }) => kind === 'new_primary')).length,
        )
        const { variants, inOrder, orderNotKnown } = patternsOf(histories, stretch)
        const placed = [...variants.flatMap(({ members }) => members.map(({ history }) => history)), ...orderNotKnown]
        expect(placed).toHaveLength(histories.length)
        expect(new Set(placed)).toEqual(new Set(histories))
        expect(inOrder.length + orderNotKnown.length).toBe(histories.length)
        for (const variant of variants) {
          expect(gapsOf(variant)).toHaveLength(variant.sequence.length - 1)
          for (const { steps } of variant.members) expect(steps.map(({ code }) => code)).toEqual(variant.sequence)
        }
        const counts = variants.map(({ members }) => members.length)
        expect(counts).toEqual(counts.toSorted((a, b) => b - a))
        const steps = stepsOf(inOrder, MILESTONE_CODES)
        for (const { from, total, next } of steps) {
          expect(next.reduce((sum, { count }) => sum + count, 0)).toBe(total)
          expect(total).toBe(inOrder.filter((one) => one.steps.some(({ code }) => code === from)).length)
        }
        expect(
          steps.flatMap(({ next }) => next.filter(({ to }) => to === null)).reduce((sum, { count }) => sum + count, 0),
        ).toBe(inOrder.length)
      }),
      { numRuns: 60 },
    )
  })

  it('are the same whoever comes first', () => {
    fc.assert(
      fc.property(
        registers.chain((people) =>
          fc.tuple(fc.constant(people), fc.shuffledSubarray(people, { minLength: people.length })),
        ),
        fc.constantFrom(...stretches),
        ([people, shuffled], stretch) => {
          const figures = (some: readonly MadeUpHistories[]) => {
            const { histories } = select(factsOfHistories(some), ALL)
            const { variants, inOrder, orderNotKnown } = patternsOf(histories, stretch)
            return {
              open: orderNotKnown.length,
              variants: variants.map((variant) => ({
                key: variant.key,
                share: variant.share,
                gaps: gapsOf(variant),
                outcomes: outcomesOf(
                  variant.members.map(({ history }) => history),
                  TODAY,
                ),
              })),
              steps: stepsOf(inOrder, MILESTONE_CODES),
              sides: COMPARISONS.map(({ code }) => compare(histories, variants.slice(0, 3), inOrder, code, TODAY)),
            }
          }
          expect(figures(shuffled)).toEqual(figures(people))
        },
      ),
      { numRuns: 40 },
    )
  })
})
