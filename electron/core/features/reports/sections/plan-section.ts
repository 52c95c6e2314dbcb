import { formatIsoDate } from '#shared/domain/partial-date.ts'
import { ACTION_STATUSES, type ActionStatus, type PlanProgress, statusLabel } from '#shared/features/plan/public.ts'
import { periodWords } from '#shared/features/reports/period.ts'
import type { TableCell, UsedRule } from '#shared/features/reports/schema.ts'
import { column, type SectionContext, type SectionDraft, table, textCell } from './section.ts'

/** The rule that plan progress rests on, in reports that have it. */
export const PLAN_RULE: UsedRule = {
  code: 'plan',
  version: '2',
  label: 'Plan progress',
  text: 'Actions, milestones and how they stand are as the lead had recorded them when the report was frozen, not at the end of the period. An action counts once, under the objective that it stands under. A milestone is missed when its day has passed and it is not met; one of a stopped action that was not met is no longer due. These are counts of work and of no patient, so none is hidden.',
  source: 'Throughline; the five objectives are those of the primary care cancer lead',
}

const numberCell = (value: number): TableCell => ({ kind: 'number', value })

const total = ({ objectives }: PlanProgress, wanted: ActionStatus): number =>
  objectives.reduce((sum, { statuses }) => sum + statuses[wanted], 0)

const all = (plan: PlanProgress): number => ACTION_STATUSES.reduce((sum, { code }) => sum + total(plan, code), 0)

const findingOf = (plan: PlanProgress): string => {
  const count = all(plan)
  if (count === 0) return 'The action plan has no action yet.'
  const wanting = (['at_risk', 'off_track'] as const)
    .filter((status) => total(plan, status) > 0)
    .map(
      (status) =>
        `${total(plan, status)} ${total(plan, status) === 1 ? 'is' : 'are'} ${statusLabel(status).toLowerCase()}`,
    )
  const done = total(plan, 'done')
  return `${done} of ${count} actions ${done === 1 ? 'is' : 'are'} done${wanting.length === 0 ? '' : `, ${wanting.join(' and ')}`}.`
}

const objectivesTable = (plan: PlanProgress) =>
  table({
    id: 'plan-objectives',
    title: 'Actions by objective and how they stand',
    columns: [column('Objective', 'text'), ...ACTION_STATUSES.map(({ label }) => column(label, 'count'))],
    rows: [
      ...plan.objectives.map(({ number, words, statuses }) => [
        textCell(`${number} ${words}`),
        ...ACTION_STATUSES.map(({ code }) => numberCell(statuses[code])),
      ]),
      [textCell('All'), ...ACTION_STATUSES.map(({ code }) => numberCell(total(plan, code)))],
    ],
    totalRow: true,
  })

/** How the practice's own action plan comes on: work and dates, nobody's patient. */
export const planSection = ({ plan, period }: SectionContext): SectionDraft => {
  if (plan === undefined) throw new RangeError('a report without a plan has no such section')
  const { title, startsOn, endsOn, signedOn, asOf, milestones, actions } = plan
  const signed = signedOn === null ? 'It is a draft.' : `It was signed on ${formatIsoDate(signedOn)}.`
  return {
    section: {
      id: 'plan',
      title: 'Plan progress',
      finding: findingOf(plan),
      blocks: [
        {
          type: 'paragraph',
          text: `${title} runs from ${formatIsoDate(startsOn)} to ${formatIsoDate(endsOn)}. ${signed} It is told as it stood on ${formatIsoDate(asOf)}.`,
        },
        objectivesTable(plan),
        table({
          id: 'plan-milestones',
          title: `Milestones, ${periodWords(period)}`,
          columns: [column('Milestones', 'text'), column('Number', 'count')],
          rows: [
            [textCell('Met in the period'), numberCell(milestones.met)],
            [textCell('Due in the period'), numberCell(milestones.due)],
            [textCell('Due in the period and missed'), numberCell(milestones.missed)],
          ],
        }),
        ...(actions.length === 0
          ? []
          : [
              table({
                id: 'plan-actions',
                title: 'Open actions, and those that ended in the period',
                columns: [
                  column('Action', 'text'),
                  column('What is done', 'text'),
                  column('Due', 'text'),
                  column('Status', 'text'),
                ],
                rows: actions.map(({ code, title: name, dueOn, status }) =>
                  [code, name, formatIsoDate(dueOn), statusLabel(status)].map(textCell),
                ),
              }),
            ]),
      ],
    },
    explanations: [],
  }
}
