import { type ReactNode, useEffect, useEffectEvent, useState } from 'react'
import { core } from '#renderer/app/core-client.ts'
import { useCoreQuery } from '#renderer/app/core-query.ts'
import { doUndoable } from '#renderer/app/undoable.ts'
import { useLeaveGuard } from '#renderer/app/use-leave-guard.tsx'
import { useUrlState } from '#renderer/app/url-state.ts'
import { DecisionDrawer } from '#renderer/features/plan-logs/public.ts'
import { Button } from '#renderer/ui/button.tsx'
import { InlineAlert } from '#renderer/ui/inline-alert.tsx'
import { PageHeader } from '#renderer/ui/page-header.tsx'
import { Panel } from '#renderer/ui/panel.tsx'
import { StatusMark } from '#renderer/ui/status-mark.tsx'
import { SkeletonPanel } from '#renderer/ui/waiting.tsx'
import { formatIsoDate } from '#shared/domain/partial-date.ts'
import { statusLabel } from '#shared/features/plan/public.ts'
import type { Plan, PlanActionDetail } from '#shared/features/plan/schema.ts'
import { nextToSay, reviewName, reviewPeriod, wantsCarrying } from '#shared/features/reviews/rules.ts'
import type { Review, ReviewStep } from '#shared/features/reviews/schema.ts'
import { CarryPanel } from './carry-panel.tsx'
import { REVIEW_ADDRESS, SUMMARY } from './review-address.ts'
import { ReviewSummary, type SummaryDraft } from './review-summary.tsx'
import { STATUS_SHAPES } from './status-words.ts'
import { StepContext } from './step-context.tsx'
import { draftFrom, isTyped, type StepDraft } from './step-draft.ts'
import { StepForm } from './step-form.tsx'
import { WalkList } from './walk-list.tsx'
import { usePaperFiles } from './use-paper-files.tsx'
import classes from './reviews.module.css'

type Drafts = Readonly<Record<string, StepDraft>>

/** Where in the review we are. It is written into the address, so that Back and a restart come to the same action. */
const usePlace = (review: Review): readonly [string, (at: string) => void] => {
  const [address, change] = useUrlState(REVIEW_ADDRESS)
  const isThere = address.at === SUMMARY || review.steps.some(({ actionId }) => actionId === address.at)
  const [first] = useState(() => nextToSay(review.steps) ?? SUMMARY)
  const at = isThere ? address.at : first
  const settle = useEffectEvent(() => {
    if (!isThere) change({ at }, { replace: true })
  })
  useEffect(() => settle(), [])
  return [at, (next) => change({ at: next })]
}

type StepPaneProps = {
  readonly plan: Plan
  readonly review: Review
  readonly step: ReviewStep
  readonly draft: StepDraft | undefined
  readonly onDraft: (draft: StepDraft | null) => void
  readonly writing: boolean
  readonly onStep: (by: 1 | -1, writing: boolean) => void
  readonly onDecide: () => void
  readonly onFailure: (words: string | null) => void
}

const StepPane = (props: StepPaneProps): ReactNode => {
  const { plan, review, step, draft, writing, onDraft, onStep, onDecide, onFailure } = props
  const asked = useCoreQuery('plan', 'action', { id: step.actionId })
  const action: PlanActionDetail | undefined = asked.data
  const title = `${step.code} ${step.title}`
  if (action === undefined)
    return asked.error === null ? (
      <SkeletonPanel label="Loading the action" lines={8} />
    ) : (
      <Panel title={title}>
        <p>{asked.error.message}</p>
      </Panel>
    )
  const keepDraft = (next: StepDraft | null): void =>
    onDraft(next !== null && isTyped(next, draftFrom(action, review.id)) ? next : null)
  return (
    <div className={classes.step}>
      <div className={classes.stepMain}>
        <Panel
          title={title}
          actions={
            <StatusMark kind={STATUS_SHAPES[action.status]} pill>
              {statusLabel(action.status)}
            </StatusMark>
          }
        >
          <StepForm
            key={step.actionId}
            action={action}
            step={step}
            writing={writing}
            reviewId={review.id}
            draft={draft}
            onDraft={keepDraft}
            onStep={onStep}
            onDecide={onDecide}
            onFailure={onFailure}
          />
        </Panel>
        {wantsCarrying(review, plan.startsOn, step) && (
          <CarryPanel
            key={step.actionId}
            action={action}
            reviewId={review.id}
            yearEnd={reviewPeriod(plan.startsOn, review).to}
            onDone={() => onFailure(null)}
            onFailedUndo={onFailure}
          />
        )}
        {step.carried !== null && (
          <InlineAlert tone="info" title="Carried forward">
            {`From ${formatIsoDate(step.carried.fromDue)} to ${formatIsoDate(step.carried.toDue)}. ${step.carried.reason ?? ''}`}
          </InlineAlert>
        )}
      </div>
      <StepContext action={action} reviewId={review.id} mayWrite onFailure={onFailure} />
    </div>
  )
}

