import { readDay, textOrNull } from '#renderer/app/typed.ts'
import type { FieldFaults } from '#renderer/app/undoable.ts'
import { type DateParts, dayPartsOf } from '#shared/domain/partial-date.ts'
import type { Contact, ContactFields, ContactKind } from '#shared/features/contacts/schema.ts'

/** A contact as its drawer holds it. */
export interface ContactForm {
  readonly name: string
  readonly role: string
  readonly organisation: string
  readonly kind: ContactKind | null
  readonly phone: string
  readonly email: string
  readonly notes: string
  readonly influence: Contact['influence']
  readonly interest: Contact['interest']
  readonly spoken: DateParts
}

export const CONTACT_LABELS = {
  name: 'Name',
  role: 'What they do',
  organisation: 'Where they work',
  kind: 'Kind of place',
  phone: 'Telephone',
  email: 'Email',
  notes: 'Notes',
  influence: 'Influence on the plan',
  interest: 'Interest in it',
  lastSpokenOn: 'Last spoken to',
} as const

/** @param contact null for one that is new. @param kind what the list is narrowed to. */
export const contactFormOf = (contact: Contact | null, kind: ContactKind | null): ContactForm => ({
  name: contact?.name ?? '',
  role: contact?.role ?? '',
  organisation: contact?.organisation ?? '',
  kind: contact?.kind ?? kind,
  phone: contact?.phone ?? '',
  email: contact?.email ?? '',
  notes: contact?.notes ?? '',
  influence: contact?.influence ?? null,
  interest: contact?.interest ?? null,
  spoken: dayPartsOf(contact?.lastSpokenOn ?? null),
})

/** What was typed, ready to be sent; or what to put right. */
export const readContactForm = (
  form: ContactForm,
): { readonly fields: ContactFields } | { readonly faults: FieldFaults } => {
  const { spoken, kind, ...rest } = form
  const read = readDay(spoken)
  const faults = {
    ...(form.name.trim() === '' ? { name: 'Write who it is' } : {}),
    ...(kind === null ? { kind: 'Choose what kind of place it is' } : {}),
    ...('fault' in read ? { lastSpokenOn: read.fault } : {}),
  }
  if ('fault' in read || kind === null || Object.keys(faults).length > 0) return { faults }
  return {
    fields: {
      ...rest,
      kind,
      name: form.name.trim(),
      role: textOrNull(form.role),
      organisation: textOrNull(form.organisation),
      phone: textOrNull(form.phone),
      email: textOrNull(form.email),
      lastSpokenOn: read.day,
    },
  }
}
