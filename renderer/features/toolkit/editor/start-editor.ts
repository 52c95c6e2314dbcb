import { Editor } from '@tiptap/core'
import { emptyDocument } from '#shared/features/toolkit/document.ts'
import { createAskLine } from './ask-line.ts'
import { documentExtensions } from './extensions.ts'
import { createFieldStore } from './field-store.ts'

let isStarted = false

/**
 * Starts the editor on an empty text that nobody sees: what it makes and compiles on its first start takes longer than a
 * document does afterwards. Once is enough, however often it is asked for.
 */
export const startEditor = (): void => {
  if (isStarted) return
  isStarted = true
  const extensions = [...documentExtensions(createFieldStore(), createAskLine().asks)]
  new Editor({
    element: document.createElement('div'),
    extensions,
    content: emptyDocument(),
    injectCSS: false,
  }).destroy()
}
