import { readDay, textOrNull } from '#renderer/app/typed.ts'
import { type ReactNode, useState } from 'react'
import { today as dayNow } from '#renderer/app/clock.ts'
import { core } from '#renderer/app/core-client.ts'
import { QuickForm, TwoFields } from '#renderer/app/quick-form.tsx'
import { doUndoable } from '#renderer/app/undoable.ts'
import { useAsOpened } from '#renderer/app/use-as-opened.ts'
import { useQuickForm } from '#renderer/app/use-quick-form.ts'
import { DateField } from '#renderer/ui/fields/date-field.tsx'
import { TextField } from '#renderer/ui/fields/text-field.tsx'
import { PatientBanner } from '#renderer/ui/patient-banner.tsx'
import { dayPartsOf, type IsoDate } from '#shared/domain/partial-date.ts'
import type { HospitalQuery } from '#shared/features/letters/schema.ts'
import type { LetterDialogProps } from './letter-doing.ts'
import type { LetterTarget } from './letter-target.ts'

const DETAILS = {
  hospital: 'Hospital',
  department: 'Department',
  phone: 'Telephone',
  promisedFor: 'Promised for',
  ringAgainOn: 'Ring again on',
}

type DetailsDialogProps = Omit<LetterDialogProps, 'target' | 'onPrint'> & {
  readonly target: Pick<LetterTarget, 'personId' | 'patient'>
  readonly query: HospitalQuery
}

/** Corrects where a question went and when it is promised for, without a call. */
export const DetailsDialog = (props: DetailsDialogProps): ReactNode => {
  const { target, onClose, onDone, onFailedUndo } = props
  const { saving, idOf, field, labels } = useQuickForm(DETAILS)
  const query = useAsOpened(props.query, saving)
  const [form, setForm] = useState(() => ({
    hospital: query.hospital ?? '',
    department: query.department ?? '',
    phone: query.phone ?? '',
    promisedFor: dayPartsOf(query.promisedFor),
    ringAgainOn: dayPartsOf(query.ringAgainOn),
  }))
  const change = (part: Partial<typeof form>): void => setForm((before) => ({ ...before, ...part }))
  const save = async (): Promise<void> => {
    const faults: Record<string, string> = {}
    const dayOf = (name: 'promisedFor' | 'ringAgainOn'): IsoDate | null => {
      const read = readDay(form[name])
      if ('day' in read) return read.day
      faults[name] = read.fault
      return null
    }
    const [promisedFor, ringAgainOn] = [dayOf('promisedFor'), dayOf('ringAgainOn')]
    if (Object.keys(faults).length > 0) return saving.refuse(faults)
    const { hospital, department, phone } = form
    const details = {
      hospital: textOrNull(hospital),
      department: textOrNull(department),
      phone: textOrNull(phone),
      promisedFor,
      ringAgainOn,
    }
    const work = core.letters.saveQuery({ queryId: query.id, version: query.version, details })
    if (await saving.send(() => doUndoable(work, `Saved: ${query.subject}.`, onFailedUndo))) onDone()
  }
  return (
    <QuickForm
      title={`Where it went: ${query.subject}`}
      banner={<PatientBanner layout="strip" patient={target.patient} />}
      saving={saving}
      labels={labels}
      idOf={idOf}
      save="Save"
      onSave={() => void save()}
      firstField="department"
      onClose={onClose}
    >
      <TwoFields>
        <TextField
          {...field('department')}
          optional
          maxLength={80}
          value={form.department}
          onChange={(department) => change({ department })}
        />
        <TextField
          {...field('phone')}
          optional
          maxLength={40}
          value={form.phone}
          onChange={(phone) => change({ phone })}
        />
      </TwoFields>
      <TextField
        {...field('hospital')}
        optional
        maxLength={80}
        value={form.hospital}
        onChange={(hospital) => change({ hospital })}
      />
      <TwoFields>
        <DateField
          {...field('ringAgainOn')}
          optional
          exact
          value={form.ringAgainOn}
          onChange={(ringAgainOn) => change({ ringAgainOn })}
          calendarFrom={dayNow()}
        />
        <DateField
          {...field('promisedFor')}
          optional
          exact
          value={form.promisedFor}
          onChange={(promisedFor) => change({ promisedFor })}
          calendarFrom={dayNow()}
        />
      </TwoFields>
    </QuickForm>
  )
}

const QUESTION = { askedFor: 'What you would like to know' }

type QuestionDialogProps = {
  readonly target: Pick<LetterTarget, 'personId' | 'patient'>
  readonly onClose: () => void
  /** What to ask is said; the letter is drafted next. */
  readonly onAsk: (target: LetterTarget) => void
}

/** Something to ask that no event brings a letter about. */
export const QuestionDialog = ({ target, onClose, onAsk }: QuestionDialogProps): ReactNode => {
  const { saving, idOf, field, labels } = useQuickForm(QUESTION)
  const [askedFor, setAskedFor] = useState('')
  const goOn = (): void => {
    const asked = textOrNull(askedFor)
    if (asked === null) return saving.refuse({ askedFor: 'Say what you would like to know' })
    onAsk({
      ...target,
      title: asked,
      wanted: [{ eventId: null, slot: null, askedFor: asked }],
      query: null,
      letterAbout: null,
      document: null,
    })
  }
  return (
    <QuickForm
      title="Ask the hospital something else"
      banner={<PatientBanner layout="strip" patient={target.patient} />}
      saving={saving}
      labels={labels}
      idOf={idOf}
      save="Draft the letter"
      onSave={goOn}
      firstField="askedFor"
      onClose={onClose}
    >
      <TextField
        {...field('askedFor')}
        hint="Such as: the histology of the second polyp"
        maxLength={160}
        value={askedFor}
        onChange={setAskedFor}
      />
    </QuickForm>
  )
}
