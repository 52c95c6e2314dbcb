import type { Editor } from '@tiptap/react'
import { useEditorState } from '@tiptap/react'
import {
  IconArrowBackUp,
  IconArrowForwardUp,
  IconBold,
  IconHeading,
  IconItalic,
  IconLink,
  IconList,
  IconMessagePlus,
  IconSearch,
  IconTable,
} from '@tabler/icons-react'
import { type FocusEvent, type KeyboardEvent, type ReactNode, useRef } from 'react'
import { IconButton } from '#renderer/ui/button.tsx'
import type { IconGlyph } from '#renderer/ui/icon.tsx'
import { Menu, type MenuItem } from '#renderer/ui/menu.tsx'
import type { EditorAsks } from './extensions.ts'
import classes from './editor.module.css'

type ToolProps = {
  readonly icon: IconGlyph
  readonly label: string
  readonly on?: boolean
  readonly disabled?: boolean
  readonly onClick: () => void
}

/** Leaves the selection in the text where it is. */
const keepSelection = (event: { preventDefault: () => void }): void => event.preventDefault()

const Tool = ({ icon, label, on, disabled = false, onClick }: ToolProps): ReactNode => (
  <IconButton
    icon={icon}
    label={label}
    {...(on === undefined ? {} : { on, 'aria-pressed': on })}
    aria-disabled={disabled || undefined}
    tabIndex={-1}
    onMouseDown={keepSelection}
    onClick={() => !disabled && onClick()}
  />
)

type MenuToolProps = { readonly icon: IconGlyph; readonly label: string; readonly items: readonly MenuItem[] }

const MenuTool = ({ icon, label, items }: MenuToolProps): ReactNode => (
  <Menu anchor={<IconButton icon={icon} label={label} tabIndex={-1} onMouseDown={keepSelection} />} items={items} />
)

const headingItems = (editor: Editor): readonly MenuItem[] => [
  { label: 'Plain text', keys: 'Ctrl+Alt+0', onChoose: () => editor.chain().focus().setParagraph().run() },
  {
    label: 'Heading',
    keys: 'Ctrl+Alt+1',
    onChoose: () => editor.chain().focus().toggleHeading({ level: 1 }).run(),
  },
  {
    label: 'Smaller heading',
    keys: 'Ctrl+Alt+2',
    onChoose: () => editor.chain().focus().toggleHeading({ level: 2 }).run(),
  },
  {
    label: 'Guidance for the writer',
    startsGroup: true,
    onChoose: () => editor.chain().focus().toggleBlockquote().run(),
  },
]

const listItems = (editor: Editor): readonly MenuItem[] => [
  { label: 'List', keys: 'Ctrl+Shift+8', onChoose: () => editor.chain().focus().toggleBulletList().run() },
  { label: 'Numbered list', keys: 'Ctrl+Shift+7', onChoose: () => editor.chain().focus().toggleOrderedList().run() },
  { label: 'Tick list', keys: 'Ctrl+Shift+9', onChoose: () => editor.chain().focus().toggleTaskList().run() },
]

const tableItems = (editor: Editor, inTable: boolean): readonly MenuItem[] => {
  const inside = (label: string, onChoose: () => void, startsGroup = false): MenuItem => ({
    label,
    onChoose,
    disabled: !inTable,
    startsGroup,
  })
  return [
    {
      label: 'Put in a table',
      disabled: inTable,
      onChoose: () => editor.chain().focus().insertTable({ rows: 3, cols: 3, withHeaderRow: true }).run(),
    },
    inside('Row above', () => editor.chain().focus().addRowBefore().run(), true),
    inside('Row below', () => editor.chain().focus().addRowAfter().run()),
    inside('Column before', () => editor.chain().focus().addColumnBefore().run()),
    inside('Column after', () => editor.chain().focus().addColumnAfter().run()),
    inside('Remove the row', () => editor.chain().focus().deleteRow().run(), true),
    inside('Remove the column', () => editor.chain().focus().deleteColumn().run()),
    inside('Remove the table', () => editor.chain().focus().deleteTable().run()),
  ]
}

/** One stop of Tab; the arrows move inside, as in any toolbar. */
const useArrows = () => {
  const bar = useRef<HTMLDivElement>(null)
  const buttons = (): readonly HTMLButtonElement[] => [...(bar.current?.querySelectorAll('button') ?? [])]
  const onKeyDown = (event: KeyboardEvent): void => {
    const all = buttons()
    const here = all.findIndex((button) => button === document.activeElement)
    const goTo: Readonly<Record<string, number>> = {
      ArrowRight: (here + 1) % all.length,
      ArrowLeft: (here - 1 + all.length) % all.length,
      Home: 0,
      End: all.length - 1,
    }
    const next = goTo[event.key]
    if (here === -1 || next === undefined) return
    event.preventDefault()
    all[next]?.focus()
  }
  const onFocus = (event: FocusEvent): void => {
    for (const button of buttons()) button.tabIndex = button === event.target ? 0 : -1
  }
  const fill = (element: HTMLDivElement | null): void => {
    bar.current = element
    const all = buttons()
    if (!all.some(({ tabIndex }) => tabIndex === 0)) all[0]?.setAttribute('tabindex', '0')
  }
  return { fill, onKeyDown, onFocus }
}

type ToolbarProps = { readonly editor: Editor; readonly asks: EditorAsks }

/** How the text looks, and what is put into it. */
export const Toolbar = ({ editor, asks }: ToolbarProps): ReactNode => {
  const { fill, onKeyDown, onFocus } = useArrows()
  const state = useEditorState({
    editor,
    selector: ({ editor: now }) => ({
      bold: now.isActive('bold'),
      italic: now.isActive('italic'),
      link: now.isActive('link'),
      inTable: now.isActive('table'),
      empty: now.state.selection.empty,
      mayUndo: now.can().undo(),
      mayRedo: now.can().redo(),
    }),
  })
  return (
    <div
      ref={fill}
      role="toolbar"
      aria-label="Text"
      tabIndex={-1}
      className={classes.toolbar}
      onKeyDown={onKeyDown}
      onFocus={onFocus}
    >
      <Tool
        icon={IconBold}
        label="Bold, Ctrl B"
        on={state.bold}
        onClick={() => editor.chain().focus().toggleBold().run()}
      />
      <Tool
        icon={IconItalic}
        label="Italic, Ctrl I"
        on={state.italic}
        onClick={() => editor.chain().focus().toggleItalic().run()}
      />
      <MenuTool icon={IconHeading} label="Heading" items={headingItems(editor)} />
      <MenuTool icon={IconList} label="List" items={listItems(editor)} />
      <MenuTool icon={IconTable} label="Table" items={tableItems(editor, state.inTable)} />
      <Tool icon={IconLink} label="Link, Ctrl Shift K" on={state.link} onClick={asks.link} />
      <Tool icon={IconMessagePlus} label="Comment, Ctrl Alt M" disabled={state.empty} onClick={asks.comment} />
      <Tool
        icon={IconArrowBackUp}
        label="Undo, Ctrl Z"
        disabled={!state.mayUndo}
        onClick={() => editor.chain().focus().undo().run()}
      />
      <Tool
        icon={IconArrowForwardUp}
        label="Redo, Ctrl Shift Z"
        disabled={!state.mayRedo}
        onClick={() => editor.chain().focus().redo().run()}
      />
      <Tool icon={IconSearch} label="Find in the document, Ctrl F" onClick={asks.find} />
    </div>
  )
}
