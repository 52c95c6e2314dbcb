import type { UsedRule } from '#shared/features/reports/schema.ts'
import type { SectionCode } from '#shared/features/reports/sections.ts'
import { column, countCell, type SectionContext, type SectionDraft, table, textCell } from './section.ts'

/** The rule that the ten things rest on. */
export const TEN_THINGS_RULE: UsedRule = {
  code: 'ten-things',
  version: '1',
  label: 'Ten things that matter',
  text: 'Each of the ten things with the figure of this report that says most of it. Where the report has none it says so: not measured is no judgement. Acted on counts what was discussed as a learning event.',
  source:
    'Throughline; the ten headings are those that primary care cancer leads audit by, the words about them are ours',
}

interface Measured {
  readonly needs: SectionCode
  readonly words: string
  /** Ids of figures. */
  readonly number: string
  readonly outOf?: string
}

interface Thing {
  readonly label: string
  readonly measured?: Measured
  readonly actedOn?: Measured
}

const THINGS: readonly Thing[] = [
  {
    label: 'Early diagnosis',
    measured: { needs: 'stage', words: 'Found at stage 1 or 2', number: 'stage.early', outOf: 'stage.known' },
    actedOn: { needs: 'learning', words: 'Emergency diagnoses with an analysis', number: 'learning-emergency.with' },
  },
  { label: 'Ethos' },
  {
    label: 'Communications',
    measured: { needs: 'letters', words: 'Letters late at the end of the period', number: 'letters' },
    actedOn: { needs: 'learning', words: 'Analyses about communication', number: 'learning-theme.communication' },
  },
  { label: 'Choice' },
  {
    label: 'Supports',
    measured: {
      needs: 'care',
      words: 'Support contact in time',
      number: 'support-contact.done',
      outOf: 'support-contact.out-of',
    },
  },
  { label: 'Carers' },
  {
    label: 'Holistic assessment',
    measured: {
      needs: 'care',
      words: 'Care review in time, which is the practice’s part of it',
      number: 'care-review.done',
      outOf: 'care-review.out-of',
    },
  },
  {
    label: 'Seamless care',
    actedOn: {
      needs: 'learning',
      words: 'Analyses about delay at the hospital',
      number: 'learning-theme.hospital_delay',
    },
  },
  { label: 'Transport' },
  {
    label: 'Discharge information',
    measured: {
      needs: 'letters',
      words: 'Discharge letters late at the end of the period',
      number: 'letters.discharge',
    },
  },
]

/** The ten things, each with what the report knows of it: most have no figure, and the table says so. */
export const tenThingsSection = ({ shown, chosen, hasLearning }: SectionContext): SectionDraft => {
  const isThere = (found: Measured | undefined): found is Measured =>
    found !== undefined && chosen.has(found.needs) && (found.needs !== 'learning' || hasLearning)
  const number = (id: string | undefined) => (id === undefined ? textCell('') : countCell(shown.figure(id)))
  const measured = THINGS.filter((thing) => isThere(thing.measured)).length
  return {
    section: {
      id: 'ten-things',
      title: 'Ten things that matter',
      finding:
        measured === 0
          ? 'None of the ten things has a figure in this report.'
          : 'Some of the ten things have a figure in this report, and the others say that they are not measured.',
      blocks: [
        table({
          id: 'ten-things',
          title: 'What the report knows of each thing',
          columns: [
            column('Thing', 'text'),
            column('Measured by', 'text'),
            column('Number', 'count'),
            column('Out of', 'count'),
            column('Acted on', 'text'),
            column('Learning events', 'count'),
          ],
          rows: THINGS.map(({ label, measured: by, actedOn }) => [
            textCell(label),
            textCell(isThere(by) ? by.words : 'Not measured'),
            number(isThere(by) ? by.number : undefined),
            number(isThere(by) ? by.outOf : undefined),
            textCell(isThere(actedOn) ? actedOn.words : 'Not measured'),
            number(isThere(actedOn) ? actedOn.number : undefined),
          ]),
          note: 'Each number is the one of its own section.',
        }),
      ],
    },
    explanations: [],
  }
}
