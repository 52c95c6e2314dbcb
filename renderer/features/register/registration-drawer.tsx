import { IconTrash } from '@tabler/icons-react'
import { type ReactNode, useId, useState } from 'react'
import { today } from '#renderer/app/clock.ts'
import { core } from '#renderer/app/core-client.ts'
import { Button } from '#renderer/ui/button.tsx'
import { Drawer } from '#renderer/ui/drawer.tsx'
import { ErrorSummary } from '#renderer/ui/error-summary.tsx'
import { DateField } from '#renderer/ui/fields/date-field.tsx'
import { TextField } from '#renderer/ui/fields/text-field.tsx'
import { InlineAlert } from '#renderer/ui/inline-alert.tsx'
import { PatientBanner } from '#renderer/ui/patient-banner.tsx'
import { useTypedGuard } from '#renderer/ui/typed-guard.tsx'
import type { Person, Registration } from '#shared/features/register/schema.ts'
import classes from './details.module.css'
import { fieldId, prefixed, summaryOf } from './form-faults.ts'
import { StalePanel } from './form-panels.tsx'
import { bannerOf } from './person-words.ts'
import {
  draftOfRegistration,
  readRegistration,
  REGISTRATION_LABELS,
  type RegistrationDraft,
  registrationDifferences,
  registrationQuestions,
} from './registration-draft.ts'
import { type FormSave, toastSaved, useFormSave } from './use-form-save.ts'
import { UnusualPanel } from './unusual-panel.tsx'
import { useUnusual } from './use-unusual.ts'

type RegistrationDrawerProps = {
  readonly person: Person
  readonly registrations: readonly Registration[]
  /** Record id of the one to change; null for a new one. */
  readonly id: string | null
  /** What stands in the form at first. */
  readonly start: RegistrationDraft
  readonly onClose: () => void
}

type FieldsProps = {
  readonly draft: RegistrationDraft
  readonly onChange: (change: Partial<RegistrationDraft>) => void
  readonly form: FormSave
}

const Fields = ({ draft, onChange, form }: FieldsProps): ReactNode => {
  const at = (name: keyof RegistrationDraft) => ({
    id: fieldId(`registration.${name}`),
    label: REGISTRATION_LABELS[`registration.${name}`],
    error: form.faults[`registration.${name}`],
  })
  return (
    <>
      <TextField
        {...at('practiceName')}
        value={draft.practiceName}
        onChange={(practiceName) => onChange({ practiceName })}
      />
      <TextField
        {...at('odsCode')}
        optional
        hint="1 letter and 5 digits"
        characters={8}
        value={draft.odsCode}
        onChange={(odsCode) => onChange({ odsCode })}
      />
      <DateField
        {...at('from')}
        optional
        hint="Leave day or month blank if you do not know it"
        value={draft.from}
        onChange={(from) => onChange({ from })}
      />
      <DateField
        {...at('to')}
        optional
        hint="Leave it blank while they are still registered there"
        value={draft.to}
        onChange={(to) => onChange({ to })}
      />
    </>
  )
}

/** Adds, changes, ends or removes a time with a practice, beside the page. */
export const RegistrationDrawer = (props: RegistrationDrawerProps): ReactNode => {
  const { person, registrations, id, start, onClose } = props
  const now = registrations.find((one) => one.id === id)
  const [draft, setDraft] = useState(start)
  const [version, setVersion] = useState(now?.version ?? 0)
  const form = useFormSave(REGISTRATION_LABELS)
  const formId = useId()
  const guard = useTypedGuard(onClose)
  const read = readRegistration(draft, today())
  const others = registrations.filter((one) => one.id !== id)
  const unusual = useUnusual(registrationQuestions(read.fields, others))
  const done = (message: string, undo: number): void => {
    toastSaved(message, undo)
    onClose()
  }
  const save = async (overVersion: number): Promise<void> => {
    const faults = prefixed('registration', read.faults)
    if (Object.keys(faults).length > 0) return form.refuse(faults)
    form.clear()
    if (unusual.open.length > 0) return unusual.ask()
    const saved = await form.send(() =>
      id === null
        ? core.register.addRegistration({ personId: person.id, registration: read.fields })
        : core.register.saveRegistration({ id, version: overVersion, registration: read.fields }),
    )
    if (saved !== null) done(id === null ? 'Registration added.' : 'Registration saved.', saved.undo)
  }
  const remove = async (): Promise<void> => {
    if (id === null) return
    const removed = await form.send(() => core.register.removeRegistration({ id, version }))
    if (removed !== null) done('Registration removed.', removed.undo)
  }
  const loadCurrent = (): void => {
    if (now === undefined) return
    setDraft(draftOfRegistration(now))
    setVersion(now.version)
    form.settleStale()
  }
  return (
    <Drawer
      open
      onClose={guard.onClose}
      title={id === null ? 'Add a registration' : 'Change a registration'}
      footer={
        <>
          <Button kind="filled" type="submit" form={formId} busy={form.saving}>
            Save
          </Button>
          <Button onClick={onClose}>Cancel</Button>
          <span className={classes.push} />
          {id !== null && (
            <Button kind="dangerOutline" icon={IconTrash} onClick={() => void remove()}>
              Remove
            </Button>
          )}
        </>
      }
    >
      <PatientBanner layout="preview" patient={bannerOf(person, today())} />
      <form
        id={formId}
        className={classes.drawerForm}
        noValidate
        onFocusCapture={guard.onFocusCapture}
        onSubmit={(event) => {
          event.preventDefault()
          if (!form.saving) void save(version)
        }}
      >
        <ErrorSummary faults={summaryOf(form.faults, REGISTRATION_LABELS)} attempt={form.attempt} />
        {form.failure !== undefined && (
          <InlineAlert tone="bad" title="Not saved" spoken>
            {form.failure}
          </InlineAlert>
        )}
        {form.stale && now !== undefined && (
          <StalePanel
            differences={registrationDifferences(draftOfRegistration(now), draft)}
            onLoad={loadCurrent}
            onSaveMine={() => void save(now.version)}
          />
        )}
        <UnusualPanel things={unusual.open} onKeep={unusual.keep} asked={unusual.asked} wantsReason={false} />
        <Fields draft={draft} onChange={(typed) => setDraft((before) => ({ ...before, ...typed }))} form={form} />
      </form>
      {guard.question}
    </Drawer>
  )
}
