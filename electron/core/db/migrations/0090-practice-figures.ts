import { day, VERSION } from './columns.ts'

/**
 * Practice figures as dated tables with their source. The kind and its columns are described in
 * `shared/features/figures/kinds.ts`, so that another kind needs no migration. Rows hang on the number of their set and
 * not on its id: a postcode look-up has more than a million of them. The primary key is what they are looked up by.
 */
export const practiceFigures = {
  version: 90,
  name: 'practice figures',
  sql: `
CREATE TABLE figure_set (
  id TEXT PRIMARY KEY,
  number INTEGER NOT NULL UNIQUE,
  kind TEXT NOT NULL,
  title TEXT NOT NULL,
  series TEXT NOT NULL,
  source TEXT NOT NULL,
  edition TEXT,
  ${day('as_at')},
  ${day('period_from')},
  ${day('period_to')},
  file_kind TEXT NOT NULL,
  columns TEXT NOT NULL CHECK (json_valid(columns)),
  row_count INTEGER NOT NULL CHECK (row_count > 0),
  checks TEXT NOT NULL CHECK (json_valid(checks)),
  content_hash TEXT NOT NULL,
  imported_at TEXT NOT NULL,
  user_name TEXT NOT NULL,
  removed_at TEXT,
  removed_by TEXT,
  ${VERSION},
  CHECK ((as_at IS NULL) <> (period_from IS NULL)),
  CHECK ((period_from IS NULL) = (period_to IS NULL) AND (period_from IS NULL OR period_from <= period_to)),
  CHECK ((removed_at IS NULL) = (removed_by IS NULL))
) STRICT;
CREATE INDEX figure_set_series ON figure_set (kind, series);
CREATE UNIQUE INDEX figure_set_content ON figure_set (content_hash) WHERE removed_at IS NULL;

CREATE TABLE figure_row (
  set_number INTEGER NOT NULL REFERENCES figure_set (number),
  key TEXT NOT NULL,
  part TEXT NOT NULL,
  line INTEGER NOT NULL CHECK (line > 0),
  figures TEXT NOT NULL CHECK (json_valid(figures)),
  PRIMARY KEY (set_number, key, part)
) STRICT, WITHOUT ROWID;
CREATE UNIQUE INDEX figure_row_line ON figure_row (set_number, line);
`,
}
