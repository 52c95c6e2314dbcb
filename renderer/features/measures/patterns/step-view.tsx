import type { ReactNode } from 'react'
import { SelectField } from '#renderer/ui/fields/select-field.tsx'
import { Panel } from '#renderer/ui/panel.tsx'
import { PlainTable } from '#renderer/ui/table/plain-table.tsx'
import { milestoneLabel } from '#shared/features/measures/patterns/milestones.ts'
import type { StepFromShown } from '#shared/features/measures/patterns/schema.ts'
import { FigureButton } from '../figure-button.tsx'
import type { ChangePatterns, PatternAddress } from './pattern-address.ts'
import { historiesWords, middleWords, nextWords, partWords, type PatternFigure, spreadWords } from './pattern-words.ts'
import classes from './patterns.module.css'
import { ShareBar } from './share-bar.tsx'

type StepViewProps = {
  readonly steps: readonly StepFromShown[]
  readonly address: PatternAddress
  readonly change: ChangePatterns
  readonly onOpen: (figure: PatternFigure) => void
}

type NextRow = StepFromShown['next'][number]

const columnsOf = ({ from, total }: StepFromShown, onOpen: StepViewProps['onOpen']) => [
  { id: 'to', header: 'What came next', rowHeader: true, cell: ({ to }: NextRow) => nextWords(to) },
  {
    id: 'count',
    header: 'Histories',
    align: 'end' as const,
    width: '6rem',
    cell: ({ to, count }: NextRow) => {
      const name = `${milestoneLabel(from)}, then ${nextWords(to).toLowerCase()}`
      return (
        <FigureButton
          count={count}
          label={name}
          onOpen={() => onOpen({ name, count, behind: { is: 'step', from, to } })}
        />
      )
    },
  },
  {
    id: 'bar',
    header: 'Share',
    width: '44%',
    cell: ({ share, count }: NextRow) => (
      <span className={classes.stepShare}>
        <ShareBar share={share} widest={1} />
        <span>{partWords({ share, count, known: total })}</span>
      </span>
    ),
  },
  {
    id: 'days',
    header: 'Median days, middle half',
    cell: ({ to, days }: NextRow) => (to === null ? '' : `${middleWords(days)}, ${spreadWords(days)}`),
  },
]

/** From a milestone: what came next among these histories, and how often. */
export const StepView = ({ steps, address, change, onOpen }: StepViewProps): ReactNode => {
  const shown = steps.find(({ from }) => from === address.step) ?? steps[0]
  if (shown === undefined) return null
  return (
    <Panel title="What came next" aside={`After ${milestoneLabel(shown.from)}: ${historiesWords(shown.total)}`}>
      <div className={classes.stepChoice} data-print="hide">
        <SelectField
          label="After which milestone"
          options={steps.map(({ from }) => ({ value: from, label: milestoneLabel(from) }))}
          value={shown.from}
          onChange={(step) => step !== null && change({ step }, { replace: true })}
        />
      </div>
      <PlainTable
        caption={`What came after ${milestoneLabel(shown.from)}`}
        rows={shown.next}
        rowId={({ to }) => to ?? 'none'}
        columns={columnsOf(shown, onOpen)}
      />
    </Panel>
  )
}
