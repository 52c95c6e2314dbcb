import { describe, expect, it } from 'vitest'
import type { LibraryFigure, Measure } from '#shared/features/measures/library/schema.ts'
import { heldChart } from '#shared/features/plan/held-chart.ts'
import { verdictOf } from '#shared/features/plan/verdict.ts'
import { monthsFrom } from '#tests/unit/statistics/months.ts'

const figureOf = (value: number | null): LibraryFigure => ({
  value,
  lower: null,
  upper: null,
  numerator: value === null ? 0 : 10,
  denominator: value === null ? 0 : 10,
  undecided: 0,
})

/** Months from April 2024 on. */
const seriesOf = (values: readonly (number | null)[]): Measure['series'] =>
  monthsFrom(values.length).map((month, at) => ({ month, figure: figureOf(values[at] ?? null) }))

type Asked = {
  readonly startsOn: string
  readonly better?: Measure['better']
  readonly target?: number
  readonly rebase?: string
  readonly code?: string
}

const judged = (values: readonly (number | null)[], asked: Asked) => {
  const { startsOn, better = 'lower', target, rebase, code = 'letter-gap' } = asked
  const held = heldChart({
    kind: 'median',
    better,
    series: seriesOf(values),
    target: target === undefined ? null : { value: target },
    startsOn,
    marks:
      rebase === undefined
        ? []
        : [
            {
              id: '0',
              kind: 'rebase',
              month: rebase,
              words: 'New system',
              value: null,
              madeOn: '2026-01-01',
              madeBy: 'A',
              version: 1,
            },
          ],
  })
  const bare = (value: number): string => String(Math.round(value))
  return {
    held,
    verdict: verdictOf({
      held,
      startsOn,
      code,
      title: 'Diagnostic interval',
      figure: (value) => `${bare(value)} days`,
      bare,
    }),
  }
}

/** Twelve months about 17.8, as on the chart of the drawing. */
const USUAL = [17, 19, 16, 18, 20, 17, 18, 19, 16, 18, 17, 19]

describe('whether the line moved since an action began', () => {
  it('is told by seven in a row on the good side, in the words of the measure', () => {
    const { held, verdict } = judged([...USUAL, 16, 14, 13, 12, 11, 12, 11], { startsOn: '2025-04-20', target: 14 })
    expect(held.baselineMonths).toBe(12)
    expect(verdict).toMatchObject({ movement: 'better', headline: 'Letters now arrive in 11 days, down from 18' })
    expect(verdict.line).toMatchObject({
      short: 'Getting better',
      words: '7 in a row below average. Low is good.',
      variation: 'improving low',
    })
    expect(verdict.target).toEqual({ short: 'May hit or miss', words: '14 days is inside the usual range.' })
    expect(verdict.since).toBe('2025-04')
  })

  it('is worse where the same run lies on the bad side, and only changed where neither way is better', () => {
    const up = [...USUAL, 19, 20, 19, 20, 21, 20, 21]
    expect(judged(up, { startsOn: '2025-04-01' }).verdict).toMatchObject({
      movement: 'worse',
      headline: 'Letters now arrive in 21 days, up from 18',
      line: { short: 'Getting worse', words: '7 in a row above average. Low is good.' },
    })
    const neither = judged(up, { startsOn: '2025-04-01', better: 'neither', code: 'other' }).verdict
    expect(neither).toMatchObject({ movement: 'changed', headline: 'Diagnostic interval: now 21 days, up from 18' })
    expect(neither.line.words).toBe('7 in a row above average. Neither way is better.')
    expect(neither.target).toBeNull()
  })

  it('is told by one month beyond a limit, and by two of three close to it', () => {
    expect(judged([...USUAL, 18, 8], { startsOn: '2025-04-01' }).verdict.line.words).toBe(
      'Below the lower limit. Low is good.',
    )
    expect(judged([...USUAL, 17, 13, 13], { startsOn: '2025-04-01' }).verdict.line.words).toBe(
      '2 of 3 in a row close to the lower limit. Low is good.',
    )
  })

  it('is told by a trend before it crosses the average', () => {
    const wide = [10, 26, 11, 25, 10, 26, 11, 25, 10, 26, 11, 25]
    const { verdict } = judged([...wide, 26, 25, 24, 23, 22, 21, 20], { startsOn: '2025-04-01' })
    expect(verdict.line.words).toMatch(/^7 in a row (below|above) average|^[78] in a row, each lower/)
    expect(verdict.movement).toBe('better')
  })

  it('is not for the action where it began before it', () => {
    const { verdict } = judged([...USUAL, 13, 12, 13, 12, 12, 11, 12, 11], { startsOn: '2025-09-01' })
    expect(verdict.movement).toBe('early')
    expect(verdict.line).toMatchObject({ short: 'Getting better' })
    expect(verdict.line.words).toContain('The movement began in April 2025, before this action.')
  })

  it('is not for the action either where months before lay on that side already', () => {
    const { verdict } = judged([...USUAL.slice(0, 9), 17, 16, 17, 16, 14, 13, 12, 14, 13, 14], {
      startsOn: '2025-04-01',
    })
    expect(verdict).toMatchObject({ movement: 'early', since: '2024-12' })
    expect(verdict.line.words).toContain('11 in a row below average.')
  })

  it('leaves a month before off that lay on the same side by chance', () => {
    const { verdict } = judged([...USUAL.slice(0, 11), 17, 16, 14, 13, 12, 14, 13, 14], { startsOn: '2025-04-01' })
    expect(verdict).toMatchObject({ movement: 'better', since: '2025-04' })
    expect(verdict.line.words).toBe('7 in a row below average. Low is good.')
  })

  it('is no opinion: within the limits nothing is said to have moved', () => {
    const { verdict } = judged([...USUAL, 18, 16, 18, 17], { startsOn: '2025-04-01' })
    expect(verdict).toMatchObject({ movement: 'no change', headline: 'Diagnostic interval: no change beyond chance' })
    expect(verdict.line.words).toBe('4 months since it began, all within what chance explains. Low is good.')
  })

  it('tells what moved and came back', () => {
    const { verdict } = judged([...USUAL, 8, 8, 18, 19, 18], { startsOn: '2025-04-01' })
    expect(verdict).toMatchObject({ movement: 'moved back', headline: 'Diagnostic interval: moved, and came back' })
  })

  it('holds limits from before the action, so that a lasting change does not hide itself', () => {
    const { held } = judged([...USUAL, 16, 14, 13, 12, 11, 12, 11], { startsOn: '2025-04-20' })
    expect(held.chart.points.at(-1)?.limits?.mean).toBeCloseTo(17.83, 2)
  })
})

