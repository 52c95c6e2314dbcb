import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { addDays, dateSpan, daysBetween, type IsoDate, type PartialDate } from '#shared/domain/partial-date.ts'
import { dayNumber } from '#shared/domain/calendar.ts'
import { EVENT_TYPES } from '#shared/features/journey/public.ts'
import { compare, COMPARISONS } from '#shared/features/measures/patterns/comparison.ts'
import { daysFromTo, historyOf, sequenceOf } from '#shared/features/measures/patterns/history.ts'
import { MILESTONE_CODES, MILESTONES, type Stretch, STRETCHES } from '#shared/features/measures/patterns/milestones.ts'
import { outcomesOf, wasAliveAfterYear } from '#shared/features/measures/patterns/outcomes.ts'
import { select, type Selection } from '#shared/features/measures/patterns/selection.ts'
import { daysOf, gapsOf, patternsOf, stepsOf } from '#shared/features/measures/patterns/variants.ts'
import { recordedWords, spanWords } from '#shared/features/measures/patterns/words.ts'
import { factsOfHistories, madeUpHistories, type MadeUpHistories } from '#tests/support/made-up-histories.ts'
import { TEST_TODAY } from '#tests/support/test-core.ts'

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

/* ---- The rule once more, on days alone: for somebody of whom every date is a day. ---- */

interface Concrete {
  readonly died: IsoDate | null
  readonly diagnoses: readonly { readonly kind: string; readonly group: string; readonly day: IsoDate }[]
  readonly events: readonly { readonly type: string; readonly day: IsoDate; readonly names: number | null }[]
}

const IN_PRACTICE = ['blood_test', 'fit_test', 'chest_x_ray']
const IN_HOSPITAL = ['ct_scan', 'biopsy', 'mri_scan', 'colonoscopy']
const PLAIN: Readonly<Record<string, string>> = {
  screening_result: 'screening',
  seen_by_gp: 'presentation',
  home_visit: 'presentation',
  urgent_referral: 'urgent_referral',
  routine_referral: 'routine_referral',
  emergency_admission: 'emergency',
  first_seen: 'first_seen',
  surgical_clinic: 'first_seen',
  decision_to_treat: 'decision',
  surgery: 'surgery',
  chemotherapy_started: 'chemotherapy',
  radiotherapy_started: 'radiotherapy',
  active_monitoring: 'monitoring',
  care_review: 'care_review',
  recurrence_told: 'recurrence',
  hospice_admission: 'palliative',
}
const ORDER =
  'screening presentation practice_test urgent_referral routine_referral emergency first_seen hospital_test diagnosis decision surgery chemotherapy radiotherapy hormone immunotherapy transplant monitoring care_review recurrence palliative died'.split(
    ' ',
  )
const TREATMENTS = ORDER.slice(ORDER.indexOf('surgery'), ORDER.indexOf('care_review'))
const AFTER = ['care_review', 'recurrence', 'palliative']

const naiveSequence = (one: Concrete, place: number, stretch: Stretch): string[] => {
  const diagnosis = one.diagnoses[place]
  if (diagnosis === undefined) return []
  const primaries = one.diagnoses.filter(({ kind }) => kind === 'new_primary')
  const sameGroup = primaries.filter(({ group }) => group === diagnosis.group)
  const isLater = (at: number): boolean => {
    const other = one.diagnoses[at]
    if (other === undefined || other.kind === 'new_primary') return false
    return primaries.length === 1 || (sameGroup.length === 1 && other.group === diagnosis.group)
  }
  const happened: { milestone: string; day: IsoDate }[] = [{ milestone: 'diagnosis', day: diagnosis.day }]
  if (one.died !== null) happened.push({ milestone: 'died', day: one.died })
  for (const [at, { day }] of one.diagnoses.entries()) if (isLater(at)) happened.push({ milestone: 'recurrence', day })
  for (const { type, day, names } of one.events) {
    const isNamed = names !== null && names < one.diagnoses.length
    const isOwn = isNamed ? names === place || isLater(names) : primaries.length === 1
    const milestone = IN_PRACTICE.includes(type)
      ? 'practice_test'
      : IN_HOSPITAL.includes(type)
        ? 'hospital_test'
        : PLAIN[type]
    if (isOwn && milestone !== undefined) happened.push({ milestone, day })
  }
  const counted = happened.filter(({ milestone, day }) => {
    const after = daysBetween(diagnosis.day, day)
    if (milestone === 'died') return true
    if (AFTER.includes(milestone)) return after >= 0
    if (ORDER.indexOf(milestone) < ORDER.indexOf('diagnosis')) return after >= -730 && after <= 0
    return after >= -730
  })
  counted.sort((a, b) =>
    a.day === b.day ? ORDER.indexOf(a.milestone) - ORDER.indexOf(b.milestone) : a.day < b.day ? -1 : 1,
  )
  const all = [...new Set(counted.map(({ milestone }) => milestone))]
  if (stretch === 'whole') return all
  if (stretch === 'diagnosis') return all.filter((name) => ORDER.indexOf(name) <= ORDER.indexOf('diagnosis'))
  const kept = all.filter((name) => !AFTER.includes(name))
  const treated = kept.findIndex((name) => TREATMENTS.includes(name))
  return treated === -1 ? kept : kept.slice(0, treated + 1)
}

