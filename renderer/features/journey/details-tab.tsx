import type { ReactNode } from 'react'
import { useCoreQuery } from '#renderer/app/core-query.ts'
import { useMay } from '#renderer/app/use-may.ts'
import { PersonDetails } from './person-details.tsx'

/** The facts about one person, as a page of theirs. */
export const DetailsTab = ({ personId }: { readonly personId: string }): ReactNode => {
  const mayEdit = useMay('register.write')
  const { data } = useCoreQuery('register', 'person', { id: personId })
  return data !== undefined && <PersonDetails person={data.person} episodes={data.episodes} mayEdit={mayEdit} />
}
