import type { HospitalQuery } from '#shared/features/letters/schema.ts'
import type { LetterTarget } from './letter-target.ts'
import type { LetterText } from './print-letters.ts'

/** What can be done about something missing. */
export type LetterAction = 'call' | 'letter' | 'came' | 'not_needed' | 'answer'

type Whose = Pick<LetterTarget, 'personId' | 'patient'>

/** What is being done, and to what. */
export type LetterDoing =
  | { readonly action: LetterAction; readonly target: LetterTarget }
  | { readonly action: 'summary'; readonly target: Whose; readonly eventId: string }
  | { readonly action: 'question'; readonly target: Whose }
  | { readonly action: 'details'; readonly target: Whose; readonly query: HospitalQuery }

export interface LetterDialogProps {
  readonly target: LetterTarget
  readonly onClose: () => void
  /** It is saved; the dialog is done with. */
  readonly onDone: () => void
  /** Why something could not be taken back. */
  readonly onFailedUndo: (words: string) => void
  readonly onPrint: (letters: readonly LetterText[]) => void
}
