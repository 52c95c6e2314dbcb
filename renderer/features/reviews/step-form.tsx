import { IconChevronLeft, IconChevronRight, IconGavel, IconPlayerSkipForward } from '@tabler/icons-react'
import { type ReactNode, useEffect, useEffectEvent, useRef, useState } from 'react'
import { today as dayNow } from '#renderer/app/clock.ts'
import { useCommands } from '#renderer/app/commands.tsx'
import { core } from '#renderer/app/core-client.ts'
import { FormBody } from '#renderer/app/form-body.tsx'
import { TwoFields } from '#renderer/app/quick-form.tsx'
import { doUndoable } from '#renderer/app/undoable.ts'
import { useQuickForm } from '#renderer/app/use-quick-form.ts'
import { Button } from '#renderer/ui/button.tsx'
import { SelectField } from '#renderer/ui/fields/select-field.tsx'
import { TextAreaField } from '#renderer/ui/fields/text-area-field.tsx'
import { TextField } from '#renderer/ui/fields/text-field.tsx'
import { announce } from '#renderer/ui/live-region.tsx'
import { formatIsoDate } from '#shared/domain/partial-date.ts'
import { statusLabel } from '#shared/features/plan/public.ts'
import { ACTION_STATUSES, type PlanActionDetail } from '#shared/features/plan/schema.ts'
import type { ReviewStep } from '#shared/features/reviews/schema.ts'
import { draftFrom, isTyped, type StepDraft, updateAt } from './step-draft.ts'
import classes from './reviews.module.css'

const LABELS = { words: 'What happened', status: 'How it stands', nextStep: 'Next step', ask: 'What we ask' } as const
const WANTED = 'Write what happened, or choose Nothing to say.'
const STATUSES = ACTION_STATUSES.map(({ code, label }) => ({ value: code, label }))

type StepFormProps = {
  readonly action: PlanActionDetail
  readonly step: ReviewStep
  readonly reviewId: string
  readonly draft: StepDraft | undefined
  readonly onDraft: (draft: StepDraft | null) => void
  /** Whether the words are to be typed at once; otherwise single keys go on working. */
  readonly writing: boolean
  /** To the action before or after, or to the summary. */
  readonly onStep: (by: 1 | -1, writing: boolean) => void
  readonly onDecide: () => void
  readonly onFailure: (words: string) => void
}

const useStepSaving = ({ action, reviewId, draft, onDraft, onStep, onFailure }: StepFormProps) => {
  const form = useQuickForm(LABELS)
  const kept = draftFrom(action, reviewId)
  const typed = draft ?? kept
  const said = updateAt(action, reviewId)
  const write = (): Promise<{ undo: number }> => {
    const { over, ...words } = typed
    const before = action.updates.find(({ id }) => id === over?.id)
    const fields = { ...words, on: before?.on ?? dayNow() }
    // What another window said meanwhile is never written over: it stands beside this, or the core refuses.
    return over === null || before === undefined
      ? core.plan.addUpdate({ actionId: action.id, reviewId, fields })
      : core.plan.saveUpdate({ ...over, fields })
  }
  const save = async (): Promise<void> => {
    if (typed.words.trim() === '') return form.saving.refuse({ words: 'Write what happened, or pass over the action' })
    if (said !== undefined && !isTyped(typed, kept)) return onStep(1, true)
    const isSaved = await form.saving.send(async () => {
      const done = await doUndoable(write(), `Saved: ${action.code}.`, onFailure)
      if (done.refused?.code === 'stale') onDraft({ ...typed, over: kept.over })
      return done
    })
    if (!isSaved) return
    onDraft(null)
    onStep(1, true)
  }
  const passOver = async (): Promise<void> => {
    if (isTyped(typed, kept)) return form.saving.refuse({ words: 'You typed something. Save it, or clear it first' })
    if (said !== undefined) return onStep(1, false)
    const work = core.reviews.passOver({ id: reviewId, actionId: action.id, passed: true })
    if (await form.saving.send(() => doUndoable(work, `Passed over: ${action.code}.`, onFailure))) onStep(1, false)
  }
  const isUntouched = said === undefined && !isTyped(typed, kept)
  return { ...form, typed, isUntouched, save, passOver }
}

