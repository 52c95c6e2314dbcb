import { z } from 'zod'
import { addDays, addMonths, formatIsoDate, type IsoDate } from '#shared/domain/partial-date.ts'
import { labelOf } from '#shared/domain/people.ts'
import { riskWords } from '#shared/features/plan-logs/public.ts'
import type { Risk } from '#shared/features/plan-logs/schema.ts'
import { milestoneStanding, MILESTONE_STANDINGS, planQuarters } from '#shared/features/plan/public.ts'
import { ACTION_STATUSES, type MeasureRun, type Plan, type PlanAction } from '#shared/features/plan/schema.ts'
import { VARIATION_WORDS } from '#shared/statistics/spc-words.ts'
import { measureNow, measureThen, targetText } from './measure-words.ts'
import { asksOf, quarterFrom, reviewName, reviewPeriod, statusCounts } from './rules.ts'
import type { Review } from './schema.ts'

const paperTableSchema = z.object({
  /** What the table shows, for a heading above it and for screen readers. */
  caption: z.string(),
  columns: z.array(z.object({ id: z.string(), header: z.string(), align: z.enum(['start', 'end']) })),
  /** One text for each column. */
  rows: z.array(z.array(z.string())),
})
export type PaperTable = z.output<typeof paperTableSchema>

const paperSectionSchema = z.object({
  id: z.string(),
  title: z.string(),
  paragraphs: z.array(z.string()),
  tables: z.array(paperTableSchema),
})
export type PaperSection = z.output<typeof paperSectionSchema>

/** The board paper of a review: everything that stands on it, in order and in words, whoever draws it. */
export const boardPaperSchema = z.object({
  title: z.string(),
  organisation: z.string(),
  /** Lines beneath the title: the plan, the days looked back on, who led it and when. */
  lines: z.array(z.string()),
  /** The review is still open: the paper is not the last word. */
  draft: z.boolean(),
  sections: z.array(paperSectionSchema),
})
export type BoardPaper = z.output<typeof boardPaperSchema>

/** A target that an action set for a measure. */
interface PaperTarget {
  /** The code of the action. */
  readonly code: string
  readonly measureCode: string
  readonly value: number
  /** `YYYY-MM`. */
  readonly by: string
}

/** What a board paper is made from. */
export interface PaperFacts {
  readonly plan: Plan
  readonly review: Review
  /** Those that stand. */
  readonly risks: readonly Risk[]
  readonly runs: readonly MeasureRun[]
  readonly targets: readonly PaperTarget[]
  readonly today: IsoDate
}

const table = (
  caption: string,
  columns: readonly (string | { readonly header: string; readonly align: 'end' })[],
  rows: readonly (readonly string[])[],
): PaperTable => ({
  caption,
  columns: columns.map((column, at) =>
    typeof column === 'string'
      ? { id: `c${at + 1}`, header: column, align: 'start' }
      : { id: `c${at + 1}`, header: column.header, align: column.align },
  ),
  rows: rows.map((row) => [...row]),
})

const end = (header: string) => ({ header, align: 'end' }) as const

/** A section with one table, or the sentence that says why there is none. */
const listed = (
  id: string,
  title: string,
  none: string,
  made: PaperTable,
  paragraphs: readonly string[] = [],
): PaperSection =>
  made.rows.length === 0
    ? { id, title, paragraphs: [...paragraphs, none], tables: [] }
    : { id, title, paragraphs: [...paragraphs], tables: [made] }

const statusWord = (code: PlanAction['status']): string => labelOf(ACTION_STATUSES, code)

const actionsIn = (count: number): string => (count === 1 ? '1 action' : `${count} actions`)