type OpenReviewProps = {
  readonly plan: Plan
  readonly review: Review
  /** Hears whether something is typed that is not saved. */
  readonly onTyped: (isTyped: boolean) => void
}

/** A review that is under way: one action at a time, in order, and what is said in sum at the end. */
export const OpenReview = ({ plan, review, onTyped }: OpenReviewProps): ReactNode => {
  const [at, go] = usePlace(review)
  const [drafts, setDrafts] = useState<Drafts>({})
  const [summaryDraft, setSummaryDraft] = useState<SummaryDraft | null>(null)
  const [writing, setWriting] = useState(true)
  const [deciding, setDeciding] = useState(false)
  const [failure, setFailure] = useState<string | null>(null)
  const files = usePaperFiles(review.id)
  const isTyped = Object.keys(drafts).length > 0 || summaryDraft !== null
  const guard = useLeaveGuard(isTyped)
  useEffect(() => onTyped(isTyped), [onTyped, isTyped])
  const places = [...review.steps.map(({ actionId }) => actionId), SUMMARY]
  const step = review.steps.find(({ actionId }) => actionId === at)
  const stepBy = (by: 1 | -1, toWrite: boolean): void => {
    const next = places[places.indexOf(at) + by]
    if (next === undefined) return
    setFailure(null)
    setWriting(toWrite)
    go(next)
  }
  const jump = (to: string): void => {
    setWriting(true)
    go(to)
  }
  const keep = (actionId: string, draft: StepDraft | null): void =>
    setDrafts((before) => {
      const { [actionId]: _, ...others } = before
      return draft === null ? others : { ...others, [actionId]: draft }
    })
  const reopen = async (): Promise<void> => {
    const work = core.reviews.reopen({ id: review.id, version: review.version })
    const { refused } = await doUndoable(work, 'The review is open again.', setFailure)
    if (refused !== null) setFailure(refused.message)
  }
  const unsaved = review.steps.filter(({ actionId }) => actionId in drafts).map(({ code }) => code)
  const position = places.indexOf(at) + 1
  return (
    <div className={classes.review}>
      <WalkList steps={review.steps} at={at} typed={new Set(Object.keys(drafts))} onGo={jump} />
      <div className={classes.body}>
        <PageHeader title={reviewName(plan.startsOn, review)}>
          {step === undefined
            ? 'What is said in sum, asked and decided.'
            : `Action ${position} of ${review.steps.length}. Led by ${review.ledBy}.`}
        </PageHeader>
        {failure !== null && (
          <InlineAlert tone="bad" spoken title="That could not be done">
            {failure}
          </InlineAlert>
        )}
        {review.state === 'closed' && (
          <InlineAlert
            tone="warn"
            spoken
            title="This review was closed meanwhile"
            actions={<Button onClick={() => void reopen()}>Open it again</Button>}
          >
            What you typed is still here and not in its paper. Open the review again to save it, or clear it.
          </InlineAlert>
        )}
        {step === undefined ? (
          <ReviewSummary
            plan={plan}
            review={review}
            draft={summaryDraft}
            onDraft={setSummaryDraft}
            unsaved={unsaved}
            onBefore={() => stepBy(-1, false)}
            onDecide={() => setDeciding(true)}
            onFailure={setFailure}
          />
        ) : (
          <StepPane
            plan={plan}
            review={review}
            step={step}
            draft={drafts[step.actionId]}
            writing={writing}
            onDraft={(draft) => keep(step.actionId, draft)}
            onStep={stepBy}
            onDecide={() => setDeciding(true)}
            onFailure={setFailure}
          />
        )}
      </div>
      {deciding && (
        <DecisionDrawer
          plan={plan}
          decision={null}
          actionId={step?.actionId ?? null}
          reviewId={review.id}
          onClose={() => setDeciding(false)}
          onFailedUndo={setFailure}
        />
      )}
      {files.dialog}
      {guard.question}
    </div>
  )
}
