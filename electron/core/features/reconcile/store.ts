import { AppError } from '#shared/contract/errors.ts'
import type { TumourGroup } from '#shared/domain/tumour-groups.ts'
import type { ColumnChoice } from '#shared/features/imports/schema.ts'
import type { AboutList } from '#shared/features/reconcile/schema.ts'
import type { CommandContext, JobContext } from '../../context.ts'
import type { ReadDb } from '../../db/database.ts'
import type { NewRow } from '../../db/recorder.ts'
import type { ReconciliationItemTable } from '../../db/schema-of-lists.ts'
import { asCancerOfPlace, listPeople, partialOf, registerMark } from '../imports/public.ts'
import { compareList, type Comparison } from './compare.ts'
import type { FoundItem, OurCancer } from './found-item.ts'
import { reconciliationRow } from './queries.ts'

const ITEMS_A_SLICE = 1_000

/** Every cancer on the register by its person, in one reading. @param personId only those of this person. */
export const everyCancer = async (db: ReadDb, personId?: string): Promise<Map<string, OurCancer[]>> => {
  const rows = await db
    .selectFrom('cancer_episode')
    .select(['id', 'person_id', 'kind', 'tumour_group', 'site', 'diagnosis_date', 'diagnosis_date_precision'])
    .$if(personId !== undefined, (query) => query.where('person_id', '=', personId ?? ''))
    .orderBy('id')
    .execute()
  const people = new Map<string, OurCancer[]>()
  for (const row of rows) {
    const cancer = asCancerOfPlace({
      id: row.id,
      personId: row.person_id,
      kind: row.kind,
      tumourGroup: row.tumour_group as TumourGroup,
      site: row.site,
      date: partialOf(row.diagnosis_date, row.diagnosis_date_precision),
    })
    const others = people.get(row.person_id)
    if (others === undefined) people.set(row.person_id, [cancer])
    else others.push(cancer)
  }
  return people
}

type Decided = Pick<
  ReconciliationItemTable,
  'decision' | 'decision_reason' | 'decided_by' | 'decided_on' | 'decided_seq'
>

const UNDECIDED: Decided = {
  decision: null,
  decision_reason: null,
  decided_by: null,
  decided_on: null,
  decided_seq: null,
}

const itemRow = (
  id: string,
  reconciliationId: string,
  position: number,
  item: FoundItem,
  decided: Decided,
): NewRow<'reconciliation_item'> => ({
  id,
  reconciliation_id: reconciliationId,
  kind: item.kind,
  position,
  item_key: item.key,
  line: item.line,
  row_count: item.rows,
  list_person: item.listPerson,
  person_id: item.personId,
  episode_id: item.episodeId,
  tumour_group: item.tumourGroup,
  site: item.site,
  entry: item.entry === null ? null : JSON.stringify(item.entry),
  ours_date: item.oursDate?.date ?? null,
  ours_date_precision: item.oursDate?.precision ?? null,
  theirs_date: item.theirsDate?.date ?? null,
  theirs_date_precision: item.theirsDate?.precision ?? null,
  days: item.days,
  note: item.note,
  ...decided,
})

/** Decisions of an earlier comparison by what they were about. The same thing said twice has one for each. */
class EarlierDecisions {
  private readonly byKey = new Map<string, Decided[]>()
  readonly count: number
  kept = 0

  constructor(rows: readonly (Decided & Pick<ReconciliationItemTable, 'kind' | 'item_key'>)[]) {
    this.count = rows.length
    for (const { kind, item_key: key, ...decided } of rows) {
      const others = this.byKey.get(`${kind} ${key}`)
      if (others === undefined) this.byKey.set(`${kind} ${key}`, [decided])
      else others.push(decided)
    }
  }

  take({ kind, key }: FoundItem): Decided {
    const found = this.byKey.get(`${kind} ${key}`)?.shift()
    if (found === undefined) return UNDECIDED
    this.kept += 1
    return found
  }
}

