import { IconCopy, IconPrinter } from '@tabler/icons-react'
import { type ReactNode, useState } from 'react'
import { today as dayNow } from '#renderer/app/clock.ts'
import { core } from '#renderer/app/core-client.ts'
import { useCoreQuery } from '#renderer/app/core-query.ts'
import { QuickForm, TwoFields } from '#renderer/app/quick-form.tsx'
import { doUndoable } from '#renderer/app/undoable.ts'
import { useAsOpened } from '#renderer/app/use-as-opened.ts'
import { type FieldOf, useQuickForm } from '#renderer/app/use-quick-form.ts'
import { Button } from '#renderer/ui/button.tsx'
import { Dialog } from '#renderer/ui/dialog.tsx'
import { DateField } from '#renderer/ui/fields/date-field.tsx'
import { TextAreaField } from '#renderer/ui/fields/text-area-field.tsx'
import { TextField } from '#renderer/ui/fields/text-field.tsx'
import { InlineAlert } from '#renderer/ui/inline-alert.tsx'
import { PatientBanner } from '#renderer/ui/patient-banner.tsx'
import { announce } from '#renderer/ui/live-region.tsx'
import { SkeletonPanel } from '#renderer/ui/waiting.tsx'
import { type AskForm, freshAskForm, readAskForm } from './ask-form.ts'
import type { LetterDialogProps } from './letter-doing.ts'
import classes from './letters.module.css'

const LABELS = {
  happenedOn: 'Date',
  hospital: 'Hospital',
  department: 'Department',
  phone: 'Telephone',
  spokeTo: 'Who you spoke to',
  note: 'What was said',
  promisedFor: 'Promised for',
  ringAgainOn: 'Ring again on',
  wanted: 'What is asked for',
} as const

type Draft = {
  readonly letter: string
  readonly call: readonly string[]
  readonly hospital: string | null
  readonly department: string | null
  readonly phone: string | null
}

type FieldsProps = {
  readonly kind: 'letter' | 'call'
  readonly form: AskForm
  readonly change: (part: Partial<AskForm>) => void
  readonly field: FieldOf<keyof typeof LABELS>
}

const Fields = ({ kind, form, change, field }: FieldsProps): ReactNode => (
  <>
    <TextAreaField
      {...field('note')}
      {...(kind === 'letter' ? { label: 'The letter', rows: 15 } : { optional: true, rows: 2 })}
      maxLength={6000}
      value={form.note}
      onChange={(note) => change({ note })}
    />
    {kind === 'call' && (
      <TextField
        {...field('spokeTo')}
        optional
        maxLength={80}
        value={form.spokeTo}
        onChange={(spokeTo) => change({ spokeTo })}
      />
    )}
    <TwoFields>
      <DateField
        {...field('ringAgainOn')}
        optional
        exact
        value={form.ringAgainOn}
        onChange={(ringAgainOn) => change({ ringAgainOn })}
        calendarFrom={dayNow()}
      />
      {kind === 'call' && (
        <DateField
          {...field('promisedFor')}
          optional
          exact
          value={form.promisedFor}
          onChange={(promisedFor) => change({ promisedFor })}
          calendarFrom={dayNow()}
        />
      )}
    </TwoFields>
    <TwoFields>
      <TextField
        {...field('department')}
        optional
        hint="A department rather than a name"
        maxLength={80}
        value={form.department}
        onChange={(department) => change({ department })}
      />
      <TextField
        {...field('phone')}
        optional
        hint="Kept for the next call"
        maxLength={40}
        value={form.phone}
        onChange={(phone) => change({ phone })}
      />
    </TwoFields>
    <TwoFields>
      <TextField
        {...field('hospital')}
        optional
        maxLength={80}
        value={form.hospital}
        onChange={(hospital) => change({ hospital })}
      />
      <DateField
        {...field('happenedOn')}
        exact
        value={form.happenedOn}
        onChange={(happenedOn) => change({ happenedOn })}
      />
    </TwoFields>
  </>
)

