import type { ReactNode } from 'react'
import { MiniStrip } from '#renderer/features/journey/public.ts'
import { Avatar } from '#renderer/ui/avatar.tsx'
import { StatusMark } from '#renderer/ui/status-mark.tsx'
import type { DataTableColumn } from '#renderer/ui/table/columns.ts'
import { CellLines } from '#renderer/ui/table/data-table-row.tsx'
import { identityWords } from '#shared/domain/person-line.ts'
import { formatIsoDate, type IsoDate } from '#shared/domain/partial-date.ts'
import { displayName } from '#shared/domain/people.ts'
import { missingLetters } from '#shared/features/journey/public.ts'
import type { RegisterRow } from '#shared/features/register/schema.ts'
import { nextDueWords } from './due-words.ts'
import { ageAndSex, cancerWords, diagnosedWords, stageWords } from './person-words.ts'

type Column = DataTableColumn<RegisterRow>

/** A column, with the name it has in the list of columns where that says more than its head. */
export interface RegisterColumn extends Column {
  readonly name: string
}

const column = (shape: Omit<RegisterColumn, 'name'> & { readonly name?: string }): RegisterColumn => ({
  ...shape,
  name: shape.name ?? shape.header,
})

/** px at 100 % text size: with the other columns it fits beside the preview on a small screen. */
const STRIP_WIDTH = 144
const CELL_PADDING = 16

const NextDue = ({ row, today }: { readonly row: RegisterRow; readonly today: IsoDate }): ReactNode => {
  const { kind, main, sub } = nextDueWords(row, today)
  return <CellLines main={<StatusMark kind={kind}>{main}</StatusMark>} sub={sub} />
}

const missingWords = (row: RegisterRow, today: IsoDate): string => {
  const count = row.died ? 0 : missingLetters(row.letters, today).length
  if (count === 0) return 'None'
  return count === 1 ? '1 letter' : `${count} letters`
}

/** Every column the register can show, in the usual order. Made once for a day. */
export const registerColumns = (today: IsoDate): readonly RegisterColumn[] => [
  column({
    id: 'person',
    header: 'Person',
    width: 180,
    grow: 1.3,
    locked: true,
    sortable: true,
    cell: (row) => (
      <CellLines
        main={<b>{displayName({ surname: row.surname, givenName: row.givenName, localId: row.localId })}</b>}
        sub={identityWords(row)}
      />
    ),
  }),
  column({
    id: 'cancer',
    header: 'Cancer',
    name: 'Cancer and stage',
    width: 124,
    grow: 1.2,
    sortable: true,
    cell: (row) => (
      <CellLines main={cancerWords(row)} sub={row.tumourGroup === null ? undefined : stageWords(row.stage)} />
    ),
  }),
  column({
    id: 'diagnosed',
    header: 'Diagnosed',
    width: 94,
    grow: 0,
    sortable: true,
    cell: (row) => <CellLines main={diagnosedWords(row.diagnosisDate)} sub={ageAndSex(row, today)} />,
  }),
  column({
    id: 'strip',
    header: 'Last 12 months',
    name: 'Journey strip',
    width: STRIP_WIDTH + CELL_PADDING,
    grow: 0,
    cell: (row) => (
      <MiniStrip marks={row.marks} letters={row.died ? [] : row.letters} today={today} width={STRIP_WIDTH} />
    ),
  }),
  column({
    id: 'due',
    header: 'Next due',
    width: 166,
    sortable: true,
    cell: (row) => <NextDue row={row} today={today} />,
  }),
  column({
    id: 'lead',
    header: 'Lead',
    name: 'Named lead',
    width: 50,
    grow: 0,
    cell: (row) => (row.namedLeadName === null ? 'None' : <Avatar name={row.namedLeadName} size="small" alone />),
  }),
  column({
    id: 'born',
    header: 'Born',
    name: 'Date of birth',
    width: 110,
    grow: 0,
    sortable: true,
    cell: (row) => (row.birthDate === null ? 'Not known' : formatIsoDate(row.birthDate)),
  }),
  column({ id: 'age', header: 'Age and sex', width: 110, grow: 0, cell: (row) => ageAndSex(row, today) }),
  column({ id: 'letters', header: 'Letters missing', width: 130, grow: 0, cell: (row) => missingWords(row, today) }),
  column({ id: 'local', header: 'Local number', width: 120, grow: 0, cell: (row) => row.localId ?? 'Blank' }),
]
