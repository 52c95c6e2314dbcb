import type { DataTableColumn } from '#renderer/ui/table/columns.ts'
import { CellLines } from '#renderer/ui/table/data-table-row.tsx'
import { PersonLines } from '#renderer/ui/table/person-lines.tsx'
import { StatusMark } from '#renderer/ui/status-mark.tsx'
import { daysBetween, formatPartialDate, type IsoDate } from '#shared/domain/partial-date.ts'
import type { LetterRow, LetterTab } from '#shared/features/letters/schema.ts'
import { askedWords, dayCount, lateWords, nearDay, sinceLine } from '#shared/features/letters/words.ts'
import { letterTitle } from './letter-target.ts'
import classes from './letters.module.css'

const sinceDays = ({ since }: LetterRow, today: IsoDate): string =>
  since === null || since.precision !== 'day' ? '–' : daysBetween(since.date, today).toLocaleString('en-GB')

const column = (definition: DataTableColumn<LetterRow>): DataTableColumn<LetterRow> => definition

const person = column({
  id: 'person',
  header: 'Person',
  width: 180,
  grow: 0.5,
  locked: true,
  cell: ({ person }) => <PersonLines person={person} />,
})

const what = (header: string, today: IsoDate): DataTableColumn<LetterRow> =>
  column({
    id: 'what',
    header,
    width: 194,
    grow: 2,
    cell: (row) => <CellLines main={letterTitle(row)} sub={sinceLine(row, today)} />,
  })

/** "Since surgery 47 days": the number first, as it is what somebody compares down the list. */
const since = (today: IsoDate): DataTableColumn<LetterRow> =>
  column({
    id: 'since',
    header: 'Since',
    width: 64,
    grow: 0,
    align: 'end',
    sortable: true,
    cell: (row) => (
      <span className={classes.since}>
        <b>{sinceDays(row, today)}</b>
        <span>{sinceDays(row, today) === '–' ? 'vague' : 'days'}</span>
      </span>
    ),
  })

const due = (tab: LetterTab, today: IsoDate): DataTableColumn<LetterRow> =>
  column({
    id: 'late',
    header: tab === 'late' ? 'Late by' : 'Due',
    width: 112,
    grow: 0,
    sortable: true,
    cell: ({ dueDate }) => {
      if (dueDate === null) return 'No day'
      const late = daysBetween(dueDate, today)
      if (late > 0) return <StatusMark kind="missing">{dayCount(late)}</StatusMark>
      return (
        <StatusMark kind={late === 0 ? 'due' : 'not-due'}>{lateWords(dueDate, today).replace(/^due /, '')}</StatusMark>
      )
    },
  })

const asked = (today: IsoDate): DataTableColumn<LetterRow> =>
  column({
    id: 'asked',
    header: 'Asked',
    width: 196,
    grow: 0,
    cell: (row) => <CellLines {...askedWords(row.asked, today)} />,
  })

const arrivedOn = (today: IsoDate): DataTableColumn<LetterRow> =>
  column({
    id: 'arrived',
    header: 'Arrived',
    width: 130,
    cell: ({ arrived }) => {
      if (arrived === null) return ''
      const on = arrived.precision === 'day' ? nearDay(arrived.date, today) : formatPartialDate(arrived)
      const took = arrived.days === null ? 'Days not known' : `After ${dayCount(arrived.days)}`
      return <CellLines main={on} sub={took} />
    },
  })

/** The columns of each list of letters. */
export const letterColumns = (tab: LetterTab, today: IsoDate): readonly DataTableColumn<LetterRow>[] =>
  tab === 'arrived'
    ? [person, what('What came', today), arrivedOn(today)]
    : [
        person,
        what(tab === 'late' ? 'What is missing' : 'What is expected', today),
        since(today),
        due(tab, today),
        asked(today),
      ]
