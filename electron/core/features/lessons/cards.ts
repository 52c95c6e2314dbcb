import { AppError } from '#shared/contract/errors.ts'
import {
  type LessonCard,
  lessonChartSchema,
  type LessonChart,
  type LessonFields,
} from '#shared/features/lessons/schema.ts'
import type { CommandContext } from '../../context.ts'
import type { ReadDb } from '../../db/database.ts'
import type { LessonCardTable } from '../../db/schema-of-development.ts'
import { requireCome } from '../plan/public.ts'
import { freezeChart } from './freeze-chart.ts'

const GONE = 'This card is gone. It may have been removed on another screen.'

const chartOf = ({ chart }: LessonCardTable): LessonChart | null =>
  chart === null ? null : lessonChartSchema.parse(JSON.parse(chart))

const cardOf = (row: LessonCardTable): LessonCard => ({
  id: row.id,
  version: row.version,
  title: row.title,
  problem: row.problem,
  tried: row.tried,
  happened: row.happened,
  area: row.area,
  byRole: row.by_role,
  madeOn: row.made_on,
  chart: chartOf(row),
  origin:
    row.origin === null || row.added_on === null || row.checksum === null
      ? null
      : { practice: row.origin, addedOn: row.added_on, checksum: row.checksum },
})

/** Every card, the newest first. */
export const cardsOf = async (db: ReadDb): Promise<LessonCard[]> => {
  const rows = await db.selectFrom('lesson_card').selectAll().orderBy('made_on', 'desc').orderBy('id', 'desc').execute()
  return rows.map(cardOf)
}

/** One card. @throws AppError `not-found`. */
export const cardNamed = async (db: ReadDb, id: string): Promise<LessonCard> => {
  const row = await db.selectFrom('lesson_card').selectAll().where('id', '=', id).executeTakeFirst()
  if (row === undefined) throw new AppError('not-found', GONE)
  return cardOf(row)
}

const columnsOf = (fields: LessonFields) => ({
  title: fields.title,
  problem: fields.problem,
  tried: fields.tried,
  happened: fields.happened,
  area: fields.area,
  by_role: fields.byRole,
  made_on: fields.madeOn,
})

const chartFor = async (
  { db, env }: CommandContext,
  wanted: LessonFields['chart'],
  before: LessonChart | null,
): Promise<string | null> => {
  if (wanted === null) return null
  const chart = wanted === 'keep' ? before : (await freezeChart(db, wanted, env.clock.today())).chart
  return chart === null ? null : JSON.stringify(chart)
}

/** Makes a card. @throws AppError `validation` for a day to come and for a chart that cannot go on a card. */
export const addCard = async (context: CommandContext, fields: LessonFields): Promise<string> => {
  requireCome(context, 'fields.madeOn', fields.madeOn)
  const id = context.env.ids.next()
  const chart = await chartFor(context, fields.chart, null)
  await context.insert('lesson_card', { id, ...columnsOf(fields), chart })
  return id
}

/** @throws AppError as {@link addCard}; `conflict` for a card of another practice; `stale` as the recorder does. */
export const saveCard = async (
  context: CommandContext,
  { id, version, fields }: { readonly id: string; readonly version: number; readonly fields: LessonFields },
): Promise<number> => {
  requireCome(context, 'fields.madeOn', fields.madeOn)
  const before = await cardNamed(context.db, id)
  if (before.origin !== null)
    throw new AppError('conflict', 'This card came from another practice and stays as it came.')
  const chart = await chartFor(context, fields.chart, before.chart)
  return context.update('lesson_card', id, { ...columnsOf(fields), chart }, version)
}
