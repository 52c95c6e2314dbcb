import type { ReactNode } from 'react'
import { useCoreQuery } from '#renderer/app/core-query.ts'
import type { HospitalQuery } from '#shared/features/letters/schema.ts'
import { AskDialog } from './ask-dialog.tsx'
import { AnswerDialog, CameDialog, NotNeededDialog } from './close-dialogs.tsx'
import { DetailsDialog, QuestionDialog } from './query-dialogs.tsx'
import { queryOf } from './letter-target.ts'
import type { LetterDialogProps, LetterDoing } from './letter-doing.ts'
import { SummaryDialog } from './summary-dialog.tsx'

type LetterDialogsProps = Omit<LetterDialogProps, 'target'> & {
  readonly doing: LetterDoing | null
  /** One thing leads to the next: a summary that came is read in, a question is drafted. */
  readonly onNext: (doing: LetterDoing) => void
}

/** The dialog of what is being done; none while nothing is. */
export const LetterDialogs = ({ doing, ...props }: LetterDialogsProps): ReactNode =>
  doing === null ? null : <OpenDialog {...props} doing={doing} />

const OpenDialog = ({ doing, onNext, ...props }: LetterDialogsProps & { readonly doing: LetterDoing }): ReactNode => {
  const queries = useCoreQuery('letters', 'ofPerson', { personId: doing.target.personId }).data?.queries
  const newest = (seen: { readonly queryId: string; readonly version: number }): HospitalQuery | undefined =>
    queries?.find(({ id, version }) => id === seen.queryId && version > seen.version)
  if (doing.action === 'summary') return <SummaryDialog {...props} target={doing.target} eventId={doing.eventId} />
  if (doing.action === 'details')
    return (
      <DetailsDialog
        {...props}
        target={doing.target}
        query={newest({ queryId: doing.query.id, version: doing.query.version }) ?? doing.query}
      />
    )
  if (doing.action === 'question')
    return (
      <QuestionDialog
        target={doing.target}
        onClose={props.onClose}
        onAsk={(target) => onNext({ action: 'letter', target })}
      />
    )
  const { action } = doing
  const asked = doing.target.query
  const now = asked === null ? undefined : newest(asked)
  const query = now === undefined ? asked : queryOf(now)
  const target = { ...doing.target, query }
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
