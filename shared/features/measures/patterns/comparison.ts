import { differenceOfProportions } from '#shared/statistics/differences.ts'
import type { Estimate, Interval } from '#shared/statistics/interval.ts'
import { proportionWithInterval } from '#shared/statistics/proportions.ts'
import { medianInterval } from '#shared/statistics/quantiles.ts'
import { daysFromTo, type History } from './history.ts'
import type { MilestoneCode } from './milestones.ts'
import { partOf, wasAliveAfterYear, wasEarly, wasEmergency } from './outcomes.ts'
import { ageGroupOf } from './selection.ts'
import { daysOf, FEWEST_DAYS, type InOrder, type Variant } from './variants.ts'

interface Side {
  readonly label: string
  readonly is: (history: History) => boolean
}

const OLDER: readonly (string | null)[] = ['70-79', '80-over']
const REFERRED: readonly string[] = ['urgent_referral', 'routine_referral']

const routeIs =
  (routes: readonly string[]) =>
  ({ diagnosis }: History): boolean =>
    routes.includes(diagnosis.route)

/** Two groups of histories that may be held beside each other. */
export const COMPARISONS = [
  {
    code: 'emergency',
    label: 'Emergency route and referred',
    first: { label: 'Emergency route', is: routeIs(['emergency']) },
    second: { label: 'Referred by the practice', is: routeIs(REFERRED) },
  },
  {
    code: 'screening',
    label: 'Screening and referred',
    first: { label: 'Screening', is: routeIs(['screening']) },
    second: { label: 'Referred by the practice', is: routeIs(REFERRED) },
  },
  {
    code: 'sex',
    label: 'Women and men',
    first: { label: 'Women', is: ({ person }) => person.sex === '2' },
    second: { label: 'Men', is: ({ person }) => person.sex === '1' },
  },
  {
    code: 'age',
    label: 'Under 70 and 70 or over',
    first: {
      label: 'Under 70',
      is: ({ person, diagnosis }) => {
        const group = ageGroupOf(person, diagnosis)
        return group !== null && !OLDER.includes(group)
      },
    },
    second: { label: '70 or over', is: ({ person, diagnosis }) => OLDER.includes(ageGroupOf(person, diagnosis)) },
  },
] as const satisfies readonly { code: string; label: string; first: Side; second: Side }[]
export type ComparisonCode = (typeof COMPARISONS)[number]['code']

/** apart: the interval of the difference leaves out none at all (for days: the intervals of the medians do not meet). */
export type Verdict = 'apart' | 'not-apart' | 'too-few'

export interface ShareFigure {
  readonly count: number
  readonly known: number
  readonly share: Estimate | null
}

export interface DaysFigure {
  readonly known: number
  readonly median: number | null
  readonly interval: Interval | null
}

interface ShareRow {
  readonly is: 'share'
  readonly code: string
  readonly label: string
  readonly first: ShareFigure
  readonly second: ShareFigure
  /** First less second. */
  readonly difference: Estimate | null
  readonly verdict: Verdict
}

interface DaysRow {
  readonly is: 'days'
  readonly code: string
  readonly label: string
  readonly first: DaysFigure
  readonly second: DaysFigure
  readonly verdict: Verdict
}

export type ComparisonRow = ShareRow | DaysRow

export interface Comparison {
  readonly code: ComparisonCode
  readonly label: string
  readonly first: { readonly label: string; readonly total: number }
  readonly second: { readonly label: string; readonly total: number }
  readonly rows: readonly ComparisonRow[]
}

/** The interval of a median needs six values (Conover): below that no two of them are 95% sure. */
const FEWEST_FOR_AN_INTERVAL = 6

