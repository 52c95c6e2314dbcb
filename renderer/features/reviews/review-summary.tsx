import { IconFileText, IconGavel, IconLock } from '@tabler/icons-react'
import { type ReactNode, useState } from 'react'
import { useCommands } from '#renderer/app/commands.tsx'
import { core } from '#renderer/app/core-client.ts'
import { FormBody } from '#renderer/app/form-body.tsx'
import { Link, usePath } from '#renderer/app/router.tsx'
import { doUndoable } from '#renderer/app/undoable.ts'
import { useQuickForm } from '#renderer/app/use-quick-form.ts'
import { Button, ButtonLink } from '#renderer/ui/button.tsx'
import { TextAreaField } from '#renderer/ui/fields/text-area-field.tsx'
import { TextField } from '#renderer/ui/fields/text-field.tsx'
import { InlineAlert } from '#renderer/ui/inline-alert.tsx'
import { Panel } from '#renderer/ui/panel.tsx'
import type { Plan } from '#shared/features/plan/schema.ts'
import { holdsBackClosing, progressOf } from '#shared/features/reviews/rules.ts'
import type { Review } from '#shared/features/reviews/schema.ts'
import { FreezeYear } from './freeze-year.tsx'
import { paperPath } from './review-address.ts'
import { Asks, Decisions, StatusCounts } from './said-list.tsx'
import classes from './reviews.module.css'

const LABELS = { summary: 'What is said in sum', ledBy: 'Who leads it' } as const

/** What is typed of the review as a whole and not saved yet. */
export interface SummaryDraft {
  readonly ledBy: string
  readonly summary: string
  /** What was there when typing began. */
  readonly over: Pick<Review, 'ledBy' | 'summary'>
}

const isSame = (a: Pick<Review, 'ledBy' | 'summary'>, b: Pick<Review, 'ledBy' | 'summary'>): boolean =>
  a.ledBy === b.ledBy && a.summary === b.summary

type ReviewSummaryProps = {
  readonly plan: Plan
  readonly review: Review
  readonly draft: SummaryDraft | null
  readonly onDraft: (draft: SummaryDraft | null) => void
  /** Actions with words that are typed and not saved, by code. */
  readonly unsaved: readonly string[]
  readonly onBefore: () => void
  readonly onDecide: () => void
  readonly onFailure: (words: string | null) => void
}

const leftWords = (review: Review): string | null => {
  const { done, total } = progressOf(review.steps)
  const left = total - done
  if (left === 0) return null
  return left === 1 ? 'Nothing was said of 1 action yet.' : `Nothing was said of ${left} actions yet.`
}

const useSummary = ({ review, draft, onDraft, onFailure }: ReviewSummaryProps) => {
  const form = useQuickForm(LABELS)
  const [, goTo] = usePath()
  const [closing, setClosing] = useState(false)
  const { ledBy, summary } = review
  const typed: SummaryDraft = draft ?? { ledBy, summary, over: { ledBy, summary } }
  const isKept = isSame(typed, review)
  const keep = async (): Promise<number | null> => {
    if (isKept) return review.version
    if (typed.ledBy.trim() === '') {
      form.saving.refuse({ ledBy: 'Say who leads it' })
      return null
    }
    if (!isSame(typed.over, review)) {
      onDraft({ ...typed, over: { ledBy, summary } })
      const now = summary === '' ? 'It is empty now' : `It now reads: “${summary}”`
      form.saving.refuse({
        summary: `Another window changed this meanwhile. ${now}. Save again to put your words there`,
      })
      return null
    }
    let version: number | null = null
    const kept = await form.saving.send(async () => {
      const work = core.reviews.save({
        id: review.id,
        version: review.version,
        fields: { ledBy: typed.ledBy, summary: typed.summary },
      })
      const done = await doUndoable(work, 'Saved.', onFailure)
      if (done.refused === null) version = done.answer.version
      return done
    })
    if (kept) onDraft(null)
    return version
  }
  const close = async (): Promise<void> => {
    onFailure(null)
    setClosing(true)
    const version = await keep()
    if (version !== null) {
      const work = core.reviews.close({ id: review.id, version })
      const { refused } = await doUndoable(work, 'The review is closed, and its paper kept.', onFailure)
      if (refused === null) goTo(paperPath(review.id))
      else onFailure(refused.message)
    }
    setClosing(false)
  }
  return { ...form, typed, isKept, keep, close, closing }
}

