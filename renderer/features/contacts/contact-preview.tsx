import { IconPencil } from '@tabler/icons-react'
import type { ReactNode } from 'react'
import { today as dayNow } from '#renderer/app/clock.ts'
import { Button } from '#renderer/ui/button.tsx'
import { DataList } from '#renderer/ui/data-list.tsx'
import { InlineAlert } from '#renderer/ui/inline-alert.tsx'
import { KeyHint } from '#renderer/ui/key-hint.tsx'
import { PreviewPane } from '#renderer/ui/split-pane.tsx'
import { labelOf } from '#shared/domain/people.ts'
import { contactLine } from '#shared/features/contacts/rules.ts'
import { CONTACT_KINDS, type Contact } from '#shared/features/contacts/schema.ts'
import { ContactWays } from './contact-ways.tsx'
import { approachWords, placeWords, spokenWords, talkWords } from './contact-words.ts'
import classes from './contacts.module.css'

type ContactPreviewProps = {
  readonly contact: Contact | undefined
  readonly mayWrite: boolean
  readonly onEdit: (contact: Contact) => void
  readonly onSpoke: (contact: Contact) => void
}

/** The contact in focus beside the list. */
export const ContactPreview = ({ contact, mayWrite, onEdit, onSpoke }: ContactPreviewProps): ReactNode => {
  if (contact === undefined)
    return (
      <PreviewPane>
        <p className={classes.quiet}>
          Go to a row to see how to reach them. <KeyHint keys="J" /> <KeyHint keys="K" /> move, <KeyHint keys="Enter" />{' '}
          opens.
        </p>
      </PreviewPane>
    )
  const wanted = talkWords(contact, dayNow())
  return (
    <PreviewPane
      footer={
        mayWrite ? (
          <Button kind="filled" icon={IconPencil} keys="Enter" onClick={() => onEdit(contact)}>
            Change
          </Button>
        ) : undefined
      }
    >
      <div>
        <h2 className={classes.name}>{contact.name}</h2>
        <p className={classes.quiet}>{contactLine(contact) || labelOf(CONTACT_KINDS, contact.kind)}</p>
      </div>
      <ContactWays contact={contact} onSpoke={mayWrite ? () => onSpoke(contact) : undefined} />
      {wanted !== null && <InlineAlert tone="warn">{`${wanted}.`}</InlineAlert>}
      <DataList
        facts={[
          { term: 'Telephone', value: contact.phone ?? 'Blank' },
          { term: 'Email', value: contact.email ?? 'Blank' },
          { term: 'Kind', value: labelOf(CONTACT_KINDS, contact.kind) },
          { term: 'Approach', value: `${approachWords(contact)}. ${placeWords(contact)}.` },
          { term: 'Last spoken to', value: spokenWords(contact) },
        ]}
      />
      {contact.notes !== '' && <p className={classes.notes}>{contact.notes}</p>}
    </PreviewPane>
  )
}
