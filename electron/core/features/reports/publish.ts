import type { SumRelation } from '#shared/domain/disclosure.ts'
import { createFigureSheet, type FigureSheet } from '#shared/features/reports/figure-sheet.ts'
import { writtenTexts } from '#shared/features/reports/own-text-words.ts'
import type { Measured } from '#shared/features/reports/measure.ts'
import { figuresOfEach } from '#shared/features/reports/network-measure.ts'
import type { ReportDataset } from '#shared/features/reports/schema.ts'
import { ALL_SECTIONS, type SectionCode } from '#shared/features/reports/sections.ts'
import { makeDataset, type ReportParts } from './dataset.ts'
import { disclose, discloseAs, type Disclosed } from './disclose.ts'
import { readMeasured } from './measured-text.ts'
import type { FrozenReport } from './queries.ts'

/** A report before anything is hidden in it. */
export type Unpublished = Omit<ReportParts, 'rules' | 'shown'> & { readonly measured: Measured }

/** Every figure that a report of these sections rests on, found by making it once and throwing it away. */
const askedFor = ({ measured: { sheet, ...rules }, ...parts }: Unpublished): Set<string> => {
  const all = discloseAs(sheet, 'none', new Map(sheet.figures().map(({ id, value }) => [id, { shown: value }])))
  const asked = new Set<string>()
  const note = (...ids: readonly string[]): void => ids.forEach((id) => asked.add(id))
  const noting: Disclosed = {
    figure(id) {
      note(id)
      return all.figure(id)
    },
    percentage(...ids) {
      note(...ids)
      return all.percentage(...ids)
    },
    percentageOf(id, population) {
      note(id)
      return all.percentageOf(id, population)
    },
    rate(id, population) {
      note(id)
      return all.rate(id, population)
    },
    median(spread) {
      note(sheet.spreadOf(spread).countId)
      return all.median(spread)
    },
  }
  makeDataset({ ...parts, rules, shown: noting })
  return asked
}

/** Sums that hang together by figures that nothing prints. */
const hangingTogether = (relations: readonly SumRelation[], asked: ReadonlySet<string>): SumRelation[][] => {
  const groups: { relations: SumRelation[]; unprinted: Set<string> }[] = []
  for (const relation of relations) {
    const unprinted = new Set([relation.total, ...relation.parts].filter((id) => !asked.has(id)))
    const joined = groups.filter((group) => [...unprinted].some((id) => group.unprinted.has(id)))
    for (const group of joined) groups.splice(groups.indexOf(group), 1)
    groups.push({
      relations: [...joined.flatMap((group) => group.relations), relation],
      unprinted: new Set([...unprinted, ...joined.flatMap((group) => [...group.unprinted])]),
    })
  }
  return groups.map((group) => group.relations)
}

/**
 * The figures that a report of some sections has to be guarded by: those that it prints, and of the others those that tie
 * printed ones to each other. What touches one printed figure at most tells a reader nothing of it, because any multiple
 * of the parts would do as well.
 */
const publishedSheet = (sheet: FigureSheet, asked: ReadonlySet<string>): FigureSheet => {
  const membersOf = ({ total, parts }: SumRelation): string[] => [total, ...parts]
  const kept = hangingTogether(sheet.relations(), asked)
    .filter((relations) => new Set(relations.flatMap(membersOf).filter((id) => asked.has(id))).size > 1)
    .flat()
  const wanted = new Set([...asked, ...kept.flatMap(membersOf)])
  const published = createFigureSheet()
  for (const { id, value, atLeast } of sheet.figures()) if (wanted.has(id)) published.count(id, value, atLeast)
  const inOrder = new Set(kept)
  for (const relation of sheet.relations()) if (inOrder.has(relation)) published.sum(relation.total, relation.parts)
  for (const [id, spread] of sheet.spreads()) if (wanted.has(spread.countId)) published.spread(id, spread)
  return published
}

/** Of the true counts of a report those that its guard has to keep in view: see {@link publishedSheet}. */
export const guardedSheet = (wanted: Unpublished): FigureSheet =>
  publishedSheet(wanted.measured.sheet, askedFor(wanted))

/**
 * Hides what readers may not see, the practices that take part among them, stopping after each step.
 * @param sheet as {@link guardedSheet} has it for these parts
 */
export const guarding = (
  sheet: FigureSheet,
  { smallNumbers, network }: Unpublished,
): Generator<void, Disclosed, void> =>
  disclose(sheet, smallNumbers, network === undefined ? [] : figuresOfEach(network))

/** Makes a report of what its readers may see. */
export const shownAs = ({ measured, ...parts }: Unpublished, shown: Disclosed): ReportDataset => {
  const { sheet: _counts, ...rules } = measured
  return makeDataset({ ...parts, rules, shown })
}

/** The sections of a report frozen before they could be chosen: those that it has. */
const chosenBefore = ({ sections }: ReportDataset): SectionCode[] =>
  ALL_SECTIONS.filter((code) => sections.some(({ id }) => id === code))

/**
 * What a frozen report was made from, to make it again.
 * @throws AppError `conflict` for one frozen before its true counts were kept.
 */
export const partsOf = ({ dataset, measured }: Pick<FrozenReport, 'dataset' | 'measured'>): Unpublished => {
  const { id, frozenAt, frozenBy, producedBy, demo, from, to, smallNumbers } = dataset
  return {
    ...readMeasured(measured),
    period: { from, to },
    smallNumbers,
    imprint: { id, frozenAt, frozenBy, producedBy, demo },
    chosen: dataset.chosen ?? chosenBefore(dataset),
    texts: writtenTexts(dataset),
    comparators: dataset.comparators,
  }
}
