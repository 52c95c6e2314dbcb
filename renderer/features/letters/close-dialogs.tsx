import { type ReactNode, useState } from 'react'
import { today as dayNow } from '#renderer/app/clock.ts'
import { core } from '#renderer/app/core-client.ts'
import { QuickForm } from '#renderer/app/quick-form.tsx'
import { doUndoable } from '#renderer/app/undoable.ts'
import { useAsOpened } from '#renderer/app/use-as-opened.ts'
import { useQuickForm } from '#renderer/app/use-quick-form.ts'
import { DateField } from '#renderer/ui/fields/date-field.tsx'
import { TextAreaField } from '#renderer/ui/fields/text-area-field.tsx'
import { TextField } from '#renderer/ui/fields/text-field.tsx'
import { PatientBanner } from '#renderer/ui/patient-banner.tsx'
import { dayPartsOf, isFuture, partialDateFromParts } from '#shared/domain/partial-date.ts'
import type { LetterDialogProps } from './letter-doing.ts'

const CAME = { date: 'Date it came', note: 'Note' }

/** The letter is here: with today's date, Enter alone logs it. */
export const CameDialog = (
  props: LetterDialogProps & { readonly eventId: string; readonly onSummary: (eventId: string) => void },
): ReactNode => {
  const { target, eventId } = props
  const { saving, idOf, field, labels } = useQuickForm(CAME)
  const today = dayNow()
  const [date, setDate] = useState(dayPartsOf(today))
  const [note, setNote] = useState('')
  const save = async (): Promise<void> => {
    const read = partialDateFromParts(date)
    if (!read.ok) return saving.refuse({ date: read.message })
    if (isFuture(read.value, today)) return saving.refuse({ date: 'This date has not come yet' })
    const logged: { summary: string | null } = { summary: null }
    const done = await saving.send(() =>
      doUndoable(
        core.letters.itCame({ personId: target.personId, eventId, ...read.value, note }),
        (answer) => {
          if (answer.document === 'treatment_summary') logged.summary = answer.eventId
          return `Logged: ${target.title} came.`
        },
        props.onFailedUndo,
      ),
    )
    if (!done) return
    if (logged.summary === null) props.onDone()
    else props.onSummary(logged.summary)
  }
  return (
    <QuickForm
      title={`It came: ${target.title}`}
      banner={<PatientBanner layout="strip" patient={target.patient} />}
      saving={saving}
      labels={labels}
      idOf={idOf}
      save="Log that it came"
      onSave={() => void save()}
      onClose={props.onClose}
    >
      <DateField
        {...field('date')}
        hint="Leave the day blank if it is not known: the letter then stays out of the gap meter"
        value={date}
        onChange={setDate}
        calendarFrom={today}
      />
      <TextAreaField {...field('note')} optional rows={2} maxLength={2000} value={note} onChange={setNote} />
    </QuickForm>
  )
}

const NOT_NEEDED = { reason: 'Why it is not needed', wanted: 'What it is about' }

/** Nobody waits for it any more, and it says why. */
export const NotNeededDialog = ({ target, onClose, onDone, onFailedUndo }: LetterDialogProps): ReactNode => {
  const { saving, idOf, field, labels } = useQuickForm(NOT_NEEDED)
  const [reason, setReason] = useState('')
  const save = async (): Promise<void> => {
    if (reason.trim() === '') return saving.refuse({ reason: 'Say why, so that nobody has to ask again' })
    const said = { personId: target.personId, wanted: [...target.wanted], reason }
    if (await saving.send(() => doUndoable(core.letters.notNeeded(said), `Not needed: ${target.title}.`, onFailedUndo)))
      onDone()
  }
  return (
    <QuickForm
      title={`Not needed: ${target.title}`}
      banner={<PatientBanner layout="strip" patient={target.patient} />}
      saving={saving}
      labels={labels}
      idOf={idOf}
      save="Stop waiting for it"
      onSave={() => void save()}
      firstField="reason"
      onClose={onClose}
    >
      <TextField
        {...field('reason')}
        hint="Such as: the ward told us everything on the telephone"
        maxLength={300}
        value={reason}
        onChange={setReason}
      />
    </QuickForm>
  )
}

const ANSWER = { note: 'The answer', spokeTo: 'Who answered' }

/** An answer that is no letter. */
export const AnswerDialog = ({ target, onClose, onDone, onFailedUndo }: LetterDialogProps): ReactNode => {
  const { saving, idOf, field, labels } = useQuickForm(ANSWER)
  const query = useAsOpened(target.query, saving)
  const [note, setNote] = useState('')
  const [spokeTo, setSpokeTo] = useState('')
  const save = async (): Promise<void> => {
    if (note.trim() === '') return saving.refuse({ note: 'Write down the answer' })
    if (query === null) return
    const said = {
      queryId: query.queryId,
      version: query.version,
      note,
      spokeTo: spokeTo.trim() === '' ? null : spokeTo,
    }
    if (await saving.send(() => doUndoable(core.letters.answer(said), `Answered: ${target.title}.`, onFailedUndo)))
      onDone()
  }
  return (
    <QuickForm
      title={`Answered: ${target.title}`}
      banner={<PatientBanner layout="strip" patient={target.patient} />}
      saving={saving}
      labels={labels}
      idOf={idOf}
      save="Save the answer"
      onSave={() => void save()}
      firstField="note"
      onClose={onClose}
    >
      <TextAreaField {...field('note')} maxLength={6000} value={note} onChange={setNote} />
      <TextField {...field('spokeTo')} optional maxLength={80} value={spokeTo} onChange={setSpokeTo} />
    </QuickForm>
  )
}