/** The end of a review: how the actions stand, what is asked and decided, and the close. */
export const ReviewSummary = (props: ReviewSummaryProps): ReactNode => {
  const { plan, review, onDraft, unsaved, onBefore, onDecide } = props
  const { saving, idOf, field, labels, typed, isKept, keep, close, closing } = useSummary(props)
  const held = holdsBackClosing(review, plan.startsOn)
  const whyNot =
    unsaved.length > 0 ? `Save or clear what you typed of ${unsaved.join(', ')} first` : (held ?? undefined)
  const HERE = { group: 'On this page' } as const
  useCommands([
    { ...HERE, id: 'review.keep', title: 'Save the summary', keys: ['Ctrl+Enter', 'Ctrl+S'], run: () => void keep() },
    { ...HERE, id: 'review.before', title: 'Action before', keys: ['K'], run: onBefore },
    { ...HERE, id: 'review.decide', title: 'Write down a decision', keys: ['D'], run: onDecide },
    ...(whyNot === undefined
      ? [
          {
            ...HERE,
            id: 'review.close',
            title: 'Close the review',
            keys: ['C'],
            icon: IconLock,
            run: () => void close(),
          },
        ]
      : []),
  ])
  const left = leftWords(review)
  return (
    <div className={classes.summary}>
      <Panel title="In sum">
        <FormBody saving={saving} labels={labels} idOf={idOf} onSave={() => void keep()}>
          <TextAreaField
            {...field('summary')}
            optional
            hint="A few sentences that the board reads first"
            rows={5}
            maxLength={4000}
            value={typed.summary}
            onChange={(summary) => onDraft({ ...typed, summary })}
          />
          <TextField
            {...field('ledBy')}
            maxLength={80}
            value={typed.ledBy}
            onChange={(ledBy) => onDraft({ ...typed, ledBy })}
          />
          <div className={classes.buttons}>
            <Button type="submit" keys="Ctrl+Enter" busy={saving.busy}>
              {isKept ? 'Saved' : 'Save'}
            </Button>
            <Link href={paperPath(review.id)} asChild>
              <ButtonLink icon={IconFileText}>See the draft paper</ButtonLink>
            </Link>
          </div>
        </FormBody>
      </Panel>
      <Panel title="How the actions stand" padding="flush">
        <StatusCounts steps={review.steps} />
      </Panel>
      <Panel title="What we ask" padding="flush">
        <Asks steps={review.steps} />
      </Panel>
      <Panel
        title="Decisions"
        padding="flush"
        actions={
          <Button size="small" icon={IconGavel} keys="D" onClick={onDecide}>
            Decision
          </Button>
        }
      >
        <Decisions decisions={review.decisions} />
      </Panel>
      {review.kind === 'year_end' && <FreezeYear plan={plan} review={review} onFailure={props.onFailure} />}
      <Panel title="Close the review">
        <div className={classes.close}>
          {left !== null && <InlineAlert tone="info">{`${left} It can be closed all the same.`}</InlineAlert>}
          <p>The board paper is made from what was said, and is kept as it is then.</p>
          <Button
            kind="filled"
            icon={IconLock}
            {...(whyNot === undefined ? { keys: 'C' } : {})}
            busy={closing}
            whyNot={whyNot}
            onClick={() => void close()}
          >
            Close the review
          </Button>
        </div>
      </Panel>
    </div>
  )
}
