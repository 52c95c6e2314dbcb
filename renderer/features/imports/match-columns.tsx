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
import { lostWords, readingWords } from './date-words.ts'
import { FieldChips } from './field-chips.tsx'
import { columnName, counted } from './import-words.ts'
import classes from './imports.module.css'
import { COLUMN_MARK, type FieldDrag, fieldSelectId, useFieldDrag } from './use-field-drag.ts'
import type { MatchedColumn } from './use-matching.ts'

const MARKS: Record<ImportColumn['certainty'], StatusKind> = {
  checked: 'on-track',
  named: 'done',
  guessed: 'at-risk',
  unknown: 'at-risk',
  'not-needed': 'not-started',
}

const OPTIONS = IMPORT_FIELDS.map(({ code, label }) => ({ value: code, label }))

const isOpen = ({ column, chosen }: MatchedColumn): boolean => chosen === undefined && column.certainty === 'unknown'

const howMark = (row: MatchedColumn): ReactNode => {
  const { column, chosen, asks } = row
  const dates = readingWords(row)
  if (dates !== null) {
    const isWanting = asks || lostWords(row) !== null
    return <StatusMark kind={isWanting ? 'at-risk' : 'on-track'}>{dates}</StatusMark>
  }
  if (chosen !== undefined && chosen !== column.field) return <StatusMark kind="done">Chosen by you</StatusMark>
  return <StatusMark kind={MARKS[column.certainty]}>{column.reason}</StatusMark>
}

const howCell = (row: MatchedColumn): ReactNode => <span className={classes.how}>{howMark(row)}</span>

const headingCell =
  (drag: FieldDrag) =>
  ({ column }: MatchedColumn): ReactNode => (
    <span
      className={classes.columnName}
      data-drop={drag.held?.over === column.index || undefined}
      {...{ [COLUMN_MARK]: column.index }}
    >
      {columnName(column)}
    </span>
  )

const exampleCell =
  (at: number) =>
  ({ column }: MatchedColumn): ReactNode => <span className={classes.example}>{column.samples[at]}</span>

const fieldCell =
  (onChoose: MatchColumnsProps['onChoose']) =>
  (row: MatchedColumn): ReactNode => (
    <div className={classes.goesTo}>
      <Icon of={IconArrowRight} />
      <SelectField
        id={fieldSelectId(row.column.index)}
        label={`${columnName(row.column)} goes to`}
        options={OPTIONS}
        searchable
        placeholder="Choose a field"
        value={isOpen(row) ? null : row.field}
        onChange={(field) => field !== null && onChoose(row.column.index, field)}
      />
    </div>
  )

interface MatchColumnsProps {
  readonly draft: ImportDraft
  readonly columns: readonly MatchedColumn[]
  readonly onChoose: (index: number, field: ImportField) => void
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
export const MatchColumns = ({ draft, columns, onChoose }: MatchColumnsProps): ReactNode => {
  const [example, setExample] = useState(0)
  const drag = useFieldDrag(columns, onChoose)
  const matched = columns.filter(({ field }) => field !== 'leave_out').length
  return (
    <Panel
      title={`${counted(columns.length, 'column')}, ${matched} matched`}
      aside={draft.profile === null ? undefined : `Saved profile: ${draft.profile.name}`}
      actions={<ExampleStepper draft={draft} at={example} onStep={setExample} />}
      padding="flush"
    >
      <FieldChips columns={columns} drag={drag} />
      <PlainTable
        caption="Columns of the file and where they go"
        rows={columns}
        rowId={({ column }) => String(column.index)}
        flagged={isOpen}
        columns={[
          { id: 'heading', header: 'Column in the file', rowHeader: true, width: '22%', cell: headingCell(drag) },
          { id: 'example', header: 'Example', width: '26%', cell: exampleCell(example) },
          { id: 'field', header: 'Goes to', width: '30%', cell: fieldCell(onChoose) },
          { id: 'how', header: 'How', cell: howCell },
        ]}
      />
    </Panel>
  )
}
