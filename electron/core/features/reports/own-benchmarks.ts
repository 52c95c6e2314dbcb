import { z } from 'zod'
import { AppError } from '#shared/contract/errors.ts'
import {
  type Benchmark,
  benchmarkSchema,
  type NewBenchmark,
  SEEDED_BENCHMARKS,
} from '#shared/features/reports/benchmarks.ts'
import { COMPARED_MEASURES } from '#shared/features/reports/compared-measures.ts'
import type { CommandContext } from '../../context.ts'
import type { ReadDb } from '../../db/database.ts'
import { settingText, storeSetting } from '../../db/setting-rows.ts'

const ROW_ID = 'report-benchmarks'
const MOST = 100

const readOwn = async (db: ReadDb): Promise<Benchmark[]> => {
  const text = await settingText(db, ROW_ID)
  return text === null ? [] : z.array(benchmarkSchema).parse(JSON.parse(text))
}

/** Published figures that a report can be printed beside: those delivered, then those typed in here. */
export const readBenchmarks = async (db: ReadDb): Promise<Benchmark[]> => [...SEEDED_BENCHMARKS, ...(await readOwn(db))]

const store = async (context: CommandContext, own: readonly Benchmark[]): Promise<void> =>
  storeSetting(context, ROW_ID, JSON.stringify(own))

/** @throws AppError `conflict` when there are too many. */
export const addBenchmark = async (
  context: CommandContext,
  made: NewBenchmark,
): Promise<{ id: string; undo: number }> => {
  const own = await readOwn(context.db)
  if (own.length >= MOST)
    throw new AppError('conflict', `A register keeps ${MOST} published figures of its own at most.`)
  const id = context.env.ids.next()
  const unit = COMPARED_MEASURES.find(({ code }) => code === made.measure)?.unit ?? 'per cent'
  await store(context, [...own, { ...made, id, unit, caution: null, verified: true, own: true }])
  return { id, undo: context.auditSeq }
}

/** Reports that were frozen with it keep it. @throws AppError `not-found` for one that is not there or was delivered. */
export const removeBenchmark = async (context: CommandContext, id: string): Promise<{ undo: number }> => {
  const own = await readOwn(context.db)
  if (own.every((benchmark) => benchmark.id !== id))
    throw new AppError('not-found', 'This published figure is no longer there.')
  await store(
    context,
    own.filter((benchmark) => benchmark.id !== id),
  )
  return { undo: context.auditSeq }
}
