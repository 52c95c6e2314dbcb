import type { ImportOutcome, ImportRow } from '#shared/features/imports/schema.ts'
import { changesOfNew } from './decide.ts'
import type { StoredDraft } from './drafts.ts'
import { firstLine, type Incoming, type IncomingPerson, type RejectedBlock } from './incoming.ts'
import type { Planned } from './planned.ts'
import { shortEnough } from './short-enough.ts'

const who = (
  person: IncomingPerson,
): Pick<ImportRow, 'surname' | 'givenName' | 'title' | 'nhsNumber' | 'birthDate' | 'sex'> => ({
  surname: shortEnough(person.surname ?? ''),
  givenName: shortEnough(person.givenName ?? ''),
  title: person.title === null ? null : shortEnough(person.title),
  nhsNumber: person.nhsNumber,
  birthDate: person.birthDate,
  sex: person.sex ?? 'X',
})

/** One line of the preview for somebody who is brought in. */
const plannedRow = ({ decision }: Planned, incoming: Incoming): ImportRow => ({
  line: firstLine(incoming),
  lines: incoming.lines.length,
  outcome: decision.outcome,
  ...who(incoming.person),
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

/** A page of the people of one outcome, in file order. */
export const previewPage = (
  { plan, readAgain }: Decided,
  outcome: ImportOutcome,
  offset: number,
  limit: number,
): { rows: ImportRow[]; total: number } => {
  if (outcome === 'rejected') {
    return { rows: plan.rejected.slice(offset, offset + limit).map(rejectedRow), total: plan.rejected.length }
  }
  const planned = plan.planned.filter(({ decision }) => decision.outcome === outcome)
  const rows = planned.slice(offset, offset + limit).map((one) => plannedRow(one, one.incoming ?? readAgain(one.lines)))
  return { rows, total: planned.length }
}
