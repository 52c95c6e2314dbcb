import type { ReactNode } from 'react'
import { today } from '#renderer/app/clock.ts'
import type { FieldFaults } from '#renderer/app/undoable.ts'
import { startingOn } from '#renderer/features/plan-start/public.ts'
import { DateField } from '#renderer/ui/fields/date-field.tsx'
import { SelectField } from '#renderer/ui/fields/select-field.tsx'
import { TextField } from '#renderer/ui/fields/text-field.tsx'
import { Panel } from '#renderer/ui/panel.tsx'
import type { Plan } from '#shared/features/plan/schema.ts'
import { type PlanSheet, planLine } from '#shared/features/plan/public.ts'
import { asksForStarts, type BringInForm, objectivesOf } from './bring-in-form.ts'
import classes from './plan-import.module.css'

/** What the fields are called, for the list of what to put right. */
export const FIELD_LABELS: Readonly<Record<string, string>> = {
  title: 'Name of the plan',
  organisation: 'Whose plan',
  startsOn: 'Starts on',
  starts: 'Actions start on',
  others: 'Objective of rows that name none',
}

interface AboutPanelProps {
  readonly sheet: PlanSheet
  readonly plan: Plan | null
  readonly form: BringInForm
  readonly change: (part: Partial<BringInForm>) => void
  readonly idOf: (field: string) => string
  readonly faults: FieldFaults
}

const NewPlan = ({ form, change, idOf, faults }: AboutPanelProps): ReactNode => {
  const { about } = form
  const field = (name: 'title' | 'organisation' | 'startsOn') => ({
    id: idOf(name),
    label: FIELD_LABELS[name] ?? '',
    error: faults[name],
  })
  const set = (part: Partial<typeof about>): void => change({ about: { ...about, ...part } })
  return (
    <>
      <TextField {...field('title')} maxLength={120} value={about.title} onChange={(title) => set({ title })} />
      <TextField
        {...field('organisation')}
        maxLength={120}
        value={about.organisation}
        onChange={(organisation) => set({ organisation })}
      />
      <DateField
        {...field('startsOn')}
        hint="The first day of a month. The plan runs for three years."
        exact
        value={about.startsOn}
        onChange={(startsOn) => change({ about: startingOn(about, startsOn) })}
      />
    </>
  )
}

/** Which plan the actions go into, and what the sheet does not say of them. */
export const AboutPanel = (props: AboutPanelProps): ReactNode => {
  const { sheet, plan, form, change, idOf, faults } = props
  const unnamed = sheet.actions.some(({ objective }) => objective === null)
  return (
    <Panel title={plan === null ? 'The new plan' : 'Into this plan'}>
      <div className={classes.form}>
        {plan === null ? (
          <NewPlan {...props} />
        ) : (
          <p className={classes.into}>
            <b>{plan.title}</b>
            <span>{planLine(plan, today())}</span>
          </p>
        )}
        {asksForStarts(sheet) && (
          <DateField
            id={idOf('starts')}
            label={FIELD_LABELS['starts'] ?? ''}
            hint="No column says when they start."
            error={faults['starts']}
            exact
            value={form.starts}
            onChange={(starts) => change({ starts })}
          />
        )}
        {unnamed && (
          <SelectField
            id={idOf('others')}
            label={FIELD_LABELS['others'] ?? ''}
            hint="For every one of them. In the list you can choose another for a single row."
            error={faults['others']}
            clearable
            options={objectivesOf(plan).map(({ number, title }) => ({
              value: String(number),
              label: `${number} ${title}`,
            }))}
            value={form.others === null ? null : String(form.others)}
            onChange={(value) => change({ others: value === null ? null : Number(value) })}
          />
        )}
      </div>
    </Panel>
  )
}