describe('what cannot be said yet', () => {
  it('is that nothing was measured', () => {
    const { verdict } = judged([null, null], { startsOn: '2024-04-01' })
    expect(verdict).toMatchObject({
      movement: 'nothing measured',
      headline: 'Diagnostic interval: no month is measured yet',
    })
  })

  it('is that it has not begun', () => {
    const { verdict } = judged(USUAL, { startsOn: '2025-09-01', target: 14 })
    expect(verdict).toMatchObject({ movement: 'not begun', headline: 'Diagnostic interval: usually 18 days' })
    expect(verdict.line.words).toBe('It begins in September 2025; no month since is measured.')
    expect(verdict.target?.short).toBe('May hit or miss')
  })

  it('is that no month since is measured', () => {
    const { verdict } = judged([...USUAL, null], { startsOn: '2025-04-01' })
    expect(verdict).toMatchObject({ movement: 'too early', line: { words: 'No month since April 2025 is measured.' } })
  })

  it('is that there are fewer than twelve months', () => {
    const { verdict } = judged([17, 19, 16, 11, 10], { startsOn: '2024-07-01' })
    expect(verdict).toMatchObject({ movement: 'too early', headline: 'Diagnostic interval: too early to say' })
    expect(verdict.line.words).toBe('5 months measured in all, 2 since it began. 12 are needed.')
  })

  it('is said with care where limits rest on all months, for too few before it began', () => {
    const { held, verdict } = judged([17, 19, 16, 18, 20, 17, 18, 19, 16, 18, 17, 19], { startsOn: '2024-08-01' })
    expect(held.baselineMonths).toBeNull()
    expect(verdict.line.words).toContain('Only 4 months measured before it began, and 12 are needed')
  })
})

describe('limits that the practice began anew', () => {
  it('before the action leave out what was another process', () => {
    const { held } = judged([40, 41, 42, ...USUAL, 16, 14], { startsOn: '2025-07-01', rebase: '2024-07' })
    expect(held.cutAt).toBe('2024-07')
    expect(held.chart.points[0]?.month).toBe('2024-07')
    expect(held.baselineMonths).toBe(12)
  })

  it('after it are not used: they would hide the change', () => {
    const { held, verdict } = judged([...USUAL, 12, 11, 12, 11, 12, 11, 12], {
      startsOn: '2025-04-01',
      rebase: '2025-05',
    })
    expect(held.cutAt).toBeNull()
    expect(held.chart.phases).toHaveLength(1)
    expect(verdict.movement).toBe('better')
  })
})

describe('whether a target is reached', () => {
  it('follows where the usual range lies', () => {
    const at = (target: number, better: Measure['better']) =>
      judged([...USUAL, 18], { startsOn: '2025-04-01', better, target }).verdict.target
    expect(at(40, 'lower')).toEqual({ short: 'Will hit the target', words: '40 days is above the usual range.' })
    expect(at(2, 'lower')).toEqual({ short: 'Will miss the target', words: '2 days is below the usual range.' })
    expect(at(2, 'higher')).toEqual({ short: 'Will hit the target', words: '2 days is below the usual range.' })
    expect(at(40, 'higher')).toEqual({ short: 'Will miss the target', words: '40 days is above the usual range.' })
    expect(at(40, 'neither')).toBeNull()
  })
})
