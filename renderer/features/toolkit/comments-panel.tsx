import { type ReactNode, useEffect, useRef, useState } from 'react'
import { Button } from '#renderer/ui/button.tsx'
import { TextAreaField } from '#renderer/ui/fields/text-area-field.tsx'
import { InlineAlert } from '#renderer/ui/inline-alert.tsx'
import { StatusMark } from '#renderer/ui/status-mark.tsx'
import { formatIsoDate } from '#shared/domain/partial-date.ts'
import type { ToolkitComment } from '#shared/features/toolkit/schema.ts'
import classes from './document.module.css'

export interface CommentDoing {
  readonly resolve: (comment: ToolkitComment, isResolved: boolean) => void
  readonly remove: (comment: ToolkitComment) => void
  readonly goTo: (markId: string) => void
}

type CommentCardProps = {
  readonly comment: ToolkitComment
  /** The words that it is about; empty where they are gone. */
  readonly quote: string
  readonly doing: CommentDoing
  readonly mayWrite: boolean
}

const CommentCard = ({ comment, quote, doing, mayWrite }: CommentCardProps): ReactNode => {
  const { by, on, words, resolvedOn, markId } = comment
  return (
    <li className={classes.comment}>
      <p className={classes.commentBy}>{`${by}, ${formatIsoDate(on)}`}</p>
      {quote === '' ? (
        <p className={classes.quiet}>The words it was about are gone.</p>
      ) : (
        <button type="button" className={classes.quote} onClick={() => doing.goTo(markId)}>
          {`“${quote.length > 90 ? `${quote.slice(0, 90)}…` : quote}”`}
        </button>
      )}
      <p className={classes.commentWords}>{words}</p>
      {resolvedOn !== null && <StatusMark kind="done">{`Dealt with ${formatIsoDate(resolvedOn)}`}</StatusMark>}
      {mayWrite && (
        <div className={classes.factActions}>
          <Button size="small" onClick={() => doing.resolve(comment, resolvedOn === null)}>
            {resolvedOn === null ? 'Dealt with' : 'Open again'}
          </Button>
          <Button size="small" kind="quiet" onClick={() => doing.remove(comment)}>
            Remove
          </Button>
        </div>
      )}
    </li>
  )
}

type CommentsProps = {
  readonly comments: readonly ToolkitComment[]
  readonly quoteOf: (markId: string) => string
  readonly doing: CommentDoing
  readonly mayWrite: boolean
}

/** What was said beside the text: the open ones first. */
export const Comments = ({ comments, quoteOf, doing, mayWrite }: CommentsProps): ReactNode => {
  const ordered = comments.toSorted((a, b) => Number(a.resolvedOn !== null) - Number(b.resolvedOn !== null))
  return (
    <section className={classes.sideTop} aria-label="Comments">
      <h2>Comments</h2>
      {comments.length === 0 && (
        <p className={classes.quiet}>Choose words in the text, then Comment in the bar or Ctrl+Alt+M.</p>
      )}
      <ul className={classes.comments}>
        {ordered.map((comment) => (
          <CommentCard
            key={comment.id}
            comment={comment}
            quote={quoteOf(comment.markId)}
            doing={doing}
            mayWrite={mayWrite}
          />
        ))}
      </ul>
    </section>
  )
}

type NewCommentProps = {
  readonly quote: string
  readonly busy: boolean
  readonly failure: string | null
  readonly onSave: (words: string) => void
  readonly onCancel: () => void
}

/** The comment that is being written. */
export const NewComment = ({ quote, busy, failure, onSave, onCancel }: NewCommentProps): ReactNode => {
  const [words, setWords] = useState('')
  const [fault, setFault] = useState<string | undefined>()
  const box = useRef<HTMLTextAreaElement>(null)
  useEffect(() => box.current?.focus(), [])
  return (
    <form
      className={classes.newComment}
      aria-label="New comment"
      onSubmit={(event) => {
        event.preventDefault()
        if (words.trim() !== '') return onSave(words.trim())
        setFault('Write the comment first')
        box.current?.focus()
      }}
    >
      {failure !== null && (
        <InlineAlert tone="bad" spoken title="The comment was not saved">
          {failure}
        </InlineAlert>
      )}
      <p className={classes.quiet}>{`On “${quote.slice(0, 90)}”`}</p>
      <TextAreaField
        label="Comment"
        error={fault}
        rows={3}
        maxLength={2000}
        inputRef={box}
        value={words}
        onChange={setWords}
        onKeyDown={(event) => {
          if (event.key !== 'Escape') return
          event.preventDefault()
          onCancel()
        }}
      />
      <div className={classes.factActions}>
        <Button kind="filled" size="small" type="submit" busy={busy}>
          Save the comment
        </Button>
        <Button size="small" kind="quiet" onClick={onCancel}>
          Cancel
        </Button>
      </div>
    </form>
  )
}
