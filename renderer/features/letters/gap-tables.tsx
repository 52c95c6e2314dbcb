import type { ReactNode } from 'react'
import { Panel } from '#renderer/ui/panel.tsx'
import { PlainTable } from '#renderer/ui/table/plain-table.tsx'
import {
  type GapFigure,
  type GapList,
  shownLetters,
  shownMedian,
  shownRange,
} from '#shared/features/letters/gap-figures.ts'
import classes from './gap.module.css'

/** One line of a table: a month, a hospital or a letter. */
export interface GapLine extends GapFigure {
  readonly key: string | null
  readonly label: string
}

type GapTableProps = {
  readonly title: string
  readonly heading: string
  readonly lines: readonly GapLine[]
  readonly onOpen: (line: GapLine, list: GapList) => void
}

type CountProps = { readonly count: number; readonly label: string; readonly onOpen: () => void }

/** A count that opens its list. 1 to 5 is a star on the page; whoever may read the register opens it to see them. */
const Count = ({ count, label, onOpen }: CountProps): ReactNode =>
  count === 0 ? (
    '0'
  ) : (
    <button type="button" className={classes.figure} onClick={onOpen} aria-label={label}>
      {shownLetters(count)}
    </button>
  )

type OnOpen = GapTableProps['onOpen']

/** A count of each line that opens the letters behind it. */
const countColumn = (
  list: GapList,
  header: string,
  words: string,
  countOf: (line: GapLine) => number,
  onOpen: OnOpen,
) => ({
  id: list,
  header,
  align: 'end' as const,
  cell: (line: GapLine): ReactNode => (
    <Count
      count={countOf(line)}
      label={`${line.label}: ${shownLetters(countOf(line))} ${words}, open the list`}
      onOpen={() => onOpen(line, list)}
    />
  ),
})

/** Middle gaps side by side, each count with the letters behind it. */
export const GapTable = ({ title, heading, lines, onOpen }: GapTableProps): ReactNode => (
  <Panel title={title} padding="flush">
    <PlainTable
      caption={title}
      rows={lines}
      rowId={({ key }) => key ?? 'none'}
      columns={[
        { id: 'label', header: heading, rowHeader: true, cell: ({ label }) => label },
        countColumn('came', 'Letters', 'letters', ({ letters }) => letters, onOpen),
        { id: 'median', header: 'Middle gap, days', align: 'end', cell: shownMedian },
        { id: 'range', header: 'Likely range', align: 'end', cell: (line) => shownRange(line, line.low, line.high) },
        {
          id: 'half',
          header: 'Middle half',
          align: 'end',
          cell: (line) => shownRange(line, line.lowerQuartile, line.upperQuartile),
        },
        countColumn('left_out', 'Left out', 'left out', ({ leftOut }) => leftOut, onOpen),
        countColumn('waiting', 'Still waiting', 'still waiting', ({ waiting }) => waiting, onOpen),
      ]}
    />
  </Panel>
)
