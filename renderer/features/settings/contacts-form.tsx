import { textOrNull } from '#renderer/app/typed.ts'
import { type ReactNode, useState } from 'react'
import { core } from '#renderer/app/core-client.ts'
import { useCoreQuery } from '#renderer/app/core-query.ts'
import { takeBack } from '#renderer/app/undoable.ts'
import { SEEN_CHANGED, useTypedOver } from '#renderer/app/use-typed-over.ts'
import { useMay } from '#renderer/app/use-may.ts'
import { Button } from '#renderer/ui/button.tsx'
import { ErrorSummary } from '#renderer/ui/error-summary.tsx'
import { TextField } from '#renderer/ui/fields/text-field.tsx'
import { InlineAlert } from '#renderer/ui/inline-alert.tsx'
import { Panel } from '#renderer/ui/panel.tsx'
import { showToast } from '#renderer/ui/toasts.tsx'
import { SkeletonPanel } from '#renderer/ui/waiting.tsx'
import { AppError } from '#shared/contract/errors.ts'
import type { Contacts } from '#shared/features/settings/contract.ts'
import classes from './settings.module.css'

type ContactField = keyof Contacts
type Draft = Readonly<Record<ContactField, string>>
type Faults = Readonly<Record<string, string>>

const FIELDS: readonly { readonly name: ContactField; readonly label: string; readonly hint: string }[] = [
  { name: 'practicePhone', label: 'Practice telephone', hint: 'With the extension, if there is one' },
  { name: 'outOfHoursName', label: 'Who answers out of hours', hint: 'Such as the hospital’s cancer line' },
  { name: 'outOfHoursPhone', label: 'Out-of-hours telephone', hint: 'The number that people should ring at night' },
]

const draftOf = (contacts: Contacts): Draft => ({
  practicePhone: contacts.practicePhone ?? '',
  outOfHoursName: contacts.outOfHoursName ?? '',
  outOfHoursPhone: contacts.outOfHoursPhone ?? '',
})

const readDraft = (draft: Draft): Contacts => ({
  practicePhone: textOrNull(draft.practicePhone),
  outOfHoursName: textOrNull(draft.outOfHoursName),
  outOfHoursPhone: textOrNull(draft.outOfHoursPhone),
})

const idOf = (field: string): string => `contacts-${field}`

type FormProps = { readonly contacts: Contacts; readonly reload: () => Promise<unknown> }

const Form = ({ contacts, reload }: FormProps): ReactNode => {
  const { draft, change, hasChanged, saved } = useTypedOver(contacts, draftOf, reload)
  const [attempt, setAttempt] = useState(0)
  const [faults, setFaults] = useState<Faults>({})
  const [failure, setFailure] = useState<string>()
  const [saving, setSaving] = useState(false)
  const mayChange = useMay('settings.write')
  const save = async (): Promise<void> => {
    if (saving) return
    if (hasChanged()) return setFailure(SEEN_CHANGED)
    setSaving(true)
    setFailure(undefined)
    try {
      const { undo } = await core.settings.saveContacts(readDraft(draft))
      await saved()
      setFaults({})
      showToast({ message: 'Telephone numbers saved.', undo: () => void takeBack(undo) })
    } catch (cause) {
      const found = cause instanceof AppError ? cause.details.fieldErrors : undefined
      setFaults(found ?? {})
      setAttempt((before) => before + 1)
      if (found === undefined) setFailure(cause instanceof AppError ? cause.message : 'Nothing was saved: try again.')
    } finally {
      setSaving(false)
    }
  }
  return (
    <form
      className={classes.contacts}
      noValidate
      onSubmit={(event) => {
        event.preventDefault()
        void save()
      }}
    >
      <ErrorSummary
        attempt={attempt}
        faults={FIELDS.filter(({ name }) => faults[name] !== undefined).map(({ name, label }) => ({
          fieldId: idOf(name),
          message: `${label}: ${faults[name]}`,
        }))}
      />
      {failure !== undefined && (
        <InlineAlert tone="bad" title="Not saved" spoken>
          {failure}
        </InlineAlert>
      )}
      <div className={classes.formGrid}>
        {FIELDS.map(({ name, label, hint }) => (
          <TextField
            key={name}
            id={idOf(name)}
            label={label}
            hint={hint}
            optional
            disabled={!mayChange}
            error={faults[name]}
            value={draft[name]}
            onChange={(text) => change({ [name]: text })}
          />
        ))}
      </div>
      {mayChange && (
        <Button type="submit" busy={saving}>
          Save the numbers
        </Button>
      )}
    </form>
  )
}

/** Whom to ring: these numbers stand on the handover card and on the paper for patients. */
export const ContactsForm = (): ReactNode => {
  const { data, error, refetch } = useCoreQuery('settings', 'contacts', {})
  return (
    <Panel title="Telephone numbers on paper" aside="Handover card and the journey in plain words">
      {error !== null && <InlineAlert tone="bad">{error.message}</InlineAlert>}
      {data === undefined ? <SkeletonPanel lines={3} /> : <Form contacts={data} reload={refetch} />}
    </Panel>
  )
}
