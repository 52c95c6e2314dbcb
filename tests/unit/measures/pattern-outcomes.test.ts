import { describe, expect, it } from 'vitest'
import type { IsoDate, PartialDate } from '#shared/domain/partial-date.ts'
import { dayNumber } from '#shared/domain/calendar.ts'
import { compare } from '#shared/features/measures/patterns/comparison.ts'
import { daysFromTo, historyOf } from '#shared/features/measures/patterns/history.ts'
import { wasAliveAfterYear } from '#shared/features/measures/patterns/outcomes.ts'
import { select, type Selection } from '#shared/features/measures/patterns/selection.ts'
import { daysOf } from '#shared/features/measures/patterns/variants.ts'
import { factsOfHistories, type MadeUpHistories } from '#tests/support/made-up-histories.ts'
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
    return compare(histories, [], [], 'emergency', TODAY)?.rows.find(({ code }) => code === 'early')
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
