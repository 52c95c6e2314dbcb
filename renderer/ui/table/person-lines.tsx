import type { ReactNode } from 'react'
import { displayName } from '#shared/domain/people.ts'
import { identityWords, type PersonLine } from '#shared/domain/person-line.ts'
import { CellLines } from './data-table-row.tsx'

/** Whose row of a list it is: the name as a list writes it, and below it what tells two people of one name apart. */
export const PersonLines = ({ person }: { readonly person: PersonLine }): ReactNode => (
  <CellLines main={<b>{displayName({ ...person, title: null })}</b>} sub={identityWords(person)} />
)
