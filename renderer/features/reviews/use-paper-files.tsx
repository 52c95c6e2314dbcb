import { IconFileExport } from '@tabler/icons-react'
import { type ReactNode, useState } from 'react'
import { useCommands } from '#renderer/app/commands.tsx'
import { useMay } from '#renderer/app/use-may.ts'
import { ExportDialog } from '#renderer/features/papers/public.ts'

interface PaperFiles {
  /** Opens the choice of files; left out where somebody may not write any. */
  readonly write: (() => void) | undefined
  readonly dialog: ReactNode
}

/** Writing the board paper of a review to files, by the key W and from the palette. Put the dialog on the page. */
export const usePaperFiles = (reviewId: string): PaperFiles => {
  const mayWrite = useMay('plan.write')
  const [open, setOpen] = useState(false)
  const write = (): void => setOpen(true)
  useCommands(
    mayWrite
      ? [
          {
            id: 'review.export',
            title: 'Write the board paper to files',
            group: 'On this page',
            keys: ['W'],
            icon: IconFileExport,
            run: write,
          },
        ]
      : [],
  )
  return {
    write: mayWrite ? write : undefined,
    dialog: open && (
      <ExportDialog
        onClose={() => setOpen(false)}
        code="board-paper"
        id={reviewId}
        title="Write the board paper to files"
      />
    ),
  }
}
