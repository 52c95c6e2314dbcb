import { IconPlus } from '@tabler/icons-react'
import { type ReactNode, useState } from 'react'
import { today as dayNow } from '#renderer/app/clock.ts'
import { core } from '#renderer/app/core-client.ts'
import { useCoreQuery } from '#renderer/app/core-query.ts'
import { QuickForm, TwoFields } from '#renderer/app/quick-form.tsx'
import { doUndoable } from '#renderer/app/undoable.ts'
import { useQuickForm } from '#renderer/app/use-quick-form.ts'
import { Button } from '#renderer/ui/button.tsx'
import { DateField } from '#renderer/ui/fields/date-field.tsx'
import { SelectField } from '#renderer/ui/fields/select-field.tsx'
import { SuggestField } from '#renderer/ui/fields/suggest-field.tsx'
import { TextField } from '#renderer/ui/fields/text-field.tsx'
import { FilterChip } from '#renderer/ui/filter-chip.tsx'
import { type ActionDates, newDatesInYear } from '#shared/features/plan/board.ts'
import type { Plan, PlanYear } from '#shared/features/plan/schema.ts'
import { squareYear } from '#shared/features/plan/years.ts'
import { type ActionForm, blankMilestone, milestoneField, newActionForm, readActionForm } from './action-form.ts'
import classes from './plan.module.css'

interface AddActionDialogProps {
  readonly plan: Plan
  /** The square that it is for; null: the first objective in the year under way. */
  readonly square: { readonly objectiveId: string; readonly year: PlanYear } | null
  readonly onClose: () => void
  readonly onAdded: (id: string) => void
  readonly onFailedUndo: (words: string) => void
}

const LABELS = {
  objectiveId: 'Objective',
  title: 'What is to be done',
  ownerName: 'Owner',
  partners: 'With whom',
  startsOn: 'Starts',
  dueOn: 'Due',
  measureCodes: 'Measure that it is to move',
} as const

const MOST_MEASURES = 20

type ChangeForm = (part: Partial<ActionForm>) => void

interface PartProps {
  readonly form: ActionForm
  readonly change: ChangeForm
}

/** The measures that were picked, and the way to another. */
const MeasureFields = ({ form, change }: PartProps): ReactNode => {
  const measures = useCoreQuery('measures', 'library', {}).data?.measures ?? []
  const titleOf = (code: string): string => measures.find((one) => one.code === code)?.title ?? code
  const { measureCodes } = form
  const free = measures.filter(({ code }) => !measureCodes.includes(code))
  return (
    <div className={classes.measureFields}>
      {measureCodes.length < MOST_MEASURES && (
        <SelectField
          label={LABELS.measureCodes}
          optional
          searchable
          placeholder="Choose from the library"
          options={free.map(({ code, title }) => ({ value: code, label: title }))}
          value={null}
          onChange={(code) => code !== null && change({ measureCodes: [...measureCodes, code] })}
        />
      )}
      {measureCodes.length > 0 && (
        <div className={classes.picked}>
          {measureCodes.map((code) => (
            <FilterChip
              key={code}
              onRemove={() => change({ measureCodes: measureCodes.filter((one) => one !== code) })}
            >
              {titleOf(code)}
            </FilterChip>
          ))}
        </div>
      )}
    </div>
  )
}

const MilestoneFields = ({
  form,
  change,
  idOf,
  faults,
}: PartProps & {
  readonly idOf: (field: string) => string
  readonly faults: Readonly<Record<string, string>>
}): ReactNode => {
  const { milestones } = form
  const next = Math.max(-1, ...milestones.map(({ key }) => key)) + 1
  const set = (key: number, part: Partial<ActionForm['milestones'][number]>): void =>
    change({ milestones: milestones.map((one) => (one.key === key ? { ...one, ...part } : one)) })
  return (
    <fieldset className={classes.milestoneFields}>
      <legend>First milestones</legend>
      {milestones.map(({ key, title, due }, index) => (
        <TwoFields key={key}>
          <TextField
            id={idOf(milestoneField(key, 'title'))}
            label={`Milestone ${index + 1}`}
            optional
            maxLength={120}
            value={title}
            onChange={(words) => set(key, { title: words })}
            error={faults[milestoneField(key, 'title')]}
          />
          <DateField
            id={idOf(milestoneField(key, 'due'))}
            label="Due"
            optional
            exact
            value={due}
            onChange={(day) => set(key, { due: day })}
            calendarFrom={dayNow()}
            error={faults[milestoneField(key, 'due')]}
          />
        </TwoFields>
      ))}
      <Button
        kind="quiet"
        size="small"
        icon={IconPlus}
        onClick={() => change({ milestones: [...milestones, blankMilestone(next)] })}
      >
        Another milestone
      </Button>
    </fieldset>
  )
}

