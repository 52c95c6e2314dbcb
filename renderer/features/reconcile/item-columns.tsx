import type { DataTableColumn } from '#renderer/ui/table/columns.ts'
import { CellLines } from '#renderer/ui/table/data-table-row.tsx'
import { StatusMark } from '#renderer/ui/status-mark.tsx'
import { formatPartialDate } from '#shared/domain/partial-date.ts'
import { displayName } from '#shared/domain/people.ts'
import { identityWords } from '#shared/domain/person-line.ts'
import type { ItemKind, ReconciliationItem } from '#shared/features/reconcile/schema.ts'
import { apartWords, decidedWords } from '#shared/features/reconcile/words.ts'
import classes from './reconcile.module.css'

const column = (definition: DataTableColumn<ReconciliationItem>): DataTableColumn<ReconciliationItem> => definition

/** Who an item is about; rows that could not be read may say nothing. */
export const itemName = ({ person }: ReconciliationItem): string =>
  person.surname === '' && person.givenName === '' ? 'No name in the list' : displayName({ ...person, title: null })

const person = column({
  id: 'person',
  header: 'Person',
  width: 180,
  grow: 0.8,
  locked: true,
  cell: (item) => <CellLines main={<b>{itemName(item)}</b>} sub={identityWords(item.person)} />,
})

const cancer = column({
  id: 'cancer',
  header: 'Cancer',
  width: 170,
  cell: (item) => <CellLines main={item.cancer} sub={item.note ?? undefined} />,
})

const theirDate = column({
  id: 'theirs',
  header: 'Their date',
  width: 96,
  grow: 0,
  cell: ({ theirs }) => (theirs === null || theirs.date === null ? 'None' : formatPartialDate(theirs.date)),
})

const ourDate = column({
  id: 'ours',
  header: 'Our date',
  width: 96,
  grow: 0,
  cell: ({ oursDate }) => (oursDate === null ? 'None' : formatPartialDate(oursDate)),
})

const apart = column({
  id: 'apart',
  header: 'Theirs is',
  width: 112,
  grow: 0,
  cell: ({ days }) => (days === null ? 'Not to the day' : apartWords(days)),
})

const line = column({
  id: 'line',
  header: 'Line',
  width: 64,
  grow: 0,
  align: 'end',
  cell: ({ line: number }) => number ?? '',
})

const why = column({
  id: 'why',
  header: 'Why it was set aside',
  width: 240,
  cell: ({ note, rows }) => <CellLines main={note} sub={rows > 1 ? `${rows} rows of the list` : undefined} />,
})

const decision = column({
  id: 'decision',
  header: 'Decision',
  width: 168,
  grow: 0.6,
  cell: ({ decision: decided, decidedBy, reason }) =>
    decided === null ? (
      <span className={classes.quiet}>To decide</span>
    ) : (
      <CellLines
        main={<StatusMark kind="done">{decidedWords(decided)}</StatusMark>}
        sub={reason ?? decidedBy ?? undefined}
      />
    ),
})

const COLUMNS: Readonly<Record<ItemKind, readonly DataTableColumn<ReconciliationItem>[]>> = {
  both: [person, cancer, theirDate, ourDate],
  theirs_only: [person, cancer, theirDate, decision],
  ours_only: [person, cancer, ourDate, decision],
  other_date: [person, cancer, theirDate, ourDate, apart, decision],
  set_aside: [person, line, why, decision],
}

/** The columns of each list. */
export const itemColumns = (kind: ItemKind): readonly DataTableColumn<ReconciliationItem>[] => COLUMNS[kind]
