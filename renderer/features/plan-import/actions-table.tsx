import { type ReactNode, useState } from 'react'
import { counted } from '#renderer/features/imports/public.ts'
import { ActionStatusMark } from '#renderer/features/plan/public.ts'
import { Button } from '#renderer/ui/button.tsx'
import { CheckboxField } from '#renderer/ui/fields/choice-fields.tsx'
import { SelectField } from '#renderer/ui/fields/select-field.tsx'
import { Panel } from '#renderer/ui/panel.tsx'
import { PlainTable } from '#renderer/ui/table/plain-table.tsx'
import { formatIsoDate } from '#shared/domain/partial-date.ts'
import type { Plan } from '#shared/features/plan/schema.ts'
import type { PlanSheet, SheetAction } from '#shared/features/plan/public.ts'
import { type BringInForm, isInPlan, keyOf, objectiveOf, objectivesOf, placeWords } from './bring-in-form.ts'
import classes from './plan-import.module.css'

/** So many rows are drawn at first: each has fields of its own. */
const ROWS_SHOWN = 50

interface ActionsTableProps {
  readonly sheet: PlanSheet
  readonly plan: Plan | null
  readonly form: BringInForm
  readonly change: (part: Partial<BringInForm>) => void
  /** Of the table, for the list of what to put right. */
  readonly id: string
  readonly fault: string | undefined
}

const tickCell =
  (props: ActionsTableProps) =>
  (action: SheetAction): ReactNode => {
    const { sheet, form, change } = props
    const key = keyOf(action)
    return (
      <CheckboxField
        label={placeWords(action, sheet)}
        checked={!form.left.has(key)}
        onChange={(checked) => {
          const left = new Set(form.left)
          if (checked) left.delete(key)
          else left.add(key)
          change({ left })
        }}
      />
    )
  }

const shortWords = (text: string): string => (text.length > 160 ? `${text.slice(0, 160)}…` : text)

const actionCell =
  (plan: Plan | null) =>
  (action: SheetAction): ReactNode => {
    const { title, words, partners, milestones, costWords, riskWords } = action
    const more = [
      partners === '' ? '' : `With ${partners}`,
      milestones.length === 0 ? '' : counted(milestones.length, 'milestone'),
      costWords === '' ? '' : `Cost: ${costWords}`,
      riskWords === '' ? '' : `Risk: ${riskWords}`,
    ].filter((part) => part !== '')
    return (
      <div className={classes.action}>
        <span>{title}</span>
        {words !== '' && <small>{shortWords(words)}</small>}
        {more.length > 0 && <small>{shortWords(more.join('. '))}</small>}
        {isInPlan(action, plan) && <small className={classes.here}>In the plan already</small>}
      </div>
    )
  }

const objectiveCell =
  (props: ActionsTableProps) =>
  (action: SheetAction): ReactNode => {
    const { sheet, plan, form, change } = props
    const objectives = objectivesOf(plan)
    if (action.objective !== null) {
      const title = objectives.find(({ number }) => number === action.objective)?.title ?? ''
      return (
        <span className={classes.objective} title={title}>
          <b>{action.objective}</b> {title}
        </span>
      )
    }
    const chosen = objectiveOf(action, form)
    return (
      <div className={classes.choice}>
        <SelectField
          label={`Objective of ${placeWords(action, sheet).toLowerCase()}`}
          options={objectives.map(({ number, title }) => ({ value: String(number), label: `${number} ${title}` }))}
          value={chosen === null ? null : String(chosen)}
          onChange={(value) => {
            if (value !== null) change({ chosen: new Map(form.chosen).set(keyOf(action), Number(value)) })
          }}
        />
        {action.objectiveSaid !== '' && <small>{`It says “${action.objectiveSaid}”`}</small>}
      </div>
    )
  }

const datesCell = ({ startsOn, dueOn }: SheetAction): ReactNode => (
  <span className={classes.dates}>
    {startsOn !== null && <span>{`${formatIsoDate(startsOn)} to`}</span>}
    <span>{formatIsoDate(dueOn)}</span>
  </span>
)

const statusCell = ({ status }: SheetAction): ReactNode => <ActionStatusMark status={status} />

/** Every action that was understood, ticked to come in, with the objective of those that name none to be chosen. */
export const ActionsTable = (props: ActionsTableProps): ReactNode => {
  const { sheet, plan, form, change, id, fault } = props
  const [shown, setShown] = useState(ROWS_SHOWN)
  const { actions } = sheet
  const left = actions.filter((action) => form.left.has(keyOf(action))).length
  const unseen = actions.length - shown
  return (
    <Panel title={counted(actions.length, 'action')} padding="flush">
      <div className={classes.all} id={id} tabIndex={-1}>
        <CheckboxField
          label="Bring in all of them"
          error={fault}
          checked={left === 0}
          partly={left > 0 && left < actions.length}
          onChange={(checked) => change({ left: new Set(checked ? [] : actions.map(keyOf)) })}
        />
      </div>
      <PlainTable
        caption="Actions to bring in"
        rows={actions.slice(0, shown)}
        rowId={keyOf}
        flagged={(action) => !form.left.has(keyOf(action)) && objectiveOf(action, form) === null}
        columns={[
          {
            id: 'tick',
            header: 'Bring in',
            width: '7rem',
            cell: tickCell(props),
          },
          {
            id: 'title',
            header: 'Action',
            rowHeader: true,
            cell: actionCell(plan),
          },
          {
            id: 'objective',
            header: 'Objective',
            width: '11rem',
            cell: objectiveCell(props),
          },
          { id: 'owner', header: 'Owner', width: '7.5rem', cell: ({ ownerName }) => ownerName ?? 'Nobody yet' },
          { id: 'dates', header: 'Dates', cell: datesCell },
          { id: 'status', header: 'Status', cell: statusCell },
        ]}
      />
      {unseen > 0 && (
        <div className={classes.more}>
          <Button onClick={() => setShown(shown + ROWS_SHOWN)}>
            {`Show ${counted(Math.min(unseen, ROWS_SHOWN), 'more action', 'more actions')}`}
          </Button>
          <span>{`${counted(unseen, 'action')} below are ticked or not as those you see.`}</span>
        </div>
      )}
    </Panel>
  )
}
