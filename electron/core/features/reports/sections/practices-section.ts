import {
  NETWORK_COUNTS,
  NETWORK_PROPORTIONS,
  type NetworkPart,
  type NetworkProportion,
  practiceFigure,
} from '#shared/features/reports/network-measure.ts'
import type { Explanation, ReportTable, UsedRule } from '#shared/features/reports/schema.ts'
import { column, countCell, estimateCell, type SectionContext, type SectionDraft, table, textCell } from './section.ts'

/** The rule that a report of several practices rests on. */
export const PRACTICES_RULE: UsedRule = {
  code: 'practices',
  version: '1',
  label: 'Practices together',
  text: 'Counts that practices sent, added up one by one; percentages are of all their people and not the mean of the practices’ own. Medians are of the days of all letters of all practices. Practices that sent nothing are in no figure. Each practice counts letters as late by the days that it has set itself. Lists that a practice compared are not added up. Small numbers are hidden over all practices and all totals at once.',
  source: 'Throughline',
}

const ALL = 'All practices'

const proportionTable = (
  { shown }: SectionContext,
  names: readonly (readonly [letter: string, name: string])[],
  { code, label, numerator, denominator, rest }: NetworkProportion,
): ReportTable => {
  const row = (name: string, at: (id: string) => string) => {
    const share = shown.percentage(at(numerator), at(denominator), at(rest))
    return [
      textCell(name),
      countCell(shown.figure(at(numerator))),
      countCell(shown.figure(at(denominator))),
      estimateCell(share, 'per cent'),
      estimateCell(share, 'per cent'),
    ]
  }
  return table({
    id: `practices-${code}`,
    title: `${label}, by practice`,
    columns: [
      column('Practice', 'text'),
      column('Number', 'count', 'practices'),
      column('Out of', 'count', 'practices'),
      column('Result', 'value'),
      column('Likely range', 'range'),
    ],
    rows: [...names.map(([letter, name]) => row(name, (id) => practiceFigure(letter, id))), row(ALL, (id) => id)],
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