const decisionsOf = async (db: ReadDb, reconciliationId: string): Promise<EarlierDecisions> =>
  new EarlierDecisions(
    await db
      .selectFrom('reconciliation_item')
      .select(['kind', 'item_key', 'decision', 'decision_reason', 'decided_by', 'decided_on', 'decided_seq'])
      .where('reconciliation_id', '=', reconciliationId)
      .where('decision', 'is not', null)
      .orderBy('position')
      .execute(),
  )

/** The items of a list go; that touches nobody on the register, so nothing is worked out anew for them. */
export const removeItems = async (context: CommandContext, reconciliationId: string): Promise<void> => {
  const rows = await context.db
    .selectFrom('reconciliation_item')
    .select(['id', 'person_id'])
    .where('reconciliation_id', '=', reconciliationId)
    .execute()
  for (const { id } of rows) await context.remove('reconciliation_item', id, null)
  context.recorder.settle(rows.flatMap(({ person_id }) => person_id ?? []))
}

export interface Stored {
  readonly id: string
  readonly decisionsKept: number
  readonly decisionsDropped: number
  readonly undo: number
}

interface Wanted {
  readonly about: AboutList
  readonly replaces: { readonly id: string; readonly version: number } | null
}

const storeList = async (context: CommandContext, { about, replaces }: Wanted, found: Comparison): Promise<string> => {
  const row = {
    name: about.name,
    source: about.source,
    period_from: about.from,
    period_to: about.to,
    tumour_groups: about.tumourGroups === null ? null : JSON.stringify(about.tumourGroups),
    compared_at: context.env.clock.now(),
    compared_by: context.user.name,
    rows_in: found.rowsIn,
    ours_looked_for: found.oursLookedFor,
    ours_too_vague: found.oursTooVague,
    closed_on: null,
  }
  if (replaces !== null) {
    await reconciliationRow(context.db, replaces.id)
    await context.update('reconciliation', replaces.id, row, replaces.version)
    return replaces.id
  }
  const id = context.env.ids.next()
  await context.insert('reconciliation', { id, ...row })
  return id
}

const STALE =
  'The register changed while the list was compared, so what was found is no longer right. Compare it again. Nothing was saved.'

/**
 * Compares a list with the register and keeps what was found, in one transaction. Nobody on the register is changed.
 * @throws AppError `validation` for columns that tell nobody apart; `stale`, `cancelled`.
 */
export const compareAndStore = async (
  job: JobContext,
  draft: Parameters<typeof listPeople>[1],
  columns: readonly ColumnChoice[],
  wanted: Wanted,
): Promise<Stored> => {
  const mark = await registerMark(job.read)
  const list = await listPeople(job, draft, columns)
  const found = compareList(list, await everyCancer(job.read), wanted.about)
  return job.write(async (context) => {
    if ((await registerMark(context.db)) !== mark) throw new AppError('stale', STALE)
    const earlier =
      wanted.replaces === null ? new EarlierDecisions([]) : await decisionsOf(context.db, wanted.replaces.id)
    const id = await storeList(context, wanted, found)
    if (wanted.replaces !== null) await removeItems(context, id)
    for (let at = 0; at < found.items.length; at += ITEMS_A_SLICE) {
      await job.report({ step: 'Keeping what was found', done: at, total: found.items.length, unit: 'cancers' })
      const slice = found.items.slice(at, at + ITEMS_A_SLICE)
      await context.insertMany(
        'reconciliation_item',
        slice.map((item, index) => itemRow(context.env.ids.next(), id, at + index, item, earlier.take(item))),
      )
      context.recorder.settle(slice.flatMap(({ personId }) => personId ?? []))
    }
    context.note({ rowsIn: found.rowsIn, items: found.items.length, decisionsKept: earlier.kept })
    return {
      id,
      decisionsKept: earlier.kept,
      decisionsDropped: earlier.count - earlier.kept,
      undo: context.auditSeq,
    }
  })
}
