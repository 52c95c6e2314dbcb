import { exposedInSteps, hideInSteps } from '#shared/domain/disclosure-beside.ts'
import type { FigureOutcome } from '#shared/domain/disclosure.ts'
import { formatIsoDate } from '#shared/domain/partial-date.ts'
import { instantWords } from '#shared/features/reports/cover.ts'
import type { ReportDataset, ShownFigure } from '#shared/features/reports/schema.ts'
import type { Finding, ReportCheck } from '#shared/features/reports/sending.ts'
import { type Joined, joinPacks, type Pack, type Subject } from '#shared/features/reports/succession.ts'
import { type Clock, londonDate } from '../../clock.ts'
import type { ReadDb } from '../../db/database.ts'
import { stepsInTurns } from '../../turn.ts'
import { figurePlace } from './figure-place.ts'
import { guardedSheet, guarding, partsOf } from './publish.ts'
import { type FrozenReport, openReport, readSentReports, type SentReport } from './queries.ts'
import { figuresIn } from './dataset.ts'

const outcomeOf = (figure: ShownFigure): FigureOutcome =>
  figure.state === 'hidden' ? { hidden: figure.why } : { shown: figure.value }

const explainedFigures = ({ explanations }: ReportDataset): ShownFigure[] =>
  explanations.flatMap(({ leftOut }) => leftOut.map(({ count }) => count))

/** What readers know of a count that nothing prints: a nought by its parts, of any other only the sums it is in. */
const UNPRINTED: FigureOutcome = { hidden: 'protect' }

const printedFigures = (dataset: ReportDataset): Map<string, ShownFigure> =>
  new Map([...figuresIn(dataset.sections).values(), ...explainedFigures(dataset)].map((figure) => [figure.id, figure]))

/** A frozen report as it can be held beside others: its true counts, and what of them its readers see. */
const packOf = ({ dataset, measured }: FrozenReport): Pack => {
  const parts = partsOf({ dataset, measured })
  const { lists, hospitals } = parts.measured
  const sheet = guardedSheet(parts)
  const printed = printedFigures(dataset)
  const outcome = (id: string, value: number): FigureOutcome => {
    const figure = printed.get(id)
    if (figure !== undefined) return outcomeOf(figure)
    return value === 0 ? { shown: 0 } : UNPRINTED
  }
  return {
    id: dataset.id,
    rule: dataset.smallNumbers,
    period: { from: dataset.from, to: dataset.to },
    frozenOn: londonDate(dataset.frozenAt),
    lists,
    network: parts.network,
    hospitals,
    figures: sheet.figures(),
    outcomes: new Map(sheet.figures().map(({ id, value }) => [id, outcome(id, value)])),
    relations: sheet.relations(),
  }
}

const howOf = (subject: Subject, how: 'known' | 'not-proved'): Finding['how'] => {
  if (how === 'not-proved') return 'not-proved'
  if (subject.is === 'difference') return 'difference'
  return subject.of === 'this' ? 'hidden-here' : 'hidden-before'
}

const whyOf = (how: Finding['how'], beside: string): string => {
  switch (how) {
    case 'hidden-here':
      return `the number hidden here could be worked out with ${beside}.`
    case 'hidden-before':
      return `this report would give away the number that was hidden in ${beside}.`
    case 'difference':
      return `the difference from ${beside} is a small number.`
    case 'not-proved':
      return `could not be proved safe beside ${beside}.`
  }
}

/** A finding with its words. @param beside the earlier report, in words. */
const findingOf = ({
  figure,
  how,
  earlier,
  beside,
}: Pick<Finding, 'figure' | 'how' | 'earlier'> & { readonly beside: string }): Finding => {
  const why = whyOf(how, beside)
  return { figure, how, earlier, why, sentence: `${figure}: ${why}` }
}

const besideWords = ({ dataset, sentAt }: SentReport): string =>
  `the report for ${formatIsoDate(dataset.from)} to ${formatIsoDate(dataset.to)} sent on ${instantWords(sentAt)}`