/** Somebody with every vague date on one of its days; `share` says which, from 0 to 1. */
const world = (one: MadeUpHistories, share: () => number): Concrete => {
  const dayOf = (date: PartialDate): IsoDate => {
    const { from, to } = dateSpan(date)
    return addDays(from, Math.round(daysBetween(from, to) * share()))
  }
  return {
    died: one.died === null ? null : dayOf(one.died),
    diagnoses: one.diagnoses.map(({ kind, group, date }) => ({ kind, group, day: dayOf(date) })),
    events: one.events.map(({ type, date, names }) => ({ type, day: dayOf(date), names })),
  }
}

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
              sides: COMPARISONS.map(({ code }) =>
                compare(histories, variants.slice(0, 3), new Set(inOrder.map(({ history }) => history)), code, TODAY),
              ),
            }
          }
          expect(figures(shuffled)).toEqual(figures(people))
        },
      ),
      { numRuns: 40 },
    )
  })
})

describe('what became of somebody', () => {
  const history = (diagnosed: IsoDate, died: PartialDate | null, left: IsoDate | null = null) => {
    const facts = factsOfHistories([
      {
        sex: '2',
        died,
        diagnoses: [
          {
            kind: 'new_primary',
            group: 'breast',
            date: { date: diagnosed, precision: 'day' },
            stage: '2A',
            route: 'emergency',
          },
        ],
        events: [],
      },
    ])
    const [person] = facts.people
    if (person === undefined) throw new Error('There is somebody')
    const to = left === null ? null : { from: dayNumber(left), to: dayNumber(left), precision: 'day' as const }
    const found = historyOf(facts, { ...person, registrations: left === null ? [] : [{ from: null, to }] }, 0)
    if (found === null) throw new Error('There is a date')
    return found
  }
  const on = (date: IsoDate, precision: PartialDate['precision'] = 'day'): PartialDate => ({ date, precision })

  it.each([
    ['alive, the year just over', history('2025-11-23', null), true],
    ['alive, the year not over', history('2025-11-24', null), null],
    ['died on the anniversary', history('2024-02-29', on('2025-02-28')), false],
    ['died a day after it', history('2024-02-29', on('2025-03-01')), true],
    ['died in the month of the anniversary', history('2024-02-10', on('2025-02-01', 'month')), null],
    ['left within the year', history('2024-02-10', null, '2024-06-01'), null],
    ['left after it', history('2024-02-10', null, '2025-02-10'), true],
    ['died where they were registered until then', history('2024-02-10', on('2024-06-01'), '2024-06-01'), false],
    ['left, and died elsewhere', history('2024-02-10', on('2024-06-01'), '2024-05-01'), null],
  ])('%s', (_, one, expected) => {
    expect(wasAliveAfterYear(one, TODAY)).toBe(expected)
  })

  it('gives days only where both are known to the day, and no median of four', () => {
    expect(daysFromTo(history('2025-01-01', on('2025-03-01')), 'diagnosis', 'died')).toBe(59)
    expect(daysFromTo(history('2025-01-01', on('2025-03-01', 'month')), 'diagnosis', 'died')).toBeNull()
    expect(daysFromTo(history('2025-01-01', null), 'diagnosis', 'died')).toBeNull()
    expect(daysOf([1, 2, 3, 4, null])).toEqual({ known: 4, spread: null })
    expect(daysOf([5, 1, 2, 3, 4, null])).toEqual({
      known: 5,
      spread: { median: 3, lowerQuartile: 2, upperQuartile: 4 },
    })
  })
})

describe('two groups side by side', () => {
  const some = (count: number, route: 'emergency' | 'urgent_referral', stage: string): MadeUpHistories[] =>
    Array.from({ length: count }, () => ({
      sex: '1' as const,
      died: null,
      diagnoses: [
        {
          kind: 'new_primary' as const,
          group: 'breast' as const,
          date: { date: '2025-03-10', precision: 'day' as const },
          stage,
          route,
        },
      ],
      events: [],
    }))
  const early = (people: readonly MadeUpHistories[]) => {
    const { histories } = select(factsOfHistories(people), ALL)
    return compare(histories, [], new Set(histories), 'emergency', TODAY)?.rows.find(({ code }) => code === 'early')
  }

  it('are told apart where the interval of the difference leaves out none', () => {
    // Newcombe (1998), table II: 56 of 70 and 48 of 80 differ by 0.2 (0.0524 to 0.3339).
    const row = early([
      ...some(56, 'emergency', '1'),
      ...some(14, 'emergency', '3'),
      ...some(48, 'urgent_referral', '2'),
      ...some(32, 'urgent_referral', '4'),
    ])
    expect(row).toMatchObject({ verdict: 'apart', first: { count: 56, known: 70 }, second: { count: 48, known: 80 } })
  })

  it('are not where it holds it, and nothing is said of fewer than five', () => {
    expect(
      early([...some(5, 'emergency', '1'), ...some(51, 'emergency', '3'), ...some(29, 'urgent_referral', '4')])
        ?.verdict,
    ).toBe('not-apart')
    expect(early([...some(4, 'emergency', '1'), ...some(90, 'urgent_referral', '4')])?.verdict).toBe('too-few')
  })
})
