import { CellLines } from '#renderer/ui/table/data-table-row.tsx'
import type { DataTableColumn } from '#renderer/ui/table/columns.ts'
import { PersonLines } from '#renderer/ui/table/person-lines.tsx'
import { formatPartialDate, type PartialDate } from '#shared/domain/partial-date.ts'
import type { PersonLine } from '#shared/domain/person-line.ts'
import { type TumourGroup, tumourGroupLabel } from '#shared/domain/tumour-groups.ts'
import classes from './measures.module.css'

/** Who a row of the people behind a figure is about. */
export const personColumn: DataTableColumn<{ readonly person: PersonLine }> = {
  id: 'person',
  header: 'Person',
  width: 220,
  grow: 1,
  locked: true,
  cell: ({ person }) => <PersonLines person={person} />,
}

type Diagnosed = { readonly tumourGroup: TumourGroup | null; readonly diagnosed: PartialDate | null }

/** The diagnosis that was looked at, with its date. */
export const diagnosisColumn: DataTableColumn<Diagnosed> = {
  id: 'cancer',
  header: 'Diagnosis',
  width: 150,
  cell: ({ tumourGroup, diagnosed }) => (
    <CellLines
      main={tumourGroup === null ? 'Not recorded' : tumourGroupLabel(tumourGroup)}
      sub={diagnosed === null ? 'Date not recorded' : formatPartialDate(diagnosed)}
    />
  ),
}

/** What was found of a row, in words. @param width in px. */
export const whyColumn = (width: number): DataTableColumn<{ readonly why: string }> => ({
  id: 'why',
  header: 'Why',
  width,
  grow: 3,
  cell: ({ why }) => <span className={classes.why}>{why}</span>,
})