/** What is said of one action. Ctrl+Enter saves and goes to the next; what is typed stays while one looks elsewhere. */
export const StepForm = (props: StepFormProps): ReactNode => {
  const { action, step, onDraft, onStep, onDecide } = props
  const { saving, idOf, field, labels, typed, isUntouched, save, passOver } = useStepSaving(props)
  const [isAsked, setAsked] = useState(false)
  const box = useRef<HTMLTextAreaElement>(null)
  const facts = useRef<HTMLParagraphElement>(null)
  const settle = useEffectEvent(() => (props.writing ? box : facts).current?.focus())
  useEffect(() => settle(), [action.id])
  const change = (part: Partial<StepDraft>): void => onDraft({ ...typed, ...part })
  /** The press that brought one here may have come twice: an action that nobody has touched asks before it refuses. */
  const saveByKey = (): void => {
    if (!isUntouched || isAsked) return void save()
    setAsked(true)
    announce(WANTED)
    box.current?.focus()
  }
  const HERE = { group: 'On this page' } as const
  useCommands([
    {
      ...HERE,
      id: 'review.save',
      title: 'Save and go to the next action',
      keys: ['Ctrl+Enter'],
      run: saveByKey,
    },
    { ...HERE, id: 'review.pass', title: 'Nothing to say of this action', keys: ['X'], run: () => void passOver() },
    {
      ...HERE,
      id: 'review.write',
      title: 'Write what happened',
      keys: ['E'],
      keysOnly: true,
      run: () => box.current?.focus(),
    },
    { ...HERE, id: 'review.next', title: 'Next action', keys: ['J'], run: () => onStep(1, false) },
    { ...HERE, id: 'review.before', title: 'Action before', keys: ['K'], run: () => onStep(-1, false) },
    { ...HERE, id: 'review.decide', title: 'Write down a decision', keys: ['D'], run: onDecide },
  ])
  return (
    <FormBody saving={saving} labels={labels} idOf={idOf} onSave={() => void save()}>
      <p ref={facts} tabIndex={-1} className={classes.quiet}>
        {`Objective ${step.objectiveNumber}: ${step.objectiveTitle}. ${action.ownerName ?? 'Nobody named'}, due ${formatIsoDate(action.dueOn)}. Before this review: ${statusLabel(step.before).toLowerCase()}.`}
      </p>
      <TextAreaField
        {...field('words')}
        hint={isAsked ? WANTED : undefined}
        inputRef={box}
        rows={4}
        maxLength={4000}
        value={typed.words}
        onChange={(words) => change({ words })}
      />
      <TwoFields>
        <SelectField
          {...field('status')}
          options={STATUSES}
          value={typed.status}
          onChange={(status) => change({ status: status ?? typed.status })}
        />
        <TextField
          {...field('nextStep')}
          optional
          maxLength={1000}
          spellCheck
          value={typed.nextStep}
          onChange={(nextStep) => change({ nextStep })}
        />
      </TwoFields>
      <TextField
        {...field('ask')}
        optional
        hint="Of the board, the network or a partner"
        maxLength={1000}
        spellCheck
        value={typed.ask}
        onChange={(ask) => change({ ask })}
      />
      <div className={classes.buttons}>
        <Button kind="filled" type="submit" keys="Ctrl+Enter" busy={saving.busy}>
          Save and next
        </Button>
        <Button icon={IconPlayerSkipForward} keys="X" onClick={() => void passOver()}>
          Nothing to say
        </Button>
        <Button icon={IconGavel} keys="D" onClick={onDecide}>
          Decision
        </Button>
        <span className={classes.push} />
        <Button kind="quiet" icon={IconChevronLeft} keys="K" onClick={() => onStep(-1, false)}>
          Before
        </Button>
        <Button kind="quiet" icon={IconChevronRight} keys="J" onClick={() => onStep(1, false)}>
          Next
        </Button>
      </div>
    </FormBody>
  )
}
