import { AppError } from '#shared/contract/errors.ts'
import type { PartialDate } from '#shared/domain/partial-date.ts'
import { type TumourGroup, tumourGroupLabel } from '#shared/domain/tumour-groups.ts'
import { daysApart } from '#shared/features/reconcile/days-apart.ts'
import {
  ITEM_KINDS,
  type ItemKind,
  type KindCount,
  type Reconciliation,
  type ReconciliationItem,
} from '#shared/features/reconcile/schema.ts'
import type { ReadDb } from '../../db/database.ts'
import { PERSON_LINE_COLUMNS, personLineFrom } from '../../db/person-line.ts'
import { partialFrom } from '../../db/rows.ts'
import type { ReconciliationItemTable, ReconciliationTable } from '../../db/schema-of-lists.ts'
import type { ListEntry } from './found-item.ts'

/** What the list says, as it was stored: its form is ours. */
export const entryFrom = (text: string | null): ListEntry | null =>
  text === null ? null : (JSON.parse(text) as ListEntry)

const NO_ITEMS: KindCount = { items: 0, rows: 0, open: 0 }

const countsOf = async (db: ReadDb, ids: readonly string[]): Promise<Map<string, Map<ItemKind, KindCount>>> => {
  const rows = await db
    .selectFrom('reconciliation_item')
    .select((where) => [
      'reconciliation_id',
      'kind',
      where.fn.countAll<number>().as('items'),
      where.fn.sum<number>('row_count').as('rows'),
      where.fn.count<number>('decision').as('decided'),
    ])
    .where('reconciliation_id', 'in', ids)
    .groupBy(['reconciliation_id', 'kind'])
    .execute()
  const found = new Map<string, Map<ItemKind, KindCount>>(ids.map((id) => [id, new Map()]))
  for (const { reconciliation_id: id, kind, items, rows: counted, decided } of rows)
    found.get(id)?.set(kind, { items, rows: counted, open: kind === 'both' ? 0 : items - decided })
  return found
}

const daysOf = async (db: ReadDb, ids: readonly string[]): Promise<Map<string, (number | null)[]>> => {
  const rows = await db
    .selectFrom('reconciliation_item')
    .select(['reconciliation_id', 'days'])
    .where('reconciliation_id', 'in', ids)
    .where('kind', '=', 'other_date')
    .execute()
  const groups = Map.groupBy(rows, ({ reconciliation_id }) => reconciliation_id)
  return new Map([...groups].map(([id, items]) => [id, items.map(({ days }) => days)]))
}

const withCounts = async (db: ReadDb, rows: readonly ReconciliationTable[]): Promise<Reconciliation[]> => {
  if (rows.length === 0) return []
  const ids = rows.map(({ id }) => id)
  const counts = await countsOf(db, ids)
  const days = await daysOf(db, ids)
  return rows.map((row) => ({
    id: row.id,
    version: row.version,
    name: row.name,
    source: row.source,
    from: row.period_from,
    to: row.period_to,
    tumourGroups: row.tumour_groups === null ? null : (JSON.parse(row.tumour_groups) as TumourGroup[]),
    comparedAt: row.compared_at,
    comparedBy: row.compared_by,
    rowsIn: row.rows_in,
    oursLookedFor: row.ours_looked_for,
    oursTooVague: row.ours_too_vague,
    closedOn: row.closed_on,
    counts: Object.fromEntries(
      ITEM_KINDS.map(({ code }) => [code, counts.get(row.id)?.get(code) ?? NO_ITEMS]),
    ) as Record<ItemKind, KindCount>,
    days: daysApart(days.get(row.id) ?? []),
  }))
}

/** Every compared list, the newest first. */
export const listReconciliations = async (db: ReadDb): Promise<Reconciliation[]> =>
  withCounts(
    db,
    await db.selectFrom('reconciliation').selectAll().orderBy('compared_at', 'desc').orderBy('id', 'desc').execute(),
  )

