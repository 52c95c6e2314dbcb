import { type ReactNode, useState } from 'react'
import { today } from '#renderer/app/clock.ts'
import { core } from '#renderer/app/core-client.ts'
import { useCoreQuery } from '#renderer/app/core-query.ts'
import { QuickForm } from '#renderer/app/quick-form.tsx'
import { readDay } from '#renderer/app/typed.ts'
import { doUndoable } from '#renderer/app/undoable.ts'
import { useQuickForm } from '#renderer/app/use-quick-form.ts'
import { DateField } from '#renderer/ui/fields/date-field.tsx'
import { TextField } from '#renderer/ui/fields/text-field.tsx'
import { InlineAlert } from '#renderer/ui/inline-alert.tsx'
import { dayPartsOf, formatIsoDate, type IsoDate } from '#shared/domain/partial-date.ts'
import type { Library } from '#shared/features/measures/public.ts'
import type { Plan } from '#shared/features/plan/schema.ts'
import { baselineLine, type FigureLine, libraryLine } from './baseline-figures.ts'
import classes from './plan-start.module.css'

interface SignDialogProps {
  readonly plan: Plan
  /** Actions of the draft that are not in the plan yet. */
  readonly waiting: number
  readonly onClose: () => void
  readonly onSigned: () => void
  readonly onFailedUndo: (words: string) => void
}

const LABELS = { on: 'Signed on', signedBy: 'Signed by' } as const

/** The figures that freeze: of the measures that were chosen, and of those that an action is to move. */
const frozenLines = ({ baselines, actions }: Plan, library: Library): FigureLine[] => {
  const chosen = baselines.filter(({ year }) => year === 0)
  const linked = new Set(actions.flatMap(({ measureCodes }) => measureCodes))
  for (const { measureCode } of chosen) linked.delete(measureCode)
  return [
    ...chosen.map((baseline) => baselineLine(baseline, library)),
    ...library.measures.flatMap((line) => (linked.has(line.code) ? [libraryLine(line, library.listSize)] : [])),
  ]
}

/** What freezes with the signature. @param on the day of it, as far as it is typed. */
const Frozen = ({ plan, on }: { readonly plan: Plan; readonly on: IsoDate | null }): ReactNode => {
  const library = useCoreQuery('measures', 'library', {}).data
  const lines = library === undefined ? null : frozenLines(plan, library)
  const isPast = on !== null && on < today()
  return (
    <section className={classes.frozen} aria-label="What is frozen">
      <h3>What is frozen</h3>
      <ul>
        <li>{`The start: ${formatIsoDate(plan.startsOn)}, and with it the three years up to ${formatIsoDate(plan.endsOn)}.`}</li>
        {lines?.length === 0 && (
          <li>No figure: no measure is chosen for the baseline, and no action is to move one.</li>
        )}
        {lines?.map(({ code, title, figure, range }) => (
          <li key={code}>
            {isPast
              ? `${title}: as it stood on ${formatIsoDate(on)}`
              : `${title}: ${figure}${range === null ? '' : `, ${range}`}`}
          </li>
        ))}
      </ul>
      <h3>What stays open</h3>
      <p>{`${plan.actions.length} ${plan.actions.length === 1 ? 'action' : 'actions'}: they can be changed, moved and added to. Moved dates are kept beside the first ones.`}</p>
    </section>
  )
}

/** Signs a plan: who, on which day, and what is frozen by it. */
export const SignDialog = ({ plan, waiting, onClose, onSigned, onFailedUndo }: SignDialogProps): ReactNode => {
  const user = useCoreQuery('access', 'state', {}).data?.user?.name ?? ''
  const { saving, idOf, field, labels } = useQuickForm(LABELS)
  const [on, setOn] = useState(() => dayPartsOf(today()))
  const [signedBy, setSignedBy] = useState(user)
  const read = readDay(on)
  const day = 'fault' in read ? null : read.day
  const save = async (): Promise<void> => {
    const faults = {
      ...('fault' in read ? { on: read.fault } : {}),
      ...(day === null && !('fault' in read) ? { on: 'Enter the day on which it was signed' } : {}),
      ...(signedBy.trim() === '' ? { signedBy: 'Say who signs it' } : {}),
    }
    if (day === null || Object.keys(faults).length > 0) return saving.refuse(faults)
    const work = core.plan.sign({ id: plan.id, version: plan.version, signedBy: signedBy.trim(), on: day })
    if (await saving.send(() => doUndoable(work, 'The plan is signed. Its baseline is frozen.', onFailedUndo)))
      onSigned()
  }
  return (
    <QuickForm
      title="Sign the plan"
      saving={saving}
      labels={labels}
      idOf={idOf}
      save="Sign and freeze"
      onSave={() => void save()}
      firstField="signedBy"
      onClose={onClose}
    >
      {waiting > 0 && (
        <InlineAlert
          tone="warn"
          title={`${waiting} suggested ${waiting === 1 ? 'action is' : 'actions are'} not in the plan`}
        >
          Accept the draft first if they belong to what you sign.
        </InlineAlert>
      )}
      <TextField {...field('signedBy')} maxLength={80} value={signedBy} onChange={setSignedBy} />
      <DateField {...field('on')} exact value={on} onChange={setOn} calendarFrom={today()} />
      <Frozen plan={plan} on={day} />
    </QuickForm>
  )
}
