import { AppError } from '#shared/contract/errors.ts'
import {
  isDisagreement,
  MERGE_FIELDS,
  MUST_BE_CHOSEN,
  takenFromOther,
  usualSide,
} from '#shared/features/duplicates/merge-fields.ts'
import type { Choices } from '#shared/features/duplicates/schema.ts'
import type { CommandContext } from '../../context.ts'
import type { Patch } from '../../db/recorder.ts'
import { REFERENCES } from '../../db/references.ts'
import type { PersonTable } from '../../db/schema.ts'
import { inOrder } from './people.ts'

/** What to merge: one record stays, the other goes. */
export interface Merge {
  readonly personId: string
  readonly version: number
  readonly otherId: string
  readonly otherVersion: number
  readonly choices: Choices
}

type Column = keyof PersonTable

/** `nhsNumber` is `nhs_number` in the table; a date has its precision beside it. */
const columnsOf = (key: string): Column[] => {
  const column = key.replaceAll(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`) as Column
  return key === 'deathDate' ? [column, 'death_date_precision'] : [column]
}

const columnsOfField = ({ keys }: (typeof MERGE_FIELDS)[number]): Column[] => keys.flatMap((key) => columnsOf(key))

const personRow = async ({ db }: CommandContext, id: string): Promise<PersonTable> => {
  const row = await db.selectFrom('person').selectAll().where('id', '=', id).executeTakeFirst()
  if (row === undefined)
    throw new AppError('not-found', 'One of the two records is no longer on the register. It may have been merged.')
  return row
}

/** @throws AppError `validation` when two NHS numbers disagree and nobody chose. */
const refuseUnchosen = (kept: PersonTable, other: PersonTable, choices: Choices): void => {
  if (choices[MUST_BE_CHOSEN] !== undefined) return
  if (!isDisagreement(MUST_BE_CHOSEN, [kept.nhs_number], [other.nhs_number])) return
  const words = 'The records have two NHS numbers. Choose which one is right'
  throw new AppError('validation', words, { fieldErrors: { [`choices.${MUST_BE_CHOSEN}`]: words } })
}

/** What the record that stays takes over from the one that goes. */
const takenOver = (kept: PersonTable, other: PersonTable, choices: Choices): Patch<'person'> => {
  const valuesOf = (row: PersonTable, columns: readonly Column[]): unknown[] => columns.map((column) => row[column])
  const columns = MERGE_FIELDS.flatMap((mergeField) => {
    const own = columnsOfField(mergeField)
    const { field } = mergeField
    const side = choices[field] ?? usualSide(field, valuesOf(kept, own), valuesOf(other, own))
    const taken = takenFromOther(field, side, valuesOf(kept, own))
    return own.filter((_column, at) => taken[at])
  })
  return Object.fromEntries(columns.map((column) => [column, other[column]])) as Patch<'person'>
}

/** Pairs that were called two people: said of the other record, they are said of this one now. */
const moveNotSame = async (context: CommandContext, keptId: string, otherId: string): Promise<void> => {
  const rows = await context.db
    .selectFrom('not_same_person')
    .selectAll()
    .where((where) => where.or([where('person_id', '=', otherId), where('other_person_id', '=', otherId)]))
    .execute()
  for (const row of rows) {
    const third = row.person_id === otherId ? row.other_person_id : row.person_id
    const pair = inOrder(keptId, third)
    const known = await context.db
      .selectFrom('not_same_person')
      .select('id')
      .where('person_id', '=', pair.person_id)
      .where('other_person_id', '=', pair.other_person_id)
      .executeTakeFirst()
    if (third === keptId || known !== undefined) await context.remove('not_same_person', row.id, null)
    else await context.update('not_same_person', row.id, pair, null)
  }
}

/** Reasons and putting off name the record itself in places: they name the one that stays now. */
const renameSubjects = async (context: CommandContext, keptId: string, otherId: string): Promise<void> => {
  const reasons = await context.db
    .selectFrom('check_override')
    .select('id')
    .where('person_id', '=', otherId)
    .where('subject_id', '=', otherId)
    .execute()
  for (const { id } of reasons) await context.remove('check_override', id, null)
  const putOff = await context.db
    .selectFrom('put_off')
    .select(['id', 'subject'])
    .where('person_id', '=', otherId)
    .where('subject', 'like', `%:${otherId}`)
    .execute()
  for (const { id, subject } of putOff) {
    const renamed = `${subject.slice(0, -otherId.length)}${keptId}`
    const known = await context.db.selectFrom('put_off').select('id').where('subject', '=', renamed).executeTakeFirst()
    if (known === undefined) await context.update('put_off', id, { subject: renamed }, null)
    else await context.remove('put_off', id, null)
  }
}

/** Everything that hangs on the other record, moved over. @returns how many rows. */
const moveBelongings = async (context: CommandContext, keptId: string, otherId: string): Promise<number> => {
  await moveNotSame(context, keptId, otherId)
  await renameSubjects(context, keptId, otherId)
  let moved = 0
  for (const { table, column } of REFERENCES.person ?? []) {
    if (table === 'not_same_person') continue
    const rows = context.handle.statements.prepare(`SELECT id FROM "${table}" WHERE "${column}" = ?`).all(otherId)
    for (const row of rows) await context.update(table, row['id'] as string, { [column]: keptId }, null)
    moved += rows.length
  }
  return moved
}

/**
 * Makes one record of two: what hangs on the other moves over row by row, the fields are taken as chosen, the other
 * record goes and its id is remembered. All of it is one change set, so one undo brings both back as they were.
 * @returns how many rows moved.
 * @throws AppError `not-found`, `stale`, or `validation` for NHS numbers nobody chose between.
 */
export const mergePeople = async (context: CommandContext, merge: Merge): Promise<number> => {
  const { personId, otherId, choices } = merge
  if (personId === otherId) throw new AppError('validation', 'Choose two records: these are one and the same.')
  const kept = await personRow(context, personId)
  const other = await personRow(context, otherId)
  await context.update('person', personId, {}, merge.version)
  await context.update('person', otherId, {}, merge.otherVersion)
  refuseUnchosen(kept, other, choices)
  const moved = await moveBelongings(context, personId, otherId)
  await context.remove('person', otherId, null)
  await context.update('person', personId, takenOver(kept, other, choices), null)
  await context.insert('merged_person', {
    id: otherId,
    person_id: personId,
    by_name: context.user.name,
    merged_on: context.env.clock.today(),
  })
  context.note({ moved })
  return moved
}
