import { IconFileImport } from '@tabler/icons-react'
import { type ReactNode, useId, useState } from 'react'
import { today } from '#renderer/app/clock.ts'
import { useCommands } from '#renderer/app/commands.tsx'
import { core } from '#renderer/app/core-client.ts'
import { doUndoable, useSaving } from '#renderer/app/undoable.ts'
import { useLeaveGuard } from '#renderer/app/use-leave-guard.tsx'
import { counted } from '#renderer/features/imports/public.ts'
import { Button } from '#renderer/ui/button.tsx'
import { CountBar } from '#renderer/ui/count-bar.tsx'
import { EmptyState } from '#renderer/ui/empty-state.tsx'
import { ErrorSummary } from '#renderer/ui/error-summary.tsx'
import { InlineAlert } from '#renderer/ui/inline-alert.tsx'
import { announce } from '#renderer/ui/live-region.tsx'
import { Page, PageHeader } from '#renderer/ui/page-header.tsx'
import { Panel } from '#renderer/ui/panel.tsx'
import type { Plan } from '#shared/features/plan/schema.ts'
import type { PlanSheet } from '#shared/features/plan/public.ts'
import { AboutPanel, FIELD_LABELS } from './about-panel.tsx'
import { ActionsTable } from './actions-table.tsx'
import { type BringInForm, broughtIn, newBringInForm, readBringInForm } from './bring-in-form.ts'
import classes from './plan-import.module.css'
import { ReadPanel } from './read-panel.tsx'
import { RejectedRows } from './rejected-rows.tsx'
import type { useReadSheet } from './use-read-sheet.ts'

interface FoundPlanProps {
  readonly sheet: PlanSheet
  readonly plan: Plan | null
  readonly organisation: string
  readonly reading: ReturnType<typeof useReadSheet>
  /** Goes back to choosing a file. */
  readonly onOther: () => void
}

/** Rows in and rows out, as a sum that is always in view. */
const Counts = ({ sheet, coming }: { readonly sheet: PlanSheet; readonly coming: number }): ReactNode => (
  <CountBar
    rowsIn={sheet.rows}
    counts={{
      new: coming,
      ...(sheet.milestoneRows > 0 ? { changed: sheet.milestoneRows } : {}),
      same: sheet.skipped,
      disagree: sheet.actions.length - coming,
      rejected: sheet.rejected.length,
    }}
    words={{
      new: 'to bring in',
      changed: 'milestones of these',
      same: 'headings, totals and notes',
      disagree: 'left out by you',
      rejected: 'cannot come in',
    }}
  />
)

interface FootProps {
  readonly coming: number
  readonly busy: boolean
  readonly onBringIn: () => void
  readonly onOther: () => void
}

const Foot = ({ coming, busy, onBringIn, onOther }: FootProps): ReactNode => (
  <footer className={classes.foot}>
    <span className={classes.footWords} role="status">
      {coming === 0 ? 'Nothing comes in' : `${counted(coming, 'action')} will come in. Nothing is saved yet.`}
    </span>
    <Button onClick={onOther}>Choose another file</Button>
    <Button kind="filled" icon={IconFileImport} keys="Ctrl+Enter" busy={busy} onClick={onBringIn}>
      {`Bring in ${counted(coming, 'action')}`}
    </Button>
  </footer>
)

/** What was found in a spreadsheet, before it comes into the plan. */
export const FoundPlan = ({ sheet, plan, organisation, reading, onOther }: FoundPlanProps): ReactNode => {
  const prefix = useId()
  const idOf = (field: string): string => `${prefix}-${field}`
  const [form, setForm] = useState(() => newBringInForm(sheet, plan, { organisation, today: today() }))
  const [changed, setChanged] = useState(false)
  const saving = useSaving()
  const guard = useLeaveGuard(changed)
  const coming = broughtIn(sheet, form).length
  const change = (part: Partial<BringInForm>): void => {
    setChanged(true)
    setForm((before) => ({ ...before, ...part }))
  }
  const bringIn = async (): Promise<void> => {
    const read = readBringInForm(form, sheet, plan)
    if ('faults' in read) return saving.refuse(read.faults)
    const words = `${counted(read.input.actions.length, 'action is', 'actions are')} in the plan.`
    // The page is left by then, so what could not be taken back is told and not shown here.
    if (await saving.send(() => doUndoable(core.plan.bringIn(read.input), words, announce))) guard.goAfterSave('/plan')
  }
  useCommands([
    {
      id: 'plan-import.bring-in',
      title: 'Bring in these actions',
      group: 'On this page',
      keys: ['Ctrl+Enter'],
      run: () => (saving.busy || reading.running ? false : void bringIn()),
    },
  ])
  return (
    <Page>
      <PageHeader title="Bring in a plan">
        {`${sheet.fileName}, ${counted(sheet.rows, 'row')}. Look at what was understood, then bring it in as one step.`}
      </PageHeader>
      <ErrorSummary
        attempt={saving.attempt}
        faults={Object.entries(saving.faults).map(([name, words]) => ({
          fieldId: idOf(name),
          message: `${FIELD_LABELS[name] ?? 'Actions'}: ${words}`,
        }))}
      />
      {saving.failure !== null && (
        <InlineAlert tone="bad" title="Nothing was brought in" spoken>
          {saving.failure}
        </InlineAlert>
      )}
      <Counts sheet={sheet} coming={coming} />
      <div className={classes.grid}>
        <div className={classes.column}>
          {sheet.actions.length === 0 ? (
            <Panel>
              <EmptyState title="No action of this file can come in">
                Every row is listed below with the reason. Put them right in the spreadsheet, then choose it again.
              </EmptyState>
            </Panel>
          ) : (
            <ActionsTable
              sheet={sheet}
              plan={plan}
              form={form}
              change={change}
              id={idOf('rows')}
              fault={saving.faults['rows']}
            />
          )}
          {sheet.rejected.length > 0 && <RejectedRows sheet={sheet} />}
        </div>
        <div className={classes.column}>
          <AboutPanel sheet={sheet} plan={plan} form={form} change={change} idOf={idOf} faults={saving.faults} />
          <ReadPanel sheet={sheet} reading={reading} />
        </div>
      </div>
      <Foot coming={coming} busy={saving.busy} onBringIn={() => void bringIn()} onOther={onOther} />
      {guard.question}
    </Page>
  )
}
