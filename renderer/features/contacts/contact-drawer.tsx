import { type ReactNode, useState } from 'react'
import { today as dayNow } from '#renderer/app/clock.ts'
import { core } from '#renderer/app/core-client.ts'
import { DrawerForm } from '#renderer/app/drawer-form.tsx'
import { TwoFields } from '#renderer/app/quick-form.tsx'
import { doUndoable } from '#renderer/app/undoable.ts'
import { useAsOpened } from '#renderer/app/use-as-opened.ts'
import { useQuickForm } from '#renderer/app/use-quick-form.ts'
import { DateField } from '#renderer/ui/fields/date-field.tsx'
import { SelectField } from '#renderer/ui/fields/select-field.tsx'
import { SuggestField } from '#renderer/ui/fields/suggest-field.tsx'
import { TextAreaField } from '#renderer/ui/fields/text-area-field.tsx'
import { TextField } from '#renderer/ui/fields/text-field.tsx'
import { CONTACT_KINDS, CONTACT_LEVELS, type Contact, type ContactKind } from '#shared/features/contacts/schema.ts'
import { CONTACT_LABELS, contactFormOf, readContactForm } from './contact-form.ts'
import { ContactWays } from './contact-ways.tsx'

type ContactDrawerProps = {
  /** null adds one. */
  readonly contact: Contact | null
  readonly kind: ContactKind | null
  /** Where others work, to choose from. */
  readonly organisations: readonly string[]
  readonly onClose: () => void
  readonly onRemove: () => void
  readonly onFailedUndo: (words: string) => void
}

const kinds = CONTACT_KINDS.map(({ code, label }) => ({ value: code, label }))
const levels = CONTACT_LEVELS.map(({ code, label }) => ({ value: code, label }))

/** Adds a contact, or shows one and changes it. */
export const ContactDrawer = (props: ContactDrawerProps): ReactNode => {
  const { onClose } = props
  const { saving, idOf, field, labels } = useQuickForm(CONTACT_LABELS)
  const contact = useAsOpened(props.contact, saving)
  const [form, setForm] = useState(() => contactFormOf(contact, props.kind))
  const change = (part: Partial<typeof form>): void => setForm((before) => ({ ...before, ...part }))
  const save = async (): Promise<void> => {
    const read = readContactForm(form)
    if ('faults' in read) return saving.refuse(read.faults)
    const { fields } = read
    const work = (): Promise<{ undo: number }> =>
      contact === null
        ? core.contacts.add({ fields })
        : core.contacts.save({ id: contact.id, version: contact.version, fields })
    const words = contact === null ? `Added: ${fields.name}.` : `Saved: ${fields.name}.`
    if (await saving.send(() => doUndoable(work(), words, props.onFailedUndo))) onClose()
  }
  return (
    <DrawerForm
      title={contact === null ? 'Add a contact' : 'Change the contact'}
      saving={saving}
      labels={labels}
      idOf={idOf}
      save={contact === null ? 'Add the contact' : 'Save the contact'}
      onSave={() => void save()}
      firstField="name"
      onClose={onClose}
      onRemove={contact === null ? undefined : props.onRemove}
      above={contact === null ? undefined : <ContactWays contact={contact} />}
    >
      <TextField {...field('name')} maxLength={80} value={form.name} onChange={(name) => change({ name })} />
      <SelectField {...field('kind')} options={kinds} value={form.kind} onChange={(kind) => change({ kind })} />
      <TextField {...field('role')} optional maxLength={120} value={form.role} onChange={(role) => change({ role })} />
      <SuggestField
        {...field('organisation')}
        optional
        maxLength={120}
        suggestions={props.organisations}
        value={form.organisation}
        onChange={(organisation) => change({ organisation })}
      />
      <TwoFields>
        <TextField
          {...field('phone')}
          optional
          maxLength={40}
          value={form.phone}
          onChange={(phone) => change({ phone })}
        />
        <TextField
          {...field('email')}
          optional
          maxLength={120}
          value={form.email}
          onChange={(email) => change({ email })}
        />
      </TwoFields>
      <TwoFields>
        <SelectField
          {...field('influence')}
          optional
          clearable
          placeholder="Not judged yet"
          options={levels}
          value={form.influence}
          onChange={(influence) => change({ influence })}
        />
        <SelectField
          {...field('interest')}
          optional
          clearable
          placeholder="Not judged yet"
          options={levels}
          value={form.interest}
          onChange={(interest) => change({ interest })}
        />
      </TwoFields>
      <DateField
        {...field('lastSpokenOn')}
        optional
        exact
        value={form.spoken}
        onChange={(spoken) => change({ spoken })}
        calendarFrom={dayNow()}
      />
      <TextAreaField
        {...field('notes')}
        optional
        hint="About the work, never about a patient"
        rows={4}
        maxLength={2000}
        value={form.notes}
        onChange={(notes) => change({ notes })}
      />
    </DrawerForm>
  )
}