/** @throws AppError `not-found`. */
export const reconciliationRow = async (db: ReadDb, id: string): Promise<ReconciliationTable> => {
  const row = await db.selectFrom('reconciliation').selectAll().where('id', '=', id).executeTakeFirst()
  if (row === undefined)
    throw new AppError('not-found', 'This compared list is gone. It may have been removed on another screen.')
  return row
}

/** One compared list with its counts. @throws AppError `not-found`. */
export const getReconciliation = async (db: ReadDb, id: string): Promise<Reconciliation> => {
  const [found] = await withCounts(db, [await reconciliationRow(db, id)])
  if (found === undefined) throw new Error('a row that was read has no counts')
  return found
}

const cancerWords = (site: string | null, tumourGroup: string | null): string =>
  site ?? (tumourGroup === null ? 'Not told' : tumourGroupLabel(tumourGroup as TumourGroup))

const NOBODY: Omit<ReconciliationItem['person'], never> = {
  title: null,
  surname: '',
  givenName: '',
  nhsNumber: null,
  localId: null,
  birthDate: null,
  sex: 'X',
}

const personOfEntry = (entry: ListEntry | null): ReconciliationItem['person'] => {
  if (entry === null) return NOBODY
  const { title, surname, givenName, nhsNumber, localId, birthDate, sex } = entry.person
  return {
    title,
    surname: surname ?? '',
    givenName: givenName ?? '',
    nhsNumber,
    localId,
    birthDate,
    sex: sex ?? 'X',
  }
}

const theirsOf = (
  row: ReconciliationItemTable,
  entry: ListEntry | null,
  date: PartialDate | null,
): ReconciliationItem['theirs'] =>
  row.kind === 'ours_only' || row.kind === 'set_aside'
    ? null
    : {
        date,
        words: cancerWords(entry?.diagnosis?.site ?? null, row.tumour_group),
        stage: entry?.diagnosis?.stage ?? null,
        hospital: entry?.diagnosis?.hospital ?? null,
      }

type ItemWithPerson = ReconciliationItemTable & Parameters<typeof personLineFrom>[0]

const itemFrom = (row: ItemWithPerson): ReconciliationItem => {
  const entry = entryFrom(row.entry)
  const line = personLineFrom(row)
  return {
    id: row.id,
    version: row.version,
    kind: row.kind,
    line: row.line,
    rows: row.row_count,
    person: line ?? personOfEntry(entry),
    personId: row.person_id,
    cancer: cancerWords(row.site, row.tumour_group),
    theirs: theirsOf(row, entry, partialFrom(row.theirs_date, row.theirs_date_precision)),
    oursDate: partialFrom(row.ours_date, row.ours_date_precision),
    days: row.days,
    note: row.note,
    decision: row.decision,
    reason: row.decision_reason,
    decidedBy: row.decided_by,
    decidedOn: row.decided_on,
  }
}

interface ItemPage {
  readonly id: string
  readonly kind: ItemKind
  readonly show: 'open' | 'all'
  readonly offset: number
  readonly limit: number
}

const itemsOf = (db: ReadDb, { id, kind, show }: Omit<ItemPage, 'offset' | 'limit'>) =>
  db
    .selectFrom('reconciliation_item as item')
    .where('item.reconciliation_id', '=', id)
    .where('item.kind', '=', kind)
    .$if(show === 'open', (query) => query.where('item.decision', 'is', null))

/** A page of what a comparison found, by name. @throws AppError `not-found` for a list that is gone. */
export const itemPage = async (db: ReadDb, page: ItemPage): Promise<{ rows: ReconciliationItem[]; total: number }> => {
  await reconciliationRow(db, page.id)
  const rows = await itemsOf(db, page)
    .leftJoin('person', 'person.id', 'item.person_id')
    .selectAll('item')
    .select(PERSON_LINE_COLUMNS)
    .orderBy('item.position')
    .limit(page.limit)
    .offset(page.offset)
    .execute()
  const { total } = await itemsOf(db, page)
    .select((where) => where.fn.countAll<number>().as('total'))
    .executeTakeFirstOrThrow()
  return { rows: rows.map(itemFrom), total }
}
