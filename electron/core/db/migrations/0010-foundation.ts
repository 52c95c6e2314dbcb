/**
 * Practice, people with access, audit trail and change history.
 * The audit trail has no foreign keys, so it can never be in the way of the data it describes, and triggers keep it
 * append-only even for a defect of ours.
 */
export const foundation = {
  version: 10,
  name: 'foundation',
  sql: `
CREATE TABLE practice (
  id TEXT PRIMARY KEY,
  name TEXT NOT NULL CHECK (length(name) BETWEEN 1 AND 120),
  ods_code TEXT NOT NULL,
  nation TEXT NOT NULL CHECK (nation IN ('england', 'scotland', 'wales', 'northern-ireland')),
  list_size INTEGER NOT NULL CHECK (list_size > 0),
  list_size_on TEXT NOT NULL CHECK (list_size_on GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'),
  network_name TEXT NOT NULL,
  is_demo INTEGER NOT NULL CHECK (is_demo IN (0, 1)),
  version INTEGER NOT NULL CHECK (version > 0)
) STRICT;

CREATE TABLE user_account (
  id TEXT PRIMARY KEY,
  name TEXT NOT NULL,
  job_title TEXT NOT NULL,
  access_role TEXT NOT NULL CHECK (access_role IN ('lead', 'clinical', 'admin', 'read-only')),
  version INTEGER NOT NULL CHECK (version > 0)
) STRICT;

CREATE TABLE setting (
  id TEXT PRIMARY KEY,
  value TEXT NOT NULL CHECK (json_valid(value)),
  version INTEGER NOT NULL CHECK (version > 0)
) STRICT;

CREATE TABLE audit_entry (
  seq INTEGER PRIMARY KEY,
  at TEXT NOT NULL,
  user_id TEXT NOT NULL,
  user_name TEXT NOT NULL,
  method TEXT NOT NULL,
  verb TEXT NOT NULL,
  person_id TEXT,
  row_count INTEGER NOT NULL,
  detail TEXT NOT NULL CHECK (json_valid(detail)),
  undoes_seq INTEGER,
  previous_hash TEXT NOT NULL,
  hash TEXT NOT NULL
) STRICT;
CREATE INDEX audit_entry_person ON audit_entry (person_id, seq);
CREATE INDEX audit_entry_undoes ON audit_entry (undoes_seq) WHERE undoes_seq IS NOT NULL;

CREATE TRIGGER audit_entry_no_update BEFORE UPDATE ON audit_entry
BEGIN SELECT RAISE(ABORT, 'audit entries are never changed'); END;
CREATE TRIGGER audit_entry_no_delete BEFORE DELETE ON audit_entry
BEGIN SELECT RAISE(ABORT, 'audit entries are never removed'); END;

CREATE TABLE change (
  seq INTEGER PRIMARY KEY,
  audit_seq INTEGER NOT NULL,
  table_name TEXT NOT NULL,
  row_id TEXT,
  row_ids TEXT CHECK (json_valid(row_ids)),
  kind TEXT NOT NULL CHECK (kind IN ('insert', 'update', 'remove')),
  before_values TEXT,
  after_values TEXT,
  CHECK ((row_id IS NULL) <> (row_ids IS NULL)),
  CHECK (row_ids IS NULL OR kind = 'insert'),
  CHECK ((kind = 'insert') = (before_values IS NULL)),
  CHECK ((kind = 'update') = (after_values IS NOT NULL))
) STRICT;
CREATE INDEX change_audit ON change (audit_seq);
CREATE INDEX change_row ON change (row_id) WHERE row_id IS NOT NULL;
CREATE TRIGGER change_no_update BEFORE UPDATE ON change
BEGIN SELECT RAISE(ABORT, 'history is never changed'); END;
CREATE TRIGGER change_no_delete BEFORE DELETE ON change
BEGIN SELECT RAISE(ABORT, 'history is never removed'); END;
`,
}
