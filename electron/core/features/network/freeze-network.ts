import { AppError } from '#shared/contract/errors.ts'
import { addUp } from '#shared/features/network/combine.ts'
import {
  careRuleAt,
  measurePractices,
  type NetworkPractice,
  type ReportPeriod,
} from '#shared/features/reports/public.ts'
import type { ReportDataset, ReportSummary } from '#shared/features/reports/schema.ts'
import { letterOf } from '#shared/statistics/funnel-words.ts'
import type { CommandContext, JobContext } from '../../context.ts'
import { disclose, makeDataset, readReportPractice, storeReport } from '../reports/public.ts'
import { readSenders, type Sender } from './kept-packs.ts'

/** Two make no network: each would know the other by subtracting itself. */
const FEWEST = 3
const MOST = 60

type Wanted = ReportPeriod & { readonly smallNumbers: ReportDataset['smallNumbers']; readonly named: boolean }

/** The practices in an order drawn by lot, each with its letter. */
const byLot = ({ env }: CommandContext, senders: readonly Sender[]): Sender[] =>
  senders
    .map((sender) => ({ sender, lot: env.ids.bytes(8).toString('hex') }))
    .toSorted((a, b) => (a.lot < b.lot ? -1 : 1))
    .map(({ sender }) => sender)

const refuse = (senders: readonly Sender[]): void => {
  if (senders.length < FEWEST)
    throw new AppError(
      'conflict',
      `${senders.length === 0 ? 'No practice has' : `Only ${senders.length} ${senders.length === 1 ? 'practice has' : 'practices have'}`} sent counts that can be added up. With fewer than ${FEWEST} each could work out another by subtracting itself.`,
    )
  if (senders.length > MOST) throw new AppError('conflict', `A combined report holds ${MOST} practices at most.`)
}

const networkName = (own: string, count: number): string => (own === '' ? `Network of ${count} practices` : own)

/**
 * Freezes the report of all practices that sent counts for a period. Small numbers are hidden over the totals and the
 * practices side by side at once, so that no margin gives one away.
 * @throws AppError `conflict` for too few practices.
 */
export const freezeNetwork = async (job: JobContext, wanted: Wanted): Promise<ReportSummary> => {
  const { from, to, smallNumbers, named } = wanted
  return job.write(async (context) => {
    const { env, user, db, demo } = context
    const { alike, listed } = await readSenders(db, { from, to })
    refuse(alike)
    const [first, ...others] = byLot(context, alike)
    if (first === undefined) throw new RangeError('there is a practice')
    const senders = [first, ...others]
    const own = await readReportPractice(db)
    const sheet = addUp(senders.map(({ figures }) => figures))
    const values = senders.map(({ figures }) => new Map(figures.figures.map(({ id, value }) => [id, value])))
    const practices = senders.map(({ odsCode, name }, at): NetworkPractice => ({
      letter: letterOf(at),
      odsCode,
      name,
      isOwn: odsCode === own.odsCode,
    }))
    measurePractices(sheet, practices, (at, id) => values[at]?.get(id) ?? 0)
    await job.report({ step: 'hide', done: 0, total: null, unit: '' })
    const shown = disclose(sheet, smallNumbers)
    await job.report({ step: 'save', done: 0, total: null, unit: '' })
    const { nation } = first.figures
    const sizes = senders.map(({ figures }) => figures.listSize)
    const days = senders.map(({ figures }) => figures.listSizeOn).toSorted()
    const practice = {
      ...own,
      name: networkName(own.networkName, senders.length),
      nation,
      networkName: '',
      listSize: sizes.reduce((sum, size) => sum + size, 0),
      listSizeOn: days[0] ?? own.listSizeOn,
    }
    const measured = {
      sheet,
      supportRule: careRuleAt('support-contact', nation, to),
      reviewRule: careRuleAt('care-review', nation, to),
      letterVersion: [...new Set(senders.map(({ figures }) => figures.rules.letters))].join('; '),
      lists: [],
      hasLearning: sheet.valueOf('learning') + sheet.valueOf('learning-emergency.with') > 0,
    }
    const network = { practices, listed, named }
    const imprint = {
      id: env.ids.next(),
      frozenAt: env.clock.now(),
      frozenBy: user.name,
      producedBy: `Throughline ${env.appVersion}`,
      demo,
    }
    context.note({ practices: practices.length, listed, named })
    const dataset = makeDataset({
      practice,
      period: { from, to },
      smallNumbers,
      imprint,
      rules: measured,
      shown,
      network,
    })
    return storeReport(context, dataset, { practice, measured, network })
  })
}
