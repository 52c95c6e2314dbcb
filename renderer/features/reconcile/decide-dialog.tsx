import { type ReactNode, useId, useState } from 'react'
import { today } from '#renderer/app/clock.ts'
import { QuickForm } from '#renderer/app/quick-form.tsx'
import { doUndoable, useSaving } from '#renderer/app/undoable.ts'
import { bannerOf } from '#renderer/features/register/public.ts'
import { TextField } from '#renderer/ui/fields/text-field.tsx'
import { PatientBanner } from '#renderer/ui/patient-banner.tsx'
import { type Decision, DECISIONS } from '#shared/features/reconcile/schema.ts'
import { decidedWords } from '#shared/features/reconcile/words.ts'
import { ItemFacts } from './item-facts.tsx'
import { type ItemDoing, sendDecision } from './item-doing.ts'
import classes from './reconcile.module.css'

/** What happens beyond the decision itself. */
const HAPPENS: Readonly<Partial<Record<Decision, string>>> = {
  added: 'The cancer goes on your register as the list has it, with the person where they are not on it yet.',
  asked: 'A task to ask the hospital is made, due in a week.',
  ours_wrong: 'Nothing is changed yet: the person opens, so that you can put it right.',
  took_theirs: 'The diagnosis date on your register becomes theirs.',
}

interface DecideDialogProps {
  readonly doing: ItemDoing
  readonly onClose: () => void
  readonly onDone: (doing: ItemDoing) => void
  readonly onFailedUndo: (words: string) => void
}

/** Asks once, with a few words on why if there are any: Enter decides. */
export const DecideDialog = ({ doing, onClose, onDone, onFailedUndo }: DecideDialogProps): ReactNode => {
  const { item, decision } = doing
  const [reason, setReason] = useState('')
  const saving = useSaving()
  const fieldId = useId()
  const label = DECISIONS.find(({ code }) => code === decision)?.label ?? ''
  const happens = HAPPENS[decision]
  const save = async (): Promise<void> => {
    const done = await saving.send(() =>
      doUndoable(sendDecision(doing, reason), `${decidedWords(decision)}.`, onFailedUndo),
    )
    if (done) onDone(doing)
  }
  return (
    <QuickForm
      title={label}
      banner={<PatientBanner layout="strip" patient={bannerOf(item.person, today())} />}
      saving={saving}
      labels={{ reason: 'Why' }}
      idOf={() => fieldId}
      save={label}
      onSave={() => void save()}
      firstField="reason"
      onClose={onClose}
    >
      <ItemFacts item={item} />
      {happens !== undefined && <p className={classes.quiet}>{happens}</p>}
      <TextField
        id={fieldId}
        label="Why"
        optional
        maxLength={300}
        value={reason}
        onChange={setReason}
        error={saving.faults['reason']}
      />
    </QuickForm>
  )
}
