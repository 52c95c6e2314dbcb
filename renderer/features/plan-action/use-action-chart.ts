import { useMemo } from 'react'
import type { SpcExtras } from '#renderer/ui/spc-extras.tsx'
import { marksOf, type SpcAnnotation, type SpcMark } from '#renderer/ui/spc-marks.ts'
import type { Measure } from '#shared/features/measures/library/schema.ts'
import {
  type HeldChart,
  heldChart,
  monthsFromTo,
  pathAt,
  pathWords,
  targetPath,
  type Verdict,
  verdictOf,
} from '#shared/features/plan/public.ts'
import type { ActionMeasure, PlanActionDetail, PlanMilestone } from '#shared/features/plan/schema.ts'
import { figureFormat, headlineFormats, onChart } from './measure-format.ts'

/** Months that may be shown after the last measured one: more would squeeze the run itself. */
const MOST_AHEAD = 12

/** Everything that the chart of an action draws and says. */
export interface ActionChart {
  readonly held: HeldChart
  readonly verdict: Verdict
  readonly marks: readonly SpcMark[]
  readonly extras: SpcExtras
  /** Months after the last measured one, up to the last that something is marked or aimed at in. */
  readonly ahead: readonly string[]
  /** How far it is on its way to the target; `null` without a path. */
  readonly path: string | null
}

const milestoneNotes = (milestones: readonly PlanMilestone[]): readonly SpcAnnotation[] =>
  milestones.map(({ title, dueOn, metOn }, index) => ({
    date: metOn ?? dueOn,
    words: title,
    name: metOn === null ? 'Milestone due' : 'Milestone met',
    number: index + 1,
    isPlanned: metOn === null,
  }))

const practiceNotes = ({ marks }: Measure): readonly SpcAnnotation[] =>
  marks.flatMap(({ kind, month, words }) =>
    kind === 'target' ? [] : [{ date: month, words, name: kind === 'rebase' ? 'Limits begin anew elsewhere' : 'Note' }],
  )

const aheadOf = (measure: Measure, link: ActionMeasure, notes: readonly SpcAnnotation[]): readonly string[] => {
  const last = measure.series.at(-1)?.month
  if (last === undefined) return []
  const marked = notes.map(({ date }) => date.slice(0, 7))
  const wanted = [...marked, link.target?.by ?? last].filter((month) => month > last).toSorted()
  const all = monthsFromTo(last, wanted.at(-1) ?? last).slice(1)
  return all.slice(0, MOST_AHEAD)
}

type Asked = Pick<PlanActionDetail, 'milestones' | 'startsOn'>

const chartOf = (measure: Measure, link: ActionMeasure, { milestones, startsOn }: Asked): ActionChart => {
  const { kind, code, title, better } = measure
  const target = link.target === null ? measure.target : { value: link.target.value }
  const held = heldChart({ ...measure, target, startsOn })
  const { chart, baselineMonths } = held
  const notes = [...milestoneNotes(milestones), ...practiceNotes(measure)]
  const ahead = aheadOf(measure, link, notes)
  const measured = chart.points.filter(({ value }) => value !== null)
  const newest = measured.at(-1)
  const baseline = link.baseline
  const path = targetPath(
    baseline === null || baseline.figure.value === null
      ? null
      : { to: baseline.to, value: onChart(kind, baseline.figure.value) },
    link.target === null ? null : { value: onChart(kind, link.target.value), by: link.target.by },
  )
  const now = newest === undefined || newest.value === null ? null : { month: newest.month, value: newest.value }
  return {
    held,
    verdict: verdictOf({ held, startsOn, code, title, ...headlineFormats(measure) }),
    marks: marksOf(chart, notes, ahead),
    extras: {
      flags: true,
      pathAt: (month) => (path === null || month > path.to.month ? null : pathAt(path, month)),
      baselineTo: baselineMonths === null ? null : (measured[baselineMonths - 1]?.month ?? null),
    },
    ahead,
    path: path === null ? null : pathWords(path, { better, newest: now, figure: figureFormat(measure) }),
  }
}

/** The chart of a measure as an action is judged by it, the same until something it rests on changes. */
export const useActionChart = (measure: Measure, link: ActionMeasure, action: PlanActionDetail): ActionChart => {
  const { milestones, startsOn } = action
  return useMemo(() => chartOf(measure, link, { milestones, startsOn }), [measure, link, milestones, startsOn])
}
