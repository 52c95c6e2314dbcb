import { StatusMark } from '#renderer/ui/status-mark.tsx'
import type { DataTableColumn } from '#renderer/ui/table/columns.ts'
import { CellLines } from '#renderer/ui/table/data-table-row.tsx'
import { PersonLines } from '#renderer/ui/table/person-lines.tsx'
import { formatIsoDate, type IsoDate } from '#shared/domain/partial-date.ts'
import type { RecallRow } from '#shared/features/care/schema.ts'
import { cancerWords, diagnosedWords, dueMark, triedWords } from './recall-words.ts'

/** The columns of the recall list. */
export const recallColumns = (today: IsoDate): readonly DataTableColumn<RecallRow>[] => [
  {
    id: 'person',
    header: 'Person',
    width: 230,
    grow: 2,
    locked: true,
    cell: ({ person }) => <PersonLines person={person} />,
  },
  {
    id: 'cancer',
    header: 'Diagnosis',
    width: 170,
    grow: 2,
    cell: (row) => <CellLines main={cancerWords(row)} sub={diagnosedWords(row)} />,
  },
  {
    id: 'due',
    header: 'Due',
    width: 150,
    cell: (row) => {
      const { kind, words } = dueMark(row, today)
      return <CellLines main={<StatusMark kind={kind}>{words}</StatusMark>} sub={formatIsoDate(row.dueDate)} />
    },
  },
  {
    id: 'tried',
    header: 'Tried',
    width: 130,
    cell: (row) => <CellLines {...triedWords(row, today)} />,
  },
  { id: 'lead', header: 'Named lead', width: 120, cell: ({ namedLeadName }) => namedLeadName ?? 'Nobody' },
]
