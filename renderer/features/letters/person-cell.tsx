import type { ReactNode } from 'react'
import { displayName } from '#shared/domain/people.ts'
import { identityWords, type PersonLine } from '#shared/domain/person-line.ts'
import classes from './letters.module.css'

/** Name, and under it what tells two people of one name apart. */
export const personCell = ({ person }: { readonly person: PersonLine }): ReactNode => (
  <>
    {displayName(person)}
    <small className={classes.under}>{identityWords(person)}</small>
  </>
)
