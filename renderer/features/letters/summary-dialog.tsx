import { IconPlus, IconX } from '@tabler/icons-react'
import { type ReactNode, useState } from 'react'
import { today as dayNow } from '#renderer/app/clock.ts'
import { core } from '#renderer/app/core-client.ts'
import { useCoreQuery } from '#renderer/app/core-query.ts'
import { QuickForm, TwoFields } from '#renderer/app/quick-form.tsx'
import { doUndoable } from '#renderer/app/undoable.ts'
import { useAsOpened } from '#renderer/app/use-as-opened.ts'
import { useQuickForm } from '#renderer/app/use-quick-form.ts'
import { Button } from '#renderer/ui/button.tsx'
import { Dialog } from '#renderer/ui/dialog.tsx'
import { RadioField } from '#renderer/ui/fields/choice-fields.tsx'
import { DateField } from '#renderer/ui/fields/date-field.tsx'
import { SelectField } from '#renderer/ui/fields/select-field.tsx'
import { TextAreaField } from '#renderer/ui/fields/text-area-field.tsx'
import { TextField } from '#renderer/ui/fields/text-field.tsx'
import { InlineAlert } from '#renderer/ui/inline-alert.tsx'
import { PatientBanner } from '#renderer/ui/patient-banner.tsx'
import { SkeletonPanel } from '#renderer/ui/waiting.tsx'
import { AIMS, SUMMARY_SLOTS, slotLabel, type TreatmentSummary } from '#shared/features/letters/summary-slots.ts'
import type { LetterTarget } from './letter-target.ts'
import { type ActionForm, emptyAction, readSummaryForm, type SummaryForm, summaryFormOf } from './summary-form.ts'
import classes from './letters.module.css'

const PARTS = ['treatmentGiven', 'effects', 'alertSymptoms', 'contact', 'followUp'] as const

const AIM_CHOICES = [
  ...AIMS.map(({ code, label }) => ({ value: code as SummaryForm['aim'] & string, label })),
  { value: 'not_said' as const, label: 'It does not say' },
]
const ASKED_CHOICES = [
  { value: 'yes', label: 'It asks us to do something' },
  { value: 'no', label: 'It asks nothing of us' },
  { value: 'not_said', label: 'It does not say' },
] as const

const LABELS = {
  aim: slotLabel('aim'),
  treatmentGiven: slotLabel('treatment_given'),
  effects: slotLabel('effects'),
  alertSymptoms: slotLabel('alert_symptoms'),
  contact: slotLabel('contact'),
  followUp: slotLabel('follow_up'),
  actionsAsked: slotLabel('gp_actions'),
}

type Change = (part: Partial<SummaryForm>) => void

type ActionsProps = {
  readonly form: SummaryForm
  readonly change: Change
  readonly faults: Readonly<Record<string, string>>
  readonly idOf: (field: string) => string
}

/** What the summary asks of the practice: each line becomes a task with an owner and a day. */
const Actions = ({ form, change, faults, idOf }: ActionsProps): ReactNode => {
  const users = useCoreQuery('access', 'users', {}).data ?? []
  const owners = users.map(({ id, name }) => ({ value: id, label: name }))
  const set = (key: number, part: Partial<ActionForm>): void =>
    change({ actions: form.actions.map((action) => (action.key === key ? { ...action, ...part } : action)) })
  const add = (): void => change({ actions: [...form.actions, emptyAction((form.actions.at(-1)?.key ?? 0) + 1)] })
  return (
    <section className={classes.actions} aria-label="Tasks from this summary">
      {form.actions.map(({ key, title, ownerId, dueDate }, at) => (
        <fieldset key={key} className={classes.action}>
          <legend>{`Task ${at + 1}`}</legend>
          <TextField
            id={idOf(`title-${key}`)}
            label="What to do"
            error={faults[`title-${key}`]}
            maxLength={160}
            value={title}
            onChange={(typed) => set(key, { title: typed })}
          />
          <TwoFields>
            <SelectField
              label="Who does it"
              optional
              clearable
              options={owners}
              value={ownerId}
              onChange={(id) => set(key, { ownerId: id })}
              placeholder="Whoever comes first"
            />
            <DateField
              id={idOf(`dueDate-${key}`)}
              label="By when"
              optional
              exact
              error={faults[`dueDate-${key}`]}
              value={dueDate}
              onChange={(day) => set(key, { dueDate: day })}
              calendarFrom={dayNow()}
            />
          </TwoFields>
          <Button
            kind="quiet"
            size="small"
            icon={IconX}
            onClick={() => change({ actions: form.actions.filter((action) => action.key !== key) })}
          >
            {`Take out task ${at + 1}`}
          </Button>
        </fieldset>
      ))}
      <Button size="small" icon={IconPlus} onClick={add}>
        Add a task
      </Button>
    </section>
  )
}