const summarySection = ({ review }: PaperFacts): PaperSection => {
  const { steps, summary } = review
  const said = steps.filter(({ updateId }) => updateId !== null).length
  const counts = statusCounts(steps).filter(({ before, after }) => before > 0 || after > 0)
  return {
    id: 'summary',
    title: 'In sum',
    paragraphs: [
      ...summary.split(/\n+/).filter((line) => line !== ''),
      `${actionsIn(steps.length)} ${steps.length === 1 ? 'was' : 'were'} open when the review began; something was said of ${said}.`,
    ],
    tables: [
      table(
        'How the actions stood before and after',
        ['Status', end('Before'), end('After')],
        counts.map(({ status, before, after }) => [statusWord(status), String(before), String(after)]),
      ),
    ],
  }
}

const doneSection = ({ review }: PaperFacts): PaperSection =>
  listed(
    'done',
    'What was done',
    'Nothing was written down at this review.',
    table(
      'What was done, action by action',
      ['Action', 'What happened', 'Next step'],
      review.steps
        .filter(({ words }) => words !== '')
        .map(({ code, title, words, nextStep }) => [`${code} ${title}`, words, nextStep || 'None']),
    ),
  )

const statusSection = ({ plan, review }: PaperFacts): PaperSection =>
  listed(
    'status',
    'How each action stands',
    'No action was open.',
    table(
      'Each action with its status before and after',
      ['Action', 'Objective', 'Who', 'Due', 'Before', 'Now'],
      review.steps.map((step) => {
        const action = plan.actions.find(({ id }) => id === step.actionId)
        return [
          `${step.code} ${step.title}`,
          String(step.objectiveNumber),
          action?.ownerName ?? 'Nobody named',
          step.dueOn === null ? 'Removed' : formatIsoDate(step.dueOn),
          statusWord(step.before),
          step.gone ? 'Removed' : statusWord(step.now),
        ]
      }),
    ),
  )

const carriedSection = ({ review }: PaperFacts): PaperSection[] => {
  if (review.kind !== 'year_end') return []
  const carried = review.steps.flatMap(({ code, title, carried: move }) =>
    move === null
      ? []
      : [[`${code} ${title}`, formatIsoDate(move.fromDue), formatIsoDate(move.toDue), move.reason ?? 'Not given']],
  )
  const stopped = review.steps
    .filter(({ now, before }) => now === 'stopped' && before !== 'stopped')
    .map(({ code, title, words }) => [`${code} ${title}`, words || 'Not given'])
  return [
    {
      id: 'carried',
      title: 'Carried forward and stopped',
      paragraphs: carried.length + stopped.length === 0 ? ['Nothing was carried forward or stopped.'] : [],
      tables: [
        ...(carried.length === 0
          ? []
          : [table('Actions carried forward', ['Action', 'Was due', 'Now due', 'Why'], carried)]),
        ...(stopped.length === 0 ? [] : [table('Actions stopped', ['Action', 'Why'], stopped)]),
      ],
    },
  ]
}

const measureRows = ({ plan, review, runs, targets }: PaperFacts): string[][] => {
  // The year's own baseline, as the action shows it: what the end of that year froze is for the year after.
  const year = quarterFrom(plan.startsOn, review.quarter)?.year ?? 1
  const baselines = plan.baselines.filter((one) => one.year < year)
  const walked = new Set(review.steps.map(({ actionId }) => actionId))
  const codesWalked = new Set(review.steps.map((step) => step.code))
  const codes = [
    ...new Set(plan.actions.filter(({ id }) => walked.has(id)).flatMap(({ measureCodes }) => measureCodes)),
  ]
  return codes.flatMap((code) => {
    const run = runs.find(({ measureCode }) => measureCode === code)
    const baseline = baselines.findLast(({ measureCode }) => measureCode === code)
    if (run === undefined && baseline === undefined) return []
    const target = targets.find((one) => one.measureCode === code && codesWalked.has(one.code))
    return [
      [
        run?.title ?? baseline?.measureTitle ?? code,
        measureThen(run, baseline),
        measureNow(run),
        target === undefined ? 'None set' : targetText(run, baseline, target),
        run === undefined ? 'Not counted here' : VARIATION_WORDS[run.variation].short,
      ],
    ]
  })
}

