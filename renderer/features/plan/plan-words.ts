import type { MilestoneState } from '#renderer/ui/milestone-shape.tsx'
import { type IsoDate, formatIsoDate } from '#shared/domain/partial-date.ts'
import { civilFromIso, MONTH_NAMES } from '#shared/domain/calendar.ts'
import { milestonesStanding, milestoneStanding } from '#shared/features/plan/milestones.ts'
import type { ActionStatus, MeasureRun, PlanAction, PlanMilestone } from '#shared/features/plan/schema.ts'
import type { PlanYearSpan } from '#shared/features/plan/years.ts'

/** "Mar 2027". */
export const shortMonth = (day: IsoDate): string => {
  const { year, month } = civilFromIso(day)
  return `${(MONTH_NAMES[month - 1] ?? '').slice(0, 3)} ${year}`
}

/** "Year 2, 2026/27". */
export const yearHeading = ({ year, label }: Pick<PlanYearSpan, 'year' | 'label'>): string => `Year ${year}, ${label}`

/** Statuses in the order in which their counts are told. */
export const TOLD_STATUSES: readonly ActionStatus[] = [
  'done',
  'on_track',
  'at_risk',
  'off_track',
  'not_started',
  'stopped',
]

const plural = (count: number, one: string, many: string): string =>
  `${count.toLocaleString('en-GB')} ${count === 1 ? one : many}`

export const actionCount = (count: number): string => plural(count, 'action', 'actions')
export const emptySquareCount = (count: number): string =>
  count === 0 ? 'Something in every square' : plural(count, 'square with nothing in it', 'squares with nothing in them')

/** A milestone is missed from the day after it was due, until it is met. */
export const milestoneState = (milestone: PlanMilestone, today: IsoDate): MilestoneState => {
  const standing = milestoneStanding(milestone, today)
  return standing === 'met' || standing === 'missed' ? standing : 'to come'
}

/** "Report made, due 12 Mar 2026, met 10 Mar 2026". */
export const milestoneName = (milestone: PlanMilestone, today: IsoDate): string => {
  const { title, dueOn, metOn } = milestone
  const state = milestoneState(milestone, today)
  return `${title}, due ${formatIsoDate(dueOn)}, ${state}${metOn === null ? '' : ` ${formatIsoDate(metOn)}`}`
}

/** "milestones: 2 met, 1 to come, 1 missed"; "no milestones". */
export const milestoneWords = ({ milestones }: Pick<PlanAction, 'milestones'>, today: IsoDate): string => {
  if (milestones.length === 0) return 'no milestones'
  const states = milestones.map((milestone) => milestoneState(milestone, today))
  const told = (['met', 'to come', 'missed'] as const).flatMap((state) => {
    const count = states.filter((one) => one === state).length
    return count === 0 ? [] : [`${count} ${state}`]
  })
  return `milestones: ${told.join(', ')}`
}

/** Milestones that were due before today and are not met; none that went with a stopped action. */
export const lateMilestones = (action: Pick<PlanAction, 'status' | 'milestones'>, today: IsoDate): number =>
  milestonesStanding([action]).filter((milestone) => milestoneState(milestone, today) === 'missed').length

const numberText = (value: number): string =>
  value.toLocaleString('en-GB', { maximumFractionDigits: value < 10 ? 1 : 0 })

const runValue = ({ kind, unit }: Pick<MeasureRun, 'kind' | 'unit'>, value: number): string => {
  if (kind === 'proportion') return `${Math.round(value * 100)}%`
  return `${numberText(value)} ${unit}`.trim()
}

const variationWord = (variation: string): string => {
  if (variation.startsWith('improving')) return 'better'
  if (variation.startsWith('concerning')) return 'worse'
  if (variation.startsWith('neither')) return 'changed'
  return variation === 'common cause' ? 'no change' : 'too early to say'
}

/** "11 days, better": the newest month that has a value, and what the rule of the chart says of it. */
export const runWords = (run: MeasureRun): string => {
  const latest = run.series.findLast(({ value }) => value !== null)?.value ?? null
  return latest === null ? 'nothing measured yet' : `${runValue(run, latest)}, ${variationWord(run.variation)}`
}

/** "1 Apr 2026 to 31 Mar 2027". */
export const datesWords = ({ startsOn, dueOn }: Pick<PlanAction, 'startsOn' | 'dueOn'>): string =>
  `${formatIsoDate(startsOn)} to ${formatIsoDate(dueOn)}`

/** "Needs 4.1 first, which ends after this begins": what an action waits for, or nothing. */
export const needWords = (
  { needs, startsOn }: Pick<PlanAction, 'needs' | 'startsOn'>,
  actions: ReadonlyMap<string, Pick<PlanAction, 'code' | 'dueOn'>>,
): string => {
  const first = needs.flatMap((id) => actions.get(id) ?? [])
  if (first.length === 0) return ''
  const told = first.map(({ code, dueOn }) => (dueOn >= startsOn ? `${code}, which ends after this begins` : code))
  return `needs ${told.join(' and ')} first`
}
