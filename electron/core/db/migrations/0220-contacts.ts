import { day, oneOf, VERSION } from './columns.ts'

/** The people that a cancer lead works with: at hospitals, in the network, in practices, charities and councils, and peers. */
export const contacts = {
  version: 220,
  name: 'contacts',
  sql: `
CREATE TABLE contact (
  id TEXT PRIMARY KEY,
  name TEXT NOT NULL CHECK (trim(name) <> ''),
  role TEXT,
  organisation TEXT,
  kind TEXT NOT NULL CHECK (kind IN ('hospital', 'network', 'practice', 'charity', 'council', 'peer', 'other')),
  phone TEXT,
  email TEXT,
  notes TEXT,
  ${oneOf('influence', 'low some high')},
  ${oneOf('interest', 'low some high')},
  ${day('last_spoken_on')},
  ${VERSION}
) STRICT;
CREATE INDEX contact_kind ON contact (kind, name);
`,
}