interface SummaryDialogProps {
  readonly target: Pick<LetterTarget, 'personId' | 'patient'>
  readonly eventId: string
  readonly onClose: () => void
  readonly onDone: () => void
  readonly onFailedUndo: (words: string) => void
}

type SummaryFormProps = SummaryDialogProps & {
  readonly summary: TreatmentSummary | null
  readonly onTyped: () => void
}

const SummaryFormDialog = (props: SummaryFormProps): ReactNode => {
  const { target, eventId } = props
  const { saving, idOf, field, labels } = useQuickForm(LABELS)
  const summary = useAsOpened(props.summary, saving)
  const [form, setForm] = useState(() => summaryFormOf(summary))
  const tasks = useCoreQuery('tasks', 'ofPerson', { personId: target.personId }).data ?? []
  const there = tasks.filter(({ sourceEventId }) => sourceEventId === eventId)
  const change: Change = (part) => {
    props.onTyped()
    setForm((before) => ({ ...before, ...part }))
  }
  const save = async (): Promise<void> => {
    const read = readSummaryForm(form)
    if ('faults' in read) return saving.refuse(read.faults)
    const work = core.letters.saveSummary({ eventId, version: summary?.version ?? null, ...read })
    const words = ({ tasks: added }: { tasks: number }): string =>
      added === 0
        ? 'Treatment summary saved.'
        : `Treatment summary saved, ${added === 1 ? '1 task' : `${added} tasks`} added.`
    if (await saving.send(() => doUndoable(work, words, props.onFailedUndo))) props.onDone()
  }
  return (
    <QuickForm
      title="What the treatment summary says"
      banner={<PatientBanner layout="strip" patient={target.patient} />}
      saving={saving}
      labels={labels}
      idOf={idOf}
      save="Save"
      onSave={() => void save()}
      firstField="aim"
      onClose={props.onClose}
    >
      <p className={classes.quiet}>
        Leave empty what the summary does not say: it is then shown as missing, and can be asked for.
      </p>
      <RadioField {...field('aim')} options={AIM_CHOICES} value={form.aim} onChange={(aim) => change({ aim })} />
      {PARTS.map((name) => (
        <TextAreaField
          key={name}
          {...field(name)}
          optional
          rows={2}
          maxLength={2000}
          value={form[name]}
          onChange={(typed) => change({ [name]: typed })}
        />
      ))}
      <RadioField
        {...field('actionsAsked')}
        options={ASKED_CHOICES}
        value={form.actionsAsked}
        onChange={(actionsAsked) =>
          change({
            actionsAsked,
            actions:
              actionsAsked === 'yes' && form.actions.length === 0 && there.length === 0
                ? [emptyAction(1)]
                : form.actions,
          })
        }
      />
      {there.length > 0 && (
        <p className={classes.quiet}>{`Tasks already made of it: ${there.map(({ title }) => title).join('; ')}.`}</p>
      )}
      {form.actionsAsked === 'yes' && <Actions form={form} change={change} faults={saving.faults} idOf={idOf} />}
    </QuickForm>
  )
}

/** The parts of a treatment summary that came: what is there, what is missing, and what it asks of the practice. */
export const SummaryDialog = (props: SummaryDialogProps): ReactNode => {
  const letters = useCoreQuery('letters', 'ofPerson', { personId: props.target.personId })
  const summary = letters.data?.summaries.find(({ eventId }) => eventId === props.eventId) ?? null
  const version = summary?.version ?? 0
  // It follows what is read anew until somebody types: words that are typed are never thrown away.
  const [typedOver, setTypedOver] = useState<number | null>(null)
  if (letters.data !== undefined)
    return (
      <SummaryFormDialog
        key={typedOver ?? version}
        {...props}
        summary={summary}
        onTyped={() => setTypedOver((before) => before ?? version)}
      />
    )
  return (
    <Dialog open onClose={props.onClose} title="What the treatment summary says">
      {letters.error === null ? (
        <SkeletonPanel lines={SUMMARY_SLOTS.length} />
      ) : (
        <InlineAlert tone="bad">{letters.error.message}</InlineAlert>
      )}
    </Dialog>
  )
}
