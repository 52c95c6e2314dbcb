import { type ReactNode, useState } from 'react'
import { today as dayNow } from '#renderer/app/clock.ts'
import { core } from '#renderer/app/core-client.ts'
import { useCoreQuery } from '#renderer/app/core-query.ts'
import { QuickForm, TwoFields } from '#renderer/app/quick-form.tsx'
import { doUndoable } from '#renderer/app/undoable.ts'
import { type FieldOf, useQuickForm } from '#renderer/app/use-quick-form.ts'
import { CheckboxField, RadioField } from '#renderer/ui/fields/choice-fields.tsx'
import { DateField } from '#renderer/ui/fields/date-field.tsx'
import { SelectField } from '#renderer/ui/fields/select-field.tsx'
import { TextAreaField } from '#renderer/ui/fields/text-area-field.tsx'
import { TextField } from '#renderer/ui/fields/text-field.tsx'
import { type BannerPatient, PatientBanner } from '#renderer/ui/patient-banner.tsx'
import { contactLabel, type Outcome, OUTCOMES } from '#shared/features/care/kinds.ts'
import type { ContactKind } from '#shared/features/journey/public.ts'
import { METHODS } from '#shared/features/journey/schema.ts'
import { freshForm, readForm, recordedWords, type RecordForm, usualMethod } from './record-form.ts'

interface RecordDialogProps {
  readonly personId: string
  readonly patient: BannerPatient
  readonly kind: ContactKind
  /** Chosen already, by the key that opened this. */
  readonly outcome?: Outcome | null
  readonly onClose: () => void
  /** It is saved; the dialog is done with. */
  readonly onSaved: () => void
  /** Saved, and the next person is wanted. Left out where there is no next one. */
  readonly onNext?: (() => void) | undefined
  /** Why something could not be taken back. */
  readonly onFailedUndo?: (words: string) => void
}

const LABELS = {
  outcome: 'What became of it',
  date: 'Date',
  method: 'How',
  doneBy: 'By whom',
  template: 'Structured template used',
  informationGiven: 'Support information given',
  note: 'Note',
} as const

const outcomeChoices = OUTCOMES.map(({ code, label }) => ({ value: code, label }))
const methodChoices = METHODS.map(({ code, label }) => ({ value: code, label }))

type FieldsProps = {
  readonly kind: ContactKind
  readonly form: RecordForm
  readonly change: (change: Partial<RecordForm>) => void
  readonly field: FieldOf<keyof typeof LABELS>
}

const Fields = ({ kind, form, change, field }: FieldsProps): ReactNode => (
  <>
    <RadioField
      {...field('outcome')}
      options={outcomeChoices}
      value={form.outcome}
      onChange={(outcome) => change({ outcome, method: usualMethod(kind, outcome) })}
    />
    <DateField
      {...field('date')}
      hint="Leave the day, or day and month, blank if not known"
      value={form.date}
      onChange={(date) => change({ date })}
      calendarFrom={dayNow()}
    />
    <TwoFields>
      <SelectField
        {...field('method')}
        optional
        clearable
        options={methodChoices}
        value={form.method ?? null}
        onChange={(method) => change({ method })}
      />
      <TextField
        {...field('doneBy')}
        optional
        maxLength={80}
        value={form.doneBy}
        onChange={(doneBy) => change({ doneBy })}
      />
    </TwoFields>
    {kind === 'care_review' && form.outcome === 'done' && (
      <TextField
        {...field('template')}
        optional
        hint="Leave it empty when there was none: only a review with one counts for the indicator"
        maxLength={80}
        value={form.template}
        onChange={(template) => change({ template })}
      />
    )}
    {form.outcome !== 'unsuitable' && (
      <CheckboxField
        {...field('informationGiven')}
        hint="Logged on its own: the three-month contact only counts with it"
        checked={form.informationGiven}
        onChange={(informationGiven) => change({ informationGiven })}
      />
    )}
    <TextAreaField
      {...field('note')}
      optional
      maxLength={2000}
      value={form.note}
      onChange={(note) => change({ note })}
    />
  </>
)

/** Records one attempt at a support contact or care review. Opened with an outcome, Enter alone saves it. */
export const RecordDialog = (props: RecordDialogProps): ReactNode => {
  const { personId, kind, outcome = null } = props
  const today = dayNow()
  const userName = useCoreQuery('access', 'state', {}).data?.user?.name ?? ''
  const [form, setForm] = useState(() => freshForm(kind, outcome, userName, today))
  const { saving, idOf, field, labels } = useQuickForm(LABELS)
  const save = async (done: () => void): Promise<void> => {
    const read = readForm(form, personId, kind, today)
    if ('faults' in read) return saving.refuse(read.faults)
    const { record } = read
    const saved = await saving.send(() =>
      doUndoable(
        core.care.record(record),
        recordedWords(kind, record.outcome),
        props.onFailedUndo ?? (() => undefined),
      ),
    )
    if (saved) done()
  }
  const { onNext } = props
  return (
    <QuickForm
      title={`${contactLabel(kind)}: record it`}
      banner={<PatientBanner layout="strip" patient={props.patient} />}
      saving={saving}
      labels={labels}
      idOf={idOf}
      save="Save"
      onSave={() => void save(props.onSaved)}
      onSaveAndNext={onNext === undefined ? undefined : () => void save(onNext)}
      firstField={outcome === null ? 'outcome' : undefined}
      onClose={props.onClose}
    >
      <Fields
        kind={kind}
        form={form}
        field={field}
        change={(change) => setForm((before) => ({ ...before, ...change }))}
      />
    </QuickForm>
  )
}
