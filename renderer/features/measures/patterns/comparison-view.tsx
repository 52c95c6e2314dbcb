import type { ReactNode } from 'react'
import { SelectField } from '#renderer/ui/fields/select-field.tsx'
import { Panel } from '#renderer/ui/panel.tsx'
import { PlainTable } from '#renderer/ui/table/plain-table.tsx'
import { COMPARISONS } from '#shared/features/measures/patterns/comparison.ts'
import type { ComparisonRowShown, ComparisonShown } from '#shared/features/measures/patterns/schema.ts'
import { FigureButton } from '../figure-button.tsx'
import type { ChangePatterns, PatternAddress } from './pattern-address.ts'
import {
  daysFigureWords,
  differenceWords,
  historiesWords,
  ofWords,
  partWords,
  type PatternFigure,
  verdictWords,
} from './pattern-words.ts'
import classes from './patterns.module.css'

type ComparisonViewProps = {
  readonly comparison: ComparisonShown | null
  readonly address: PatternAddress
  readonly change: ChangePatterns
  readonly onOpen: (figure: PatternFigure) => void
}

type SideProps = Pick<ComparisonViewProps, 'onOpen'> & {
  readonly comparison: ComparisonShown
  readonly row: ComparisonRowShown
  readonly side: 'first' | 'second'
}

/** A figure of one group, with the histories that it counts. */
const Figure = ({ comparison, row, side, onOpen }: SideProps): ReactNode => {
  const name = `${row.label}, ${comparison[side].label.toLowerCase()}`
  const behind = { is: 'compared', compare: comparison.code, row: row.code, side } as const
  const open = (count: number) => () => onOpen({ name, count, behind })
  if (row.is === 'days') {
    const { known } = row[side]
    return <FigureButton count={known} shown={daysFigureWords(row[side])} label={name} onOpen={open(known)} />
  }
  const { count, known } = row[side]
  if (known === 0) return partWords(row[side])
  return (
    <>
      <FigureButton count={count} label={name} onOpen={open(count)} /> {ofWords(row[side])}
    </>
  )
}

const columnsOf = (comparison: ComparisonShown, onOpen: ComparisonViewProps['onOpen']) => [
  {
    id: 'figure',
    header: 'Figure',
    rowHeader: true,
    width: '17%',
    cell: ({ label }: ComparisonRowShown) => <span className={classes.words}>{label}</span>,
  },
  ...(['first', 'second'] as const).map((side) => ({
    id: side,
    header: `${comparison[side].label} (${historiesWords(comparison[side].total)})`,
    cell: (row: ComparisonRowShown) => (
      <span className={classes.words}>
        <Figure comparison={comparison} row={row} side={side} onOpen={onOpen} />
      </span>
    ),
  })),
  {
    id: 'difference',
    header: 'Difference',
    width: '17%',
    cell: (row: ComparisonRowShown) => <span className={classes.words}>{differenceWords(row)}</span>,
  },
  {
    id: 'says',
    header: 'What the intervals say',
    width: '24%',
    cell: (row: ComparisonRowShown) => <span className={classes.words}>{verdictWords(row, comparison)}</span>,
  },
]

/** Two groups of the same histories side by side, and whether the intervals tell them apart. */
export const ComparisonView = ({ comparison, address, change, onOpen }: ComparisonViewProps): ReactNode => (
  <Panel title="Two groups side by side" aside={comparison?.label}>
    <div className={classes.stepChoice} data-print="hide">
      <SelectField
        label="Which groups"
        options={COMPARISONS.map(({ code, label }) => ({ value: code, label }))}
        value={address.beside}
        onChange={(beside) => change({ beside }, { replace: true })}
        placeholder="Choose two groups"
        clearable
      />
    </div>
    {comparison !== null && (
      <>
        <PlainTable
          caption={`${comparison.label}, side by side`}
          rows={comparison.rows}
          rowId={({ code }) => code}
          columns={columnsOf(comparison, onOpen)}
        />
        <p className={classes.note}>
          People in the two groups differ in more than what divides them, so a difference shows no cause. Where twenty
          figures are held beside each other, about one seems apart by chance alone. The interval of a difference
          between two shares is Newcombe’s; medians are told apart only where their intervals do not meet.
        </p>
      </>
    )}
  </Panel>
)
