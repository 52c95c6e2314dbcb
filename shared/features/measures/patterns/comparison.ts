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

type Answer = (history: History) => boolean | null

/** The shares that a comparison holds beside each other. @param code by what the groups are divided. */
const sharesOf = (
  code: ComparisonCode,
  today: number,
): readonly { readonly code: string; readonly label: string; readonly answer: Answer }[] => {
  const isRoute = code === 'emergency' || code === 'screening'
  return [
    { code: 'early', label: 'Stage 1 or 2, where the stage is known', answer: wasEarly },
    {
      code: 'alive',
      label: 'Alive a year after the diagnosis, where followed',
      answer: (one) => wasAliveAfterYear(one, today),
    },
    ...(isRoute
      ? []
      : [{ code: 'emergency', label: 'Emergency route, where the route is known', answer: wasEmergency }]),
  ]
}

const sidesOf = (code: ComparisonCode): Record<'first' | 'second', Side> | undefined =>
  COMPARISONS.find((one) => one.code === code)

const patternCode = (at: number): string => `pattern-${at + 1}`

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
  const sides = [new Set(first), new Set(second)] as const
  const countOf = (some: readonly InOrder[]): readonly [number, number] => [
    some.filter(({ history }) => sides[0].has(history)).length,
    some.filter(({ history }) => sides[1].has(history)).length,
  ]
  const all = countOf(inOrder)
  return {
    code,
    label: asked.label,
    first: { label: asked.first.label, total: first.length },
    second: { label: asked.second.label, total: second.length },
    rows: [
      ...sharesOf(code, today).map(({ code: id, label, answer }) =>
        shareRow(id, label, partOf(first.map(answer)), partOf(second.map(answer))),
      ),
      ...INTERVALS.map(({ code: id, label, from, to }) => {
        const days = (one: History): number | null => daysFromTo(one, from, to)
        return daysRow(id, label, daysFigure(first.map(days)), daysFigure(second.map(days)))
      }),
      ...variants.map(({ members }, at) => {
        const own = countOf(members)
        return shareRow(patternCode(at), `Pattern ${at + 1}`, shareOf(own[0], all[0]), shareOf(own[1], all[1]))
      }),
    ],
  }
}

/** A figure of a comparison: the row and the group. */
export interface ComparedFigure {
  readonly compare: ComparisonCode
  readonly row: string
  readonly side: 'first' | 'second'
}

/**
 * The histories that a figure of a comparison counts: of a share those of whom it was so, of days those whose days are
 * known. None for a row that there is not.
 */
export const comparedHistories = (
  histories: readonly History[],
  variants: readonly Variant[],
  { compare: code, row, side }: ComparedFigure,
  today: number,
): readonly History[] => {
  const group = sidesOf(code)?.[side]
  if (group === undefined) return []
  const own = histories.filter(group.is)
  const share = sharesOf(code, today).find((one) => one.code === row)
  if (share !== undefined) return own.filter((history) => share.answer(history) === true)
  const days = INTERVALS.find((one) => one.code === row)
  if (days !== undefined) return own.filter((history) => daysFromTo(history, days.from, days.to) !== null)
  const variant = variants.find((_, at) => patternCode(at) === row)
  return variant === undefined ? [] : variant.members.map(({ history }) => history).filter(group.is)
}
