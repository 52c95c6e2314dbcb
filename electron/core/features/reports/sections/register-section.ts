import { formatIsoDate } from '#shared/domain/partial-date.ts'
import type { Indicator } from '#shared/features/reports/schema.ts'
import { estimateSentence, figureText } from '#shared/features/reports/words.ts'
import { column, countCell, estimateCell, type SectionContext, type SectionDraft, table, textCell } from './section.ts'

/** Register size as a share of the list. */
export const prevalence = ({ shown, practice }: SectionContext): Indicator => ({
  id: 'prevalence',
  label: 'On the cancer register (prevalence)',
  numerator: shown.figure('register'),
  denominator: null,
  population: practice.listSize,
  unit: 'per cent',
  estimate: shown.percentageOf('register', practice.listSize),
  explain: 'register',
})

const findingOf = (context: SectionContext): string => {
  const { numerator, estimate } = prevalence(context)
  if (numerator.state === 'hidden') return 'The number of people on the register is hidden.'
  const share = estimateSentence(estimate, 'per cent', ' of the list')
  const people = numerator.value === 1 ? '1 person is' : `${figureText(numerator)} people are`
  return `${people} on the cancer register${share === null ? '' : `, ${share}`}.`
}

/** How many people live with or after cancer, and how many of them the national rule counts. */
export const registerSection = (context: SectionContext): SectionDraft => {
  const { shown, period, practice } = context
  const day = formatIsoDate(period.to)
  const list = practice.listSize.toLocaleString('en-GB')
  const share = shown.percentageOf('register', practice.listSize)
  return {
    section: {
      id: 'register',
      title: 'The register',
      finding: findingOf(context),
      blocks: [
        table({
          id: 'register',
          title: `People on the register on ${day}`,
          columns: [
            column('Register', 'text'),
            column('People', 'count', 'register'),
            column('% of the list', 'value'),
            column('Likely range', 'range'),
          ],
          rows: [
            [
              textCell('Cancer register, by the QOF rule'),
              countCell(shown.figure('register')),
              estimateCell(share, 'per cent'),
              estimateCell(share, 'per cent'),
            ],
            [
              textCell('Not counted by it, and kept on the practice’s own list'),
              countCell(shown.figure('own-register')),
              textCell(''),
              textCell(''),
            ],
          ],
          note: `Out of a list of ${list} on ${formatIsoDate(practice.listSizeOn)}. The register grows every year, because people leave it only by dying or moving away. Those whom the rule does not count and the practice chose to leave off its own register are in neither row.`,
        }),
      ],
    },
    explanations: [
      {
        key: 'register',
        counted: `People alive and registered on ${day} who had been diagnosed with cancer by then`,
        outOf: `The list of ${list} people on ${formatIsoDate(practice.listSizeOn)}`,
        leftOut: [
          {
            reason: 'The date of death or of leaving is too vague to tell',
            count: shown.figure('register-left.vague-death'),
          },
          {
            reason: 'The date of diagnosis is too vague to tell',
            count: shown.figure('register-left.vague-diagnosis'),
          },
          { reason: 'Asked to be left out of what is shared', count: shown.figure('left-out-of-sharing') },
        ],
        rule: 'register',
      },
    ],
  }
}
