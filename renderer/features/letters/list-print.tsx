import type { ReactNode } from 'react'
import { today as dayNow } from '#renderer/app/clock.ts'
import { askPrinter } from '#renderer/app/print-page.ts'
import { NarrowedLine } from '#renderer/ui/narrowed-line.tsx'
import { PlainTable } from '#renderer/ui/table/plain-table.tsx'
import { formatIsoDate, type IsoDate } from '#shared/domain/partial-date.ts'
import { labelOf } from '#shared/domain/people.ts'
import { LETTER_TABS, type LetterRow, type LetterTab } from '#shared/features/letters/schema.ts'
import { askedWords, dayCount, lateWords, letterCount, sinceLine } from '#shared/features/letters/words.ts'
import { letterTitle } from './letter-target.ts'
import { personCell } from './person-cell.tsx'
import type { PrintedList } from './print-letters.ts'
import { Paper } from './printed-letters.tsx'
import classes from './letters.module.css'

const stateWords = ({ dueDate, arrived }: LetterRow, today: IsoDate): string => {
  if (arrived !== null) return arrived.days === null ? 'Came' : `Came after ${dayCount(arrived.days)}`
  return dueDate === null ? '' : lateWords(dueDate, today)
}

type ListPrintProps = {
  readonly tab: LetterTab
  /** What narrows the list; nothing where all of it is printed. */
  readonly narrowed: readonly string[]
  readonly list: PrintedList
  readonly onDone: () => void
}

/** The list on paper, with room to write. */
export const ListPrint = ({ tab, narrowed, list, onDone }: ListPrintProps): ReactNode => {
  const { rows, total } = list
  const today = dayNow()
  const some = rows.length < total ? `The first ${rows.length} of ${letterCount(total)}.` : `${letterCount(total)}.`
  return (
    <Paper
      title={`Letters to chase: ${labelOf(LETTER_TABS, tab).toLowerCase()}`}
      print={() => askPrinter('Throughline letters to chase')}
      onDone={onDone}
    >
      <NarrowedLine narrowed={narrowed} className={classes.quiet} />
      <p className={classes.quiet}>{`${formatIsoDate(today)}. ${some} Confidential: destroy after use.`}</p>
      <PlainTable
        caption={`Letters to chase: ${labelOf(LETTER_TABS, tab).toLowerCase()}`}
        rows={rows}
        rowId={({ id }) => id}
        columns={[
          { id: 'person', header: 'Person', rowHeader: true, cell: personCell },
          { id: 'letter', header: 'Letter', cell: (row) => `${letterTitle(row)}. ${sinceLine(row, today)}` },
          { id: 'late', header: 'State', cell: (row) => stateWords(row, today) },
          {
            id: 'asked',
            header: 'Asked',
            cell: (row) => Object.values(askedWords(row.asked, today)).filter(Boolean).join(', '),
          },
          { id: 'done', header: 'What became of it', width: '22%', cell: () => '' },
        ]}
      />
    </Paper>
  )
}
