import { type ReactNode, useState } from 'react'
import { QuickForm, TwoFields } from '#renderer/app/quick-form.tsx'
import { useQuickForm } from '#renderer/app/use-quick-form.ts'
import { SelectField } from '#renderer/ui/fields/select-field.tsx'
import { TextField } from '#renderer/ui/fields/text-field.tsx'
import { planYears } from '#shared/features/plan/public.ts'
import { type Plan, PLAN_YEARS, type PlanYear } from '#shared/features/plan/schema.ts'
import type { DraftLine } from './draft-lines.ts'

interface LineDialogProps {
  readonly plan: Plan
  readonly line: DraftLine
  /** It is not in the draft yet. */
  readonly isNew: boolean
  readonly onClose: () => void
  readonly onSave: (line: DraftLine) => void
}

const LABELS = { title: 'What is to be done', objectiveId: 'Objective', year: 'Year' } as const

/** Words and square of one action of the draft. */
export const LineDialog = ({ plan, line, isNew, onClose, onSave }: LineDialogProps): ReactNode => {
  const { saving, idOf, field, labels } = useQuickForm(LABELS)
  const [title, setTitle] = useState(line.title)
  const [objectiveId, setObjectiveId] = useState(line.objectiveId)
  const [year, setYear] = useState<PlanYear>(line.year)
  const save = (): void => {
    if (title.trim() === '') return saving.refuse({ title: 'Say what is to be done' })
    onSave({ ...line, title: title.trim(), objectiveId, year })
    onClose()
  }
  return (
    <QuickForm
      title={isNew ? 'Add to the draft' : 'Edit the suggestion'}
      saving={saving}
      labels={labels}
      idOf={idOf}
      save={isNew ? 'Add to the draft' : 'Change the draft'}
      onSave={save}
      firstField="title"
      onClose={onClose}
    >
      <TextField {...field('title')} maxLength={120} value={title} onChange={setTitle} />
      <TwoFields>
        <SelectField
          {...field('objectiveId')}
          options={plan.objectives.map(({ id, number, words }) => ({ value: id, label: `${number} ${words}` }))}
          value={objectiveId}
          onChange={(next) => setObjectiveId(next ?? objectiveId)}
        />
        <SelectField
          {...field('year')}
          options={planYears(plan.startsOn).map(({ year: number, label }) => ({
            value: String(number),
            label: `Year ${number}, ${label}`,
          }))}
          value={String(year)}
          onChange={(next) => setYear(PLAN_YEARS.find((one) => String(one) === next) ?? year)}
        />
      </TwoFields>
    </QuickForm>
  )
}
