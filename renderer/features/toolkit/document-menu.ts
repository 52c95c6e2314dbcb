import { IconClipboardList, IconHistory, IconPencil, IconPrinter, IconTrash } from '@tabler/icons-react'
import type { MenuItem } from '#renderer/ui/menu.tsx'
import type { DocumentDialog } from './document-dialogs.tsx'
import type { Exporting } from './use-export.ts'

interface DocumentMenuOptions {
  readonly mayWrite: boolean
  readonly openDialog: (dialog: DocumentDialog) => void
  readonly exporting: Exporting
  readonly remove: () => void
}

/** What is done less often with a document. */
export const documentMenu = ({ mayWrite, openDialog, exporting, remove }: DocumentMenuOptions): readonly MenuItem[] => [
  ...(mayWrite
    ? [
        {
          label: 'Fill in the blanks',
          keys: 'B',
          icon: IconClipboardList,
          onChoose: () => openDialog('blanks'),
        },
        { label: 'Title, readers and review', icon: IconPencil, onChoose: () => openDialog('details') },
      ]
    : []),
  { label: 'Earlier states of the draft', keys: 'H', icon: IconHistory, onChoose: () => openDialog('history') },
  { label: 'Print', keys: 'P', icon: IconPrinter, startsGroup: true, onChoose: exporting.print },
  ...(mayWrite
    ? [{ label: 'Remove the document', icon: IconTrash, danger: true, startsGroup: true, onChoose: remove }]
    : []),
]
