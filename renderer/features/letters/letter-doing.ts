import type { LetterTarget } from './letter-target.ts'
import type { LetterText } from './print-letters.ts'

/** What can be done about something missing. */
export type LetterAction = 'call' | 'letter' | 'came' | 'not_needed' | 'answer'

/** What is being done, and to what. */
export type LetterDoing =
  | { readonly action: LetterAction; readonly target: LetterTarget }
  | {
      readonly action: 'summary'
      readonly target: Pick<LetterTarget, 'personId' | 'patient'>
      readonly eventId: string
    }

export interface LetterDialogProps {
  readonly target: LetterTarget
  readonly onClose: () => void
  /** It is saved; the dialog is done with. */
  readonly onDone: () => void
  /** Why something could not be taken back. */
  readonly onFailedUndo: (words: string) => void
  readonly onPrint: (letters: readonly LetterText[]) => void
}
