import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { hideFromInsidersInSteps } from '#shared/domain/disclosure-insiders.ts'
import {
  type Figure,
  type FigureOutcome,
  protectFigures,
  type SmallNumberRule,
  type SumRelation,
} from '#shared/domain/disclosure.ts'
import { allSteps } from '#shared/domain/steps.ts'
import { FAR, highestSmall, rangeOfShown } from '#tests/support/report-attack/results.ts'
import { createSolver } from '#tests/support/report-attack/solver.ts'

/** People who had something and who had not, of one practice. */
type Practice = readonly [done: number, not: number]

const COLUMNS = ['out-of', 'done', 'not'] as const

const cellsOf = ([done, not]: Practice): Record<(typeof COLUMNS)[number], number> => ({
  'out-of': done + not,
  done,
  not,
})
const ownIds = (at: number): string[] => COLUMNS.map((column) => `${at}.${column}`)

/** One table: a row for each practice and one for all. */
const reportOf = (practices: readonly Practice[]): { figures: Figure[]; relations: SumRelation[] } => {
  const rows = practices.map(cellsOf)
  const all = COLUMNS.map((column) => ({ id: column, value: rows.reduce((sum, row) => sum + row[column], 0) }))
  return {
    figures: [
      ...rows.flatMap((row, at) => COLUMNS.map((column) => ({ id: `${at}.${column}`, value: row[column] }))),
      ...all,
    ],
    relations: [
      ...rows.map((_, at) => ({ total: `${at}.out-of`, parts: [`${at}.done`, `${at}.not`] })),
      ...COLUMNS.map((column) => ({ total: column, parts: rows.map((_, at) => `${at}.${column}`) })),
      { total: 'out-of', parts: ['done', 'not'] },
    ],
  }
}

const guarded = (practices: readonly Practice[], rule: SmallNumberRule, withInsiders = true) => {
  const { figures, relations } = reportOf(practices)
  const outcomes = protectFigures(figures, relations, rule)
  const insiders = withInsiders ? practices.map((_, at) => ownIds(at)) : []
  return {
    figures,
    relations,
    outcomes: allSteps(hideFromInsidersInSteps({ figures, relations, rule, outcomes }, insiders)),
  }
}

const domainFor = (outcome: FigureOutcome | undefined, rule: SmallNumberRule, anyDaggerIsSmall: boolean) => {
  if (outcome === undefined) throw new Error('every figure has an outcome')
  if ('shown' in outcome) return rangeOfShown(outcome.shown, rule)
  const highest = highestSmall(rule)
  if (outcome.hidden === 'small') return { low: 1, high: highest }
  return { low: anyDaggerIsSmall ? 1 : highest + 1, high: FAR }
}

/** The small counts of others that a practice narrows to one or two values, by a solver of the attack's own. */
const toldTo = (
  insider: number,
  { figures, relations, outcomes }: ReturnType<typeof guarded>,
  rule: SmallNumberRule,
): string[] => {
  const highest = highestSmall(rule)
  const isSmall = (value: number): boolean => value > 0 && value <= highest
  const isHidden = (id: string, why?: string): boolean => {
    const outcome = outcomes.get(id)
    return outcome !== undefined && 'hidden' in outcome && (why === undefined || outcome.hidden === why)
  }
  const anyDaggerIsSmall = figures.some(({ id, value }) => isSmall(value) && isHidden(id, 'protect'))
  const own = new Set(ownIds(insider))
  const domains = new Map(
    figures.map(({ id, value }) => [
      id,
      own.has(id) ? { low: value, high: value } : domainFor(outcomes.get(id), rule, anyDaggerIsSmall),
    ]),
  )
  const sums = relations.map(({ total, parts }) => ({
    terms: [[total, -1] as const, ...parts.map((part) => [part, 1] as const)],
    equals: 0,
  }))
  const solver = createSolver(domains, sums)
  return figures
    .filter(({ id, value }) => id.includes('.') && !own.has(id) && isSmall(value) && isHidden(id))
    .filter(({ id }) => {
      const values = Array.from({ length: 2 * highest }, (_, at) => at + 1)
      const possible = values.filter((value) => solver.canBe(id, value) === 'possible')
      return Math.max(...possible) - Math.min(...possible) < 2
    })
    .map(({ id }) => id)
}

describe('a practice that knows its own figures', () => {
  const FOUR: Practice[] = [
    [3, 30],
    [12, 20],
    [25, 41],
    [31, 22],
  ]

  it('could take them off the total, where one more figure hides the small one from everybody else', () => {
    expect(toldTo(1, guarded(FOUR, 'hide-1-to-5', false), 'hide-1-to-5')).toContain('0.done')
  })

  it('is left in doubt by a third, and the total stays', () => {
    const report = guarded(FOUR, 'hide-1-to-5')
    for (const at of FOUR.keys()) expect(toldTo(at, report, 'hide-1-to-5')).toEqual([])
    expect(report.outcomes.get('done')).toEqual({ shown: 71 })
    const hidden = FOUR.filter((_, at) => 'hidden' in (report.outcomes.get(`${at}.done`) ?? {}))
    expect(hidden).toHaveLength(3)
  })

  it.each(['hide-1-to-5', 'hide-1-to-7-round-5'] as const)('learns no small count of another, %s', (rule) => {
    const part = fc.oneof(fc.nat({ max: 9 }), fc.nat({ max: 40 }))
    let attacked = 0
    fc.assert(
      fc.property(fc.array(fc.tuple(part, part), { minLength: 3, maxLength: 7 }), (practices) => {
        const report = guarded(practices, rule)
        for (const at of practices.keys()) {
          attacked += 1
          expect(toldTo(at, report, rule)).toEqual([])
        }
      }),
      { numRuns: 100 },
    )
    expect(attacked).toBeGreaterThan(300)
  })

  it('hides nothing that was shown for good reason: noughts, and a table without small counts', () => {
    const large: Practice[] = [
      [30, 0],
      [12, 20],
      [25, 41],
    ]
    const { figures, outcomes } = guarded(large, 'hide-1-to-5')
    for (const { id, value } of figures) expect(outcomes.get(id)).toEqual({ shown: value })
  })
})
