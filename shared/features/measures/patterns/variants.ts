import type { Estimate } from '#shared/statistics/interval.ts'
import { proportionWithInterval } from '#shared/statistics/proportions.ts'
import { medianWithQuartiles } from '#shared/statistics/quantiles.ts'
import { type History, sequenceOf, type Step } from './history.ts'
import type { MilestoneCode, Stretch } from './milestones.ts'

/** Fewer days than these make no median: one more person would move it too far. A choice of ours. */
export const FEWEST_DAYS = 5

/** Days between two milestones, in the middle and at the quartiles (type 7). */
export interface Days {
  /** How many are known, both milestones to the day. */
  readonly known: number
  /** `null` for fewer than {@link FEWEST_DAYS}. */
  readonly spread: { readonly median: number; readonly lowerQuartile: number; readonly upperQuartile: number } | null
}

/** A history whose order is known. */
export interface InOrder {
  readonly history: History
  readonly steps: readonly Step[]
}

export interface Variant {
  readonly key: string
  readonly sequence: readonly MilestoneCode[]
  readonly members: readonly InOrder[]
  readonly share: Estimate
}

export interface Patterns {
  /** The commonest first; equally common ones by their milestones. */
  readonly variants: readonly Variant[]
  readonly inOrder: readonly InOrder[]
  readonly orderNotKnown: readonly History[]
}

/** How a sequence is named: its milestones in their order. */
export const keyOf = (sequence: readonly MilestoneCode[]): string => sequence.join('>')

/** The days that are known, as a middle and quartiles. */
export const daysOf = (days: readonly (number | null)[]): Days => {
  const known = days.filter((one) => one !== null)
  const spread = known.length < FEWEST_DAYS ? null : medianWithQuartiles(known)
  return {
    known: known.length,
    spread:
      spread === null
        ? null
        : { median: spread.median, lowerQuartile: spread.lowerQuartile, upperQuartile: spread.upperQuartile },
  }
}

/** Days from one step to the next, where both are known to the day. */
const daysBetweenSteps = (one: Step | undefined, next: Step | undefined): number | null => {
  if (one === undefined || next === undefined) return null
  return one.at.from === one.at.to && next.at.from === next.at.to ? next.at.from - one.at.from : null
}

/** The days between each two milestones of a variant that follow one another. */
export const gapsOf = ({ sequence, members }: Variant): Days[] =>
  sequence.slice(1).map((_, at) => daysOf(members.map(({ steps }) => daysBetweenSteps(steps[at], steps[at + 1]))))

/** Patterns that are found some histories at a time, so that whoever finds them can let other work in between. */
export interface PatternFinding {
  add(histories: readonly History[]): void
  /** Every history in exactly one variant, or among those whose order is not known. */
  done(): Patterns
}

/** Begins to find the patterns of a stretch. */
export const findPatterns = (stretch: Stretch): PatternFinding => {
  const byKey = new Map<string, InOrder[]>()
  const inOrder: InOrder[] = []
  const orderNotKnown: History[] = []
  const addOne = (history: History): void => {
    const { isKnown, steps } = sequenceOf(history, stretch)
    if (!isKnown) {
      orderNotKnown.push(history)
      return
    }
    const one = { history, steps }
    inOrder.push(one)
    const key = keyOf(steps.map(({ code }) => code))
    const members = byKey.get(key)
    if (members === undefined) byKey.set(key, [one])
    else members.push(one)
  }
  return {
    add(histories) {
      for (const history of histories) addOne(history)
    },
    done() {
      const variants = [...byKey].flatMap(([key, members]): Variant[] => {
        const share = proportionWithInterval(members.length, inOrder.length)
        const sequence = (members[0]?.steps ?? []).map(({ code }) => code)
        return share === null ? [] : [{ key, sequence, members, share }]
      })
      variants.sort((a, b) => b.members.length - a.members.length || (a.key < b.key ? -1 : 1))
      return { variants, inOrder, orderNotKnown }
    },
  }
}

/** The patterns of histories, all at once. */
export const patternsOf = (histories: readonly History[], stretch: Stretch): Patterns => {
  const finding = findPatterns(stretch)
  finding.add(histories)
  return finding.done()
}

/** What came after a milestone; `null`: nothing more is recorded of the stretch. */
export type Next = MilestoneCode | null

export interface NextStep {
  readonly to: Next
  readonly count: number
  readonly share: Estimate
  readonly days: Days
}

export interface StepFrom {
  readonly from: MilestoneCode
  readonly total: number
  readonly next: readonly NextStep[]
}

/** What came right after a milestone in a history; `undefined` where the history does not hold it. */
export const nextAfter = ({ steps }: InOrder, from: MilestoneCode): Next | undefined => {
  const at = steps.findIndex(({ code }) => code === from)
  return at === -1 ? undefined : (steps[at + 1]?.code ?? null)
}

/** From each milestone what came next, and how often, in the order of the list; the commonest first. */
export const stepsOf = (inOrder: readonly InOrder[], codes: readonly MilestoneCode[]): StepFrom[] => {
  const found = new Map<MilestoneCode, Map<Next, (number | null)[]>>()
  for (const { steps } of inOrder) {
    for (const [at, step] of steps.entries()) {
      const next = steps[at + 1]
      const after = found.get(step.code) ?? new Map<Next, (number | null)[]>()
      found.set(step.code, after)
      const days = after.get(next?.code ?? null) ?? []
      after.set(next?.code ?? null, days)
      days.push(daysBetweenSteps(step, next))
    }
  }
  return codes.flatMap((from) => {
    const after = found.get(from)
    if (after === undefined) return []
    const total = [...after.values()].reduce((sum, days) => sum + days.length, 0)
    const next = [...after].flatMap(([to, days]): NextStep[] => {
      const share = proportionWithInterval(days.length, total)
      return share === null ? [] : [{ to, count: days.length, share, days: daysOf(days) }]
    })
    next.sort((a, b) => b.count - a.count || ((a.to ?? '') < (b.to ?? '') ? -1 : 1))
    return [{ from, total, next }]
  })
}
