import type { ReactNode } from 'react'
import { type LetterText, PrintedLetters } from '#renderer/features/letters/public.ts'

type PrintedDraftsProps = { readonly letters: readonly LetterText[]; readonly onDone: () => void }

/** Letters sent from Today, as they print. */
export const PrintedDrafts = (props: PrintedDraftsProps): ReactNode => <PrintedLetters {...props} />
