import type { ReactNode } from 'react'
import { AskDialog } from './ask-dialog.tsx'
import { AnswerDialog, CameDialog, NotNeededDialog } from './close-dialogs.tsx'
import { DetailsDialog, QuestionDialog } from './query-dialogs.tsx'
import type { LetterDialogProps, LetterDoing } from './letter-doing.ts'
import { SummaryDialog } from './summary-dialog.tsx'

type LetterDialogsProps = Omit<LetterDialogProps, 'target'> & {
  readonly doing: LetterDoing | null
  /** One thing leads to the next: a summary that came is read in, a question is drafted. */
  readonly onNext: (doing: LetterDoing) => void
}

/** The dialog of what is being done; none while nothing is. */
export const LetterDialogs = ({ doing, onNext, ...props }: LetterDialogsProps): ReactNode => {
  if (doing === null) return null
  if (doing.action === 'summary') return <SummaryDialog {...props} target={doing.target} eventId={doing.eventId} />
  if (doing.action === 'details') return <DetailsDialog {...props} target={doing.target} query={doing.query} />
  if (doing.action === 'question')
    return (
      <QuestionDialog
        target={doing.target}
        onClose={props.onClose}
        onAsk={(target) => onNext({ action: 'letter', target })}
      />
    )
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
        <CameDialog
          {...shared}
          eventId={target.letterAbout}
          onSummary={(eventId) => onNext({ action: 'summary', target, eventId })}
        />
      )
    case 'not_needed':
      return <NotNeededDialog {...shared} />
    case 'answer':
      return <AnswerDialog {...shared} />
  }
}
