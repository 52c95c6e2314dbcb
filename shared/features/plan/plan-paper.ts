import { formatIsoDate, type IsoDate } from '#shared/domain/partial-date.ts'
import { figureText, LIBRARY, rangeText, valueText } from '#shared/features/measures/public.ts'
import {
  day,
  DEMO_NOTICE,
  figure,
  type Paper,
  type PaperSection,
  paragraphs,
  table,
  text,
} from '#shared/features/papers/public.ts'
import { spcMonth, VARIATION_WORDS } from '#shared/statistics/spc-words.ts'
import { isDropped, MILESTONE_STANDINGS, milestonesStanding, milestoneStanding } from './milestones.ts'
import {
  ACTION_STATUSES,
  type ActionTarget,
  type MeasureRun,
  type Plan,
  type PlanAction,
  type PlanBaseline,
  type PlanObjective,
} from './schema.ts'
import { planLine, statusLabel } from './words.ts'
import { planYears, squareYear } from './years.ts'

interface PlanAndRuns {
  readonly plan: Plan
  /** Of the measures that actions are to move. */
  readonly runs: readonly MeasureRun[]
  readonly targets: readonly ActionTarget[]
  readonly today: IsoDate
  readonly demo: boolean
}

const counted = <Code extends string>(
  codes: readonly { readonly code: Code; readonly label: string }[],
  of: readonly Code[],
): string =>
  of.length === 0
    ? 'None'
    : `${of.length}: ${codes
        .map(({ code, label }) => ({ label, number: of.filter((one) => one === code).length }))
        .filter(({ number }) => number > 0)
        .map(({ label, number }) => `${number} ${label.toLowerCase()}`)
        .join(', ')}`

const kindOf = (code: string) => LIBRARY.find(({ definition }) => definition.code === code)?.definition.kind ?? 'count'

const months = ({ from, to }: Pick<PlanBaseline, 'from' | 'to'>): string => `${spcMonth(from)} to ${spcMonth(to)}`

const baselineRow = (baseline: PlanBaseline) => {
  const measure = { kind: kindOf(baseline.measureCode), unit: baseline.unit }
  return [
    text(baseline.measureTitle),
    text(months(baseline)),
    text(figureText(measure, baseline.figure)),
    text(rangeText(measure, baseline.figure) ?? ''),
    day(baseline.frozenOn),
  ]
}

const beginning = ({ strengths, gaps, baselines }: Plan): PaperSection => ({
  title: 'Where we began',
  blocks: [
    ...(strengths === '' ? [] : paragraphs(`What works well: ${strengths}`)),
    ...(gaps === '' ? [] : paragraphs(`What is missing: ${gaps}`)),
    ...(baselines.length === 0
      ? paragraphs('No figures were chosen to measure this plan against.')
      : [
          table(
            'Figures to measure the plan against',
            ['Measure', 'Months', 'Figure', 'Range', 'Frozen on'],
            baselines.map(baselineRow),
            baselines.some(({ frozenOn }) => frozenOn === null)
              ? 'A figure without a day is that of today: it is frozen when the plan is signed.'
              : null,
          ),
        ]),
  ],
})

const underObjective = ({ actions }: Plan, { id }: PlanObjective): PlanAction[] =>
  actions.filter(({ objectiveId }) => objectiveId === id)

const atAGlance = (plan: Plan): PaperSection => {
  const years = planYears(plan.startsOn)
  const square = (objective: PlanObjective, year: number): string =>
    underObjective(plan, objective)
      .filter(({ dueOn }) => squareYear(plan.startsOn, dueOn) === year)
      .map(({ code, title, status }) => `${code} ${title} (${statusLabel(status).toLowerCase()})`)
      .join('\n') || 'Nothing planned'
  return {
    title: 'Three years at a glance',
    blocks: [
      table(
        'Actions by objective and by the year in which they are due',
        [
          'Objective',
          ...years.map(({ year, from, to }) => `Year ${year}, ${formatIsoDate(from)} to ${formatIsoDate(to)}`),
        ],
        plan.objectives.map((objective) => [
          text(`${objective.number} ${objective.words}`),
          ...years.map(({ year }) => text(square(objective, year))),
        ]),
      ),
    ],
  }
}

const titleOfMeasure = (runs: readonly MeasureRun[], code: string): string =>
  runs.find(({ measureCode }) => measureCode === code)?.title ?? code

