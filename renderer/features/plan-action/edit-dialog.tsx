import { type ReactNode, useState } from 'react'
import { today as dayNow } from '#renderer/app/clock.ts'
import { core } from '#renderer/app/core-client.ts'
import { QuickForm, TwoFields } from '#renderer/app/quick-form.tsx'
import { doUndoable } from '#renderer/app/undoable.ts'
import { type FieldOf, useQuickForm } from '#renderer/app/use-quick-form.ts'
import { CheckboxField } from '#renderer/ui/fields/choice-fields.tsx'
import { DateField } from '#renderer/ui/fields/date-field.tsx'
import { SelectField } from '#renderer/ui/fields/select-field.tsx'
import { TextAreaField } from '#renderer/ui/fields/text-area-field.tsx'
import { TextField } from '#renderer/ui/fields/text-field.tsx'
import type { AppError } from '#shared/contract/errors.ts'
import type { Plan, PlanActionDetail } from '#shared/features/plan/schema.ts'
import { type EditForm, editFormOf, readEditForm } from './edit-form.ts'
import classes from './plan-action.module.css'

const LABELS = {
  title: 'What is to be done',
  words: 'How',
  objectiveId: 'Objective',
  alsoObjectiveIds: 'It also serves',
  ownerName: 'Owner',
  partners: 'With whom',
  startsOn: 'Starts',
  dueOn: 'Due',
  costWords: 'Cost in words',
  costPence: 'Cost in pounds',
  riskWords: 'Risk',
  evidenceWords: 'Evidence',
  needs: 'What must be done first',
} as const

type EditDialogProps = {
  readonly action: PlanActionDetail
  readonly plan: Plan
  readonly onClose: () => void
  readonly onFailedUndo: (words: string) => void
}

type FieldsProps = {
  readonly field: FieldOf<keyof typeof LABELS>
  readonly form: EditForm
  readonly change: (part: Partial<EditForm>) => void
  readonly plan: Plan
  readonly ownId: string
}

type TicksProps = {
  readonly legend: string
  readonly choices: readonly { readonly id: string; readonly label: string }[]
  readonly chosen: readonly string[]
  readonly onChange: (chosen: readonly string[]) => void
}

const Ticks = ({ legend, choices, chosen, onChange }: TicksProps): ReactNode => (
  <fieldset className={classes.ticks}>
    <legend>{legend}</legend>
    {choices.map(({ id, label }) => (
      <CheckboxField
        key={id}
        label={label}
        checked={chosen.includes(id)}
        onChange={(isOn) => onChange(isOn ? [...chosen, id] : chosen.filter((one) => one !== id))}
      />
    ))}
  </fieldset>
)

const WhatFields = ({ field, form, change, plan }: FieldsProps): ReactNode => (
  <>
    <TextField {...field('title')} maxLength={120} value={form.title} onChange={(title) => change({ title })} />
    <TextAreaField
      {...field('words')}
      optional
      rows={3}
      maxLength={4000}
      value={form.words}
      onChange={(words) => change({ words })}
    />
    <SelectField
      {...field('objectiveId')}
      options={plan.objectives.map(({ id, number, title }) => ({ value: id, label: `${number}. ${title}` }))}
      value={form.objectiveId}
      onChange={(next) => change({ objectiveId: next ?? form.objectiveId })}
    />
    <Ticks
      legend={LABELS.alsoObjectiveIds}
      choices={plan.objectives
        .filter(({ id }) => id !== form.objectiveId)
        .map(({ id, number, words }) => ({ id, label: `${number}. ${words}` }))}
      chosen={form.alsoObjectiveIds}
      onChange={(alsoObjectiveIds) => change({ alsoObjectiveIds })}
    />
  </>
)

