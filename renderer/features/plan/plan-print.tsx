import { IconArrowLeft, IconPrinter } from '@tabler/icons-react'
import { type ReactNode, useEffect, useEffectEvent, useRef, useState } from 'react'
import { today as dayNow } from '#renderer/app/clock.ts'
import { useCommands } from '#renderer/app/commands.tsx'
import { printPaper } from '#renderer/app/print-page.ts'
import { Button } from '#renderer/ui/button.tsx'
import { InlineAlert } from '#renderer/ui/inline-alert.tsx'
import { PlainTable } from '#renderer/ui/table/plain-table.tsx'
import { formatIsoDate } from '#shared/domain/partial-date.ts'
import type { Plan, PlanAction } from '#shared/features/plan/schema.ts'
import { planLine } from '#shared/features/plan/words.ts'
import type { ListColumn } from './list-columns.tsx'
import type { PlanAddress } from './plan-address.ts'
import classes from './plan.module.css'
import { actionCount } from './plan-words.ts'

interface PlanPrintProps {
  readonly plan: Plan
  readonly view: PlanAddress['view']
  readonly shown: readonly PlanAction[]
  readonly onDone: () => void
  /** The view as it is to be printed, whole. */
  readonly children: ReactNode
}

const LANDSCAPE = `@page {
  size: A4 landscape;
  margin: 10mm 10mm 12mm;
  @bottom-center { content: 'Page ' counter(page) ' of ' counter(pages); font: 9pt sans-serif; }
}`

/**
 * Landscape sheets while this is on the page. Not as a named page: tables that go on over several sheets would begin on a
 * new one and leave the first empty.
 */
const useLandscape = (): void => {
  useEffect(() => {
    const sheet = new CSSStyleSheet()
    sheet.replaceSync(LANDSCAPE)
    document.adoptedStyleSheets = [...document.adoptedStyleSheets, sheet]
    return () => {
      document.adoptedStyleSheets = document.adoptedStyleSheets.filter((one) => one !== sheet)
    }
  }, [])
}

/** A view of the plan on landscape paper: seen as it will print, then the printer is asked. */
export const PlanPrint = ({ plan, view, shown, onDone, children }: PlanPrintProps): ReactNode => {
  const [failure, setFailure] = useState<string | null>(null)
  const print = (): void => void printPaper(`plan-${view}`, plan.id).then(setFailure)
  const printAtOnce = useEffectEvent(print)
  useLandscape()
  const back = useRef<HTMLButtonElement>(null)
  useEffect(() => {
    back.current?.focus()
    printAtOnce()
  }, [])
  useCommands([
    { id: 'plan.print-again', title: 'Print', group: 'On this page', keys: ['P'], run: print },
    { id: 'plan.paper-back', title: 'Back to the plan', group: 'On this page', keys: ['Esc'], run: onDone },
  ])
  const left = plan.actions.length - shown.length
  return (
    <div className={classes.paper}>
      <p className={classes.paperTools} data-print="hide">
        <Button icon={IconArrowLeft} keys="Esc" onClick={onDone} ref={back}>
          Back to the plan
        </Button>
        <Button icon={IconPrinter} keys="P" onClick={print}>
          Print
        </Button>
      </p>
      {failure !== null && (
        <InlineAlert tone="bad" spoken title="Not printed">
          {failure}
        </InlineAlert>
      )}
      <header>
        <h1>{plan.title}</h1>
        <p>
          {[
            `${plan.organisation}. ${planLine(plan, dayNow())} ${actionCount(shown.length)}.`,
            ...(left > 0 ? [`${actionCount(left)} left out by the filter.`] : []),
            `Printed ${formatIsoDate(dayNow())}.`,
          ].join(' ')}
        </p>
      </header>
      {children}
    </div>
  )
}

/** The list on paper, with the columns that are shown. */
export const PrintedList = ({
  columns,
  actions,
}: {
  readonly columns: readonly ListColumn[]
  readonly actions: readonly PlanAction[]
}): ReactNode => (
  <PlainTable
    caption="Actions of the plan"
    rows={actions}
    rowId={({ id }) => id}
    columns={columns.map(({ id, header, cell, locked }) => ({ id, header, cell, rowHeader: locked === true }))}
  />
)
