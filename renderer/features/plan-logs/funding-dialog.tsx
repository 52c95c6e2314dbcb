import { type ReactNode, useState } from 'react'
import { core } from '#renderer/app/core-client.ts'
import { QuickForm } from '#renderer/app/quick-form.tsx'
import { doUndoable } from '#renderer/app/undoable.ts'
import { useAsOpened } from '#renderer/app/use-as-opened.ts'
import { useQuickForm } from '#renderer/app/use-quick-form.ts'
import { TextField } from '#renderer/ui/fields/text-field.tsx'
import { readHours } from '#shared/features/plan-logs/budget.ts'
import { readPounds, typedPounds } from '#shared/features/plan-logs/money.ts'
import type { Funding } from '#shared/features/plan-logs/schema.ts'

const LABELS = { hours: 'Hours funded in this year', pence: 'Money for them, in pounds' } as const

type FundingDialogProps = {
  readonly planId: string
  readonly year: number
  /** null: nothing is known yet. */
  readonly funding: Funding | null
  readonly onClose: () => void
  readonly onFailedUndo: (words: string) => void
}

/** What a year of the plan is funded with. Blank hours: nothing is known of it. */
export const FundingDialog = (props: FundingDialogProps): ReactNode => {
  const { planId, year, onClose, onFailedUndo } = props
  const { saving, idOf, field, labels } = useQuickForm(LABELS)
  const funding = useAsOpened(props.funding, saving)
  const [hours, setHours] = useState(funding === null ? '' : String(funding.hours))
  const [pounds, setPounds] = useState(typedPounds(funding?.pence ?? null))
  const save = async (): Promise<void> => {
    const known = hours.trim() !== ''
    const read = known ? readHours(hours) : { hours: 0 }
    const money = readPounds(pounds)
    const faults = {
      ...('fault' in read ? { hours: read.fault } : {}),
      ...('fault' in money ? { pence: money.fault } : {}),
      ...(!known && pounds.trim() !== '' ? { hours: 'Enter the hours that the money pays for' } : {}),
    }
    if ('fault' in read || 'fault' in money || Object.keys(faults).length > 0) return saving.refuse(faults)
    const fields = known ? { hours: read.hours, pence: money.pence } : null
    const work = (): Promise<{ undo: number }> =>
      core.planLogs.setFunding({ planId, year, version: funding?.version ?? null, fields })
    if (await saving.send(() => doUndoable(work(), `The funding of year ${year} is saved.`, onFailedUndo))) onClose()
  }
  return (
    <QuickForm
      title={`Funding of year ${year}`}
      saving={saving}
      labels={labels}
      idOf={idOf}
      save="Save the funding"
      onSave={() => void save()}
      firstField="hours"
      onClose={onClose}
    >
      <TextField
        {...field('hours')}
        hint="Leave it blank where nobody has said yet"
        inputMode="decimal"
        characters={10}
        value={hours}
        onChange={setHours}
      />
      <TextField {...field('pence')} optional inputMode="decimal" characters={12} value={pounds} onChange={setPounds} />
    </QuickForm>
  )
}
