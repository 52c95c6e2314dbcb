import { IconChevronDown, IconChevronUp, IconX } from '@tabler/icons-react'
import { type Editor, useEditorState } from '@tiptap/react'
import { type KeyboardEvent, type ReactNode, useEffect, useRef, useState } from 'react'
import { IconButton } from '#renderer/ui/button.tsx'
import { findKey } from './find.ts'
import classes from './editor.module.css'

type FindBarProps = { readonly editor: Editor; readonly onClose: () => void }

const look = (editor: Editor, query: string, at: number): void =>
  editor.view.dispatch(editor.state.tr.setMeta(findKey, { query, at }).setMeta('addToHistory', false))

const showHit = (editor: Editor): void => {
  requestAnimationFrame(() => {
    if (!editor.isDestroyed) {
      editor.view.dom.querySelector(`.${classes.hitHere ?? ''}`)?.scrollIntoView({ block: 'center' })
    }
  })
}

const countWords = (query: string, count: number, at: number): string => {
  if (query === '') return ''
  return count === 0 ? 'Not in this document' : `${at + 1} of ${count}`
}

/** Finds words in the open document. Enter goes on, Shift and Enter back, Escape closes with the place selected. */
export const FindBar = ({ editor, onClose }: FindBarProps): ReactNode => {
  const [query, setQuery] = useState('')
  const box = useRef<HTMLInputElement>(null)
  const found = useEditorState({ editor, selector: ({ editor: now }) => findKey.getState(now.state) })
  const hits = found?.hits ?? []
  const at = found?.at ?? 0
  useEffect(() => {
    box.current?.focus()
    return () => {
      if (!editor.isDestroyed) look(editor, '', 0)
    }
  }, [editor])
  const step = (by: 1 | -1): void => {
    if (hits.length === 0) return
    look(editor, query, (at + by + hits.length) % hits.length)
    showHit(editor)
  }
  const close = (): void => {
    const here = hits[at]
    onClose()
    if (here === undefined) editor.commands.focus()
    else editor.chain().setTextSelection(here).focus().run()
  }
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.key === 'Escape') close()
    else if (event.key === 'Enter') step(event.shiftKey ? -1 : 1)
    else return
    event.preventDefault()
    event.stopPropagation()
  }
  return (
    <div role="search" aria-label="Find in the document" className={classes.findBar} data-print="hide">
      <input
        ref={box}
        type="text"
        inputMode="search"
        className={classes.findBox}
        aria-label="Find in the document"
        placeholder="Find in the document"
        value={query}
        autoComplete="off"
        onKeyDown={onKeyDown}
        onChange={(event) => {
          setQuery(event.currentTarget.value)
          look(editor, event.currentTarget.value, 0)
          showHit(editor)
        }}
      />
      <span role="status" className={classes.findCount}>
        {countWords(query, hits.length, at)}
      </span>
      <IconButton icon={IconChevronUp} label="Previous place" onClick={() => step(-1)} />
      <IconButton icon={IconChevronDown} label="Next place" onClick={() => step(1)} />
      <IconButton icon={IconX} label="Close the search" onClick={close} />
    </div>
  )
}
