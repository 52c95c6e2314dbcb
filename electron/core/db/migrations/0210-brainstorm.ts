import { VERSION } from './columns.ts'

/** The notes that a plan begins with, and the themes that they are grouped into. */
export const brainstorm = {
  version: 210,
  name: 'brainstorm of a plan',
  sql: `
CREATE TABLE plan_theme (
  id TEXT PRIMARY KEY,
  plan_id TEXT NOT NULL REFERENCES plan (id),
  title TEXT NOT NULL CHECK (trim(title) <> ''),
  objective_id TEXT REFERENCES plan_objective (id),
  -- Any number between those of its neighbours: moving one writes one row.
  position REAL NOT NULL,
  ${VERSION}
) STRICT;
CREATE INDEX plan_theme_plan ON plan_theme (plan_id, position);
CREATE INDEX plan_theme_objective ON plan_theme (objective_id) WHERE objective_id IS NOT NULL;

CREATE TABLE plan_note (
  id TEXT PRIMARY KEY,
  plan_id TEXT NOT NULL REFERENCES plan (id),
  theme_id TEXT REFERENCES plan_theme (id),
  words TEXT NOT NULL CHECK (trim(words) <> ''),
  said_by TEXT,
  votes INTEGER NOT NULL CHECK (votes >= 0),
  position REAL NOT NULL,
  ${VERSION}
) STRICT;
CREATE INDEX plan_note_plan ON plan_note (plan_id, position);
CREATE INDEX plan_note_theme ON plan_note (theme_id) WHERE theme_id IS NOT NULL;
`,
}
