import { periodWords } from '#shared/features/reports/period.ts'
import type { Indicator } from '#shared/features/reports/schema.ts'
import { leftOutOfNew } from './diagnoses-section.ts'
import {
  column,
  countCell,
  proportion,
  type SectionContext,
  type SectionDraft,
  shareSentence,
  table,
  textCell,
} from './section.ts'

export const stageKnown = ({ shown }: SectionContext): Indicator =>
  proportion(shown, {
    id: 'stage-known',
    label: 'Stage known',
    numerator: 'stage.known',
    denominator: 'new',
    rest: 'stage.rest',
    explain: 'stage-known',
  })

export const stageEarly = ({ shown }: SectionContext): Indicator =>
  proportion(shown, {
    id: 'stage-early',
    label: 'Early stage (1 or 2), of those known',
    numerator: 'stage.early',
    denominator: 'stage.known',
    rest: 'stage.late',
    explain: 'stage-early',
  })

const findingOf = (context: SectionContext): string => {
  const known = stageKnown(context)
  const first = shareSentence(
    known,
    'Stage known',
    (fraction, share) => `Stage is known for ${fraction} new diagnoses, ${share}.`,
  )
  if (known.estimate.state !== 'shown') return first
  const early = shareSentence(
    stageEarly(context),
    'Found early',
    (fraction, share) => `Of those, ${fraction} were found early, ${share}.`,
  )
  return `${first} ${early}`
}

/** Stage at diagnosis. The share found early never stands without the share known. */
export const stageSection = (context: SectionContext): SectionDraft => {
  const { shown, period } = context
  const row = (label: string, id: string) => [textCell(label), countCell(shown.figure(id))]
  return {
    section: {
      id: 'stage',
      title: 'Stage at diagnosis',
      finding: findingOf(context),
      blocks: [
        {
          type: 'indicators',
          id: 'stage',
          title: 'Stage known, and found early',
          indicators: [stageKnown(context), stageEarly(context)],
        },
        table({
          id: 'stage',
          title: `New diagnoses by stage, ${periodWords(period)}`,
          columns: [column('Stage', 'text'), column('New diagnoses', 'count', 'stage-known')],
          rows: [
            row('Stage 1', 'stage.1'),
            row('Stage 2', 'stage.2'),
            row('Stage 3', 'stage.3'),
            row('Stage 4', 'stage.4'),
            row('Stage 0', 'stage.0'),
            row('Not known', 'stage.not-known'),
            row('All', 'new'),
          ],
          totalRow: true,
          chart: { title: 'New diagnoses by stage', column: 1, unit: 'New diagnoses' },
        }),
      ],
    },
    explanations: [
      {
        key: 'stage-known',
        counted: 'New diagnoses with stage 1 to 4 recorded',
        outOf: 'All new diagnoses of the period',
        leftOut: leftOutOfNew(context),
        rule: 'stage',
      },
      {
        key: 'stage-early',
        counted: 'New diagnoses with stage 1 or 2 recorded',
        outOf: 'New diagnoses with stage 1 to 4 recorded',
        leftOut: [{ reason: 'Stage not known, or stage 0', count: shown.figure('stage.rest') }],
        rule: 'stage',
      },
    ],
  }
}
