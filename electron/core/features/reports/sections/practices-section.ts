import {
  NETWORK_COUNTS,
  NETWORK_PROPORTIONS,
  type NetworkPart,
  type NetworkProportion,
  practiceFigure,
} from '#shared/features/reports/network-measure.ts'
import type { Explanation, ReportTable, ShownFigure, UsedRule } from '#shared/features/reports/schema.ts'
import { FUNNEL_PLACE_WORDS, funnelSentence } from '#shared/statistics/funnel-words.ts'
import { funnelLimits, funnelPlace } from '#shared/statistics/funnel.ts'
import { column, countCell, estimateCell, type SectionContext, type SectionDraft, table, textCell } from './section.ts'

const LIMITS = { kind: 'proportion', method: 'exact' } as const

/** The rule that a report of several practices rests on. */
export const PRACTICES_RULE: UsedRule = {
  code: 'practices',
  version: '3',
  label: 'Practices together',
  text:
    'Counts that practices sent, added up one by one; percentages are of all their people and not the mean of the practices’ own. Medians are of the days of all letters of all practices. Practices that sent nothing are in no figure. Each practice counts letters as late by the days that it has set itself. Lists that a practice compared are not added up. Small numbers are hidden over all practices and all totals at once, also from a practice that takes its own off a total. Beside all practices, a practice is held by the numbers that are shown: ' +
    funnelSentence(LIMITS),
  source: 'Throughline; limits: Spiegelhalter 2005, Statistics in Medicine 24:1185-1202',
}

const ALL = 'All practices'
const NOT_WORKED_OUT = 'Not worked out'

type Pair = readonly [numerator: ShownFigure, denominator: ShownFigure]

/** Where a practice lies by the limits of a funnel around all of them, by what a reader sees of both. */
const besideAll = ([numerator, denominator]: Pair, [allCounted, allOutOf]: Pair): string => {
  const isShown =
    numerator.state === 'shown' &&
    denominator.state === 'shown' &&
    allCounted.state === 'shown' &&
    allOutOf.state === 'shown'
  if (!isShown || denominator.value === 0 || allOutOf.value === 0) return NOT_WORKED_OUT
  // Rounded numbers may leave more counted than there are.
  if (allCounted.value > allOutOf.value || numerator.value > denominator.value) return NOT_WORKED_OUT
  const centre = allCounted.value / allOutOf.value
  const [limits] = funnelLimits(LIMITS.kind, LIMITS.method, centre, [denominator.value])
  return limits === undefined
    ? NOT_WORKED_OUT
    : FUNNEL_PLACE_WORDS[funnelPlace(numerator.value / denominator.value, limits)]
}

const proportionTable = (
  { shown }: SectionContext,
  names: readonly (readonly [letter: string, name: string])[],
  { code, label, numerator, denominator, rest }: NetworkProportion,
): ReportTable => {
  const pairOf = (at: (id: string) => string): Pair => [shown.figure(at(numerator)), shown.figure(at(denominator))]
  const all = pairOf((id) => id)
  const row = (name: string, at: (id: string) => string, place: (own: Pair) => string) => {
    const share = shown.percentage(at(numerator), at(denominator), at(rest))
    const own = pairOf(at)
    return [
      textCell(name),
      ...own.map(countCell),
      estimateCell(share, 'per cent'),
      estimateCell(share, 'per cent'),
      textCell(place(own)),
    ]
  }
  const rowOf = ([letter, name]: readonly [letter: string, name: string]) =>
    row(
      name,
      (id) => practiceFigure(letter, id),
      (own) => besideAll(own, all),
    )
  return table({
    id: `practices-${code}`,
    title: `${label}, by practice`,
    columns: [
      column('Practice', 'text'),
      column('Number', 'count', 'practices'),
      column('Out of', 'count', 'practices'),
      column('Result', 'value'),
      column('Likely range', 'range'),
      column('Beside all practices', 'text'),
    ],
    rows: [
      ...names.map(rowOf),
      row(
        ALL,
        (id) => id,
        () => 'The middle',
      ),
    ],
    totalRow: true,
    note: 'Small practices lie far from the others by chance alone: compare ranges, not places.',
  })
}

const explanation: Explanation = {
  key: 'practices',
  counted: 'What each practice counted and sent',
  outOf: null,
  leftOut: [],
  rule: PRACTICES_RULE.code,
}

/** The practices of a combined report side by side, by letter unless they may be named. */
export const practicesSection = (context: SectionContext, { practices, listed, named }: NetworkPart): SectionDraft => {
  const { shown } = context
  const names = practices
    .map(({ letter, name }) => [letter, named ? name : `Practice ${letter}`] as const)
    .toSorted(([a, first], [b, second]) =>
      named ? first.localeCompare(second, 'en-GB') : a.length - b.length || a.localeCompare(b),
    )
  const missing = Math.max(0, listed - practices.length)
  return {
    section: {
      id: 'practices',
      title: 'Practices',
      finding: `${practices.length} of ${listed} practices sent their counts.${missing === 0 ? '' : ` ${missing} did not, and ${missing === 1 ? 'is' : 'are'} in no figure of this report.`}`,
      blocks: [
        table({
          id: 'practices',
          title: 'People and diagnoses, by practice',
          columns: [
            column('Practice', 'text'),
            ...NETWORK_COUNTS.map(({ label }) => column(label, 'count', 'practices')),
          ],
          rows: [
            ...names.map(([letter, name]) => [
              textCell(name),
              ...NETWORK_COUNTS.map(({ id }) => countCell(shown.figure(practiceFigure(letter, id)))),
            ]),
            [textCell(ALL), ...NETWORK_COUNTS.map(({ id }) => countCell(shown.figure(id)))],
          ],
          totalRow: true,
          note: named
            ? null
            : 'Letters were drawn by lot for this report: they say nothing of a practice, and are others in the next report.',
        }),
        ...NETWORK_PROPORTIONS.map((proportion) => proportionTable(context, names, proportion)),
      ],
    },
    explanations: [explanation],
  }
}
