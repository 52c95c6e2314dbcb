import { plainTable, tablesOf } from '#shared/features/reports/tables.ts'
import { frozenFrom, makePack, type OwnKey } from '../packs/public.ts'
import type { FrozenReport } from './queries.ts'
import { tableCsv } from './write-csv.ts'
import { reportJsonSchema } from './write-json.ts'

/** A frozen report as a signed pack: the frozen text itself, its schema and a table a file. */
export const reportPack = ({ dataset, text }: FrozenReport, own: OwnKey): Buffer => {
  const { title, smallNumbers, id, format, formatVersion } = dataset
  return makePack(
    {
      about: { kind: 'report', title, ...frozenFrom(dataset), smallNumbers },
      dataset: { name: 'report.json', content: text, id, format, formatVersion },
      schema: { name: 'report.schema.json', content: reportJsonSchema() },
      tables: dataset.sections.flatMap((section) =>
        tablesOf(section).map((table) => ({
          name: `tables/${section.id}.${table.id}.csv`,
          title: table.title,
          rows: plainTable(table).rows.length,
          content: tableCsv(table),
        })),
      ),
    },
    own,
  )
}
