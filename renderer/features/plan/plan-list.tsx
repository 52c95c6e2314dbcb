import {
  IconBaselineDensityLarge,
  IconBaselineDensityMedium,
  IconBaselineDensitySmall,
  IconColumns3,
} from '@tabler/icons-react'
import { type ReactNode, useMemo, useState } from 'react'
import { today as dayNow } from '#renderer/app/clock.ts'
import { useCommands } from '#renderer/app/commands.tsx'
import { useDensity } from '#renderer/app/preferences.ts'
import { useRowKeys } from '#renderer/app/use-row-keys.ts'
import { Button } from '#renderer/ui/button.tsx'
import { EmptyState } from '#renderer/ui/empty-state.tsx'
import { CheckboxField } from '#renderer/ui/fields/choice-fields.tsx'
import { SegmentedField } from '#renderer/ui/fields/segmented-field.tsx'
import { Icon, type IconGlyph } from '#renderer/ui/icon.tsx'
import { Popover } from '#renderer/ui/popover.tsx'
import type { Density } from '#renderer/ui/table/columns.ts'
import { DataTable } from '#renderer/ui/table/data-table.tsx'
import { fixedRows } from '#renderer/ui/table/use-row-pages.ts'
import { VisuallyHidden } from '#renderer/ui/visually-hidden.tsx'
import type { MeasureRun, Plan, PlanAction } from '#shared/features/plan/schema.ts'
import { type ListColumn, listColumns } from './list-columns.tsx'
import { LIST_SORTS, sortedActions } from './list-order.ts'
import { type ChangePlan, type PlanAddress, sortOf } from './plan-address.ts'
import classes from './plan.module.css'

const DENSITIES: readonly { readonly value: Density; readonly words: string; readonly icon: IconGlyph }[] = [
  { value: 'comfortable', words: 'Tall rows', icon: IconBaselineDensityLarge },
  { value: 'standard', words: 'Medium rows', icon: IconBaselineDensityMedium },
  { value: 'compact', words: 'Low rows', icon: IconBaselineDensitySmall },
]

interface ListToolsProps {
  readonly columns: readonly ListColumn[]
  readonly shown: readonly string[]
  readonly change: ChangePlan
}

/** Row height and columns. */
const ListTools = ({ columns, shown, change }: ListToolsProps): ReactNode => {
  const [density, setDensity] = useDensity('plan')
  const [open, setOpen] = useState(false)
  useCommands([
    {
      id: 'plan.columns',
      title: 'Choose the columns',
      group: 'On this page',
      icon: IconColumns3,
      run: () => setOpen(true),
    },
  ])
  const toggle = (id: string): void => {
    const wanted = columns.filter((column) => (column.id === id ? !shown.includes(id) : shown.includes(column.id)))
    change({ columns: wanted.map((column) => column.id) }, { replace: true })
  }
  return (
    <div className={classes.listTools}>
      <SegmentedField
        label="Row height"
        value={density}
        onChange={setDensity}
        options={DENSITIES.map(({ value, words, icon }) => ({
          value,
          label: (
            <span className={classes.view} title={words}>
              <Icon of={icon} size={16} />
              <VisuallyHidden>{words}</VisuallyHidden>
            </span>
          ),
        }))}
      />
      <Popover
        open={open}
        onOpenChange={setOpen}
        label="Columns"
        side="bottom-end"
        anchor={
          <Button size="small" icon={IconColumns3} aria-expanded={open} onClick={() => setOpen(!open)}>
            Columns
          </Button>
        }
      >
        <div className={classes.filterFields}>
          {columns
            .filter(({ locked }) => locked !== true)
            .map(({ id, header }) => (
              <CheckboxField key={id} label={header} checked={shown.includes(id)} onChange={() => toggle(id)} />
            ))}
        </div>
      </Popover>
    </div>
  )
}

interface PlanListProps {
  readonly plan: Plan
  readonly shown: readonly PlanAction[]
  readonly runs: ReadonlyMap<string, MeasureRun>
  readonly address: PlanAddress
  readonly change: ChangePlan
  readonly onOpen: (action: PlanAction) => void
  readonly empty: ReactNode
}

/** The actions as rows, to sort and to look through. */
export const PlanList = ({ plan, shown, runs, address, change, onOpen, empty }: PlanListProps): ReactNode => {
  const today = dayNow()
  const [density] = useDensity('plan')
  const columns = useMemo(() => listColumns(plan, runs, today), [plan, runs, today])
  const { sort, order } = address
  const sorted = useMemo(() => sortedActions(plan, shown, sort, order, today), [plan, shown, sort, order, today])
  const rows = useMemo(() => fixedRows(sorted), [sorted])
  useRowKeys()
  const startAt = sorted.findIndex(({ id }) => id === address.at)
  return (
    <div className={classes.list}>
      <ListTools columns={columns} shown={address.columns} change={change} />
      <DataTable
        label="Actions of the plan"
        columns={columns}
        columnIds={address.columns}
        rows={rows}
        rowId={({ id }) => id}
        density={density}
        sort={sortOf(address)}
        onSort={({ column, direction }) => {
          const next = LIST_SORTS.find((one) => one === column)
          if (next !== undefined) change({ sort: next, order: direction }, { replace: true })
        }}
        onOpen={onOpen}
        startAt={Math.max(0, startAt)}
        empty={empty}
      />
    </div>
  )
}

/** Shown where the filters leave nothing. */
export const NothingShown = ({ onClear }: { readonly onClear: () => void }): ReactNode => (
  <EmptyState title="No action matches the filter" actions={<Button onClick={onClear}>Show every action</Button>}>
    The plan has others: take a filter off to see them.
  </EmptyState>
)
