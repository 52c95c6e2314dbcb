import { planColumns } from '#core/features/imports/column-plan.ts'
import { findTable, layoutOf } from '#core/features/imports/find-table.ts'
import type { IncomingBlock, RejectedBlock } from '#core/features/imports/incoming.ts'
import { emptyRow } from '#tests/support/builders.ts'
import type { KnownPerson, OurPerson } from '#core/features/imports/our-people.ts'
import { type ImportPlan, mapBlocks, matchPeople, planImport } from '#core/features/imports/plan.ts'
import type { FileRow } from '#core/features/imports/read-rows.ts'
import { suggestColumns } from '#core/features/imports/suggest-columns.ts'
import type { CancerEpisodeTable, PersonTable } from '#core/db/schema.ts'

export const TODAY = '2026-11-23'

/** Headings of a plain list that uses most fields. */
export const HEADINGS = [
  'NHS number',
  'Local number',
  'Surname',
  'First name',
  'Date of birth',
  'Sex',
  'Cancer',
  'Diagnosis date',
  'Stage',
  'Care review date',
]

const rowsOf = (lines: readonly (readonly string[])[]): FileRow[] => lines.map((cells, at) => ({ line: at + 1, cells }))

/** Plans an import of these rows, the first of which are headings, against a register. */
export const planOf = (lines: readonly (readonly string[])[], register: readonly OurPerson[] = []): ImportPlan => {
  const table = findTable({ rows: rowsOf(lines), blank: 0 }, { headerLine: null, layout: null })
  const plan = planColumns(table, suggestColumns(table).columns, TODAY)
  const into: { read: IncomingBlock[]; rejected: RejectedBlock[] } = { read: [], rejected: [] }
  mapBlocks(
    layoutOf(table.layout).blocks(table.body, (column) => plan.isIdentifier(column)),
    plan,
    TODAY,
    into,
  )
  const known: KnownPerson[] = register.map(({ row }) => row)
  const file = matchPeople(into.read, into.rejected, known)
  return planImport(file, new Map(register.map((one) => [one.row.id, one])), table.body.length)
}

/** Somebody on the register; name what matters to the test. */
export const ours = (
  change: Partial<PersonTable> = {},
  episodes: readonly Partial<CancerEpisodeTable>[] = [],
  events: OurPerson['events'] = [],
): OurPerson => {
  const row: PersonTable = {
    ...emptyRow('person'),
    id: 'p1',
    nhs_number: '9990000026',
    local_id: null,
    title: null,
    surname: 'Hollis',
    given_name: 'Ada',
    birth_date: '1950-02-01',
    sex: '2',
    postcode: null,
    usual_gp: null,
    named_lead_id: null,
    leave_out_of_sharing: 0,
    death_date: null,
    death_date_precision: null,
    version: 1,
    ...change,
  }
  return {
    row,
    events,
    episodes: episodes.map((episode, at) => ({
      ...emptyRow('cancer_episode'),
      id: `e${at + 1}`,
      person_id: row.id,
      kind: 'new_primary',
      tumour_group: 'lung',
      site: 'Lung',
      icd10_code: null,
      diagnosis_date: '2024-04-03',
      diagnosis_date_precision: 'day',
      stage: null,
      route: 'not_known',
      hospital: null,
      version: 1,
      ...episode,
    })),
  }
}

/** Reason by line of everything that was rejected. */
export const rejections = (plan: ImportPlan): [number, string][] =>
  plan.rejected.flatMap((block) => block.rows.map(({ row, reason }): [number, string] => [row.line, reason]))
