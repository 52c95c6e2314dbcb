import {
  IconClipboardList,
  IconFileTypeDocx,
  IconHistory,
  IconMarkdown,
  IconPencil,
  IconPrinter,
  IconTemplate,
  IconTrash,
} from '@tabler/icons-react'
import type { MenuItem } from '#renderer/ui/menu.tsx'
import type { DocumentDialog } from './document-dialogs.tsx'
import type { Exporting } from './use-export.ts'

interface DocumentMenuOptions {
  readonly mayWrite: boolean
  readonly aboutPerson: boolean
  readonly openDialog: (dialog: DocumentDialog) => void
  readonly exporting: Exporting
  readonly remove: () => void
}

/** What is done less often with a document. */
export const documentMenu = ({
  mayWrite,
  aboutPerson,
  openDialog,
  exporting,
  remove,
}: DocumentMenuOptions): readonly MenuItem[] => [
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
    ? [
        { label: 'Write as Word', icon: IconFileTypeDocx, onChoose: () => exporting.write('docx') },
        { label: 'Write as Markdown', icon: IconMarkdown, onChoose: () => exporting.write('markdown') },
        ...(aboutPerson
          ? []
          : [{ label: 'Save as my template', icon: IconTemplate, onChoose: () => openDialog('template') }]),
      ]
    : []),
  ...(mayWrite
    ? [{ label: 'Remove the document', icon: IconTrash, danger: true, startsGroup: true, onChoose: remove }]
    : []),
]
