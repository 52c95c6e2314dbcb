import { AppError } from '#shared/contract/errors.ts'
import { formatIsoDate } from '#shared/domain/partial-date.ts'
import type { ComparedWith } from '#shared/features/reports/comparators.ts'
import { type Measured, MEASURE_COUNT, measureInSteps } from '#shared/features/reports/measure.ts'
import { monthCountsInSteps } from '#shared/features/reports/month-counts.ts'
import type { OwnText } from '#shared/features/reports/own-text.ts'
import type { ReportPeriod } from '#shared/features/reports/period.ts'
import type { ReportDataset, ReportSummary } from '#shared/features/reports/schema.ts'
import type { SectionCode } from '#shared/features/reports/sections.ts'
import type { ReportSource, SourcePerson } from '#shared/features/reports/source.ts'
import { FREEZE_STEPS } from '#shared/features/reports/steps.ts'
import type { CommandContext, JobContext } from '../../context.ts'
import { currentLetterBook } from '../letters/public.ts'
import { keepKey, ownKeyOrNew } from '../packs/public.ts'
import { countedLists } from '../reconcile/public.ts'
import { canonicalJson, sha256 } from '../../canonical-json.ts'
import { stepsInTurns } from '../../turn.ts'
import { readComparators } from './compare.ts'
import { imprintOf } from './dataset.ts'
import { type Kept, measuredText } from './measured-text.ts'
import { guardedSheet, guarding, shownAs, type Unpublished } from './publish.ts'
import { planNow } from './plan-now.ts'
import { refuseFaulty } from './own-texts.ts'
import { readReportPractice } from './queries.ts'
import { readPeople, readPersonIds } from './source-people.ts'

const PEOPLE_AT_A_TIME = 400

const [reading, measuring, hiding, saving] = FREEZE_STEPS

interface Wanted extends ReportPeriod, Pick<ReportDataset, 'smallNumbers'> {
  readonly sections: readonly SectionCode[]
  readonly texts: readonly OwnText[]
  /** The author says that no text tells of anybody. */
  readonly textsTellOfNobody: boolean
  readonly comparedWith: ComparedWith
  readonly withNetwork: boolean
  /** Ids of published figures. */
  readonly benchmarks: readonly string[]
}

const readEveryone = async (
  job: JobContext,
  { db, env }: CommandContext,
  { to }: ReportPeriod,
): Promise<SourcePerson[]> => {
  const ids = await readPersonIds(db)
  const people: SourcePerson[] = []
  for (let start = 0; start < ids.length; start += PEOPLE_AT_A_TIME) {
    await job.report({ step: reading.code, done: start, total: ids.length, unit: 'people' })
    people.push(
      ...(await readPeople(db, ids.slice(start, start + PEOPLE_AT_A_TIME), { until: to, today: env.clock.today() })),
    )
  }
  return people
}

const measure = async (job: JobContext, source: ReportSource, period: ReportPeriod): Promise<Measured> => {
  const measures = measureInSteps(source, period)
  for (let done = 0; ; done += 1) {
    await job.report({ step: measuring.code, done, total: MEASURE_COUNT, unit: 'measures' })
    const next = measures.next()
    if (next.done === true) return next.value
  }
}

/** Says that small numbers are being hidden, lets others work, and stops where the job was stopped. */
export const reportHiding = (job: JobContext): Promise<void> =>
  job.report({ step: hiding.code, done: 0, total: null, unit: '' })

/**
 * Guards the figures of the chosen sections, all together, and makes the report of them. Stops between two of them when
 * the job is stopped.
 */
export const publish = async (job: JobContext, parts: Unpublished): Promise<ReportDataset> => {
  await reportHiding(job)
  const hiding = guarding(guardedSheet(parts), parts)
  return shownAs(parts, await stepsInTurns(hiding, job.env.clock, () => reportHiding(job)))
}

/** Keeps a report with what it was made from. */
export const storeReport = async (
  context: CommandContext,
  dataset: ReportDataset,
  kept: Kept,
): Promise<ReportSummary> => {
  const text = canonicalJson(dataset)
  const summary = {
    id: dataset.id,
    title: dataset.title,
    from: dataset.from,
    to: dataset.to,
    frozenAt: dataset.frozenAt,
    frozenBy: dataset.frozenBy,
    smallNumbers: dataset.smallNumbers,
    sha256: sha256(text),
    kind: dataset.combined === undefined ? ('practice' as const) : ('network' as const),
  }
  await context.insert('report', {
    id: summary.id,
    title: summary.title,
    period_from: summary.from,
    period_to: summary.to,
    frozen_at: summary.frozenAt,
    frozen_by: summary.frozenBy,
    small_numbers: summary.smallNumbers,
    dataset: text,
    measured: measuredText(kept),
    sha256: summary.sha256,
    kind: summary.kind,
  })
  // With the first report, so that its cover and every later one name the key.
  await keepKey(context, await ownKeyOrNew(context.db, context.env))
  context.note({
    reportId: summary.id,
    from: summary.from,
    to: summary.to,
    smallNumbers: summary.smallNumbers,
    sha256: summary.sha256,
  })
  return summary
}

/**
 * Freezes the report of a period: reads, measures, hides and stores in one transaction, so that every figure speaks of
 * the same moment. Stopping it saves nothing.
 * @throws AppError `validation` for a period that has not ended, and for own texts with a fault.
 */
export const freezeReport = async (job: JobContext, wanted: Wanted): Promise<ReportSummary> => {
  const today = job.env.clock.today()
  if (wanted.to > today) {
    const words = `The last day is in the future. Choose ${formatIsoDate(today)} or earlier`
    throw new AppError('validation', words, { fieldErrors: { to: words } })
  }
  const { from, to, smallNumbers, sections: chosen, texts } = wanted
  refuseFaulty(texts, chosen, wanted.textsTellOfNobody)
  const period = { from, to }
  return job.write(async (context) => {
    const comparators = await readComparators(context.db, { kind: 'practice', period, ...wanted })
    const practice = await readReportPractice(context.db)
    const people = await readEveryone(job, context, period)
    const letterBook = await currentLetterBook(context.db)
    const lists = await countedLists(context.db, period)
    const plan = chosen.includes('plan') ? await planNow(context, period) : undefined
    const source = { practice, people, letterBook, lists, ...(plan === undefined ? {} : { plan }) }
    const measured = await measure(job, source, period)
    const months = await stepsInTurns(monthCountsInSteps({ practice, people }, to), job.env.clock, () =>
      job.report({ step: measuring.code, done: MEASURE_COUNT, total: MEASURE_COUNT, unit: 'measures' }),
    )
    const imprint = imprintOf(context)
    const parts = { practice, period, smallNumbers, imprint, chosen, measured, texts, comparators }
    context.note({ texts: texts.length, beside: comparators.reports.map(({ id }) => id) })
    const dataset = await publish(job, parts)
    await job.report({ step: saving.code, done: 0, total: null, unit: '' })
    return storeReport(context, dataset, { ...parts, months })
  })
}
