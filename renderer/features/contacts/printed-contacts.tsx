import type { ReactNode } from 'react'
import { formatIsoDate, type IsoDate } from '#shared/domain/partial-date.ts'
import { contactLine } from '#shared/features/contacts/rules.ts'
import type { Contact } from '#shared/features/contacts/schema.ts'
import { PlainTable } from '#renderer/ui/table/plain-table.tsx'
import { approachWords, contactsWords, spokenWords } from './contact-words.ts'
import classes from './contacts.module.css'

type PrintedContactsProps = { readonly contacts: readonly Contact[]; readonly today: IsoDate }

/** The list on paper: every line of it, not only those in view. */
export const PrintedContacts = ({ contacts, today }: PrintedContactsProps): ReactNode => (
  <div className={classes.printed}>
    <h2>{`Contacts on ${formatIsoDate(today)}`}</h2>
    <p>{`${contactsWords(contacts.length)}.`}</p>
    <PlainTable
      caption="Contacts"
      rows={contacts}
      rowId={({ id }) => id}
      columns={[
        { id: 'name', header: 'Name', rowHeader: true, cell: ({ name }) => name },
        { id: 'line', header: 'Who they are', cell: (contact) => contactLine(contact) || 'Blank' },
        { id: 'phone', header: 'Telephone', cell: ({ phone }) => phone ?? 'Blank' },
        { id: 'email', header: 'Email', cell: ({ email }) => email ?? 'Blank' },
        { id: 'approach', header: 'Approach', cell: approachWords },
        { id: 'spoken', header: 'Last spoken to', cell: spokenWords },
      ]}
    />
  </div>
)
