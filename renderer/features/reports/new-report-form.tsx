import { IconSnowflake } from '@tabler/icons-react'
import { type ReactNode, useState } from 'react'
import { today } from '#renderer/app/clock.ts'
import { useCommands } from '#renderer/app/commands.tsx'
import { useCoreJob } from '#renderer/app/core-query.ts'
import { Button } from '#renderer/ui/button.tsx'
import { type FieldFault, ErrorSummary } from '#renderer/ui/error-summary.tsx'
import { RadioField } from '#renderer/ui/fields/choice-fields.tsx'
import { DateField } from '#renderer/ui/fields/date-field.tsx'
import { InlineAlert } from '#renderer/ui/inline-alert.tsx'
import { Panel } from '#renderer/ui/panel.tsx'
import { PERIOD_PRESETS, periodWords, presetPeriod } from '#shared/features/reports/period.ts'
import { type ReportSummary, SMALL_NUMBER_RULES } from '#shared/features/reports/schema.ts'
import { FreezeProgress } from './freeze-progress.tsx'
import classes from './reports-page.module.css'
import { type NewReport, newReport, readNewReport } from './new-report.ts'

const FIELD_IDS = { from: 'report-from', to: 'report-to' } as const

const LABELS = { from: 'First day', to: 'Last day' } as const

const faultList = (faults: Readonly<Record<string, string>>): FieldFault[] =>
  (['from', 'to'] as const).flatMap((name) => {
    const message = faults[name]
    return message === undefined ? [] : [{ fieldId: FIELD_IDS[name], message: `${LABELS[name]}: ${message}` }]
  })

interface PeriodFieldsProps {
  readonly wanted: NewReport
  readonly faults: Readonly<Record<string, string>>
  readonly onChange: (change: Partial<NewReport>) => void
}

const PeriodFields = ({ wanted, faults, onChange }: PeriodFieldsProps): ReactNode => (
  <>
    <RadioField
      label="Period"
      layout="cards"
      options={[
        ...PERIOD_PRESETS.map(({ code, label }) => ({
          value: code,
          label,
          hint: periodWords(presetPeriod(code, today())),
        })),
        { value: 'own', label: 'Other dates', hint: 'A longer period, such as 3 years, hides less' },
      ]}
      value={wanted.period}
      onChange={(period) => onChange({ period })}
    />
    {wanted.period === 'own' && (
      <div className={classes.dates}>
        <DateField
          id={FIELD_IDS.from}
          label={LABELS.from}
          exact
          value={wanted.from}
          onChange={(from) => onChange({ from })}
          error={faults['from']}
        />
        <DateField
          id={FIELD_IDS.to}
          label={LABELS.to}
          exact
          value={wanted.to}
          onChange={(to) => onChange({ to })}
          error={faults['to']}
        />
      </div>
    )}
  </>
)

/** Period and small numbers, then one button that freezes the figures. */
export const NewReportForm = ({ onFrozen }: { readonly onFrozen: (report: ReportSummary) => void }): ReactNode => {
  const job = useCoreJob('reports', 'build')
  const [wanted, setWanted] = useState<NewReport>(newReport)
  const [typedFaults, setTypedFaults] = useState<Readonly<Record<string, string>>>({})
  const [attempt, setAttempt] = useState(0)
  const faults = { ...job.error?.details.fieldErrors, ...typedFaults }
  const shownFaults = wanted.period === 'own' ? faultList(faults) : []
  const failure =
    job.error !== null && shownFaults.length === 0 && job.error.code !== 'cancelled' ? job.error.message : null
  const freeze = async (): Promise<void> => {
    if (job.running) return
    setAttempt((count) => count + 1)
    const read = readNewReport(wanted, today())
    setTypedFaults(read.ok ? {} : read.faults)
    const report = read.ok ? await job.start(read.value) : null
    if (report !== null) onFrozen(report)
  }
  useCommands([
    {
      id: 'reports.freeze',
      title: 'Freeze a new report',
      group: 'On this page',
      keys: ['Ctrl+Enter'],
      icon: IconSnowflake,
      run: () => void freeze(),
    },
  ])
  if (job.running) return <FreezeProgress progress={job.progress} onStop={job.stop} />
  return (
    <Panel title="New report" aside="From the register as it stands now">
      <form
        className={classes.form}
        noValidate
        onSubmit={(event) => {
          event.preventDefault()
          void freeze()
        }}
      >
        <ErrorSummary faults={shownFaults} attempt={attempt} />
        {failure !== null && (
          <InlineAlert tone="bad" title="The report was not made" spoken>
            {failure}
          </InlineAlert>
        )}
        {job.error?.code === 'cancelled' && (
          <InlineAlert spoken>Stopped. Nothing was saved, and your choices are as they were.</InlineAlert>
        )}
        <PeriodFields wanted={wanted} faults={faults} onChange={(change) => setWanted({ ...wanted, ...change })} />
        <RadioField
          label="Small numbers"
          layout="cards"
          options={SMALL_NUMBER_RULES.map(({ code, label, hint }) => ({ value: code, label, hint }))}
          value={wanted.smallNumbers}
          onChange={(smallNumbers) => setWanted({ ...wanted, smallNumbers })}
        />
        <div>
          <Button type="submit" kind="filled" icon={IconSnowflake} keys="Ctrl+Enter">
            Freeze the figures
          </Button>
        </div>
      </form>
    </Panel>
  )
}
