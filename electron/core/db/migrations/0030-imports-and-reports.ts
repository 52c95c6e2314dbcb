/** Imports as named layers with their rejected rows, and reports as frozen datasets. */
export const importsAndReports = {
  version: 30,
  name: 'imports and reports',
  sql: `
CREATE TABLE import_batch (
  id TEXT PRIMARY KEY,
  name TEXT NOT NULL,
  layout TEXT NOT NULL,
  imported_at TEXT NOT NULL,
  user_name TEXT NOT NULL,
  counts TEXT NOT NULL CHECK (json_valid(counts)),
  audit_seq INTEGER NOT NULL,
  undone_at TEXT,
  version INTEGER NOT NULL CHECK (version > 0)
) STRICT;

CREATE TABLE import_rejection (
  id TEXT PRIMARY KEY,
  batch_id TEXT NOT NULL REFERENCES import_batch (id),
  line INTEGER NOT NULL,
  reason TEXT NOT NULL,
  cells TEXT NOT NULL CHECK (json_valid(cells)),
  version INTEGER NOT NULL CHECK (version > 0)
) STRICT;
CREATE INDEX import_rejection_batch ON import_rejection (batch_id, line);

CREATE TABLE report (
  id TEXT PRIMARY KEY,
  title TEXT NOT NULL,
  period_from TEXT NOT NULL,
  period_to TEXT NOT NULL,
  frozen_at TEXT NOT NULL,
  frozen_by TEXT NOT NULL,
  small_numbers TEXT NOT NULL,
  dataset TEXT NOT NULL CHECK (json_valid(dataset)),
  sha256 TEXT NOT NULL,
  version INTEGER NOT NULL CHECK (version > 0)
) STRICT;
`,
}
