import { type AnyExtension, type Editor, Extension } from '@tiptap/core'
import { Link } from '@tiptap/extension-link'
import { TaskItem, TaskList } from '@tiptap/extension-list'
import { Table, TableCell, TableHeader, TableRow } from '@tiptap/extension-table'
import type { Node } from '@tiptap/pm/model'
import { StarterKit } from '@tiptap/starter-kit'
import { isSafeLink } from '#shared/features/toolkit/document.ts'
import { CommentMark } from './comment-mark.ts'
import { Field, FieldTable } from './field-nodes.ts'
import type { FieldStore } from './field-store.ts'
import { Find } from './find.ts'

/** What the editor asks of the page around it. */
export interface EditorAsks {
  readonly insertFact: () => void
  readonly find: () => void
  readonly link: () => void
  readonly comment: () => void
  /** Out of the text: Tab belongs to lists and tables in it. */
  readonly leave: () => void
}

/** After a letter the sign belongs to a mail address and is typed. */
const startsFact = (editor: Editor): boolean => {
  const { $from } = editor.state.selection
  const before = $from.parent.textBetween(Math.max(0, $from.parentOffset - 1), $from.parentOffset, undefined, ' ')
  return before === '' || /[\s([]/.test(before)
}

const keys = (asks: EditorAsks): AnyExtension =>
  Extension.create({
    name: 'documentKeys',
    priority: 1000,
    addKeyboardShortcuts: () => ({
      '@': ({ editor }) => {
        if (!startsFact(editor)) return false
        asks.insertFact()
        return true
      },
      Escape: ({ editor }) => {
        editor.commands.blur()
        asks.leave()
        return true
      },
      'Mod-f': () => {
        asks.find()
        return true
      },
      'Mod-Alt-m': () => {
        asks.comment()
        return true
      },
      'Mod-Shift-k': () => {
        asks.link()
        return true
      },
    }),
  })

/** The page has its own title, so the first heading of the text is read out as one of the second level. */
const headingLevels = Extension.create({
  name: 'headingLevels',
  addGlobalAttributes: () => [
    {
      types: ['heading'],
      attributes: {
        readAs: {
          default: null,
          parseHTML: () => null,
          renderHTML: ({ level }) => ({ 'aria-level': Number(level) + 1 }),
        },
      },
    },
  ],
})

const LONGEST_LABEL = 80

/** What a task says, with its facts by name: their values come later, and change. */
const heardText = (item: Node, store: FieldStore): string => {
  const nameOf = ({ type, attrs: { code, label } }: Node): string =>
    type.name === 'field' ? store.faceOf(String(code), typeof label === 'string' ? label : null).label : ''
  return item.textBetween(0, item.content.size, ' ', nameOf).slice(0, LONGEST_LABEL)
}

/** The document's model, as the core takes it, and the keys of the page. */
export const documentExtensions = (store: FieldStore, asks: EditorAsks): readonly AnyExtension[] => [
  StarterKit.configure({
    code: false,
    codeBlock: false,
    strike: false,
    link: false,
    trailingNode: false,
    dropcursor: false,
    heading: { levels: [1, 2, 3] },
  }),
  Link.configure({
    openOnClick: false,
    autolink: false,
    linkOnPaste: true,
    protocols: ['https', 'mailto'],
    isAllowedUri: isSafeLink,
    HTMLAttributes: { target: null, rel: null, class: null },
  }),
  TaskList,
  TaskItem.configure({ nested: true, a11y: { checkboxLabel: (item) => `Done: ${heardText(item, store)}` } }),
  Table.configure({ resizable: false, allowTableNodeSelection: false, View: null }),
  TableRow,
  TableHeader,
  TableCell,
  Field.configure({ store }),
  FieldTable.configure({ store }),
  CommentMark.configure({ store }),
  Find,
  headingLevels,
  keys(asks),
]