const shareRow = (code: string, label: string, first: ShareFigure, second: ShareFigure): ShareRow => {
  const isTooFew = Math.min(first.known, second.known) < FEWEST_DAYS
  const difference = isTooFew ? null : differenceOfProportions([first.count, first.known], [second.count, second.known])
  const isApart = difference !== null && (difference.lower > 0 || difference.upper < 0)
  return {
    is: 'share',
    code,
    label,
    first,
    second,
    difference,
    verdict: difference === null ? 'too-few' : isApart ? 'apart' : 'not-apart',
  }
}

const shareOf = (count: number, known: number): ShareFigure => ({
  count,
  known,
  share: proportionWithInterval(count, known),
})

const daysFigure = (days: readonly (number | null)[]): DaysFigure => {
  const known = days.filter((one) => one !== null)
  const isEnough = known.length >= FEWEST_FOR_AN_INTERVAL
  return {
    known: known.length,
    median: daysOf(known).spread?.median ?? null,
    interval: isEnough ? medianInterval(known) : null,
  }
}

const daysRow = (code: string, label: string, first: DaysFigure, second: DaysFigure): DaysRow => {
  const [one, other] = [first.interval, second.interval]
  const isTooFew = one === null || other === null
  const isApart = !isTooFew && (one.lower > other.upper || one.upper < other.lower)
  return { is: 'days', code, label, first, second, verdict: isTooFew ? 'too-few' : isApart ? 'apart' : 'not-apart' }
}

const INTERVALS: readonly {
  readonly code: string
  readonly label: string
  readonly from: MilestoneCode
  readonly to: MilestoneCode
}[] = [
  { code: 'to-diagnosis', label: 'Days, first presentation to diagnosis', from: 'presentation', to: 'diagnosis' },
  { code: 'referral', label: 'Days, urgent referral to diagnosis', from: 'urgent_referral', to: 'diagnosis' },
  { code: 'decision', label: 'Days, diagnosis to decision to treat', from: 'diagnosis', to: 'decision' },
]

/**
 * Two groups of the same selection side by side. `variants` are the commonest of the whole selection, so that both groups
 * are asked about the same patterns; their shares are of `inOrder`, the histories whose order is known.
 */
export const compare = (
  histories: readonly History[],
  variants: readonly Variant[],
  inOrder: readonly InOrder[],
  code: ComparisonCode,
  today: number,
): Comparison | null => {
  const asked = COMPARISONS.find((one) => one.code === code)
  if (asked === undefined) return null
  const first = histories.filter(asked.first.is)
  const second = histories.filter(asked.second.is)
  const share = (id: string, label: string, answer: (history: History) => boolean | null): ShareRow =>
    shareRow(id, label, partOf(first.map(answer)), partOf(second.map(answer)))
  const sides = [new Set(first), new Set(second)] as const
  const countOf = (some: readonly InOrder[]): readonly [number, number] => [
    some.filter(({ history }) => sides[0].has(history)).length,
    some.filter(({ history }) => sides[1].has(history)).length,
  ]
  const all = countOf(inOrder)
  const isRoute = code === 'emergency' || code === 'screening'
  return {
    code,
    label: asked.label,
    first: { label: asked.first.label, total: first.length },
    second: { label: asked.second.label, total: second.length },
    rows: [
      share('early', 'Stage 1 or 2, where the stage is known', wasEarly),
      share('alive', 'Alive a year after the diagnosis, where followed', (one) => wasAliveAfterYear(one, today)),
      ...(isRoute ? [] : [share('emergency', 'Emergency route, where the route is known', wasEmergency)]),
      ...INTERVALS.map(({ code: id, label, from, to }) => {
        const days = (one: History): number | null => daysFromTo(one, from, to)
        return daysRow(id, label, daysFigure(first.map(days)), daysFigure(second.map(days)))
      }),
      ...variants.map(({ members }, at) => {
        const own = countOf(members)
        return shareRow(`pattern-${at + 1}`, `Pattern ${at + 1}`, shareOf(own[0], all[0]), shareOf(own[1], all[1]))
      }),
    ],
  }
}
