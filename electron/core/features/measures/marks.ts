import { AppError } from '#shared/contract/errors.ts'
import { measureOf } from '#shared/features/measures/library/library.ts'
import type { LibraryMeasure } from '#shared/features/measures/library/measure.ts'
import { type MarkFields, type MarkKind, type MeasureMark } from '#shared/features/measures/library/marks.ts'
import { spcMonth } from '#shared/statistics/spc-words.ts'
import type { CommandContext } from '../../context.ts'
import type { ReadDb } from '../../db/database.ts'

/** What the practice wrote on the charts, by measure, the oldest month first. */
export const marksByMeasure = async (db: ReadDb): Promise<Map<string, readonly MeasureMark[]>> => {
  const rows = await db.selectFrom('measure_mark').selectAll().orderBy('month').orderBy('kind').execute()
  const marks = rows.map(({ measure_code: code, made_on: madeOn, made_by: madeBy, ...mark }) => ({
    code,
    mark: { ...mark, madeOn, madeBy },
  }))
  return new Map([...Map.groupBy(marks, ({ code }) => code)].map(([code, own]) => [code, own.map(({ mark }) => mark)]))
}

const refuse = (field: keyof MarkFields, words: string): never => {
  throw new AppError('validation', words, { fieldErrors: { [field]: words } })
}

const TAKEN: Readonly<Record<MarkKind, string>> = {
  rebase: 'Limits begin anew in this month already. Change that one, or choose another month',
  note: 'There is a note on this month already. Change that one, or choose another month',
  target: 'A target begins in this month already. Change that one, or choose another month',
}

const check = ({ definition }: LibraryMeasure, { kind, month, value }: MarkFields, thisMonth: string): void => {
  if (kind === 'target') {
    if (definition.better === 'neither') refuse('value', 'Neither way is better here, so a target would say nothing')
    if (definition.kind === 'proportion' && value !== null && value > 1) refuse('value', 'A share is 100% at most')
  }
  if (month > thisMonth) refuse('month', `This month is still to come. Choose ${spcMonth(thisMonth)} or earlier`)
}

const checkFree = async (
  { db }: CommandContext,
  code: string,
  { kind, month }: MarkFields,
  own: string | null,
): Promise<void> => {
  const there = await db
    .selectFrom('measure_mark')
    .select('id')
    .where('measure_code', '=', code)
    .where('kind', '=', kind)
    .where('month', '=', month)
    .executeTakeFirst()
  if (there !== undefined && there.id !== own) refuse('month', TAKEN[kind])
}

interface Wanted {
  readonly code: string
  readonly mark: { readonly id: string; readonly version: number } | null
  readonly fields: MarkFields
}

/**
 * Writes a mark on the chart of a measure, or changes one.
 * @throws AppError `not-found` for a measure or mark that is none; `validation` for a month to come or taken, and for a
 * target where neither way is better or above 100%; `stale` as the recorder.
 */
export const saveMark = async (
  context: CommandContext,
  { code, mark, fields }: Wanted,
): Promise<{ id: string; version: number }> => {
  const measure = measureOf(code)
  if (measure === undefined) throw new AppError('not-found', 'There is no such measure.')
  const { env, user } = context
  const today = env.clock.today()
  check(measure, fields, today.slice(0, 7))
  await checkFree(context, code, fields, mark?.id ?? null)
  const written = { ...fields, made_on: today, made_by: user.name }
  if (mark !== null)
    return { id: mark.id, version: await context.update('measure_mark', mark.id, written, mark.version) }
  const id = env.ids.next()
  await context.insert('measure_mark', { id, measure_code: code, ...written })
  return { id, version: 1 }
}
