import { day, isoDate, oneOf, partial, VERSION } from './columns.ts'

/**
 * Lists of others (a hospital's meeting, a cancer registry) compared with the register. An item is one cancer of the
 * list, one of ours that the list lacks, or rows that could not be compared; `row_count` says how many rows of the list
 * are counted under it, so that rows in always equal rows out.
 */
export const reconciliations = {
  version: 100,
  name: 'reconciliations',
  sql: `
CREATE TABLE reconciliation (
  id TEXT PRIMARY KEY,
  name TEXT NOT NULL,
  source TEXT NOT NULL CHECK (source IN ('hospital', 'registry', 'other')),
  period_from TEXT NOT NULL CHECK (${isoDate('period_from')}),
  period_to TEXT NOT NULL CHECK (${isoDate('period_to')}),
  tumour_groups TEXT CHECK (tumour_groups IS NULL OR json_valid(tumour_groups)),
  compared_at TEXT NOT NULL,
  compared_by TEXT NOT NULL,
  rows_in INTEGER NOT NULL CHECK (rows_in >= 0),
  ours_looked_for INTEGER NOT NULL CHECK (ours_looked_for >= 0),
  ours_too_vague INTEGER NOT NULL CHECK (ours_too_vague >= 0),
  ${day('closed_on')},
  ${VERSION},
  CHECK (period_from <= period_to)
) STRICT;

CREATE TABLE reconciliation_item (
  id TEXT PRIMARY KEY,
  reconciliation_id TEXT NOT NULL REFERENCES reconciliation (id),
  kind TEXT NOT NULL CHECK (kind IN ('both', 'theirs_only', 'ours_only', 'other_date', 'set_aside')),
  position INTEGER NOT NULL,
  -- The same in every comparison in which the same thing differs, so that what was decided can be kept.
  item_key TEXT NOT NULL,
  line INTEGER,
  row_count INTEGER NOT NULL CHECK (row_count >= 0),
  -- Which person of the list it is about: several items may be about one.
  list_person INTEGER,
  person_id TEXT REFERENCES person (id),
  episode_id TEXT REFERENCES cancer_episode (id),
  tumour_group TEXT,
  site TEXT,
  entry TEXT CHECK (entry IS NULL OR json_valid(entry)),
  ours_date TEXT,
  ours_date_precision TEXT,
  theirs_date TEXT,
  theirs_date_precision TEXT,
  days INTEGER,
  note TEXT,
  ${oneOf(
    'decision',
    'added not_ours no_cancer moved_away asked list_wrong ours_wrong keep_ours took_theirs both_noted dealt_with',
  )},
  decision_reason TEXT,
  decided_by TEXT,
  ${day('decided_on')},
  decided_seq INTEGER,
  ${VERSION},
  ${partial('ours_date')},
  ${partial('theirs_date')},
  CHECK ((decision IS NULL) = (decided_on IS NULL) AND (decision IS NULL) = (decided_by IS NULL))
) STRICT;
CREATE INDEX reconciliation_item_list ON reconciliation_item (reconciliation_id, kind, position);
CREATE INDEX reconciliation_item_open ON reconciliation_item (reconciliation_id, kind, position) WHERE decision IS NULL;
CREATE INDEX reconciliation_item_person ON reconciliation_item (person_id) WHERE person_id IS NOT NULL;
CREATE INDEX reconciliation_item_episode ON reconciliation_item (episode_id) WHERE episode_id IS NOT NULL;
`,
}
