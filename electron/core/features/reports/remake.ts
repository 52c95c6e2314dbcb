import { AppError } from '#shared/contract/errors.ts'
import type { ReportSummary } from '#shared/features/reports/schema.ts'
import type { CommandContext } from '../../context.ts'
import { saferOutcomes } from './check.ts'
import { makeDataset } from './dataset.ts'
import { disclose, discloseAs } from './disclose.ts'
import { storeReport } from './freeze.ts'
import { readMeasured } from './measured-text.ts'
import { openReport } from './queries.ts'

interface Wanted {
  readonly id: string
  readonly as: 'hide-more' | 'internal'
}

/**
 * Freezes a report again from the figures that it was made from: the register may have moved on, they have not. The
 * first one stays as it is.
 * @throws AppError `conflict` where hiding more cannot make it safe, or where what it was made from was not kept.
 */
export const remakeReport = async (context: CommandContext, { id, as }: Wanted): Promise<ReportSummary> => {
  const { db, env, user, demo } = context
  const own = await openReport(db, id)
  const kept = readMeasured(own.measured)
  const { sheet } = kept.measured
  const { from, to } = own.dataset
  const smallNumbers = as === 'internal' ? ('none' as const) : own.dataset.smallNumbers
  const safer = as === 'internal' ? null : await saferOutcomes(db, own)
  if (safer !== null && !safer.isSafe) {
    throw new AppError(
      'conflict',
      'Hiding more does not make this report safe. Send an earlier report again, or keep this one inside the practice.',
    )
  }
  const shown = safer === null ? disclose(sheet, smallNumbers) : discloseAs(sheet, smallNumbers, safer.outcomes)
  const imprint = {
    id: env.ids.next(),
    frozenAt: env.clock.now(),
    frozenBy: user.name,
    producedBy: `Throughline ${env.appVersion}`,
    demo,
  }
  context.note({ madeFrom: id, as })
  const dataset = makeDataset({
    practice: kept.practice,
    period: { from, to },
    smallNumbers,
    imprint,
    rules: kept.measured,
    shown,
    network: kept.network,
  })
  return storeReport(context, dataset, kept)
}
