import { IconCopy, IconMessageCheck } from '@tabler/icons-react'
import type { ReactNode } from 'react'
import { Button } from '#renderer/ui/button.tsx'
import type { Contact } from '#shared/features/contacts/schema.ts'
import { copyContact } from './contact-writes.ts'
import classes from './contacts.module.css'

type ContactWaysProps = {
  readonly contact: Contact
  /** Left out where whoever is signed in may only look. */
  readonly onSpoke?: (() => void) | undefined
}

/** How to reach somebody. Nothing is copied before it is asked for. */
export const ContactWays = ({ contact, onSpoke }: ContactWaysProps): ReactNode => {
  const { phone, email } = contact
  return (
    <div className={classes.ways}>
      {phone !== null && (
        <Button size="small" icon={IconCopy} onClick={() => void copyContact('The number', phone)}>
          Copy number
        </Button>
      )}
      {email !== null && (
        <Button size="small" icon={IconCopy} onClick={() => void copyContact('The address', email)}>
          Copy email
        </Button>
      )}
      {onSpoke !== undefined && (
        <Button size="small" icon={IconMessageCheck} keys="S" onClick={onSpoke}>
          Spoke today
        </Button>
      )}
    </div>
  )
}
