import { type ReactNode, useState } from 'react'
import { core } from '#renderer/app/core-client.ts'
import { useCoreQuery } from '#renderer/app/core-query.ts'
import { QuickForm } from '#renderer/app/quick-form.tsx'
import { usePath } from '#renderer/app/router.tsx'
import { doUndoable } from '#renderer/app/undoable.ts'
import { useQuickForm } from '#renderer/app/use-quick-form.ts'
import { SelectField } from '#renderer/ui/fields/select-field.tsx'
import { TextField } from '#renderer/ui/fields/text-field.tsx'
import type { Plan } from '#shared/features/plan/schema.ts'
import { type DueReview, reviewName } from '#shared/features/reviews/rules.ts'
import { reviewPath } from './review-address.ts'

const LABELS = { quarter: 'Which review', ledBy: 'Who leads it' } as const

type StartDialogProps = {
  readonly plan: Plan
  /** Those that may be begun, the newest first. */
  readonly due: readonly DueReview[]
  readonly chosen: DueReview
  readonly onClose: () => void
  readonly onFailedUndo: (words: string) => void
}

const keyOf = ({ kind, quarter }: DueReview): string => `${kind} ${quarter}`

/** Begins a review, and goes to it. */
export const StartDialog = ({ plan, due, chosen, onClose, onFailedUndo }: StartDialogProps): ReactNode => {
  const [, goTo] = usePath()
  const name = useCoreQuery('access', 'state', {}).data?.user?.name ?? ''
  const [ledBy, setLedBy] = useState(name)
  const [which, setWhich] = useState(keyOf(chosen))
  const { saving, idOf, field, labels } = useQuickForm(LABELS)
  const wanted = due.find((one) => keyOf(one) === which) ?? chosen
  const save = async (): Promise<void> => {
    if (ledBy.trim() === '') return saving.refuse({ ledBy: 'Say who leads it' })
    let id = ''
    const begun = await saving.send(async () => {
      const { kind, quarter } = wanted
      const work = core.reviews.start({ planId: plan.id, kind, quarter, ledBy: ledBy.trim() })
      const done = await doUndoable(work, 'The review is begun.', onFailedUndo)
      if (done.refused === null) id = done.answer.id
      return done
    })
    if (begun) goTo(reviewPath(id))
  }
  return (
    <QuickForm
      title="Begin a review"
      saving={saving}
      labels={labels}
      idOf={idOf}
      save="Begin the review"
      onSave={() => void save()}
      firstField="ledBy"
      onClose={onClose}
    >
      <SelectField
        {...field('quarter')}
        options={due.map((one) => ({ value: keyOf(one), label: reviewName(plan.startsOn, one) }))}
        value={which}
        onChange={(next) => setWhich(next ?? which)}
      />
      <TextField {...field('ledBy')} maxLength={80} value={ledBy} onChange={setLedBy} />
    </QuickForm>
  )
}
