import type { ImportOutcome, ImportRow } from '#shared/features/imports/schema.ts'
import type { ReadDb } from '../../db/database.ts'
import type { PersonTable } from '../../db/schema.ts'
import { changesOfNew } from './decide.ts'
import type { StoredDraft } from './drafts.ts'
import { firstLine, type Incoming, type IncomingPerson, type RejectedBlock } from './incoming.ts'
import type { Planned } from './planned.ts'
import { shortEnough } from './short-enough.ts'

type Known = Pick<PersonTable, 'id' | 'surname' | 'given_name' | 'nhs_number' | 'birth_date' | 'sex'>

/** Who it is, as the file has them. What it leaves blank about somebody on the register is said as the register has it. */
const who = (
  person: IncomingPerson,
  ours?: Known,
): Pick<ImportRow, 'surname' | 'givenName' | 'title' | 'nhsNumber' | 'birthDate' | 'sex'> => ({
  surname: shortEnough(person.surname ?? ours?.surname ?? ''),
  givenName: shortEnough(person.givenName ?? ours?.given_name ?? ''),
  title: person.title === null ? null : shortEnough(person.title),
  nhsNumber: person.nhsNumber ?? ours?.nhs_number ?? null,
  birthDate: person.birthDate ?? ours?.birth_date ?? null,
  sex: person.sex ?? ours?.sex ?? 'X',
})

/** One line of the preview for somebody who is brought in. */
const plannedRow = ({ decision }: Planned, incoming: Incoming, ours: Known | undefined): ImportRow => ({
  line: firstLine(incoming),
  lines: incoming.lines.length,
  outcome: decision.outcome,
  ...who(incoming.person, ours),
  matchedOn: decision.matchedOn,
  changes: decision.personId === null ? changesOfNew(incoming) : [...decision.changes],
  reason: null,
  warnings: [...incoming.warnings],
})

/** One line of the preview for rows that are not brought in. */
const rejectedRow = (block: RejectedBlock): ImportRow => ({
  line: block.rows[0]?.line ?? 0,
  lines: block.rows.length,
  outcome: 'rejected',
  ...who(block.person),
  matchedOn: null,
  changes: [],
  reason: (block.rows.find(({ reason }) => !reason.startsWith('Belongs to')) ?? block.rows[0])?.reason ?? null,
  warnings: [],
})

type Decided = Pick<NonNullable<StoredDraft['decided']>, 'plan' | 'readAgain'>

type FindKnown = (ids: readonly string[]) => Promise<ReadonlyMap<string, Known>>

/** Finds people of the register, as far as a line of the preview says who they are. */
export const knownIn =
  (db: ReadDb): FindKnown =>
  async (ids) => {
    const columns = ['id', 'surname', 'given_name', 'nhs_number', 'birth_date', 'sex'] as const
    const rows = await db.selectFrom('person').select(columns).where('id', 'in', ids).execute()
    return new Map(rows.map((row) => [row.id, row]))
  }

/** A page of the people of one outcome, in file order. */
export const previewPage = async (
  findKnown: FindKnown,
  { plan, readAgain }: Decided,
  outcome: ImportOutcome,
  offset: number,
  limit: number,
): Promise<{ rows: ImportRow[]; total: number }> => {
  if (outcome === 'rejected') {
    return { rows: plan.rejected.slice(offset, offset + limit).map(rejectedRow), total: plan.rejected.length }
  }
  const planned = plan.planned.filter(({ decision }) => decision.outcome === outcome)
  const page = planned.slice(offset, offset + limit)
  const known = await findKnown(page.flatMap(({ decision }) => decision.personId ?? []))
  const rows = page.map((one) =>
    plannedRow(one, one.incoming ?? readAgain(one.lines), known.get(one.decision.personId ?? '')),
  )
  return { rows, total: planned.length }
}
