import { DEATH_PARTS } from '#shared/features/reports/death-measure.ts'
import { periodWords } from '#shared/features/reports/period.ts'
import type { UsedRule } from '#shared/features/reports/schema.ts'
import { figureText } from '#shared/features/reports/words.ts'
import { column, countCell, type SectionContext, type SectionDraft, table, textCell } from './section.ts'

/** The rule that deaths rest on. */
export const DEATHS_RULE: UsedRule = {
  code: 'deaths',
  version: '1',
  label: 'Deaths',
  text: 'People with a diagnosis that counts for the cancer register whose date of death lies in the period, of whatever cause. The place is the one recorded by the practice: own and other private homes are together, as are care homes with and without nursing.',
  source: 'Throughline; places are those of the national death location types at their top level',
}

const findingOf = ({ shown }: SectionContext): string => {
  const all = shown.figure('deaths')
  if (all.state === 'hidden') return 'The number of deaths is hidden.'
  if (all.value === 0) return 'Nobody on the register died in this period.'
  return `${figureText(all)} ${all.value === 1 ? 'person' : 'people'} of the register died in this period, of any cause.`
}

/** Who of the register died, and where. */
export const deathsSection = (context: SectionContext): SectionDraft => {
  const { shown, period } = context
  return {
    section: {
      id: 'deaths',
      title: 'Deaths',
      finding: findingOf(context),
      blocks: [
        table({
          id: 'deaths',
          title: `Deaths by place, ${periodWords(period)}`,
          columns: [column('Place', 'text'), column('Deaths', 'count', 'deaths')],
          rows: [
            ...DEATH_PARTS.map(({ code, label }) => [textCell(label), countCell(shown.figure(`deaths.${code}`))]),
            [textCell('All'), countCell(shown.figure('deaths'))],
          ],
          totalRow: true,
          note: 'Of any cause. Where somebody wished to die is not compared here.',
        }),
      ],
    },
    explanations: [
      {
        key: 'deaths',
        counted: `People of the register who died ${periodWords(period)}`,
        outOf: null,
        leftOut: [{ reason: 'The date of death is too vague to place', count: shown.figure('deaths-left.vague') }],
        rule: DEATHS_RULE.code,
      },
    ],
  }
}
