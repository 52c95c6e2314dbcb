import { type ReactNode, useState } from 'react'
import { today as dayNow } from '#renderer/app/clock.ts'
import { core } from '#renderer/app/core-client.ts'
import { DrawerForm } from '#renderer/app/drawer-form.tsx'
import { TwoFields } from '#renderer/app/quick-form.tsx'
import { readDay, textOrNull } from '#renderer/app/typed.ts'
import { doUndoable } from '#renderer/app/undoable.ts'
import { useAsOpened } from '#renderer/app/use-as-opened.ts'
import { useQuickForm } from '#renderer/app/use-quick-form.ts'
import { DateField } from '#renderer/ui/fields/date-field.tsx'
import { SelectField } from '#renderer/ui/fields/select-field.tsx'
import { TextAreaField } from '#renderer/ui/fields/text-area-field.tsx'
import { TextField } from '#renderer/ui/fields/text-field.tsx'
import { dayPartsOf } from '#shared/domain/partial-date.ts'
import type { Plan } from '#shared/features/plan/schema.ts'
import { riskWords } from '#shared/features/plan-logs/risks.ts'
import { IMPACTS, LIKELIHOODS, type Risk, type RiskFields } from '#shared/features/plan-logs/schema.ts'
import { ActionChoice } from './action-choice.tsx'
import classes from './plan-logs.module.css'

const LABELS = {
  words: 'What might happen',
  likelihood: 'How likely',
  impact: 'How much it would set the plan back',
  response: 'What is done about it',
  ownerName: 'Who looks after it',
  actionId: 'Action it is about',
  raisedOn: 'Raised on',
  closedOn: 'No risk any more since',
} as const

const choices = (words: readonly string[]) =>
  words.map((word, at) => ({ value: String(at + 1), label: `${at + 1} ${word}` }))

const formOf = (risk: Risk | null) => ({
  words: risk?.words ?? '',
  likelihood: risk === null ? null : String(risk.likelihood),
  impact: risk === null ? null : String(risk.impact),
  response: risk?.response ?? '',
  ownerName: risk?.ownerName ?? '',
  actionId: risk?.actionId ?? null,
  raised: dayPartsOf(risk?.raisedOn ?? dayNow()),
  closed: dayPartsOf(risk?.closedOn ?? null),
})
type Form = ReturnType<typeof formOf>

const read = (form: Form): { readonly fields: RiskFields } | { readonly faults: Record<string, string> } => {
  const raised = readDay(form.raised)
  const closed = readDay(form.closed)
  const raisedOn = 'fault' in raised ? null : raised.day
  const faults = {
    ...(form.words.trim() === '' ? { words: 'Say what might happen' } : {}),
    ...(form.likelihood === null ? { likelihood: 'Choose how likely it is' } : {}),
    ...(form.impact === null ? { impact: 'Choose how much it would set the plan back' } : {}),
    ...('fault' in raised ? { raisedOn: raised.fault } : {}),
    ...(!('fault' in raised) && raisedOn === null ? { raisedOn: 'Enter the day on which it was raised' } : {}),
    ...('fault' in closed ? { closedOn: closed.fault } : {}),
  }
  if (Object.keys(faults).length > 0 || raisedOn === null || 'fault' in closed) return { faults }
  return {
    fields: {
      words: form.words.trim(),
      likelihood: Number(form.likelihood),
      impact: Number(form.impact),
      response: form.response,
      ownerName: textOrNull(form.ownerName),
      actionId: form.actionId,
      raisedOn,
      closedOn: closed.day,
    },
  }
}

type RiskDrawerProps = {
  readonly plan: Plan
  /** null adds one. */
  readonly risk: Risk | null
  readonly onClose: () => void
  readonly onRemove: () => void
  readonly onFailedUndo: (words: string) => void
}

/** Adds a risk to the plan, or changes one. What it weighs is said while it is chosen. */
export const RiskDrawer = (props: RiskDrawerProps): ReactNode => {
  const { plan, onClose, onRemove, onFailedUndo } = props
  const { saving, idOf, field, labels } = useQuickForm(LABELS)
  const risk = useAsOpened(props.risk, saving)
  const [form, setForm] = useState(() => formOf(risk))
  const change = (part: Partial<Form>): void => setForm((before) => ({ ...before, ...part }))
  const { likelihood, impact } = form
  const save = async (): Promise<void> => {
    const typed = read(form)
    if ('faults' in typed) return saving.refuse(typed.faults)
    const { fields } = typed
    const work = (): Promise<{ undo: number }> =>
      risk === null
        ? core.planLogs.addRisk({ planId: plan.id, fields })
        : core.planLogs.saveRisk({ id: risk.id, version: risk.version, fields })
    const words = risk === null ? `Added: ${fields.words}.` : `Saved: ${fields.words}.`
    if (await saving.send(() => doUndoable(work(), words, onFailedUndo))) onClose()
  }
  return (
    <DrawerForm
      title={risk === null ? 'Add a risk' : 'Change the risk'}
      saving={saving}
      labels={labels}
      idOf={idOf}
      save={risk === null ? 'Add the risk' : 'Save the risk'}
      onSave={() => void save()}
      firstField="words"
      onClose={onClose}
      onRemove={risk === null ? undefined : onRemove}
    >
      <TextField
        {...field('words')}
        maxLength={300}
        spellCheck
        value={form.words}
        onChange={(words) => change({ words })}
      />
      <SelectField
        {...field('likelihood')}
        options={choices(LIKELIHOODS)}
        value={likelihood}
        onChange={(next) => change({ likelihood: next })}
      />
      <SelectField
        {...field('impact')}
        options={choices(IMPACTS)}
        value={impact}
        onChange={(next) => change({ impact: next })}
      />
      <p role="status" className={classes.weighs}>
        {likelihood === null || impact === null
          ? 'What it weighs is worked out from the two.'
          : `It weighs: ${riskWords({ likelihood: Number(likelihood), impact: Number(impact) })}.`}
      </p>
      <TextAreaField
        {...field('response')}
        optional
        maxLength={1000}
        value={form.response}
        onChange={(response) => change({ response })}
      />
      <TextField
        {...field('ownerName')}
        optional
        maxLength={80}
        value={form.ownerName}
        onChange={(ownerName) => change({ ownerName })}
      />
      <ActionChoice
        field={field('actionId')}
        plan={plan}
        value={form.actionId}
        onChange={(actionId) => change({ actionId })}
      />
      <TwoFields>
        <DateField {...field('raisedOn')} exact value={form.raised} onChange={(raised) => change({ raised })} />
        <DateField
          {...field('closedOn')}
          optional
          exact
          value={form.closed}
          onChange={(closed) => change({ closed })}
        />
      </TwoFields>
    </DrawerForm>
  )
}
