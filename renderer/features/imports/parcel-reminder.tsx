import { useQueryClient } from '@tanstack/react-query'
import { type ReactNode, useEffect } from 'react'
import { useCoreQuery } from '#renderer/app/core-query.ts'
import { Link } from '#renderer/app/router.tsx'
import { useMay } from '#renderer/app/use-may.ts'
import { ButtonLink } from '#renderer/ui/button.tsx'
import { InlineAlert } from '#renderer/ui/inline-alert.tsx'
import type { Parcel } from '#shared/features/imports/parcel.ts'
import { counted } from './import-words.ts'
import classes from './parcel.module.css'
import { parcelWords, SEVERAL, stillToTake } from './parcel-words.ts'

const useParcel = (enabled: boolean): Parcel | null => {
  const parcel = useCoreQuery('imports', 'parcel', {}, { enabled }).data ?? null
  const queries = useQueryClient()
  // What became of a file is kept in memory, of which no change to the register tells.
  useEffect(() => void queries.invalidateQueries({ queryKey: ['imports', 'parcel'] }), [queries])
  return parcel
}

const leftWords = (parcel: Parcel): string => {
  const left = stillToTake(parcel).length
  return left === 0 ? 'The other files are done' : `${counted(left, 'more file')} to take`
}

const BackToFiles = (): ReactNode => (
  <Link href={SEVERAL} asChild>
    <ButtonLink size="small">Back to the files</ButtonLink>
  </Link>
)

/** Leads back to files that were chosen together while their list is kept. */
export const ParcelReminder = (): ReactNode => {
  const parcel = useParcel(true)
  if (parcel === null) return null
  return (
    <InlineAlert tone="info" title={leftWords(parcel)} actions={<BackToFiles />}>
      {parcelWords(parcel)}.
    </InlineAlert>
  )
}

/** The same in one line, for a page that is full: only on the comparison that one of those files was kept as. */
export const ParcelLine = ({ comparedId }: { readonly comparedId: string }): ReactNode => {
  const parcel = useParcel(useMay('imports.run'))
  if (parcel?.items.some((item) => item.comparedId === comparedId) !== true) return null
  return (
    <span className={classes.line}>
      <span>{leftWords(parcel)}</span>
      <BackToFiles />
    </span>
  )
}
