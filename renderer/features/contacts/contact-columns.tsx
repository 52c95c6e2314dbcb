import type { IsoDate } from '#shared/domain/partial-date.ts'
import { labelOf } from '#shared/domain/people.ts'
import { CONTACT_KINDS, type Contact } from '#shared/features/contacts/schema.ts'
import { StatusMark } from '#renderer/ui/status-mark.tsx'
import type { DataTableColumn } from '#renderer/ui/table/columns.ts'
import { CellLines } from '#renderer/ui/table/data-table-row.tsx'
import { approachWords, spokenWords, talkWords } from './contact-words.ts'

/** The columns of the contacts, the name first. */
export const contactColumns = (today: IsoDate): readonly DataTableColumn<Contact>[] => [
  {
    id: 'name',
    header: 'Name',
    width: 190,
    locked: true,
    cell: ({ name, role }) => <CellLines main={name} sub={role ?? undefined} />,
  },
  {
    id: 'organisation',
    header: 'Where they work',
    width: 170,
    cell: ({ organisation, kind }) => {
      const kindWord = labelOf(CONTACT_KINDS, kind)
      return organisation === null ? <CellLines main={kindWord} /> : <CellLines main={organisation} sub={kindWord} />
    },
  },
  {
    id: 'reach',
    header: 'How to reach them',
    width: 180,
    cell: ({ phone, email }) => (
      <CellLines main={phone ?? email ?? 'Blank'} sub={phone === null ? undefined : (email ?? undefined)} />
    ),
  },
  { id: 'approach', header: 'Approach', width: 130, grow: 0.4, cell: (contact) => approachWords(contact) },
  {
    id: 'spoken',
    header: 'Last spoken to',
    width: 150,
    grow: 0.4,
    cell: (contact) => {
      const words = talkWords(contact, today)
      return words === null ? (
        spokenWords(contact)
      ) : (
        <CellLines
          main={
            <StatusMark kind="at-risk">{contact.lastSpokenOn === null ? 'Not noted' : spokenWords(contact)}</StatusMark>
          }
          sub="Wants a call"
        />
      )
    },
  },
]
