import { VERSION } from './columns.ts'

/** How files of one shape are matched: their columns, how dates are written, what words mean, how differences are settled. */
export const importProfiles = {
  version: 110,
  name: 'import profiles',
  sql: `
CREATE TABLE import_profile (
  id TEXT PRIMARY KEY,
  name TEXT NOT NULL,
  layout TEXT NOT NULL,
  shape TEXT NOT NULL CHECK (json_valid(shape)),
  columns TEXT NOT NULL CHECK (json_valid(columns)),
  words TEXT NOT NULL CHECK (json_valid(words)),
  differences TEXT NOT NULL CHECK (json_valid(differences)),
  used_at TEXT NOT NULL,
  times INTEGER NOT NULL CHECK (times > 0),
  ${VERSION}
) STRICT;
`,
}
