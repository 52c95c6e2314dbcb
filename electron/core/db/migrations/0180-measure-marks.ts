import { isoDate, VERSION } from './columns.ts'

/**
 * What a practice writes on the charts of measures: months from which limits begin anew, notes, and targets of its own. One of
 * a kind for a measure and month.
 */
export const measureMarks = {
  version: 180,
  name: 'marks on the charts of measures',
  sql: `
CREATE TABLE measure_mark (
  id TEXT PRIMARY KEY,
  measure_code TEXT NOT NULL,
  kind TEXT NOT NULL CHECK (kind IN ('rebase', 'note', 'target')),
  month TEXT NOT NULL CHECK (month GLOB '[0-9][0-9][0-9][0-9]-[0-1][0-9]'),
  -- Why limits begin anew, what happened, or who set the target.
  words TEXT NOT NULL CHECK (trim(words) <> ''),
  -- In the unit of the measure; a share from 0 to 1.
  value REAL,
  made_on TEXT NOT NULL CHECK (${isoDate('made_on')}),
  made_by TEXT NOT NULL,
  ${VERSION},
  UNIQUE (measure_code, kind, month),
  CHECK ((kind = 'target') = (value IS NOT NULL))
) STRICT;
`,
}
