import type { ReactNode } from 'react'
import { PlainTable } from '#renderer/ui/table/plain-table.tsx'
import { formatIsoDate, type IsoDate } from '#shared/domain/partial-date.ts'
import { labelOf } from '#shared/domain/people.ts'
import { levelWords } from '#shared/features/development/areas.ts'
import { areaLabel } from '#shared/features/development/public.ts'
import { EVIDENCE_KINDS, type Goal, type OwnLearning } from '#shared/features/development/schema.ts'
import { hoursForGoal } from '#shared/features/development/totals.ts'
import { hoursWords } from '#shared/features/plan-logs/public.ts'
import { HoursTable } from './hours-panel.tsx'
import { goalStanding } from './learning-words.ts'
import classes from './development.module.css'

type PrintedProps = { readonly own: OwnLearning; readonly today: IsoDate; readonly name: string }

const GoalOnPaper = ({
  goal,
  own,
  today,
}: {
  readonly goal: Goal
  readonly own: OwnLearning
  readonly today: IsoDate
}) => (
  <section>
    <h3>{goal.title}</h3>
    <p>
      {[
        goal.area === null ? null : areaLabel(goal.area),
        goalStanding(goal, today),
        `${hoursWords(hoursForGoal(goal.id, own.evidence))} of learning`,
      ]
        .filter((part) => part !== null)
        .join('. ')}
    </p>
    {goal.why !== '' && <p>{`Why: ${goal.why}`}</p>}
    {goal.how !== '' && <p>{`How: ${goal.how}`}</p>}
    {goal.evidence !== '' && <p>{`Shown by: ${goal.evidence}`}</p>}
  </section>
)

/** The development plan on paper, with needs, evidence and hours. */
export const PrintedDevelopment = ({ own, today, name }: PrintedProps): ReactNode => (
  <div className={classes.printed}>
    <h2>{`Personal development plan of ${name}, ${formatIsoDate(today)}`}</h2>
    {own.goals.map((goal) => (
      <GoalOnPaper key={goal.id} goal={goal} own={own} today={today} />
    ))}
    <h3>Needs</h3>
    <PlainTable
      caption="Needs"
      rows={own.needs}
      rowId={({ id }) => id}
      columns={[
        { id: 'area', header: 'Area', rowHeader: true, cell: ({ area }) => areaLabel(area) },
        { id: 'now', header: 'Now', cell: ({ levelNow }) => levelWords(levelNow) },
        { id: 'wanted', header: 'Wanted', cell: ({ levelWanted }) => levelWords(levelWanted) },
        { id: 'words', header: 'What to learn', cell: ({ words }) => words },
      ]}
    />
    <h3>Evidence</h3>
    <PlainTable
      caption="Evidence"
      rows={own.evidence}
      rowId={({ id }) => id}
      columns={[
        { id: 'day', header: 'Day', cell: ({ learntOn }) => formatIsoDate(learntOn) },
        { id: 'words', header: 'What it was', rowHeader: true, cell: ({ words }) => words },
        { id: 'form', header: 'Sort', cell: ({ form }) => labelOf(EVIDENCE_KINDS, form) },
        { id: 'hours', header: 'Hours', align: 'end', cell: ({ hours }) => hours.toLocaleString('en-GB') },
        { id: 'reflection', header: 'What I make of it', cell: ({ reflection }) => reflection },
      ]}
    />
    <h3>Hours by year, April to March</h3>
    <HoursTable own={own} />
  </div>
)
