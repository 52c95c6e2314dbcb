import { countCell, column, type SectionContext, type SectionDraft, table, textCell } from './section.ts'
import { careReview, supportContact } from './care-section.ts'
import { newDiagnosisRate } from './diagnoses-section.ts'
import { gapMeter, outstandingLetters } from './letters-section.ts'
import { prevalence } from './register-section.ts'
import { emergencyRoute } from './route-section.ts'
import { stageEarly, stageKnown } from './stage-section.ts'

/** Every headline on one page. Each figure is the one that stands in its own section. */
export const summarySection = (context: SectionContext, findings: readonly string[]): SectionDraft => ({
  section: {
    id: 'summary',
    title: 'Summary',
    finding: findings.slice(0, 2).join(' '),
    blocks: [
      ...findings.slice(2).map((text) => ({ type: 'paragraph' as const, text })),
      {
        type: 'indicators',
        id: 'summary',
        title: 'Headline measures',
        indicators: [
          prevalence(context),
          newDiagnosisRate(context),
          stageKnown(context),
          stageEarly(context),
          emergencyRoute(context),
          supportContact(context),
          careReview(context),
          gapMeter(context),
        ],
      },
      table({
        id: 'summary-letters',
        title: 'Letters outstanding',
        columns: [column('Measure', 'text'), column('Letters', 'count', 'letters-late')],
        rows: [[textCell('Late at the end of the period'), countCell(outstandingLetters(context))]],
      }),
    ],
  },
  explanations: [],
})
