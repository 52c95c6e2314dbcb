import { expect } from 'vitest'
import { blocksOf } from '#core/features/imports/blocks.ts'
import { isDateField, planColumns } from '#core/features/imports/column-plan.ts'
import { DatesSeen } from '#core/features/imports/dates-in-columns.ts'
import { cleanCell } from '#core/features/imports/clean-cell.ts'
import { FileRows } from '#core/features/imports/file-rows.ts'
import { findTable, layoutOf } from '#core/features/imports/find-table.ts'
import { blockReader } from '#core/features/imports/map-row.ts'
import { firstLine, type Incoming, type IncomingBlock, rejectionOf } from '#core/features/imports/incoming.ts'
import { KnownPeople } from '#core/features/imports/match.ts'
import { mergeBlocks } from '#core/features/imports/merge-blocks.ts'
import { Everybody, type OurPerson, textOf } from '#core/features/imports/our-people.ts'
import { PeopleOfFile } from '#core/features/imports/people-of-file.ts'
import { Deciding, type ImportPlan } from '#core/features/imports/plan.ts'
import { suggestColumns } from '#core/features/imports/suggest-columns.ts'
import type { CancerEpisodeTable, PersonTable } from '#core/db/schema.ts'
import type { DifferenceChoices } from '#shared/features/imports/schema.ts'
import { emptyRow } from '#tests/support/builders.ts'

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

const rowsOf = (lines: readonly (readonly string[])[]): FileRows =>
  FileRows.of(lines.map((cells, at) => ({ line: at + 1, cells })))

/** Plans an import of these rows, the first of which are headings, against a register. */
export const planOf = (
  lines: readonly (readonly string[])[],
  register: readonly OurPerson[] = [],
  choices: DifferenceChoices = { forAll: {}, here: [] },
): ImportPlan => {
  const table = findTable({ rows: rowsOf(lines), blank: 0 }, { headerLine: null, layout: null })
  const { columns } = suggestColumns(table)
  const dates = new Map(columns.filter(({ field }) => isDateField(field)).map(({ index }) => [index, new DatesSeen()]))
  for (const { cells } of table.body) for (const [column, seen] of dates) seen.see(cleanCell(cells[column]))
  const plan = planColumns(table, columns, dates, TODAY)
  const read = blockReader(plan, TODAY)
  const people = new PeopleOfFile()
  const deciding = new Deciding(choices)
  const blocks: IncomingBlock[] = []
  for (const rows of blocksOf(table, layoutOf(table.layout), (column) => plan.isIdentifier(column))) {
    const mapped = read(rows)
    if (!mapped.ok) deciding.reject([mapped.rejected])
    else {
      people.add(mapped.block)
      blocks.push(mapped.block)
    }
  }
  deciding.reject(people.settle())
  const everybody = new Everybody()
  everybody.add(register.map(({ row }) => textOf(row)).join('\n'))
  const known = new KnownPeople(everybody)
  const blocksOn = (lines: readonly number[]): IncomingBlock[] =>
    blocks.filter((block) => lines.includes(firstLine(block)))
  for (const { place, lines, warnings } of people.everybody()) {
    const own = blocksOn(lines)
    const merged = mergeBlocks(own, warnings)
    if (!merged.ok)
      deciding.refuse(
        place,
        own.map((block) => rejectionOf(block, merged.reason)),
      )
    else {
      const match = known.match(merged.incoming.person)
      const person = match.is === 'known' ? register.find(({ row }) => row.id === match.person.id) : undefined
      deciding.decide(place, merged.incoming, match, person)
    }
  }
  const again = (lines: readonly number[]): Incoming => {
    const merged = mergeBlocks(blocksOn(lines))
    return merged.ok ? merged.incoming : expect.fail(merged.reason)
  }
  return deciding.finish(again, table.body.length, everybody.size)
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
  plan.rejected.flatMap((block) => block.rows.map(({ line, reason }): [number, string] => [line, reason]))
