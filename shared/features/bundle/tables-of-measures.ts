import { code, count, date, id, type TableWords, text, VERSION } from './describe.ts'

/** What a practice wrote on the charts of measures. */
export const TABLES_OF_MEASURES: readonly TableWords[] = [
  {
    table: 'measure_mark',
    words: 'One mark on the chart of a measure: limits that begin anew, a note, or a target of the practice.',
    columns: {
      id: id('The mark'),
      measure_code: text('The measure'),
      kind: code('What it is'),
      month: text('The month, as YYYY-MM'),
      words: text('Why limits begin anew, what happened, or who set the target'),
      value: count('The target', 'the unit of the measure; a share from 0 to 1', 'no target'),
      made_on: date('Day on which it was written'),
      made_by: text('Who wrote it'),
      version: VERSION,
    },
  },
]
