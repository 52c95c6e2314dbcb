import { IconSnowflake } from '@tabler/icons-react'
import { type ReactNode, useState } from 'react'
import { useCoreJob } from '#renderer/app/core-query.ts'
import { usePath } from '#renderer/app/router.tsx'
import { Button } from '#renderer/ui/button.tsx'
import { CheckboxField, RadioField } from '#renderer/ui/fields/choice-fields.tsx'
import { InlineAlert } from '#renderer/ui/inline-alert.tsx'
import { Panel } from '#renderer/ui/panel.tsx'
import type { ReportPeriod } from '#shared/features/reports/public.ts'
import { type ReportDataset, SMALL_NUMBER_RULES } from '#shared/features/reports/schema.ts'
import classes from './network.module.css'

/** Small numbers and names, then one button that freezes the combined report. */
export const FreezePanel = ({ period }: { readonly period: ReportPeriod }): ReactNode => {
  const job = useCoreJob('network', 'freeze')
  const [, goTo] = usePath()
  const [smallNumbers, setSmallNumbers] = useState<ReportDataset['smallNumbers']>('hide-1-to-5')
  const [named, setNamed] = useState(false)
  const freeze = async (): Promise<void> => {
    if (job.running) return
    const report = await job.start({ from: period.from, to: period.to, smallNumbers, named })
    if (report !== null) goTo(`/reports/${report.id}`)
  }
  return (
    <Panel title="Combined report">
      <form
        className={classes.form}
        noValidate
        onSubmit={(event) => {
          event.preventDefault()
          void freeze()
        }}
      >
        {job.error !== null && (
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
        <div>
          <Button type="submit" kind="filled" icon={IconSnowflake} busy={job.running}>
            Freeze the combined report
          </Button>
        </div>
      </form>
    </Panel>
  )
}
