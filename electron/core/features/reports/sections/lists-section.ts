import { labelOf } from '#shared/domain/people.ts'
import { listFigure } from '#shared/features/reports/list-measure.ts'
import { periodWords } from '#shared/features/reports/period.ts'
import type { Explanation, UsedRule } from '#shared/features/reports/schema.ts'
import { LIST_SOURCES } from '#shared/features/reconcile/schema.ts'
import { column, countCell, estimateCell, type SectionContext, type SectionDraft, table, textCell } from './section.ts'

/** The rule that compared lists rest on, in reports that have any. */
export const LIST_RULE: UsedRule = {
  code: 'lists',
  version: '1',
  label: 'List reconciliation',
  text: 'Lists of a hospital or registry whose period shares a day with that of the report, as last compared. People are matched as in an import: by NHS number, else by surname and date of birth with first name or local number. One person and one tumour group are one cancer. Dates are other dates only where they cannot be the same day; days run from our date to theirs, where both days are known. Ours only are new primaries of the list’s period and groups that the list lacks. Rows that could not be matched are in no figure.',
  source: 'Throughline; the four numbers are those of published comparisons of GP records with cancer registration',
}

const explanations = ({ shown, lists }: SectionContext): Explanation[] => [
  {
    key: 'lists',
    counted: 'Cancers of the compared lists, and ours that the lists lack',
    outOf: null,
    leftOut: [],
    rule: LIST_RULE.code,
  },
  {
    key: 'list-days',
    counted: 'Days from our diagnosis date to that of the list, where the two differ',
    outOf: null,
    leftOut: lists.map(({ source }, at) => ({
      reason: `${labelOf(LIST_SOURCES, source)}: the day is not known on both sides`,
      count: shown.figure(listFigure(at, 'days-left')),
    })),
    rule: LIST_RULE.code,
  },
]

/** How the register compares with the lists of others. Lists are told by what they are, never by the name somebody typed. */
export const listsSection = (context: SectionContext): SectionDraft => {
  const { shown, lists } = context
  const figure = (at: number, name: string) => countCell(shown.figure(listFigure(at, name)))
  return {
    section: {
      id: 'lists',
      title: 'List reconciliation',
      finding: `${lists.length} ${lists.length === 1 ? 'list was' : 'lists were'} compared with the register for this period.`,
      blocks: [
        table({
          id: 'lists',
          title: 'Cancers in both, on one side only, and with another date',
          columns: [
            column('List', 'text'),
            column('In both', 'count', 'lists'),
            column('Theirs only', 'count', 'lists'),
            column('Ours only', 'count', 'lists'),
            column('Another date', 'count', 'lists'),
            column('Middle, days later', 'value'),
            column('Decided', 'count', 'lists'),
            column('Open', 'count', 'lists'),
          ],
          rows: lists.map(({ source, from, to }, at) => [
            textCell(`${labelOf(LIST_SOURCES, source)}, ${periodWords({ from, to })}`),
            ...['both', 'theirs_only', 'ours_only', 'other_date'].map((name) => figure(at, name)),
            estimateCell(shown.median(listFigure(at, 'days')), 'days'),
            figure(at, 'resolved'),
            figure(at, 'open'),
          ]),
          note: 'Decided and open are of what differs: theirs only, ours only and another date. A minus means that the list has the earlier date.',
        }),
      ],
    },
    explanations: explanations(context),
  }
}
