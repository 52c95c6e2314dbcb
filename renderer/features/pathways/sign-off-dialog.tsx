import { type ReactNode, useState } from 'react'
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
  const { name, event, before } = props
  const [decision, setDecision] = useState<SignOffDecision | null>(before?.decision ?? null)
  const [note, setNote] = useState(before?.note ?? '')
  const choices = SIGN_OFF_DECISIONS.filter(({ code }) => props.decisions.includes(code))
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
          : written(
              core.pathways.signOff({
                pathwayId: props.pathwayId,
                eventId: event.id,
                replacesId: before?.id ?? null,
                decision,
                note: note.trim() === '' ? null : note,
              }),
              `Signed off: ${decisionLabel(decision).toLowerCase()}.`,
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
            onChange={setDecision}
          />
          <TextAreaField
            id={idOf('note')}
            label={LABELS.note}
            optional
            error={faults['note']}
            value={note}
            onChange={setNote}
            maxLength={1000}
          />
        </>
      )}
    </PathwayFormDialog>
  )
}
