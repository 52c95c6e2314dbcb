import type { ReactNode } from 'react'
import { SelectField } from '#renderer/ui/fields/select-field.tsx'
import { Panel } from '#renderer/ui/panel.tsx'
import { PlainTable } from '#renderer/ui/table/plain-table.tsx'
import { figureKind, type FigureKindCode } from '#shared/features/figures/kinds.ts'
import type { FigureDraft } from '#shared/features/figures/schema.ts'
import type { ColumnChoice } from '#shared/features/figures/suggest.ts'
import classes from './figures.module.css'

const LEAVE_OUT = 'leave-out'

type DraftColumn = FigureDraft['columns'][number]

const headingOf = ({ heading, index }: DraftColumn): string => heading || `Column ${index + 1}, no heading`

const samplesCell = ({ samples }: DraftColumn): ReactNode => (
  <span className={classes.samples}>{samples.filter((cell) => cell !== '').join(' · ')}</span>
)

interface FigureColumnsProps {
  readonly draft: FigureDraft
  readonly kind: FigureKindCode
  readonly choices: readonly ColumnChoice[]
  readonly error: string | undefined
  readonly onChoose: (index: number, column: string | null) => void
}

const goesToCell =
  ({ kind, choices, onChoose }: FigureColumnsProps) =>
  (column: DraftColumn): ReactNode => (
    <div className={classes.goesTo}>
      <SelectField
        label={`${headingOf(column)} goes to`}
        options={[
          { value: LEAVE_OUT, label: 'Leave out' },
          ...figureKind(kind).columns.map(({ code, label, required }) => ({
            value: code,
            label: required === true ? `${label} (needed)` : label,
          })),
        ]}
        value={choices.find(({ index }) => index === column.index)?.column ?? LEAVE_OUT}
        onChange={(next) => onChoose(column.index, next === LEAVE_OUT ? null : next)}
      />
    </div>
  )

/** Every column of the file with its first cells, and where it goes. */
export const FigureColumns = (props: FigureColumnsProps): ReactNode => {
  const { draft, choices, error } = props
  const kept = choices.filter(({ column }) => column !== null).length
  return (
    <Panel title={`${draft.columns.length} columns, ${kept} kept`} padding="flush">
      {error !== undefined && (
        <p id="figures-columns" tabIndex={-1} className={classes.fault}>
          {error}.
        </p>
      )}
      <PlainTable
        caption="Columns of the file"
        rows={draft.columns}
        rowId={({ index }) => String(index)}
        columns={[
          { id: 'heading', header: 'In the file', rowHeader: true, cell: headingOf },
          { id: 'samples', header: 'First rows', cell: samplesCell },
          { id: 'column', header: 'Goes to', width: '17rem', cell: goesToCell(props) },
        ]}
      />
    </Panel>
  )
}
