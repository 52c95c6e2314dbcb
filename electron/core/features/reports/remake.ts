import { AppError } from '#shared/contract/errors.ts'
import type { FigureOutcome } from '#shared/domain/disclosure.ts'
import type { ReportSummary } from '#shared/features/reports/schema.ts'
import type { JobContext } from '../../context.ts'
import type { ReadDb } from '../../db/database.ts'
import { saferOutcomes } from './check.ts'
import { imprintOf } from './dataset.ts'
import { discloseAs } from './disclose.ts'
import { publish, reportHiding, storeReport } from './freeze.ts'
import { guardedSheet, partsOf, shownAs } from './publish.ts'
import { type FrozenReport, openReport } from './queries.ts'

interface Wanted {
  readonly id: string
  readonly as: 'hide-more' | 'internal'
}

const saferOrRefused = async (job: JobContext, db: ReadDb, own: FrozenReport): Promise<Map<string, FigureOutcome>> => {
  const safer = await saferOutcomes({ db, clock: job.env.clock, pause: () => reportHiding(job) }, own)
  if (safer !== null) return safer
  throw new AppError(
    'conflict',
    'Hiding more does not make this report safe. Send an earlier report again, or keep this one inside the practice.',
  )
}

/**
 * Freezes a report again from the figures that it was made from: the register may have moved on, they have not. The
 * first one stays as it is, and stopping it saves nothing.
 * @throws AppError `conflict` where hiding more cannot make it safe, or where what it was made from was not kept.
 */
export const remakeReport = async (job: JobContext, { id, as }: Wanted): Promise<ReportSummary> =>
  job.write(async (context) => {
    const { db } = context
    const own = await openReport(db, id)
    const smallNumbers = as === 'internal' ? ('none' as const) : own.dataset.smallNumbers
    const safer = as === 'internal' ? null : await saferOrRefused(job, db, own)
    const parts = { ...partsOf(own), smallNumbers, imprint: imprintOf(context) }
    context.note({ madeFrom: id, as })
    const dataset =
      safer === null ? await publish(job, parts) : shownAs(parts, discloseAs(guardedSheet(parts), smallNumbers, safer))
    return storeReport(context, dataset, parts)
  })
