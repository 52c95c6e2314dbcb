import { midSentence } from '#shared/features/journey/public.ts'
import type { SectionCode } from '#shared/features/reports/sections.ts'
import { estimateText } from '#shared/features/reports/words.ts'
import { column, countCell, estimateCell, type SectionContext, type SectionDraft, table, textCell } from './section.ts'

interface Item {
  readonly label: string
  readonly recorded: string
  readonly missing: string
  readonly outOf: 'register' | 'new'
  /** The section that the item is of: left out with it. */
  readonly of: SectionCode
}

const ITEMS: readonly Item[] = [
  {
    label: 'NHS number',
    recorded: 'complete.nhs-number',
    missing: 'missing.nhs-number',
    outOf: 'register',
    of: 'register',
  },
  {
    label: 'Date of birth',
    recorded: 'complete.birth-date',
    missing: 'missing.birth-date',
    outOf: 'register',
    of: 'register',
  },
  { label: 'Sex', recorded: 'complete.sex', missing: 'missing.sex', outOf: 'register', of: 'register' },
  { label: 'Cancer named', recorded: 'new-group.named', missing: 'new.not_known', outOf: 'new', of: 'new-diagnoses' },
  {
    label: 'Date of diagnosis, to the day',
    recorded: 'new-date.day',
    missing: 'new-date.vague',
    outOf: 'new',
    of: 'new-diagnoses',
  },
  { label: 'Stage 1 to 4', recorded: 'stage.known', missing: 'stage.rest', outOf: 'new', of: 'stage' },
  { label: 'Route to diagnosis', recorded: 'route.known', missing: 'route.not_known', outOf: 'new', of: 'route' },
]

const itemsOf = ({ chosen }: SectionContext): Item[] => ITEMS.filter((item) => chosen.has(item.of))

const OF_WHAT = { register: 'people on the register', new: 'new diagnoses' } as const

const findingOf = (context: SectionContext): string => {
  const { shown } = context
  const items = itemsOf(context)
  const shares = items.flatMap(({ label, recorded, missing, outOf }) => {
    const estimate = shown.percentage(recorded, outOf, missing)
    return estimate.state === 'shown' ? [{ label, estimate }] : []
  })
  const [lowest] = shares.toSorted((a, b) => a.estimate.value - b.estimate.value)
  if (lowest === undefined)
    return 'Nothing can be said of completeness: there are too few to count, or the numbers are hidden.'
  if (shares.every(({ estimate }) => estimate.value === 100))
    return shares.length === items.length
      ? 'Everything that is looked at here is complete.'
      : `Complete: ${shares.map(({ label }) => midSentence(label)).join(', ')}. Of the other items there are too few to tell, or the numbers are hidden.`
  return `Least complete of what may be shown: ${midSentence(lowest.label)}, ${estimateText(lowest.estimate, 'per cent')} recorded.`
}

/** How much of what the report rests on is recorded. */
export const completenessSection = (context: SectionContext): SectionDraft => {
  const { shown } = context
  return {
    section: {
      id: 'completeness',
      title: 'How complete the data are',
      finding: findingOf(context),
      blocks: [
        table({
          id: 'completeness',
          title: 'What is recorded',
          columns: [
            column('Item', 'text'),
            column('Out of', 'text'),
            column('Recorded', 'count', 'completeness'),
            column('Not recorded', 'count', 'completeness'),
            column('All', 'count', 'completeness'),
            column('% recorded', 'value'),
          ],
          rows: itemsOf(context).map(({ label, recorded, missing, outOf }) => [
            textCell(label),
            textCell(OF_WHAT[outOf]),
            countCell(shown.figure(recorded)),
            countCell(shown.figure(missing)),
            countCell(shown.figure(outOf)),
            estimateCell(shown.percentage(recorded, outOf, missing), 'per cent'),
          ]),
        }),
      ],
    },
    explanations: [
      {
        key: 'completeness',
        counted: 'Records with the item filled in',
        outOf: 'People on the register at the end of the period, or new diagnoses in it',
        leftOut: [],
        rule: 'completeness',
      },
    ],
  }
}
