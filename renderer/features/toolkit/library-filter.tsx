import type { ReactNode } from 'react'
import { Button } from '#renderer/ui/button.tsx'
import { EmptyState } from '#renderer/ui/empty-state.tsx'
import { SegmentedField } from '#renderer/ui/fields/segmented-field.tsx'
import type { ToolkitLibrary } from '#shared/features/toolkit/schema.ts'
import type { LibraryShow } from './toolkit-address.ts'
import classes from './library.module.css'

type LibraryFilterProps = {
  readonly library: ToolkitLibrary
  readonly show: LibraryShow
  /** How many cards are left. */
  readonly shown: number
  readonly onShow: (show: LibraryShow) => void
  readonly onAll: () => void
}

/** Which of the library is shown, how many that are, and the way back when there are none. */
export const LibraryFilter = ({ library, show, shown, onShow, onAll }: LibraryFilterProps): ReactNode => (
  <>
    <div className={classes.filter}>
      {(library.documents.length > 0 || show !== 'all') && (
        <SegmentedField
          label="Which documents"
          options={[
            { value: 'all', label: 'All' },
            { value: 'begun', label: 'Begun here' },
            { value: 'look', label: 'Changed or due' },
          ]}
          value={show}
          onChange={onShow}
        />
      )}
      <span className={classes.count} role="status">
        {shown === 1 ? '1 document' : `${shown} documents`}
      </span>
    </div>
    {shown === 0 && (
      <EmptyState
        title={show === 'look' ? 'Nothing has changed or is due' : 'No document matches'}
        actions={<Button onClick={onAll}>Show all of them</Button>}
      >
        {show === 'look'
          ? 'Issued documents whose facts have moved, and those to look at again, are listed here.'
          : 'Try fewer letters, or begin one from a blank page.'}
      </EmptyState>
    )}
  </>
)
