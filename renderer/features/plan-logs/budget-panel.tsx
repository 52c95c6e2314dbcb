import { IconPencil } from '@tabler/icons-react'
import type { ReactNode } from 'react'
import { Button } from '#renderer/ui/button.tsx'
import { InlineAlert } from '#renderer/ui/inline-alert.tsx'
import { Panel } from '#renderer/ui/panel.tsx'
import { PlainTable } from '#renderer/ui/table/plain-table.tsx'
import { formatIsoDate } from '#shared/domain/partial-date.ts'
import type { Plan } from '#shared/features/plan/schema.ts'
import { hoursWords, type YearBudget } from '#shared/features/plan-logs/budget.ts'
import { poundsWords } from '#shared/features/plan-logs/money.ts'
import frame from '#renderer/ui/page-frame.module.css'
import classes from './plan-logs.module.css'

type BudgetPanelProps = {
  readonly plan: Plan
  readonly budget: YearBudget
  /** Left out where nothing may be changed. */
  readonly onFunding: (() => void) | undefined
}

const Warning = ({ budget }: { readonly budget: YearBudget }): ReactNode => {
  if (budget.warning === null || budget.funded === null) return null
  return budget.warning === 'over' ? (
    <InlineAlert tone="bad" title="More was used than is funded">
      {`${hoursWords(budget.used - budget.funded)} over the ${hoursWords(budget.funded)} of this year.`}
    </InlineAlert>
  ) : (
    <InlineAlert tone="warn" title="The hours go faster than the year">
      {`${hoursWords(budget.used)} are used, more than the part of ${hoursWords(budget.funded)} that falls to the quarters begun so far.`}
    </InlineAlert>
  )
}

/** Used hours as a bar; the figures beside it say the same. */
const Meter = ({ budget: { used, funded } }: { readonly budget: YearBudget }): ReactNode =>
  funded === null || funded === 0 ? null : (
    <div className={classes.meter} aria-hidden="true">
      <span style={{ width: `${Math.min(100, (used / funded) * 100)}%` }} data-over={used > funded || undefined} />
    </div>
  )

const Figures = ({ budget }: { readonly budget: YearBudget }): ReactNode => (
  <dl className={classes.figures}>
    <div>
      <dt>Funded</dt>
      <dd>{budget.funded === null ? 'Not known' : hoursWords(budget.funded)}</dd>
      {budget.pence !== null && <dd className={classes.quiet}>{poundsWords(budget.pence)}</dd>}
    </div>
    <div>
      <dt>Used</dt>
      <dd>{hoursWords(budget.used)}</dd>
    </div>
    <div>
      <dt>{budget.left !== null && budget.left < 0 ? 'Over' : 'Left'}</dt>
      <dd>{budget.left === null ? 'Not known' : hoursWords(Math.abs(budget.left))}</dd>
    </div>
  </dl>
)

/** The lead's hours of one year: funded, used and left, by quarter, and what they went on. */
export const BudgetPanel = ({ plan, budget, onFunding }: BudgetPanelProps): ReactNode => (
  <Panel
    className={frame.beside}
    title={`Hours of year ${budget.year}`}
    aside={`${formatIsoDate(budget.from)} to ${formatIsoDate(budget.to)}`}
    actions={
      onFunding && (
        <Button size="small" icon={IconPencil} keys="E" onClick={onFunding}>
          Funding
        </Button>
      )
    }
  >
    <div className={classes.budget}>
      <Figures budget={budget} />
      <Meter budget={budget} />
      <Warning budget={budget} />
      <PlainTable
        caption={`Hours of year ${budget.year} by quarter`}
        rows={budget.quarters}
        rowId={({ quarter }) => String(quarter)}
        columns={[
          { id: 'quarter', header: 'Quarter', rowHeader: true, cell: ({ quarter }) => `Quarter ${quarter}` },
          { id: 'days', header: 'From', cell: ({ from }) => formatIsoDate(from) },
          { id: 'used', header: 'Hours', align: 'end', cell: ({ used }) => used.toLocaleString('en-GB') },
        ]}
      />
      {budget.byAction.length > 0 && (
        <PlainTable
          caption={`What the hours of year ${budget.year} went on`}
          rows={budget.byAction}
          rowId={({ actionId }) => actionId ?? 'none'}
          columns={[
            {
              id: 'action',
              header: 'Went on',
              rowHeader: true,
              cell: ({ actionId }) => {
                const action = plan.actions.find(({ id }) => id === actionId)
                return action === undefined ? 'No one action' : `${action.code} ${action.title}`
              },
            },
            { id: 'hours', header: 'Hours', align: 'end', cell: ({ hours }) => hours.toLocaleString('en-GB') },
          ]}
        />
      )}
    </div>
  </Panel>
)