/** What to say, to read from while ringing. */
const CallPrompt = ({ lines }: { readonly lines: readonly string[] }): ReactNode => (
  <section className={classes.prompt} aria-label="What to say">
    {lines.map((line) => (
      <p key={line}>{line}</p>
    ))}
  </section>
)

type LetterToolsProps = {
  readonly text: string
  readonly onPrint: () => void
  readonly onFailed: (words: string) => void
}

/** Nothing is copied by itself: a letter names a patient. */
const LetterTools = ({ text, onPrint, onFailed }: LetterToolsProps): ReactNode => {
  const copy = async (): Promise<void> => {
    try {
      await window.throughline.copyText(text)
      announce('The letter was copied.')
    } catch {
      onFailed('The letter could not be copied. Select it and press Control and C.')
    }
  }
  return (
    <div className={classes.letterTools}>
      <Button size="small" icon={IconPrinter} onClick={onPrint}>
        Print the letter
      </Button>
      <Button size="small" kind="quiet" icon={IconCopy} onClick={() => void copy()}>
        Copy the letter
      </Button>
    </div>
  )
}

type FormProps = LetterDialogProps & { readonly kind: 'letter' | 'call'; readonly draft: Draft }

const AskFormDialog = ({ kind, draft, target, onClose, onDone, onFailedUndo, onPrint }: FormProps): ReactNode => {
  const today = dayNow()
  const [form, setForm] = useState(() => freshAskForm(draft, kind === 'letter' ? draft.letter : '', today))
  const [failed, setFailed] = useState<string | null>(null)
  const { saving, idOf, field, labels } = useQuickForm(LABELS)
  const query = useAsOpened(target.query, saving)
  const save = async (): Promise<void> => {
    const read = readAskForm(form, { ...target, query }, kind, today)
    if ('faults' in read) return saving.refuse(read.faults)
    const words = kind === 'letter' ? `Logged as sent: ${target.title}.` : `Call logged: ${target.title}.`
    if (await saving.send(() => doUndoable(core.letters.ask(read.ask), words, onFailedUndo))) onDone()
  }
  return (
    <QuickForm
      title={kind === 'letter' ? `Send a letter: ${target.title}` : `Log the call: ${target.title}`}
      banner={<PatientBanner layout="strip" patient={target.patient} />}
      saving={saving}
      labels={labels}
      idOf={idOf}
      save={kind === 'letter' ? 'Log it as sent' : 'Log the call'}
      onSave={() => void save()}
      firstField="note"
      onClose={onClose}
    >
      {failed !== null && (
        <InlineAlert tone="bad" spoken>
          {failed}
        </InlineAlert>
      )}
      {kind === 'call' && <CallPrompt lines={draft.call} />}
      {kind === 'letter' && (
        <LetterTools
          text={form.note}
          onPrint={() => onPrint([{ personId: target.personId, text: form.note }])}
          onFailed={setFailed}
        />
      )}
      <Fields kind={kind} form={form} field={field} change={(part) => setForm((before) => ({ ...before, ...part }))} />
    </QuickForm>
  )
}

/** A letter or a call about something missing: drafted, read over, changed and logged. */
export const AskDialog = (props: LetterDialogProps & { readonly kind: 'letter' | 'call' }): ReactNode => {
  const { target } = props
  const { personId, wanted, query } = target
  const about = useCoreQuery('letters', 'about', { personId, wanted: [...wanted], queryId: query?.queryId ?? null })
  if (about.data !== undefined) return <AskFormDialog {...props} draft={about.data.draft} />
  return (
    <Dialog open onClose={props.onClose} title={target.title}>
      {about.error === null ? <SkeletonPanel lines={6} /> : <InlineAlert tone="bad">{about.error.message}</InlineAlert>}
    </Dialog>
  )
}
