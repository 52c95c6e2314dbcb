import { day, isoDate, oneOf, VERSION } from './columns.ts'

const said = (column: string): string => `${column} TEXT NOT NULL CHECK (trim(${column}) <> '')`

/** Lesson cards: what was tried and what came of it, made here or brought in from another practice. */
export const lessons = {
  version: 260,
  name: 'lesson cards',
  sql: `
CREATE TABLE lesson_card (
  id TEXT PRIMARY KEY,
  ${said('title')},
  problem TEXT NOT NULL,
  tried TEXT NOT NULL,
  happened TEXT NOT NULL,
  ${oneOf('area', 'objective_1 objective_2 objective_3 objective_4 objective_5 leadership data communication clinical people')},
  -- By role and never by name: a card travels.
  ${said('by_role')},
  made_on TEXT NOT NULL CHECK (${isoDate('made_on')}),
  -- The run of a measure, frozen, with months of few people left blank.
  chart TEXT CHECK (json_valid(chart)),
  -- The practice that sent it; nothing for a card made here.
  origin TEXT,
  ${day('added_on')},
  -- SHA-256 of the card in the file that it came in.
  checksum TEXT,
  ${VERSION},
  CHECK ((origin IS NULL) = (added_on IS NULL) AND (origin IS NULL) = (checksum IS NULL)),
  UNIQUE (checksum)
) STRICT;
`,
}
