import type { IsoDate } from '#shared/domain/partial-date.ts'
import { daysApart } from '#shared/features/reconcile/days-apart.ts'
import type { DaysApart, ListSource } from '#shared/features/reconcile/schema.ts'
import type { ReadDb } from '../../db/database.ts'

/** True counts of one compared list, without those who asked to be left out of what is shared. */
export interface CountedList {
  readonly id: string
  readonly source: ListSource
  readonly from: IsoDate
  readonly to: IsoDate
  readonly both: number
  readonly theirs_only: number
  readonly ours_only: number
  readonly other_date: number
  /** Of the other dates, those with the day known on both sides. */
  readonly dated: number
  readonly resolved: number
  readonly open: number
  readonly days: readonly number[]
  readonly apart: DaysApart
}

/** The counts of some lists, or of those whose period shares a day with another. */
export const countedLists = async (
  db: ReadDb,
  wanted: readonly string[] | { readonly from: IsoDate; readonly to: IsoDate },
): Promise<CountedList[]> => {
  const lists = await db
    .selectFrom('reconciliation')
    .selectAll()
    .$if('from' in wanted, (query) =>
      'from' in wanted ? query.where('period_from', '<=', wanted.to).where('period_to', '>=', wanted.from) : query,
    )
    .$if(!('from' in wanted), (query) => ('from' in wanted ? query : query.where('id', 'in', wanted)))
    .orderBy('period_from')
    .orderBy('compared_at')
    .orderBy('id')
    .execute()
  if (lists.length === 0) return []
  const items = await db
    .selectFrom('reconciliation_item as item')
    .leftJoin('person', 'person.id', 'item.person_id')
    .select(['item.reconciliation_id', 'item.kind', 'item.days', 'item.decision'])
    .where(
      'item.reconciliation_id',
      'in',
      lists.map(({ id }) => id),
    )
    .where('item.kind', '<>', 'set_aside')
    .where((where) =>
      where.or([where('person.leave_out_of_sharing', 'is', null), where('person.leave_out_of_sharing', '=', 0)]),
    )
    .execute()
  const byList = Map.groupBy(items, ({ reconciliation_id }) => reconciliation_id)
  return lists.map((list) => {
    const found = byList.get(list.id) ?? []
    const ofKind = (kind: (typeof found)[number]['kind']) => found.filter((item) => item.kind === kind)
    const differ = found.filter(({ kind }) => kind !== 'both')
    const days = ofKind('other_date').map((item) => item.days)
    const known = days.flatMap((value) => value ?? [])
    const resolved = differ.filter(({ decision }) => decision !== null).length
    return {
      id: list.id,
      source: list.source,
      from: list.period_from,
      to: list.period_to,
      both: ofKind('both').length,
      theirs_only: ofKind('theirs_only').length,
      ours_only: ofKind('ours_only').length,
      other_date: days.length,
      dated: known.length,
      resolved,
      open: differ.length - resolved,
      days: known,
      apart: daysApart(days),
    }
  })
}