const objectiveSection = ({ plan, runs, today }: PlanAndRuns, objective: PlanObjective): PaperSection => {
  const actions = underObjective(plan, objective)
  const milestones = actions.flatMap((action) =>
    action.milestones.map((milestone) => ({ ...milestone, code: action.code, dropped: isDropped(action, milestone) })),
  )
  const standing = (milestone: (typeof milestones)[number]): string => {
    if (milestone.dropped) return 'No longer due'
    const code = milestoneStanding(milestone, today)
    return MILESTONE_STANDINGS.find((one) => one.code === code)?.label ?? code
  }
  return {
    title: `${objective.number} ${objective.title}`,
    blocks:
      actions.length === 0
        ? paragraphs('No action yet.')
        : [
            table(
              `Actions under objective ${objective.number}`,
              ['Code', 'Action', 'Owner', 'With', 'Measures', 'Starts', 'Due', 'Status'],
              actions.map((action) => [
                text(action.code),
                text(action.title),
                text(action.ownerName ?? 'Nobody yet'),
                text(action.partners),
                text(action.measureCodes.map((code) => titleOfMeasure(runs, code)).join(', ')),
                day(action.startsOn),
                day(action.dueOn),
                text(statusLabel(action.status)),
              ]),
            ),
            ...(milestones.length === 0
              ? []
              : [
                  table(
                    `Milestones under objective ${objective.number}`,
                    ['Action', 'Milestone', 'Due', 'Met', 'How it stands'],
                    milestones.map((milestone) => [
                      text(milestone.code),
                      text(milestone.title),
                      day(milestone.dueOn),
                      day(milestone.metOn),
                      text(standing(milestone)),
                    ]),
                  ),
                ]),
          ],
  }
}

const newest = ({ series }: MeasureRun) => series.findLast(({ value }) => value !== null)

const targetWords = ({ measureCode }: MeasureRun, targets: readonly ActionTarget[]): string =>
  targets
    .filter((target) => target.measureCode === measureCode)
    .map(({ code, value, by }) => `${valueText(kindOf(measureCode), value)} by ${spcMonth(by)} (${code})`)
    .join('\n') || 'none'

const measuresSection = ({ plan, runs, targets }: PlanAndRuns): PaperSection[] => {
  if (runs.length === 0) return []
  return [
    {
      title: 'Is it working?',
      blocks: [
        table(
          'What the measures of the actions say',
          ['Measure', 'Baseline', 'Newest month', '#Value', 'Target', 'What the run of months says'],
          runs.map((run) => {
            const kind = kindOf(run.measureCode)
            const baseline = plan.baselines.findLast(({ measureCode }) => measureCode === run.measureCode)
            const last = newest(run)
            return [
              text(`${run.title}, ${run.unit}`),
              text(baseline === undefined ? 'none' : figureText({ kind, unit: run.unit }, baseline.figure)),
              text(last === undefined ? '' : spcMonth(last.month)),
              last?.value == null ? text('not measured') : figure(last.value, valueText(kind, last.value)),
              text(targetWords(run, targets)),
              text(VARIATION_WORDS[run.variation].sentence),
            ]
          }),
          'Whether a measure changed is told by the rules of statistical process control, not by comparing two months.',
        ),
      ],
    },
  ]
}

/** The action plan as a document: where it began, its squares, every action and milestone, and whether it works. */
export const planPaper = (source: PlanAndRuns): Paper => {
  const { plan, today, demo } = source
  const milestones = milestonesStanding(plan.actions)
  const standings = milestones.map((milestone) => milestoneStanding(milestone, today))
  return {
    title: plan.title,
    organisation: plan.organisation,
    notices: demo ? [DEMO_NOTICE] : [],
    lines: [],
    facts: [
      { name: 'Where it stands', value: planLine(plan, today) },
      ...(plan.signedBy === null ? [] : [{ name: 'Signed by', value: plan.signedBy }]),
      {
        name: 'Actions',
        value: counted(
          ACTION_STATUSES,
          plan.actions.map(({ status }) => status),
        ),
      },
      { name: 'Milestones', value: counted(MILESTONE_STANDINGS, standings) },
    ],
    sections: [
      beginning(plan),
      atAGlance(plan),
      ...plan.objectives.map((objective) => objectiveSection(source, objective)),
      ...measuresSection(source),
    ],
    madeOn: today,
  }
}