/** Who waits for a comparison: several earlier reports of many practices take seconds. */
export interface Asker {
  readonly db: ReadDb
  readonly clock: Clock
  /** Lets others work, and stops where nobody waits any more. */
  pause(): Promise<void>
}

interface Compared {
  readonly own: FrozenReport
  readonly sent: readonly SentReport[]
}

const findingsOf = async (joined: Joined, { own, sent }: Compared, { clock, pause }: Asker): Promise<Finding[]> => {
  const [only] = sent.length === 1 ? sent : []
  const beside = only === undefined ? 'the earlier reports together' : besideWords(only)
  const earlier =
    only === undefined
      ? null
      : { id: only.dataset.id, title: only.dataset.title, sentOn: only.sentAt, recipient: only.recipient }
  const exposures = await stepsInTurns(exposedInSteps(joined.beside), clock, pause)
  const found = exposures.flatMap(({ id, how: kind }): Finding[] => {
    const subject = joined.subjects.get(id)
    if (subject === undefined) return []
    const how = howOf(subject, kind)
    const where = [own, ...sent].flatMap(({ dataset }) => figurePlace(dataset, subject.figureId) ?? [])[0]
    const figure = where ?? 'A number that no table prints'
    return [findingOf({ figure, how, earlier, beside })]
  })
  if (joined.isComplete) return found
  const figure = 'All figures over time'
  return [...found, findingOf({ figure, how: 'not-proved', earlier, beside })]
}

const onceEach = (findings: readonly Finding[]): Finding[] =>
  [
    ...new Map(findings.toReversed().map((finding) => [`${finding.figure} ${finding.how}`, finding])).values(),
  ].toReversed()

/** A report held beside every one that was sent before: each by itself, for the words, and then all together. */
export const checkReport = async (asker: Asker, id: string): Promise<ReportCheck> => {
  const { db, clock, pause } = asker
  const own = await openReport(db, id)
  if (own.dataset.smallNumbers === 'none') return { state: 'internal', compared: 0, findings: [], canHideMore: false }
  const sent = await readSentReports(db, id)
  if (sent.length === 0) return { state: 'safe', compared: 0, findings: [], canHideMore: false }
  const pack = packOf(own)
  const packs = sent.map((report) => ({ report, pack: packOf(report) }))
  const pairs: Finding[] = []
  for (const each of packs) {
    await pause()
    pairs.push(...(await findingsOf(joinPacks(pack, [each.pack]), { own, sent: [each.report] }, asker)))
  }
  await pause()
  const whole = joinPacks(
    pack,
    packs.map((each) => each.pack),
  )
  const together = packs.length < 2 ? [] : await findingsOf(whole, { own, sent }, asker)
  const findings = onceEach([...pairs, ...together])
  if (findings.length === 0) return { state: 'safe', compared: sent.length, findings, canHideMore: false }
  const canHideMore = whole.isComplete && (await stepsInTurns(hideInSteps(whole.beside), clock, pause)) !== null
  return { state: 'blocked', compared: sent.length, findings, canHideMore }
}

/** The outcomes under which a report is safe beside those sent before; null where hiding more cannot make it so. */
export const saferOutcomes = async (
  { db, clock, pause }: Asker,
  own: FrozenReport,
): Promise<Map<string, FigureOutcome> | null> => {
  const sent = await readSentReports(db, own.dataset.id)
  const { beside, isComplete } = joinPacks(packOf(own), sent.map(packOf))
  const outcomes = isComplete ? await stepsInTurns(hideInSteps(beside), clock, pause) : null
  if (outcomes === null) return null
  const parts = partsOf(own)
  const sheet = guardedSheet(parts)
  const guarded = await stepsInTurns(guarding(sheet, parts), clock, pause)
  const printed = printedFigures(own.dataset)
  for (const { id } of sheet.figures()) if (!printed.has(id)) outcomes.set(id, outcomeOf(guarded.figure(id)))
  return outcomes
}
