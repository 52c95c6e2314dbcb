import { AVOIDABLE, LEARNING_THEMES } from '#shared/features/learning/public.ts'
import { periodWords } from '#shared/features/reports/period.ts'
import type { Explanation, UsedRule } from '#shared/features/reports/schema.ts'
import { figureText } from '#shared/features/reports/words.ts'
import { column, countCell, type SectionContext, type SectionDraft, table, textCell } from './section.ts'

/** The rule that learning events rest on, in reports that have any. */
export const LEARNING_RULE: UsedRule = {
  code: 'learning',
  version: '1',
  label: 'Learning events',
  text: 'Learning event analyses count in the period of their meeting once they were discussed, as recorded when the report was frozen; drafts and suggestions that were set aside do not count. One analysis may have several themes, so the themes do not add up. A diagnosis by the emergency route is with an analysis where one of it was discussed, whenever that was.',
  source:
    'Throughline; an analysis for every diagnosis after an emergency admission is recommendation 25 of Achieving World-Class Cancer Outcomes 2015 to 2020, and the themes are those of a published network report',
}

const findingOf = ({ shown }: SectionContext): string => {
  const held = shown.figure('learning')
  if (held.state === 'hidden') return 'The number of learning event analyses is hidden.'
  if (held.value === 0) return 'No learning event analysis was discussed in this period.'
  return `${figureText(held)} learning event ${held.value === 1 ? 'analysis was' : 'analyses were'} discussed in this period.`
}

const explanations = ({ period }: SectionContext): Explanation[] => [
  {
    key: 'learning',
    counted: `Learning event analyses whose meeting was ${periodWords(period)}`,
    outOf: null,
    leftOut: [],
    rule: LEARNING_RULE.code,
  },
  {
    key: 'learning-emergency',
    counted: 'New diagnoses of the period by the emergency route',
    outOf: null,
    leftOut: [],
    rule: LEARNING_RULE.code,
  },
]

/** What was learnt from how cancers were found, in counts: nothing of what was written. */
export const learningSection = (context: SectionContext): SectionDraft => {
  const { shown, period } = context
  const row = (label: string, id: string) => [textCell(label), countCell(shown.figure(id))]
  return {
    section: {
      id: 'learning',
      title: 'Learning events',
      finding: findingOf(context),
      blocks: [
        table({
          id: 'learning-emergency',
          title: 'Diagnoses by the emergency route, with and without an analysis',
          columns: [column('Analysis', 'text'), column('New diagnoses', 'count', 'learning-emergency')],
          rows: [
            row('Discussed', 'learning-emergency.with'),
            row('None, or not discussed yet', 'learning-emergency.without'),
            row('All', 'route.emergency'),
          ],
          totalRow: true,
        }),
        table({
          id: 'learning-themes',
          title: `Themes of the analyses, ${periodWords(period)}`,
          columns: [column('Theme', 'text'), column('Analyses', 'count', 'learning')],
          rows: LEARNING_THEMES.map(({ code, label }) => row(label, `learning-theme.${code}`)),
          note: 'One analysis may have several themes: they do not add up.',
          chart: { title: 'Analyses by theme', column: 1, unit: 'Analyses' },
        }),
        table({
          id: 'learning-avoidable',
          title: 'Could it have been avoided?',
          columns: [column('What the meeting said', 'text'), column('Analyses', 'count', 'learning')],
          rows: [
            ...AVOIDABLE.map(({ code, label }) => row(label, `learning-avoidable.${code}`)),
            row('Nothing said', 'learning-avoidable.not-said'),
            row('All', 'learning'),
          ],
          totalRow: true,
        }),
      ],
    },
    explanations: explanations(context),
  }
}
