import { IconSnowflake } from '@tabler/icons-react'
import { type ReactNode, useEffect, useEffectEvent, useState } from 'react'
import { today } from '#renderer/app/clock.ts'
import { useCommands } from '#renderer/app/commands.tsx'
import { useCoreJob, useCoreQuery } from '#renderer/app/core-query.ts'
import { Button } from '#renderer/ui/button.tsx'
import { type FieldFault, ErrorSummary } from '#renderer/ui/error-summary.tsx'
import { RadioField } from '#renderer/ui/fields/choice-fields.tsx'
import { DateField } from '#renderer/ui/fields/date-field.tsx'
import { InlineAlert } from '#renderer/ui/inline-alert.tsx'
import { Panel } from '#renderer/ui/panel.tsx'
import { PERIOD_PRESETS, periodWords, presetHint, presetPeriod } from '#shared/features/reports/period.ts'
import { type ReportSummary, SMALL_NUMBER_RULES } from '#shared/features/reports/schema.ts'
import { ALL_SECTIONS } from '#shared/features/reports/sections.ts'
import { BenchmarkDialog } from './benchmark-dialog.tsx'
import { COMPARED_ID, ComparisonFields } from './comparison-fields.tsx'
import { FreezeProgress } from './freeze-progress.tsx'
import classes from './reports-page.module.css'
import { textFaultList } from './own-text-drafts.ts'
import { OwnTextFields } from './own-text-fields.tsx'
import { SectionFields } from './section-fields.tsx'
import { useKeptTexts } from './use-kept-texts.ts'
import { chosenBenchmarks, type NewReport, newReport, periodOf, readNewReport } from './new-report.ts'

const FIELD_IDS = {
  from: 'report-from',
  to: 'report-to',
  sections: 'report-sections',
  comparedWith: COMPARED_ID,
} as const

const LABELS = {
  from: 'First day',
  to: 'Last day',
  sections: 'Sections',
  comparedWith: 'Report before',
} as const

const NAMED = ['from', 'to', 'sections', 'comparedWith'] as const

const faultList = (faults: Readonly<Record<string, string>>): FieldFault[] => [
  ...NAMED.flatMap((name) => {
    const message = faults[name]
    return message === undefined ? [] : [{ fieldId: FIELD_IDS[name], message: `${LABELS[name]}: ${message}` }]
  }),
  ...textFaultList(faults),
]

/** Faults of the dates are those of own dates only. */
const withoutDates = ({
  from: _from,
  to: _to,
  ...others
}: Readonly<Record<string, string>>): Readonly<Record<string, string>> => others

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
          hint: [periodWords(presetPeriod(code, today())), presetHint(code) ?? []].flat().join('. '),
        })),
        { value: 'own', label: 'Other dates', hint: 'Any days up to 10 years' },
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
  const [adding, setAdding] = useState(false)
  const [isWaiting, setIsWaiting] = useState(false)
  const faults = { ...job.error?.details.fieldErrors, ...typedFaults }
  const lastSections = useCoreQuery('reports', 'lastSections', {}).data ?? ALL_SECTIONS
  const texts = useKeptTexts('practice')
  const period = periodOf(wanted, today())
  const choices = useCoreQuery('reports', 'comparators', period ?? presetPeriod('twelve-months', today()), {
    keepPrevious: true,
  })
  const last = {
    sections: lastSections,
    texts: texts.texts,
    benchmarks: chosenBenchmarks(wanted, choices.data),
  }
  const chosen = wanted.sections ?? last.sections
  const shownFaults = faultList(wanted.period === 'own' ? faults : withoutDates(faults))
  const failure =
    job.error !== null && shownFaults.length === 0 && job.error.code !== 'cancelled' ? job.error.message : null
  const isLoading = texts.isLoading || choices.isPending
  const freeze = async (): Promise<void> => {
    if (job.running) return
    // What the form starts from is still being read: it goes on by itself once that is there.
    setIsWaiting(isLoading)
    if (isLoading) return
    setAttempt((count) => count + 1)
    const read = readNewReport(wanted, today(), last)
    setTypedFaults(read.ok ? {} : read.faults)
    const report = read.ok ? await job.start(read.value) : null
    if (report !== null) await texts.frozen(() => onFrozen(report))
  }
  const goOn = useEffectEvent(() => void freeze())
  useEffect(() => {
    if (isWaiting && !isLoading) queueMicrotask(goOn)
  }, [isWaiting, isLoading])
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
  if (job.running)
    return (
      <>
        <FreezeProgress progress={job.progress} onStop={job.stop} />
        {texts.question}
      </>
    )
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
        <div className={classes.halves}>
          <div className={classes.half}>
            <PeriodFields
              wanted={wanted}
              faults={faults}
              onChange={(change) => setWanted({ ...wanted, ...change, comparedWith: 'latest' })}
            />
            <RadioField
              label="Small numbers"
              layout="cards"
              options={SMALL_NUMBER_RULES.map(({ code, label, hint }) => ({ value: code, label, hint }))}
              value={wanted.smallNumbers}
              onChange={(smallNumbers) => setWanted({ ...wanted, smallNumbers })}
            />
          </div>
          <div className={classes.half}>
            <SectionFields
              id={FIELD_IDS.sections}
              chosen={chosen}
              error={faults['sections']}
              onChange={(sections) => setWanted({ ...wanted, sections })}
            />
            {period !== null && choices.data !== undefined && (
              <ComparisonFields
                choices={choices.data}
                chosen={{ ...wanted, benchmarks: last.benchmarks }}
                error={faults['comparedWith']}
                onChange={(change) => setWanted((before) => ({ ...before, ...change }))}
                onAdd={() => setAdding(true)}
              />
            )}
          </div>
        </div>
        <OwnTextFields
          kept={texts}
          chosen={chosen}
          tried={attempt > 0}
          tellOfNobody={wanted.textsTellOfNobody}
          faults={faults}
          onTellOfNobody={(textsTellOfNobody) => setWanted((before) => ({ ...before, textsTellOfNobody }))}
        />
        <div className={classes.foot}>
          <Button type="submit" kind="filled" icon={IconSnowflake} keys="Ctrl+Enter" busy={isLoading}>
            Freeze the figures
          </Button>
          <span>You see the whole report before any file is written.</span>
        </div>
      </form>
      {texts.question}
      {adding && (
        <BenchmarkDialog
          onClose={() => setAdding(false)}
          onAdded={(id) => setWanted((before) => ({ ...before, benchmarks: [...last.benchmarks, id] }))}
        />
      )}
    </Panel>
  )
}
