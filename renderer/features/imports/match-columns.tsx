import { IconArrowRight, IconChevronLeft, IconChevronRight } from '@tabler/icons-react'
import { type ReactNode, useState } from 'react'
import { IconButton } from '#renderer/ui/button.tsx'
import { SelectField } from '#renderer/ui/fields/select-field.tsx'
import { Icon } from '#renderer/ui/icon.tsx'
import { Panel } from '#renderer/ui/panel.tsx'
import type { StatusKind } from '#renderer/ui/status-shape.tsx'
import { StatusMark } from '#renderer/ui/status-mark.tsx'
import { PlainTable } from '#renderer/ui/table/plain-table.tsx'
import {
  IMPORT_FIELDS,
  type ImportColumn,
  type ImportDraft,
  type ImportField,
} from '#shared/features/imports/schema.ts'
import { counted } from './import-words.ts'
import classes from './imports.module.css'

const MARKS: Record<ImportColumn['certainty'], StatusKind> = {
  checked: 'on-track',
  named: 'done',
  guessed: 'at-risk',
  unknown: 'at-risk',
  'not-needed': 'not-started',
}

const OPTIONS = IMPORT_FIELDS.map(({ code, label }) => ({ value: code, label }))

export type Choices = ReadonlyMap<number, ImportField>

interface ColumnRow {
  readonly column: ImportColumn
  /** As chosen by hand, where it was. */
  readonly chosen: ImportField | undefined
}

const isOpen = ({ column, chosen }: ColumnRow): boolean => chosen === undefined && column.certainty === 'unknown'

const nameOf = ({ heading, index }: ImportColumn): string => heading || `Column ${index + 1}, no heading`

const howCell = ({ column, chosen }: ColumnRow): ReactNode => {
  if (chosen !== undefined && chosen !== column.field) return <StatusMark kind="done">Chosen by you</StatusMark>
  return <StatusMark kind={MARKS[column.certainty]}>{column.reason}</StatusMark>
}

const exampleCell =
  (at: number) =>
  ({ column }: ColumnRow): ReactNode => <span className={classes.example}>{column.samples[at]}</span>

const fieldCell =
  (onChoose: MatchColumnsProps['onChoose']) =>
  (row: ColumnRow): ReactNode => (
    <div className={classes.goesTo}>
      <Icon of={IconArrowRight} />
      <SelectField
        label={`${nameOf(row.column)} goes to`}
        options={OPTIONS}
        searchable
        placeholder="Choose a field"
        value={isOpen(row) ? null : (row.chosen ?? row.column.field)}
        onChange={(field) => field !== null && onChoose(row.column.index, field)}
      />
    </div>
  )

interface MatchColumnsProps {
  readonly draft: ImportDraft
  readonly choices: Choices
  readonly onChoose: (index: number, field: ImportField) => void
  readonly footer: ReactNode
}

const ExampleStepper = ({
  draft,
  at,
  onStep,
}: {
  readonly draft: ImportDraft
  readonly at: number
  readonly onStep: (at: number) => void
}): ReactNode => (
  <div className={classes.stepper}>
    Example row
    <IconButton icon={IconChevronLeft} label="Example before" disabled={at === 0} onClick={() => onStep(at - 1)} />
    <b aria-live="polite">{`line ${draft.sampleLines[at] ?? ''}`}</b>
    <IconButton
      icon={IconChevronRight}
      label="Next example"
      disabled={at >= draft.sampleLines.length - 1}
      onClick={() => onStep(at + 1)}
    />
  </div>
)

/** Every column of the file: an example, where it goes, and how we know. */
export const MatchColumns = ({ draft, choices, onChoose, footer }: MatchColumnsProps): ReactNode => {
  const [example, setExample] = useState(0)
  const rows = draft.columns.map((column): ColumnRow => ({ column, chosen: choices.get(column.index) }))
  const matched = rows.filter(({ column, chosen }) => (chosen ?? column.field) !== 'leave_out').length
  return (
    <Panel
      title={`${counted(rows.length, 'column')}, ${matched} matched`}
      actions={<ExampleStepper draft={draft} at={example} onStep={setExample} />}
      padding="flush"
    >
      <PlainTable
        caption="Columns of the file and where they go"
        rows={rows}
        rowId={({ column }) => String(column.index)}
        flagged={isOpen}
        columns={[
          {
            id: 'heading',
            header: 'Column in the file',
            rowHeader: true,
            width: '22%',
            cell: ({ column }) => nameOf(column),
          },
          { id: 'example', header: 'Example', width: '26%', cell: exampleCell(example) },
          { id: 'field', header: 'Goes to', width: '30%', cell: fieldCell(onChoose) },
          { id: 'how', header: 'How', cell: howCell },
        ]}
      />
      <footer className={classes.stickyFoot}>{footer}</footer>
    </Panel>
  )
}
