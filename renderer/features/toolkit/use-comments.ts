import type { Editor } from '@tiptap/react'
import { useState } from 'react'
import { core } from '#renderer/app/core-client.ts'
import { doUndoable } from '#renderer/app/undoable.ts'
import { announce } from '#renderer/ui/live-region.tsx'
import type { CommentDoing } from './comments-panel.tsx'
import { chosenWords, goToComment, unmarkComment } from './editor/editor-actions.ts'

interface CommentWriting {
  /** The words that a comment is being written on; null while none is. */
  readonly quote: string | null
  readonly busy: boolean
  readonly failure: string | null
  /** @returns whether words are chosen that a comment can be about. */
  readonly begin: () => boolean
  readonly save: (words: string) => Promise<void>
  readonly cancel: () => void
  readonly doing: CommentDoing
}

interface CommentOptions {
  readonly documentId: string
  readonly editor: Editor
  /** Keeps the text with the mark in it before the comment is written. */
  readonly flush: () => Promise<number | null>
  readonly onFailure: (words: string) => void
}

/** Writing, settling and removing comments, with their marks in the text. */
export const useComments = ({ documentId, editor, flush, onFailure }: CommentOptions): CommentWriting => {
  const [quote, setQuote] = useState<string | null>(null)
  const [busy, setBusy] = useState(false)
  const [failure, setFailure] = useState<string | null>(null)
  const report = async (work: Promise<{ readonly refused: { readonly message: string } | null }>): Promise<boolean> => {
    const { refused } = await work
    if (refused !== null) onFailure(refused.message)
    return refused === null
  }
  const end = (): void => {
    setQuote(null)
    setFailure(null)
    editor.commands.focus()
  }
  return {
    quote,
    busy,
    failure,
    begin() {
      const words = chosenWords(editor)
      const isChosen = words.trim() !== ''
      if (isChosen) setQuote(words)
      else announce('Choose words in the text first.')
      return isChosen
    },
    async save(words) {
      setBusy(true)
      const markId = crypto.randomUUID()
      editor.chain().setMark('comment', { id: markId }).run()
      const version = await flush()
      const work = core.toolkit.addComment({ documentId, markId, words })
      const done = await doUndoable(work, 'The comment is there.', onFailure)
      setBusy(false)
      if (done.refused === null) return end()
      unmarkComment(editor, markId)
      setFailure(version === null ? 'The text could not be saved first.' : done.refused.message)
    },
    cancel: end,
    doing: {
      resolve: ({ id, version }, isResolved) =>
        void report(
          doUndoable(
            core.toolkit.resolveComment({ id, version, isResolved }),
            isResolved ? 'The comment is dealt with.' : 'The comment is open again.',
            onFailure,
          ),
        ),
      remove: ({ id, version }) =>
        void report(doUndoable(core.toolkit.removeComment({ id, version }), 'The comment is removed.', onFailure)),
      goTo: (markId) => goToComment(editor, markId),
    },
  }
}
