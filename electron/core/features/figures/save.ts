import { AppError } from '#shared/contract/errors.ts'
import type { FigureSet } from '#shared/features/figures/schema.ts'
import type { CommandContext, JobContext } from '../../context.ts'
import { RowInserter } from '../../db/insert-rows.ts'
import { letOthersWork } from '../../turn.ts'
import type { CheckedFigures } from './check-figures.ts'
import type { StoredFigureDraft } from './drafts.ts'
import { findFigureSet, numberedFigureSet, sameFigures, seriesOf } from './queries.ts'

const ROWS_A_SLICE = 2_000
const LINES_A_SLICE = 20_000

const nextNumber = async ({ db }: CommandContext): Promise<number> => {
  const { highest } = await db
    .selectFrom('figure_set')
    .select(({ fn }) => fn.max<number | null>('number').as('highest'))
    .executeTakeFirstOrThrow()
  return (highest ?? 0) + 1
}

const storeSet = async (
  context: CommandContext,
  { about, columns, rows, checks, contentHash }: CheckedFigures,
  fileKind: string,
): Promise<{ id: string; number: number }> => {
  const [id, number] = [context.env.ids.next(), await nextNumber(context)]
  await context.insert('figure_set', {
    id,
    number,
    kind: about.kind,
    title: about.title,
    series: seriesOf(about.title),
    source: about.source,
    edition: about.edition,
    as_at: about.asAt,
    period_from: about.periodFrom,
    period_to: about.periodTo,
    file_kind: fileKind,
    columns: JSON.stringify(columns),
    row_count: rows.length,
    checks: JSON.stringify(checks),
    content_hash: contentHash,
    imported_at: context.env.clock.now(),
    user_name: context.user.name,
  })
  return { id, number }
}

/**
 * Stores a checked draft in one transaction. The same figures again change nothing: the set that holds them is given.
 * @throws AppError `conflict` when nothing was checked, or no row can be stored; `cancelled`, and then nothing is stored.
 */
export const saveFigures = async (
  job: JobContext,
  { checked, shown }: StoredFigureDraft,
): Promise<{ saved: boolean; set: FigureSet }> => {
  if (checked === null) throw new AppError('conflict', 'Check the figures first: nothing has been looked at yet.')
  const { rows, about, checks, contentHash } = checked
  if (rows.length === 0) throw new AppError('conflict', 'No row of this file can be stored. Nothing was saved.')
  return job.write(async (context) => {
    const same = await sameFigures(context.db, contentHash)
    if (same !== null) {
      context.note({ kind: about.kind, unchanged: true })
      return { saved: false, set: same }
    }
    const { id, number } = await storeSet(context, checked, shown.fileKind)
    const inserter = new RowInserter(context.handle.statements)
    for (let at = 0; at < rows.length; at += ROWS_A_SLICE) {
      await job.report({ step: 'Saving rows', done: at, total: rows.length, unit: 'rows' })
      inserter.insert(
        'figure_row',
        rows.slice(at, at + ROWS_A_SLICE).map(({ key, part, line, values }) => ({
          set_number: number,
          key,
          part,
          line,
          figures: JSON.stringify(values),
        })),
      )
    }
    context.note({ kind: about.kind, rows: rows.length, rejected: checks.rowsIn - rows.length })
    return { saved: true, set: await findFigureSet(context.db, id) }
  })
}

/**
 * Removes a set whole: its rows go, and that it was there stays. The figures can be brought in again from their file.
 * @throws AppError `not-found`, `stale`, or `conflict` when it was removed before.
 */
export const removeFigures = async (context: CommandContext, setId: string, version: number): Promise<FigureSet> => {
  const { set, number } = await numberedFigureSet(context.db, setId)
  if (set.state === 'removed')
    throw new AppError('conflict', 'These figures were removed before. Nothing was changed now.')
  await context.update(
    'figure_set',
    setId,
    { removed_at: context.env.clock.now(), removed_by: context.user.name },
    version,
  )
  const drop = context.handle.statements.prepare(
    'DELETE FROM figure_row WHERE (set_number, key, part) IN (SELECT set_number, key, part FROM figure_row WHERE set_number = ? ORDER BY line LIMIT ?)',
  )
  for (let gone = 0; gone < set.rowCount; gone += LINES_A_SLICE) {
    drop.run(number, LINES_A_SLICE)
    await letOthersWork()
  }
  context.note({ kind: set.kind, rows: set.rowCount })
  return findFigureSet(context.db, setId)
}