const measuresSection = (facts: PaperFacts): PaperSection =>
  listed(
    'measures',
    'Measures beside baseline and target',
    'No action that was looked at names a measure.',
    table(
      'Measures that the actions are to move',
      ['Measure', end('Baseline'), end('Now'), 'Target', 'Is it changing?'],
      measureRows(facts),
    ),
    ['Whether a line has moved is judged by the rules of statistical process control, not by eye.'],
  )

const risksSection = ({ risks, plan }: PaperFacts): PaperSection =>
  listed(
    'risks',
    'Risks',
    'No risk stands.',
    table(
      'Risks that stand, the greatest first',
      ['Risk', 'Weight', 'What is done about it', 'Who', 'Action'],
      risks.map((risk) => [
        risk.words,
        riskWords(risk),
        risk.response || 'Nothing yet',
        risk.ownerName ?? 'Nobody named',
        plan.actions.find(({ id }) => id === risk.actionId)?.code ?? 'None',
      ]),
    ),
  )

const asksSection = ({ review }: PaperFacts): PaperSection =>
  listed(
    'asks',
    'What we ask',
    'Nothing is asked.',
    table(
      'What is asked of the board, the network or a partner',
      ['Action', 'Ask'],
      asksOf(review.steps).map(({ code, title, ask }) => [`${code} ${title}`, ask]),
    ),
  )

const decisionsSection = ({ review }: PaperFacts): PaperSection =>
  listed(
    'decisions',
    'Decisions',
    'No decision was taken.',
    table(
      'Decisions taken at this review',
      ['Decision', 'Why', 'Who'],
      review.decisions.map(({ words, why, decidedBy }) => [words, why || 'Not written', decidedBy]),
    ),
  )

const nextSection = ({ plan, review, today }: PaperFacts): PaperSection => {
  const { to } = reviewPeriod(plan.startsOn, review)
  const ahead = addDays(addMonths(addDays(to, 1), 3), -1)
  // A review held late looks ahead from where it is held, so that what was missed since stands in it.
  const here = planQuarters(plan.startsOn).find((quarter) => quarter.from <= today && today <= quarter.to)
  const until = here !== undefined && here.to > ahead ? here.to : ahead
  const rows = plan.actions
    .flatMap((action) => action.milestones.map((milestone) => ({ action, milestone })))
    .filter(({ action, milestone }) => milestone.metOn === null && milestone.dueOn <= until && action.endedOn === null)
    .toSorted((a, b) => a.milestone.dueOn.localeCompare(b.milestone.dueOn))
    .map(({ action, milestone }) => [
      formatIsoDate(milestone.dueOn),
      milestone.title,
      `${action.code} ${action.title}`,
      action.ownerName ?? 'Nobody named',
      labelOf(MILESTONE_STANDINGS, milestoneStanding(milestone, today)),
    ])
  return listed(
    'next',
    `Milestones until ${formatIsoDate(until)}`,
    'No milestone is due by then.',
    table('Milestones still to be met', ['Due', 'Milestone', 'Action', 'Who', 'Stands'], rows),
  )
}

/** Puts the paper for the board together. The same facts give the same paper. */
export const boardPaper = (facts: PaperFacts): BoardPaper => {
  const { plan, review } = facts
  const { from, to } = reviewPeriod(plan.startsOn, review)
  return {
    title: reviewName(plan.startsOn, review),
    organisation: plan.organisation,
    lines: [
      plan.title,
      `Looks back on ${formatIsoDate(from)} to ${formatIsoDate(to)}.`,
      `Led by ${review.ledBy}, begun ${formatIsoDate(review.openedOn)}${review.closedOn === null ? ' and not closed yet' : `, closed ${formatIsoDate(review.closedOn)}`}.`,
    ],
    draft: review.state === 'open',
    sections: [
      summarySection(facts),
      doneSection(facts),
      statusSection(facts),
      ...carriedSection(facts),
      measuresSection(facts),
      risksSection(facts),
      asksSection(facts),
      decisionsSection(facts),
      nextSection(facts),
    ],
  }
}
