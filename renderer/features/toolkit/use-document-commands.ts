import type { Editor } from '@tiptap/react'
import { IconDatabasePlus, IconHistory, IconPrinter, IconSend } from '@tabler/icons-react'
import type { Command } from '#renderer/app/command-registry.ts'
import { useCommands } from '#renderer/app/commands.tsx'
import type { DocumentViewName } from './document-bar.tsx'
import type { DocumentDialog } from './document-dialogs.tsx'
import type { ExportFormat } from './use-export.ts'

interface DocumentCommandOptions {
  readonly editor: Editor
  readonly mayWrite: boolean
  readonly aboutPerson: boolean
  readonly view: DocumentViewName
  readonly back: () => void
  readonly keep: () => void
  readonly find: () => void
  readonly setView: (view: DocumentViewName) => void
  readonly openDialog: (dialog: DocumentDialog) => void
  readonly comment: () => void
  readonly print: () => void
  readonly write: (format: ExportFormat) => void
}

type Written = Pick<Command, 'id' | 'title' | 'keys' | 'run'>

/** Keys of the text. In the text they work by themselves; here they are listed, and work from beside it too. */
const textKeys = (editor: Editor, comment: () => void, link: () => void): readonly Written[] => [
  { id: 'bold', title: 'Bold', keys: ['Ctrl+B'], run: () => editor.chain().focus().toggleBold().run() },
  { id: 'italic', title: 'Italic', keys: ['Ctrl+I'], run: () => editor.chain().focus().toggleItalic().run() },
  { id: 'underline', title: 'Underline', keys: ['Ctrl+U'], run: () => editor.chain().focus().toggleUnderline().run() },
  {
    id: 'heading',
    title: 'Heading',
    keys: ['Ctrl+Alt+1'],
    run: () => editor.chain().focus().toggleHeading({ level: 1 }).run(),
  },
  {
    id: 'list',
    title: 'List',
    keys: ['Ctrl+Shift+8'],
    run: () => editor.chain().focus().toggleBulletList().run(),
  },
  {
    id: 'numbered',
    title: 'Numbered list',
    keys: ['Ctrl+Shift+7'],
    run: () => editor.chain().focus().toggleOrderedList().run(),
  },
  {
    id: 'ticks',
    title: 'Tick list',
    keys: ['Ctrl+Shift+9'],
    run: () => editor.chain().focus().toggleTaskList().run(),
  },
  { id: 'link', title: 'Link', keys: ['Ctrl+Shift+K'], run: link },
  { id: 'comment', title: 'Comment on the chosen words', keys: ['Ctrl+Alt+M'], run: comment },
  { id: 'leave', title: 'Leave the text for the bar above', keys: ['Esc'], run: () => false },
]

/** Everything that can be done with the open document, by key and from the finder. */
export const useDocumentCommands = (options: DocumentCommandOptions): void => {
  const { editor, mayWrite, view, openDialog } = options
  const onPage = (command: Omit<Command, 'group'>): Command => ({ ...command, group: 'On this page' })
  const writing = mayWrite && view === 'write'
  useCommands([
    onPage({ id: 'document.find', title: 'Find in the document', keys: ['Ctrl+F'], run: options.find }),
    ...(mayWrite
      ? [
          onPage({ id: 'document.keep', title: 'Save now', keys: ['Ctrl+S'], run: options.keep }),
          onPage({
            id: 'document.view',
            title: view === 'write' ? 'Read the document' : 'Write in the document',
            keys: ['E'],
            run: () => options.setView(view === 'write' ? 'read' : 'write'),
          }),
          onPage({
            id: 'document.issue',
            title: 'Issue this document',
            icon: IconSend,
            run: () => openDialog('issue'),
          }),
          onPage({ id: 'document.blanks', title: 'Fill in the blanks', keys: ['B'], run: () => openDialog('blanks') }),
          onPage({ id: 'document.docx', title: 'Write as Word', run: () => options.write('docx') }),
          onPage({ id: 'document.markdown', title: 'Write as Markdown', run: () => options.write('markdown') }),
          ...(options.aboutPerson
            ? []
            : [onPage({ id: 'document.template', title: 'Save as my template', run: () => openDialog('template') })]),
          onPage({ id: 'document.details', title: 'Title, readers and review', run: () => openDialog('details') }),
        ]
      : []),
    ...(writing
      ? [
          onPage({
            id: 'document.fact',
            title: 'Insert a fact',
            keys: ['@'],
            icon: IconDatabasePlus,
            run: () => openDialog('fact'),
          }),
          ...textKeys(editor, options.comment, () => openDialog('link')).map((command) =>
            onPage({ ...command, id: `document.${command.id}`, keysOnly: true }),
          ),
        ]
      : []),
    onPage({
      id: 'document.history',
      title: 'Earlier states of the draft',
      keys: ['H'],
      icon: IconHistory,
      run: () => openDialog('history'),
    }),
    onPage({ id: 'document.print', title: 'Print the document', keys: ['P'], icon: IconPrinter, run: options.print }),
    onPage({ id: 'document.back', title: 'Back to the toolkit', keys: ['Esc'], run: options.back }),
  ])
}
