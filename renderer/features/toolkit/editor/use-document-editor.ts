import { type Editor, useEditor } from '@tiptap/react'
import { useEffect, useEffectEvent, useState } from 'react'
import type { ToolkitDocument } from '#shared/features/toolkit/document.ts'
import { createAskLine } from './ask-line.ts'
import { plainDocument } from './document-json.ts'
import { documentExtensions, type EditorAsks } from './extensions.ts'
import type { FieldStore } from './field-store.ts'
import { plainPaste } from './pasted-html.ts'
import classes from './editor.module.css'

interface DocumentEditorOptions {
  /** What the document held when it was opened; later changes come through `replace`. */
  readonly content: ToolkitDocument
  readonly store: FieldStore
  readonly asks: EditorAsks
  readonly editable: boolean
  readonly onChange: (content: ToolkitDocument) => void
}

/** The editor of one document. It is made once: values of fields are redrawn without it. */
export const useDocumentEditor = (options: DocumentEditorOptions): Editor => {
  const { store, asks } = options
  const [line] = useState(createAskLine)
  useEffect(() => line.connect(asks), [line, asks])
  const [extensions] = useState(() => [...documentExtensions(store, line.asks)])
  const editor = useEditor({
    extensions,
    content: options.content,
    editable: options.editable,
    // The page's policy lets no style tag in; what the editor needs stands in our own sheet.
    injectCSS: false,
    shouldRerenderOnTransaction: false,
    editorProps: {
      transformPastedHTML: plainPaste,
      handleDOMEvents: {
        // The browser begins at the top until the editor puts the caret back, and a letter may come sooner.
        focus: (view) => {
          view.focus()
          return false
        },
      },
      attributes: {
        class: classes.text ?? '',
        role: 'textbox',
        'aria-multiline': 'true',
        'aria-label': 'Text of the document',
        lang: 'en-GB',
        spellcheck: 'true',
      },
    },
  })
  const onUpdate = useEffectEvent(() => options.onChange(plainDocument(editor.getJSON())))
  useEffect(() => {
    const tell = (): void => onUpdate()
    editor.on('update', tell)
    return () => void editor.off('update', tell)
  }, [editor])
  useEffect(() => {
    if (editor.isEditable !== options.editable) editor.setEditable(options.editable, false)
  }, [editor, options.editable])
  return editor
}
