import type { ReactNode } from 'react'
import { AskDialog } from './ask-dialog.tsx'
import { AnswerDialog, CameDialog, NotNeededDialog } from './close-dialogs.tsx'
import type { LetterTarget } from './letter-target.ts'
import type { LetterDialogProps, LetterDoing } from './letter-doing.ts'
import { SummaryDialog } from './summary-dialog.tsx'

type LetterDialogsProps = Omit<LetterDialogProps, 'target'> & {
  readonly doing: LetterDoing | null
  readonly onSummary: (target: Pick<LetterTarget, 'personId' | 'patient'>, eventId: string) => void
}

/** The dialog of what is being done; none while nothing is. */
export const LetterDialogs = ({ doing, onSummary, ...props }: LetterDialogsProps): ReactNode => {
  if (doing === null) return null
  if (doing.action === 'summary') return <SummaryDialog {...props} target={doing.target} eventId={doing.eventId} />
  const { action, target } = doing
  const shared = { ...props, target }
  switch (action) {
    case 'call':
    case 'letter':
      return <AskDialog {...shared} kind={action} />
    case 'came':
      return target.letterAbout === null ? (
        <AnswerDialog {...shared} />
      ) : (
        <CameDialog {...shared} eventId={target.letterAbout} onSummary={(eventId) => onSummary(target, eventId)} />
      )
    case 'not_needed':
      return <NotNeededDialog {...shared} />
    case 'answer':
      return <AnswerDialog {...shared} />
  }
}