const usualSquare = (plan: Plan): { readonly objectiveId: string; readonly dates: ActionDates } => {
  const today = dayNow()
  const year = squareYear(plan.startsOn, today)
  return { objectiveId: plan.objectives[0]?.id ?? '', dates: newDatesInYear(plan.startsOn, year, today) }
}

/** Adds an action with its dates, measures and first milestones in one step. */
export const AddActionDialog = ({ plan, square, onClose, onAdded, onFailedUndo }: AddActionDialogProps): ReactNode => {
  const { saving, idOf, field, labels } = useQuickForm(LABELS)
  const [form, setForm] = useState(() => {
    const usual = usualSquare(plan)
    if (square === null) return newActionForm(usual.objectiveId, usual.dates)
    return newActionForm(square.objectiveId, newDatesInYear(plan.startsOn, square.year, dayNow()))
  })
  const change: ChangeForm = (part) => setForm((before) => ({ ...before, ...part }))
  const owners = [...new Set(plan.actions.flatMap(({ ownerName }) => ownerName ?? []))]
  const save = async (): Promise<void> => {
    const read = readActionForm(form)
    if ('faults' in read) return saving.refuse(read.faults)
    let id: string | undefined
    const saved = await saving.send(async () => {
      const work = core.plan.addActions({ planId: plan.id, actions: [{ ...read.value, origin: null }] })
      const done = await doUndoable(work, `Added: ${read.value.fields.title}.`, onFailedUndo)
      if (done.refused === null) id = done.answer.ids[0]
      return done
    })
    if (saved) onAdded(id ?? '')
  }
  const milestoneLabels = Object.fromEntries(
    form.milestones.flatMap(({ key }, index) => [
      [milestoneField(key, 'title'), `Milestone ${index + 1}`],
      [milestoneField(key, 'due'), `Milestone ${index + 1}, due`],
    ]),
  )
  return (
    <QuickForm
      title="Add an action"
      saving={saving}
      labels={{ ...labels, ...milestoneLabels }}
      idOf={idOf}
      save="Add the action"
      onSave={() => void save()}
      firstField="title"
      width={700}
      onClose={onClose}
    >
      <TextField {...field('title')} maxLength={120} value={form.title} onChange={(title) => change({ title })} />
      <SelectField
        {...field('objectiveId')}
        options={plan.objectives.map(({ id, number, title }) => ({ value: id, label: `${number} ${title}` }))}
        value={form.objectiveId}
        onChange={(objectiveId) => change({ objectiveId: objectiveId ?? form.objectiveId })}
      />
      <TwoFields>
        <DateField
          {...field('startsOn')}
          exact
          value={form.starts}
          onChange={(starts) => change({ starts })}
          calendarFrom={dayNow()}
        />
        <DateField
          {...field('dueOn')}
          exact
          value={form.due}
          onChange={(due) => change({ due })}
          calendarFrom={dayNow()}
        />
      </TwoFields>
      <TwoFields>
        <SuggestField
          {...field('ownerName')}
          optional
          maxLength={80}
          suggestions={owners}
          value={form.owner}
          onChange={(owner) => change({ owner })}
        />
        <TextField
          {...field('partners')}
          optional
          maxLength={400}
          value={form.partners}
          onChange={(partners) => change({ partners })}
        />
      </TwoFields>
      <MeasureFields form={form} change={change} />
      <MilestoneFields form={form} change={change} idOf={idOf} faults={saving.faults} />
    </QuickForm>
  )
}