const WhoFields = ({ field, form, change }: FieldsProps): ReactNode => (
  <>
    <TwoFields>
      <TextField
        {...field('ownerName')}
        optional
        maxLength={80}
        value={form.ownerName}
        onChange={(ownerName) => change({ ownerName })}
      />
      <TextField
        {...field('partners')}
        optional
        maxLength={400}
        value={form.partners}
        onChange={(partners) => change({ partners })}
      />
    </TwoFields>
    <TwoFields>
      <DateField
        {...field('startsOn')}
        exact
        value={form.startsOn}
        onChange={(startsOn) => change({ startsOn })}
        calendarFrom={dayNow()}
      />
      <DateField
        {...field('dueOn')}
        exact
        value={form.dueOn}
        onChange={(dueOn) => change({ dueOn })}
        calendarFrom={dayNow()}
      />
    </TwoFields>
    <TwoFields>
      <TextField
        {...field('costWords')}
        optional
        hint="Such as: 2 hours a month"
        maxLength={400}
        value={form.costWords}
        onChange={(costWords) => change({ costWords })}
      />
      <TextField
        {...field('costPence')}
        optional
        inputMode="decimal"
        characters={10}
        value={form.costPence}
        onChange={(costPence) => change({ costPence })}
      />
    </TwoFields>
  </>
)

const WhyFields = ({ field, form, change, plan, ownId }: FieldsProps): ReactNode => (
  <>
    <TextAreaField
      {...field('riskWords')}
      optional
      rows={2}
      maxLength={1000}
      value={form.riskWords}
      onChange={(riskWords) => change({ riskWords })}
    />
    <TextAreaField
      {...field('evidenceWords')}
      optional
      rows={2}
      maxLength={2000}
      value={form.evidenceWords}
      onChange={(evidenceWords) => change({ evidenceWords })}
    />
    {plan.actions.length > 1 && (
      <Ticks
        legend={LABELS.needs}
        choices={plan.actions
          .filter(({ id }) => id !== ownId)
          .map(({ id, code, title }) => ({ id, label: `${code} ${title}` }))}
        chosen={form.needs}
        onChange={(needs) => change({ needs })}
      />
    )}
  </>
)

const isSame = (a: readonly string[], b: readonly string[]): boolean =>
  a.length === b.length && a.every((one) => b.includes(one))

/**
 * What the form is saved over: the action as it is now where nothing that the form shows has changed since it was opened,
 * or else as it was then, so that what somebody else wrote is not taken back without a word.
 */
const versionFor = (opened: PlanActionDetail, now: PlanActionDetail): PlanActionDetail =>
  JSON.stringify(editFormOf(opened)) === JSON.stringify(editFormOf(now)) ? now : opened

/** Changes everything that is written of an action. */
export const EditDialog = ({ action, plan, onClose, onFailedUndo }: EditDialogProps): ReactNode => {
  const { saving, idOf, field, labels } = useQuickForm(LABELS)
  const [opened, setOpened] = useState(action)
  const [form, setForm] = useState(() => editFormOf(action))
  const change = (part: Partial<EditForm>): void => setForm((before) => ({ ...before, ...part }))
  /** Whoever was told that somebody else changed it saves over what they changed it to. */
  const catchUp = <Done extends { readonly refused: AppError | null }>(done: Done): Done => {
    if (done.refused?.code === 'stale') setOpened(action)
    return done
  }
  const save = async (): Promise<void> => {
    const read = readEditForm(form)
    if ('faults' in read) return saving.refuse(read.faults)
    const { id } = action
    let { version } = versionFor(opened, action)
    if (!isSame(form.needs, opened.needs)) {
      // Refused for a circle, it must not leave the rest half saved: it goes first.
      const needsSaved = await saving.send(async () => {
        const work = core.plan.setNeeds({ id, version, needs: [...form.needs] })
        const done = await doUndoable(work, 'What must be done first is saved.', onFailedUndo)
        if (done.refused === null) version = done.answer.version
        return catchUp(done)
      })
      if (!needsSaved) return
      setOpened({ ...opened, needs: [...form.needs], version })
    }
    const isSaved = await saving.send(async () => {
      const work = core.plan.saveAction({ id, version, fields: read.fields, reason: null })
      return catchUp(await doUndoable(work, `${action.code} is saved.`, onFailedUndo))
    })
    if (isSaved) onClose()
  }
  const fields = { field, form, change, plan, ownId: action.id }
  return (
    <QuickForm
      beside="wide"
      title={`Change ${action.code}`}
      saving={saving}
      labels={labels}
      idOf={idOf}
      save="Save"
      onSave={() => void save()}
      firstField="title"
      onClose={onClose}
    >
      <WhatFields {...fields} />
      <WhoFields {...fields} />
      <WhyFields {...fields} />
    </QuickForm>
  )
}
