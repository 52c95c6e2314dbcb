import { type ReactNode, useState } from 'react'
import { today as dayNow } from '#renderer/app/clock.ts'
import { AddEntry, LogLine, LogList } from '#renderer/features/plan-logs/public.ts'
import { EmptyState } from '#renderer/ui/empty-state.tsx'
import { DateField } from '#renderer/ui/fields/date-field.tsx'
import { TextAreaField } from '#renderer/ui/fields/text-area-field.tsx'
import { TextField } from '#renderer/ui/fields/text-field.tsx'
import { Panel } from '#renderer/ui/panel.tsx'
import { dayPartsOf, formatIsoDate } from '#shared/domain/partial-date.ts'
import { areaLabel } from '#shared/features/development/public.ts'
import type { Goal } from '#shared/features/development/schema.ts'
import { hoursForGoal } from '#shared/features/development/totals.ts'
import { hoursWords } from '#shared/features/plan-logs/public.ts'
import { AreaField } from './area-field.tsx'
import { EntryDrawer } from './entry-drawer.tsx'
import { goalStanding } from './learning-words.ts'
import type { OwnTabProps } from './own-tab.ts'
import { typedDay } from './typed-day.ts'
import { useOpened } from './use-opened.ts'
import classes from './development.module.css'

const LABELS = {
  title: 'What I want to be able to do',
  area: 'Area of the role',
  why: 'Why',
  how: 'How I will learn it',
  byWhen: 'By when',
  doneOn: 'Reached on',
  evidence: 'How it shows',
} as const

const formOf = (goal: Goal | null) => ({
  title: goal?.title ?? '',
  area: goal?.area ?? null,
  why: goal?.why ?? '',
  how: goal?.how ?? '',
  byWhen: dayPartsOf(goal?.byWhen ?? null),
  doneOn: dayPartsOf(goal?.doneOn ?? null),
  evidence: goal?.evidence ?? '',
})

type GoalDrawerProps = {
  readonly row: Goal | null
  readonly onClose: () => void
  readonly onRemove: () => void
  readonly onFailure: (words: string) => void
}

const GoalDrawer = ({ row, ...rest }: GoalDrawerProps): ReactNode => {
  const [form, setForm] = useState(() => formOf(row))
  const change = (part: Partial<typeof form>): void => setForm((before) => ({ ...before, ...part }))
  const read = () => {
    const [wanted, done] = [typedDay('byWhen', form.byWhen), typedDay('doneOn', form.doneOn)]
    return {
      entry: { kind: 'goal', ...form, byWhen: wanted.day, doneOn: done.day },
      faults: { ...wanted.faults, ...done.faults },
    }
  }
  const texts = [
    { name: 'why', max: 1000 },
    { name: 'how', max: 1000 },
    { name: 'evidence', max: 2000 },
  ] as const
  return (
    <EntryDrawer what="a goal" labels={LABELS} firstField="title" row={row} read={read} {...rest}>
      {(field) => (
        <>
          <TextField
            {...field('title')}
            maxLength={160}
            spellCheck
            value={form.title}
            onChange={(title) => change({ title })}
          />
          <AreaField field={field('area')} none="No one area" value={form.area} onChange={(area) => change({ area })} />
          {texts.slice(0, 2).map(({ name, max }) => (
            <TextAreaField
              key={name}
              {...field(name)}
              optional
              maxLength={max}
              value={form[name]}
              onChange={(text) => change({ [name]: text })}
            />
          ))}
          <DateField
            {...field('byWhen')}
            optional
            exact
            value={form.byWhen}
            onChange={(byWhen) => change({ byWhen })}
            calendarFrom={dayNow()}
          />
          <DateField
            {...field('doneOn')}
            optional
            exact
            value={form.doneOn}
            onChange={(doneOn) => change({ doneOn })}
            calendarFrom={dayNow()}
          />
          <TextAreaField
            {...field('evidence')}
            optional
            maxLength={2000}
            value={form.evidence}
            onChange={(evidence) => change({ evidence })}
          />
        </>
      )}
    </EntryDrawer>
  )
}

/** The development plan: goals, open ones first. */
export const GoalsTab = ({ own, mayWrite, onFailure }: OwnTabProps): ReactNode => {
  const opened = useOpened(own.goals, 'goal', onFailure)
  const open = own.goals.filter(({ doneOn }) => doneOn === null).length
  return (
    <Panel
      title="Development plan"
      aside={`${open} open, ${own.goals.length - open} reached`}
      padding="flush"
      actions={mayWrite && <AddEntry title="Add a goal" onAdd={opened.add} />}
    >
      {own.goals.length === 0 ? (
        <EmptyState title="No goal yet">
          Two or three are enough for a year: what you want to be able to do, how you will learn it, and by when.
        </EmptyState>
      ) : (
        <LogList label="Goals">
          {own.goals.map((goal) => (
            <LogLine
              key={goal.id}
              title={goal.title}
              onOpen={mayWrite ? () => opened.edit(goal) : undefined}
              mark={goalStanding(goal, dayNow())}
            >
              {goal.why !== '' && <small>{`Why: ${goal.why}`}</small>}
              {goal.how !== '' && <small>{`How: ${goal.how}`}</small>}
              {goal.evidence !== '' && <small>{`Shown by: ${goal.evidence}`}</small>}
              <small className={classes.facts}>
                {goal.area !== null && <span>{areaLabel(goal.area)}</span>}
                {goal.doneOn !== null && goal.byWhen !== null && (
                  <span>{`Wanted by ${formatIsoDate(goal.byWhen)}`}</span>
                )}
                <span>{`${hoursWords(hoursForGoal(goal.id, own.evidence))} of learning`}</span>
              </small>
            </LogLine>
          ))}
        </LogList>
      )}
      {opened.isOpen && (
        <GoalDrawer
          key={opened.key}
          row={opened.row}
          onClose={opened.close}
          onRemove={opened.remove}
          onFailure={onFailure}
        />
      )}
    </Panel>
  )
}
