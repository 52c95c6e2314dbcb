import { IconSnowflake } from '@tabler/icons-react'
import { type ReactNode, useState } from 'react'
import { useCoreJob } from '#renderer/app/core-query.ts'
import { usePath } from '#renderer/app/router.tsx'
import {
  OwnTextFields,
  textFaultList,
  textFaults,
  textsToSend,
  useKeptTexts,
} from '#renderer/features/reports/public.ts'
import { Button } from '#renderer/ui/button.tsx'
import { ErrorSummary } from '#renderer/ui/error-summary.tsx'
import { CheckboxField, RadioField } from '#renderer/ui/fields/choice-fields.tsx'
import { InlineAlert } from '#renderer/ui/inline-alert.tsx'
import { JobProgress } from '#renderer/ui/job-progress.tsx'
import { Panel } from '#renderer/ui/panel.tsx'
import { COMBINE_STEPS } from '#shared/features/network/steps.ts'
import { type ReportPeriod, SECTIONS_COUNTED_ALIKE } from '#shared/features/reports/public.ts'
import { type ReportDataset, SMALL_NUMBER_RULES } from '#shared/features/reports/schema.ts'
import classes from './network.module.css'

/** Small numbers and names, then one button that freezes the combined report. */
export const FreezePanel = ({ period }: { readonly period: ReportPeriod }): ReactNode => {
  const job = useCoreJob('network', 'freeze')
  const [, goTo] = usePath()
  const [smallNumbers, setSmallNumbers] = useState<ReportDataset['smallNumbers']>('hide-1-to-5')
  const [named, setNamed] = useState(false)
  const kept = useKeptTexts('network')
  const { texts } = kept
  const [textsTellOfNobody, setTellOfNobody] = useState(false)
  const [typedFaults, setTypedFaults] = useState<Readonly<Record<string, string>>>({})
  const [attempt, setAttempt] = useState(0)
  const faults = { ...job.error?.details.fieldErrors, ...typedFaults }
  const faultList = textFaultList(faults)
  const freeze = async (): Promise<void> => {
    if (job.running || kept.isLoading) return
    setAttempt((count) => count + 1)
    const found = textFaults(texts, SECTIONS_COUNTED_ALIKE, textsTellOfNobody)
    setTypedFaults(found)
    if (Object.keys(found).length > 0) return
    const report = await job.start({
      from: period.from,
      to: period.to,
      smallNumbers,
      named,
      texts: textsToSend(texts),
      textsTellOfNobody,
    })
    if (report !== null) await kept.frozen(() => goTo(`/reports/${report.id}`))
  }
  return (
    <Panel title="Combined report">
      {kept.question}
      <form
        className={classes.form}
        noValidate
        onSubmit={(event) => {
          event.preventDefault()
          void freeze()
        }}
      >
        <ErrorSummary faults={faultList} attempt={attempt} />
        {job.error !== null && job.error.code !== 'cancelled' && faultList.length === 0 && (
          <InlineAlert tone="bad" title="The report was not made" spoken>
            {job.error.message}
          </InlineAlert>
        )}
        <RadioField
          label="Small numbers"
          layout="cards"
          options={SMALL_NUMBER_RULES.map(({ code, label, hint }) => ({ value: code, label, hint }))}
          value={smallNumbers}
          onChange={setSmallNumbers}
        />
        <CheckboxField
          id="network-named"
          label="Show practices by name"
          hint="By letter otherwise, in an order drawn by lot."
          checked={named}
          onChange={setNamed}
        />
        <OwnTextFields
          kept={kept}
          chosen={SECTIONS_COUNTED_ALIKE}
          tried={attempt > 0}
          tellOfNobody={textsTellOfNobody}
          faults={faults}
          onTellOfNobody={setTellOfNobody}
        />
        <div>
          <Button type="submit" kind="filled" icon={IconSnowflake} busy={job.running || kept.isLoading}>
            Freeze the combined report
          </Button>
        </div>
        {job.running && (
          <JobProgress
            progress={job.progress}
            title="Freezing the combined report"
            steps={COMBINE_STEPS}
            onCancel={job.stop}
          >
            If you cancel, nothing is saved and nothing is sent.
          </JobProgress>
        )}
      </form>
    </Panel>
  )
}
