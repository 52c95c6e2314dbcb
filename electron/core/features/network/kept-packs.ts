import { AppError } from '#shared/contract/errors.ts'
import type { ListedPractice } from '#shared/features/network/schema.ts'
import { countedAlike } from '#shared/features/network/combine.ts'
import { type PracticeFigures, practiceFiguresSchema } from '#shared/features/packs/schema.ts'
import type { ReportPeriod } from '#shared/features/reports/public.ts'
import type { ReadDb } from '../../db/database.ts'

/** A practice of the list with the counts that it sent for a period. */
export interface Sender {
  readonly odsCode: string
  /** As the lead has it on the list. */
  readonly name: string
  readonly figures: PracticeFigures
}

const readRows = (db: ReadDb, { from, to }: ReportPeriod) =>
  db
    .selectFrom('practice_pack')
    .selectAll()
    .where('period_from', '=', from)
    .where('period_to', '=', to)
    .orderBy('received_at')
    .execute()

/** The list of the network, with what each has sent for a period. */
export const readListed = async (db: ReadDb, period: ReportPeriod): Promise<ListedPractice[]> => {
  const rows = await readRows(db, period)
  const practices = await db.selectFrom('network_practice').selectAll().orderBy('name').orderBy('ods_code').execute()
  return practices.map(({ id, ods_code, name, list_size, version }) => {
    const own = rows.filter((row) => row.ods_code === ods_code)
    const current = own.find((row) => row.replaced_at === null)
    return {
      id,
      odsCode: ods_code,
      name,
      listSize: list_size,
      version,
      pack:
        current === undefined
          ? null
          : {
              id: current.id,
              frozenAt: current.frozen_at,
              receivedAt: current.received_at,
              receivedBy: current.received_by,
              key: current.fingerprint,
              replaced: own.length - 1,
            },
    }
  })
}

/** The practices of the list that sent counts for a period: those that can be added up, and those counted otherwise. */
export const readSenders = async (
  db: ReadDb,
  period: ReportPeriod,
): Promise<{ alike: readonly Sender[]; otherwise: readonly Sender[]; listed: number }> => {
  const rows = (await readRows(db, period)).filter(({ replaced_at }) => replaced_at === null)
  const practices = await db.selectFrom('network_practice').selectAll().orderBy('name').orderBy('ods_code').execute()
  const senders = practices.flatMap(({ ods_code, name }): Sender[] => {
    const row = rows.find((pack) => pack.ods_code === ods_code)
    if (row === undefined) return []
    const { data } = practiceFiguresSchema.safeParse(JSON.parse(row.figures))
    if (data === undefined)
      throw new AppError('conflict', `What ${name} sent is no longer as it was taken in. Take its pack in again.`)
    return [{ odsCode: ods_code, name, figures: data }]
  })
  return { ...countedAlike(senders), listed: practices.length }
}
