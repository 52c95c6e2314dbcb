import type { Indicator } from '#shared/features/reports/schema.ts'
import type { SectionCode } from '#shared/features/reports/sections.ts'
import { countCell, column, type SectionContext, type SectionDraft, table, textCell } from './section.ts'
import { careReview, supportContact } from './care-section.ts'
import { newDiagnosisRate } from './diagnoses-section.ts'
import { gapMeter, outstandingLetters } from './letters-section.ts'
import { prevalence } from './register-section.ts'
import { emergencyRoute } from './route-section.ts'
import { stageEarly, stageKnown } from './stage-section.ts'

/** The headlines, each with the section that it is from. */
const HEADLINES: readonly (readonly [SectionCode, (context: SectionContext) => Indicator])[] = [
  ['register', prevalence],
  ['new-diagnoses', newDiagnosisRate],
  ['stage', stageKnown],
  ['stage', stageEarly],
  ['route', emergencyRoute],
  ['care', supportContact],
  ['care', careReview],
  ['letters', gapMeter],
]

/** The headlines of the sections that the report has. */
export const headlinesOf = (context: SectionContext): Indicator[] =>
  HEADLINES.flatMap(([section, make]) => (context.chosen.has(section) ? [make(context)] : []))

const lettersTable = (context: SectionContext) =>
  table({
    id: 'summary-letters',
    title: 'Letters outstanding',
    columns: [column('Measure', 'text'), column('Letters', 'count', 'letters-late')],
    rows: [[textCell('Late at the end of the period'), countCell(outstandingLetters(context))]],
  })

/** Every headline on one page. Each figure is the one that stands in its own section. */
export const summarySection = (context: SectionContext, findings: readonly string[]): SectionDraft => ({
  section: {
    id: 'summary',
    title: 'Summary',
    finding: findings.slice(0, 2).join(' '),
    blocks: [
      ...findings.slice(2).map((text) => ({ type: 'paragraph' as const, text })),
      ...(headlinesOf(context).length === 0
        ? []
        : [
            {
              type: 'indicators' as const,
              id: 'summary',
              title: 'Headline measures',
              indicators: headlinesOf(context),
            },
          ]),
      ...(context.chosen.has('letters') ? [lettersTable(context)] : []),
    ],
  },
  explanations: [],
})
