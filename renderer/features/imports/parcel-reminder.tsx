import { useQueryClient } from '@tanstack/react-query'
import { type ReactNode, useEffect } from 'react'
import { useCoreQuery } from '#renderer/app/core-query.ts'
import { Link } from '#renderer/app/router.tsx'
import { ButtonLink } from '#renderer/ui/button.tsx'
import { InlineAlert } from '#renderer/ui/inline-alert.tsx'
import { counted } from './import-words.ts'
import { parcelWords, SEVERAL, stillToTake } from './parcel-words.ts'

/** Leads back to files that were chosen together while any of them is left. */
export const ParcelReminder = (): ReactNode => {
  const parcel = useCoreQuery('imports', 'parcel', {}).data ?? null
  const queries = useQueryClient()
  useEffect(() => void queries.invalidateQueries({ queryKey: ['imports', 'parcel'] }), [queries])
  if (parcel === null) return null
  const left = stillToTake(parcel).length
  return (
    <InlineAlert
      tone="info"
      title={left === 0 ? 'The other files are done' : `${counted(left, 'more file')} to take`}
      actions={
        <Link href={SEVERAL} asChild>
          <ButtonLink size="small">Back to the files</ButtonLink>
        </Link>
      }
    >
      {parcelWords(parcel)}.
    </InlineAlert>
  )
}
