import { VERSION } from './columns.ts'

/**
 * Which reports left, for what and to whom; and the true counts that a report was made from, so that it can be held
 * beside others, and made again with more hidden, long after the register has moved on.
 */
export const reportExports = {
  version: 130,
  name: 'report exports',
  sql: `
ALTER TABLE report ADD COLUMN measured TEXT CHECK (measured IS NULL OR json_valid(measured));

CREATE TABLE report_export (
  id TEXT PRIMARY KEY,
  report_id TEXT NOT NULL REFERENCES report (id),
  exported_at TEXT NOT NULL,
  exported_by TEXT NOT NULL,
  purpose TEXT NOT NULL,
  recipient TEXT NOT NULL,
  formats TEXT NOT NULL CHECK (json_valid(formats)),
  ${VERSION}
) STRICT;
CREATE INDEX report_export_report ON report_export (report_id);
`,
}
