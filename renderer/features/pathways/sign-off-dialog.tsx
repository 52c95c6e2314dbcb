import { type ReactNode, useState } from 'react'
import type { AppError } from '#shared/contract/errors.ts'
import { eventTypeOf } from '#shared/features/journey/public.ts'
import { SIGN_OFF_DECISIONS, type SignOff, type SignOffDecision } from '#shared/features/pathways/schema.ts'
import type { PathwayEvent } from '#shared/features/pathways/state-machine.ts'
import { dateWords, decisionLabel } from '#shared/features/pathways/words.ts'
import { core } from '#renderer/app/core-client.ts'
import { DataList } from '#renderer/ui/data-list.tsx'
import { RadioField } from '#renderer/ui/fields/choice-fields.tsx'
import { TextAreaField } from '#renderer/ui/fields/text-area-field.tsx'
import { formatIsoDate } from '#shared/domain/partial-date.ts'
import { PathwayFormDialog } from './pathway-form-dialog.tsx'
import { written } from './pathway-writes.ts'

type SignOffDialogProps = {
  readonly pathwayId: string
  readonly name: string
  /** What is judged: what went wrong and is unsigned, else the event that put the pathway where it is. */
  readonly event: PathwayEvent
  readonly decisions: readonly SignOffDecision[]
  readonly before: SignOff | null
  readonly banner: ReactNode
  readonly onClose: () => void
}

const LABELS = { decision: 'What happens now', note: 'Why' } as const

/** A clinician's decision about a referral that did not go as asked, or that has come to its end. */
export const SignOffDialog = (props: SignOffDialogProps): ReactNode => {
  const { name } = props
  // Once somebody decides, what is judged and the decision it replaces stay as they were on the screen then.
  const now = { event: props.event, before: props.before, decisions: props.decisions }
  const [decided, setDecided] = useState<typeof now | null>(null)
  const { event, before, decisions } = decided ?? now
  const [typed, setTyped] = useState<{ decision?: SignOffDecision | null; note?: string }>({})
  const { decision = before?.decision ?? null, note = before?.note ?? '' } = typed
  const change = (part: typeof typed): void => {
    setDecided((one) => one ?? now)
    setTyped((one) => ({ ...one, ...part }))
  }
  /** Told that it has moved on, whoever decides sees where it stands now. */
  const heed = (refused: AppError | null): AppError | null => {
    if (refused?.code === 'stale') setDecided(null)
    return refused
  }
  const choices = SIGN_OFF_DECISIONS.filter(({ code }) => decisions.includes(code))
  return (
    <PathwayFormDialog
      title={`${name}: sign off`}
      banner={props.banner}
      confirm="Sign off"
      labels={LABELS}
      onClose={props.onClose}
      check={() => (decision === null ? { decision: 'Choose what happens now' } : {})}
      onSave={async () =>
        decision === null
          ? null
          : heed(
              await written(
                core.pathways.signOff({
                  pathwayId: props.pathwayId,
                  eventId: event.id,
                  replaces: before === null ? null : { id: before.id, version: before.version },
                  decision,
                  note: note.trim() === '' ? null : note,
                }),
                `Signed off: ${decisionLabel(decision).toLowerCase()}.`,
              ),
            )
      }
    >
      {({ idOf, faults }) => (
        <>
          <DataList
            facts={[
              { term: 'What happened', value: `${eventTypeOf(event.eventType).label}, ${dateWords(event)}` },
              ...(before === null
                ? []
                : [
                    {
                      term: 'Signed off before',
                      value: `${decisionLabel(before.decision)}, ${before.signedBy}, ${formatIsoDate(before.signedOn)}`,
                    },
                  ]),
            ]}
          />
          <RadioField<SignOffDecision>
            id={idOf('decision')}
            label={LABELS.decision}
            layout="column"
            error={faults['decision']}
            options={choices.map(({ code, label, hint }) => ({ value: code, label, hint }))}
            value={decision}
            onChange={(next) => change({ decision: next })}
          />
          <TextAreaField
            id={idOf('note')}
            label={LABELS.note}
            optional
            error={faults['note']}
            value={note}
            onChange={(words) => change({ note: words })}
            maxLength={1000}
          />
        </>
      )}
    </PathwayFormDialog>
  )
}
