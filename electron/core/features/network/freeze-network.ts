import { AppError } from '#shared/contract/errors.ts'
import { addUp } from '#shared/features/network/combine.ts'
import { COMBINE_STEPS } from '#shared/features/network/steps.ts'
import {
  careRuleAt,
  FIRST_BENCHMARKS,
  measurePractices,
  type NetworkPractice,
  type OwnText,
  type ReportPeriod,
  SECTIONS_COUNTED_ALIKE,
} from '#shared/features/reports/public.ts'
import type { ReportDataset, ReportSummary } from '#shared/features/reports/schema.ts'
import { letterOf } from '#shared/statistics/funnel-words.ts'
import type { CommandContext, JobContext } from '../../context.ts'
import {
  imprintOf,
  publish,
  readComparators,
  readReportPractice,
  refuseFaulty,
  storeReport,
} from '../reports/public.ts'
import { readSenders, type Sender } from './kept-packs.ts'

/** What a combined report is printed beside: the one before it. */
const BESIDE = { comparedWith: 'latest', withNetwork: false, benchmarks: FIRST_BENCHMARKS } as const

/** Two make no network: each would know the other by subtracting itself. */
const FEWEST = 3
const MOST = 60

const [adding, , saving] = COMBINE_STEPS

type Wanted = ReportPeriod & {
  readonly smallNumbers: ReportDataset['smallNumbers']
  readonly named: boolean
  readonly texts: readonly OwnText[]
  readonly textsTellOfNobody: boolean
}

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

/** The rules that the report would print; counts that were made by others must not stand under their words. */
const rulesOf = ({ figures: { nation, rules } }: Sender, to: ReportPeriod['to']) => {
  const supportRule = careRuleAt('support-contact', nation, to)
  const reviewRule = careRuleAt('care-review', nation, to)
  const isSame = (own: typeof supportRule, theirs: typeof rules.support): boolean =>
    own.code === theirs.code && own.version === theirs.version
  if (!isSame(supportRule, rules.support) || !isSame(reviewRule, rules.review))
    throw new AppError(
      'conflict',
      'These practices counted by other rules than this version prints. Ask for packs from the version that is used here.',
    )
  return { supportRule, reviewRule }
}

const networkName = (own: string, count: number): string => (own === '' ? `Network of ${count} practices` : own)

/**
 * Freezes the report of all practices that sent counts for a period. Small numbers are hidden over the totals and the
 * practices side by side at once, so that no margin gives one away, also to a practice that knows its own row.
 * @throws AppError `conflict` for too few practices or counts by other rules, `validation` for own texts with a fault.
 */
export const freezeNetwork = async (job: JobContext, wanted: Wanted): Promise<ReportSummary> => {
  const { from, to, smallNumbers, named, texts } = wanted
  refuseFaulty(texts, SECTIONS_COUNTED_ALIKE, wanted.textsTellOfNobody)
  return job.write(async (context) => {
    const { db } = context
    await job.report({ step: adding.code, done: 0, total: null, unit: '' })
    const { alike, listed } = await readSenders(db, { from, to })
    refuse(alike)
    const [first, ...others] = byLot(context, alike)
    if (first === undefined) throw new RangeError('there is a practice')
    const senders = [first, ...others]
    const careRules = rulesOf(first, to)
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
      ...careRules,
      letterVersion: [...new Set(senders.map(({ figures }) => figures.rules.letters))].join('; '),
      lists: [],
      hospitals: [],
      unnamedHospitals: 0,
      hasLearning: sheet.valueOf('learning') + sheet.valueOf('learning-emergency.with') > 0,
    }
    const network = { practices, listed, named }
    const imprint = imprintOf(context)
    const comparators = await readComparators(db, { kind: 'network', period: { from, to }, ...BESIDE })
    context.note({ practices: practices.length, listed, named })
    const parts = {
      practice,
      period: { from, to },
      smallNumbers,
      imprint,
      chosen: SECTIONS_COUNTED_ALIKE,
      measured,
      network,
      comparators,
      texts,
    }
    const dataset = await publish(job, parts)
    await job.report({ step: saving.code, done: 0, total: null, unit: '' })
    return storeReport(context, dataset, parts)
  })
}
