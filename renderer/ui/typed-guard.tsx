import { type FocusEvent, type ReactNode, useRef, useState } from 'react'
import { ConfirmDialog } from './dialog.tsx'

type TextBox = HTMLInputElement | HTMLTextAreaElement

const isTextBox = (element: Element): element is TextBox =>
  element.matches('textarea, input:not([type="checkbox"], [type="radio"], [role="combobox"])')

/** Words are lost for good; a day of the week is typed again in a moment, so numbers alone are not asked about. */
const holdsNewWords = (box: TextBox, before: string): boolean =>
  box.isConnected && box.value !== before && /\p{L}/u.test(box.value)

export interface TypedGuard {
  /** For the form: notes what each box held before it was typed in. */
  readonly onFocusCapture: (event: FocusEvent<HTMLElement>) => void
  /** For Escape, the cross and a click beside the dialog: asks first when words would be lost. */
  readonly onClose: () => void
  /** The question, while it is being asked. */
  readonly question: ReactNode
}

/**
 * Keeps a slip of the finger on Escape from throwing away what was typed. "Cancel" still closes at once.
 * @param title asks about what `close` does, where it closes nothing.
 */
export const useTypedGuard = (close: () => void, title = 'Close without saving?'): TypedGuard => {
  const held = useRef(new Map<TextBox, string>())
  const [asking, setAsking] = useState(false)
  return {
    onFocusCapture: ({ target }) => {
      if (isTextBox(target) && !held.current.has(target)) held.current.set(target, target.value)
    },
    onClose: () => {
      // The Escape that answers the question comes by here as well.
      if (asking) return
      if (![...held.current].some(([box, before]) => holdsNewWords(box, before))) close()
      // Once this Escape is over, or the question would take it for its own answer.
      else setTimeout(() => setAsking(true))
    },
    question: (
      <ConfirmDialog
        open={asking}
        destructive
        title={title}
        confirm="Discard what I typed"
        cancel="Stay here"
        onCancel={() => setAsking(false)}
        onConfirm={() => {
          setAsking(false)
          close()
        }}
      >
        What you typed here has not been saved and will be gone. Nothing that was saved before changes.
      </ConfirmDialog>
    ),
  }
}
