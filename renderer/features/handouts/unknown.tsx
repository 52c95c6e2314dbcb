import type { ReactNode } from 'react'
import type { Contact } from '#shared/features/handouts/handover-card.ts'
import classes from './handouts.module.css'

/** What nobody has recorded, said plainly in a dashed box: a gap is never a blank. */
export const Unknown = ({ children }: { readonly children: ReactNode }): ReactNode => (
  <span className={classes.hole}>{children}</span>
)

type ContactWordsProps = { readonly contact: Contact; readonly nobody: string }

/** Who to ring and the number, with what is missing of it. */
export const ContactWords = ({ contact: { name, phone }, nobody }: ContactWordsProps): ReactNode => {
  if (name === null && phone === null) return <Unknown>{nobody}</Unknown>
  return (
    <span className={classes.line}>
      {phone === null ? <Unknown>Number not recorded</Unknown> : <span className={classes.phone}>{phone}</span>}
      <span className={classes.name}>{name ?? 'Name not recorded'}</span>
    </span>
  )
}
