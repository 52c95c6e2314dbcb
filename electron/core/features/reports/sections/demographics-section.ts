import { DEMOGRAPHICS } from '#shared/features/reports/demographic-measure.ts'
import { NOT_KNOWN } from '#shared/features/reports/demographics.ts'
import { periodWords } from '#shared/features/reports/period.ts'
import type { UsedRule } from '#shared/features/reports/schema.ts'
import { figureText } from '#shared/features/reports/words.ts'
import { leftOutOfNew } from './diagnoses-section.ts'
import { column, countCell, type SectionContext, type SectionDraft, table, textCell } from './section.ts'

/** The rule that demographics rest on. */
export const DEMOGRAPHICS_RULE: UsedRule = {
  code: 'demographics',
  version: '1',
  label: 'Demographics',
  text: 'New diagnoses by what the register holds of the person when the report was frozen. Age is that at diagnosis, in whole years; where the date is too vague to tell the group it is not known. Ethnic groups are the top level of the 2001 categories. Fifths of deprivation are those of the index recorded, 1 the most deprived, and of several indices where people have several.',
  source: 'Throughline; what is asked is that of a published network report',
}

const findingOf = ({ shown }: SectionContext): string => {
  const all = shown.figure('new')
  if (all.state === 'hidden') return 'The number of new diagnoses is hidden.'
  if (all.value === 0) return 'No new cancers were diagnosed in this period.'
  const missing = shown.figure(`by-ethnicity.${NOT_KNOWN}`)
  return missing.state === 'hidden' || missing.value === 0
    ? `${figureText(all)} new diagnoses by sex, age, ethnic group and deprivation.`
    : `${figureText(all)} new diagnoses by sex, age, ethnic group and deprivation. The ethnic group is not known for ${figureText(missing)}.`
}

/** Who was diagnosed, in counts. */
export const demographicsSection = (context: SectionContext): SectionDraft => {
  const { shown, period } = context
  return {
    section: {
      id: 'demographics',
      title: 'Demographics',
      finding: findingOf(context),
      blocks: DEMOGRAPHICS.map(({ id, title, heading, parts }) =>
        table({
          id,
          title: `${title}, ${periodWords(period)}`,
          columns: [column(heading, 'text'), column('New diagnoses', 'count', 'demographics')],
          rows: [
            ...parts.map(({ code, label }) => [textCell(label), countCell(shown.figure(`${id}.${code}`))]),
            [textCell('All'), countCell(shown.figure('new'))],
          ],
          totalRow: true,
        }),
      ),
    },
    explanations: [
      {
        key: 'demographics',
        counted: `New primary cancers diagnosed ${periodWords(period)}, by what is recorded of the person`,
        outOf: null,
        leftOut: leftOutOfNew(context),
        rule: DEMOGRAPHICS_RULE.code,
      },
    ],
  }
}
