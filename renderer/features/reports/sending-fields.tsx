import type { ReactNode } from 'react'
import { CheckboxField } from '#renderer/ui/fields/choice-fields.tsx'
import { SuggestField } from '#renderer/ui/fields/suggest-field.tsx'
import { exportPurposeSchema, PURPOSES, RECIPIENTS, recipientSchema } from '#shared/features/reports/sending.ts'
import type { Sending } from './use-report-export.ts'

export type SendingFaults = Readonly<Partial<Record<keyof Sending, string>>>

export const SENDING_IDS = {
  purpose: 'report-purpose',
  recipient: 'report-recipient',
  staysInside: 'report-stays-inside',
} as const satisfies Record<keyof Sending, string>

export const NO_SENDING: Sending = { purpose: '', recipient: '', staysInside: false }

const faultOf = (schema: typeof recipientSchema, text: string): string | undefined =>
  schema.safeParse(text).error?.issues[0]?.message

/** What to put right before anything is written. */
export const sendingFaults = ({ purpose, recipient, staysInside }: Sending, nothingHidden: boolean): SendingFaults => {
  const forWhat = faultOf(exportPurposeSchema, purpose)
  const forWhom = faultOf(recipientSchema, recipient)
  return {
    ...(forWhat === undefined ? {} : { purpose: forWhat }),
    ...(forWhom === undefined ? {} : { recipient: forWhom }),
    ...(nothingHidden && !staysInside ? { staysInside: 'Confirm that it stays inside this practice' } : {}),
  }
}

interface SendingFieldsProps {
  readonly sending: Sending
  readonly faults: SendingFaults
  readonly nothingHidden: boolean
  readonly onChange: (change: Partial<Sending>) => void
}

/** What the export is for and whom it is for: both go into the audit trail. */
export const SendingFields = ({ sending, faults, nothingHidden, onChange }: SendingFieldsProps): ReactNode => (
  <>
    <SuggestField
      id={SENDING_IDS.purpose}
      label="What it is for"
      suggestions={PURPOSES}
      value={sending.purpose}
      onChange={(purpose) => onChange({ purpose })}
      error={faults.purpose}
    />
    <SuggestField
      id={SENDING_IDS.recipient}
      label="Whom it is for"
      hint="An organisation or a group, never a patient. Both go into the audit trail."
      suggestions={nothingHidden ? ['This practice'] : RECIPIENTS}
      value={sending.recipient}
      onChange={(recipient) => onChange({ recipient })}
      error={faults.recipient}
    />
    {nothingHidden && (
      <CheckboxField
        id={SENDING_IDS.staysInside}
        label="It stays inside this practice"
        hint="Nothing is hidden in this report."
        checked={sending.staysInside}
        onChange={(staysInside) => onChange({ staysInside })}
        error={faults.staysInside}
      />
    )}
  </>
)
