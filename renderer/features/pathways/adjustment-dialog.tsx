import { type ReactNode, useState } from 'react'
import { BLANK_DATE, type IsoDate, partialDateFromParts } from '#shared/domain/partial-date.ts'
import type { ClockRules } from '#shared/features/pathways/clock-rules.ts'
import {
  ADJUSTED_CLOCKS,
  ADJUSTMENT_REASONS,
  type AdjustmentReason,
  type ClockCode,
} from '#shared/features/pathways/schema.ts'
import { clockName } from '#shared/features/pathways/words.ts'
import { core } from '#renderer/app/core-client.ts'
import { DateField } from '#renderer/ui/fields/date-field.tsx'
import { SelectField } from '#renderer/ui/fields/select-field.tsx'
import { TextField } from '#renderer/ui/fields/text-field.tsx'
import { type Faults, PathwayFormDialog } from './pathway-form-dialog.tsx'
import { written } from './pathway-writes.ts'
import type { ShownPathway } from './use-pathways.ts'

type AdjustmentDialogProps = {
  readonly pathway: ShownPathway
  readonly clock: ClockCode
  readonly rules: ClockRules
  readonly today: IsoDate
  readonly banner: ReactNode
  readonly onClose: () => void
}

const LABELS = {
  clock: 'Clock',
  reasonCode: 'Reason',
  fallsOn: 'Day missed or declined',
  days: 'Days to take off',
  reason: 'In words',
} as const

/** Takes days off a clock, for one of the few reasons the guidance has. */
export const AdjustmentDialog = (props: AdjustmentDialogProps): ReactNode => {
  const { pathway, rules, today, banner, onClose } = props
  const [clock, setClock] = useState<ClockCode | null>(props.clock)
  const reasons = ADJUSTMENT_REASONS.filter(
    ({ code, clocks }) =>
      rules.adjustments.includes(code) && clock !== null && (clocks as readonly string[]).includes(clock),
  )
  const [reasonCode, setReasonCode] = useState<AdjustmentReason | null>(null)
  const [days, setDays] = useState('')
  const [parts, setParts] = useState(BLANK_DATE)
  const read = partialDateFromParts(parts)
  const fallsOn = read.ok && read.value.precision === 'day' ? read.value.date : null
  const [reason, setReason] = useState('')
  const daysOf = (code: ClockCode): number | undefined =>
    pathway.clocks.find((one) => one.code === code)?.allowed.days ?? rules.standards[code]?.days
  const chosenReason = reasons.find(({ code }) => code === reasonCode)?.code ?? null
  const check = (): Faults => ({
    ...(clock === null ? { clock: 'Choose the clock' } : {}),
    ...(chosenReason === null ? { reasonCode: 'Choose the reason' } : {}),
    ...(fallsOn === null ? { fallsOn: 'Enter the day, month and year' } : {}),
    ...(fallsOn !== null && fallsOn > today ? { fallsOn: 'This date has not come yet' } : {}),
    ...(/^\d{1,4}$/.test(days.trim()) && Number(days) > 0 ? {} : { days: 'Enter whole days, 1 or more' }),
    ...(reason.trim() === '' ? { reason: 'Say when, and who told us' } : {}),
  })
  return (
    <PathwayFormDialog
      title={`${pathway.name}: take days off a clock`}
      banner={banner}
      confirm="Take them off"
      labels={LABELS}
      onClose={onClose}
      check={check}
      onSave={async () =>
        clock === null || chosenReason === null
          ? null
          : written(
              core.pathways.addAdjustment({
                pathwayId: pathway.id,
                adjustment: { clock, days: Number(days), reasonCode: chosenReason, reason, fallsOn },
              }),
              `${days.trim()} ${days.trim() === '1' ? 'day' : 'days'} taken off.`,
            )
      }
    >
      {({ idOf, faults }) => (
        <>
          <SelectField<ClockCode>
            id={idOf('clock')}
            label={LABELS.clock}
            error={faults['clock']}
            options={ADJUSTED_CLOCKS.flatMap((code) => {
              const days = daysOf(code)
              return days === undefined ? [] : [{ value: code, label: clockName(code, days) }]
            })}
            value={clock}
            onChange={setClock}
          />
          <SelectField<AdjustmentReason>
            id={idOf('reasonCode')}
            label={LABELS.reasonCode}
            hint="Illness, holidays and choice take nothing off"
            error={faults['reasonCode']}
            options={reasons.map(({ code, label }) => ({ value: code, label }))}
            value={chosenReason}
            onChange={setReasonCode}
            nothingFound="Nothing may be taken off this clock"
          />
          <DateField
            id={idOf('fallsOn')}
            label={LABELS.fallsOn}
            hint="The days come off the clock that ran then"
            error={faults['fallsOn']}
            value={parts}
            onChange={setParts}
            calendarFrom={today}
          />
          <TextField
            id={idOf('days')}
            label={LABELS.days}
            error={faults['days']}
            value={days}
            onChange={setDays}
            inputMode="numeric"
            characters={4}
          />
          <TextField
            id={idOf('reason')}
            label={LABELS.reason}
            hint="Such as: missed 9 Nov, offered 16 Nov, told by the clinic"
            error={faults['reason']}
            value={reason}
            onChange={setReason}
            maxLength={300}
          />
        </>
      )}
    </PathwayFormDialog>
  )
}
