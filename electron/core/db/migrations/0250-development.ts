import { day, isoDate, oneOf, VERSION } from './columns.ts'

const required = (column: string): string => `${column} TEXT NOT NULL CHECK (${isoDate(column)})`
const AREAS =
  'objective_1 objective_2 objective_3 objective_4 objective_5 leadership data communication clinical people'
const chosen = (column: string, codes: string): string =>
  `${column} TEXT NOT NULL CHECK (${column} IN (${codes
    .split(' ')
    .map((code) => `'${code}'`)
    .join(', ')}))`
const said = (column: string): string => `${column} TEXT NOT NULL CHECK (trim(${column}) <> '')`
const OWN = `id TEXT PRIMARY KEY,
  -- Whose it is. Nobody else is shown it.
  user_id TEXT NOT NULL REFERENCES user_account (id),`
const mark = (column: string): string => `${column} INTEGER CHECK (${column} BETWEEN 1 AND 5)`

/** What each user writes down of their own learning: private to them within the app. */
export const development = {
  version: 250,
  name: 'personal development',
  sql: `
CREATE TABLE development_need (
  ${OWN}
  ${chosen('area', AREAS)},
  level_now INTEGER NOT NULL CHECK (level_now BETWEEN 1 AND 4),
  level_wanted INTEGER NOT NULL CHECK (level_wanted BETWEEN 1 AND 4),
  words TEXT NOT NULL,
  ${VERSION},
  UNIQUE (user_id, area)
) STRICT;

CREATE TABLE development_goal (
  ${OWN}
  ${said('title')},
  ${oneOf('area', AREAS)},
  why TEXT NOT NULL,
  how TEXT NOT NULL,
  ${day('by_when')},
  ${day('done_on')},
  evidence TEXT NOT NULL,
  ${VERSION}
) STRICT;
CREATE INDEX development_goal_user ON development_goal (user_id);

CREATE TABLE development_evidence (
  ${OWN}
  ${required('learnt_on')},
  ${said('words')},
  ${chosen('form', 'read course meeting practice other')},
  hours REAL NOT NULL CHECK (hours > 0),
  reflection TEXT NOT NULL,
  goal_id TEXT REFERENCES development_goal (id),
  ${VERSION}
) STRICT;
CREATE INDEX development_evidence_user ON development_evidence (user_id, learnt_on);
CREATE INDEX development_evidence_goal ON development_evidence (goal_id);

CREATE TABLE development_session (
  ${OWN}
  ${required('held_on')},
  ${said('title')},
  ${chosen('role', 'attended ran')},
  audience TEXT,
  people INTEGER CHECK (people > 0),
  hours REAL NOT NULL CHECK (hours > 0),
  ${mark('met_need')},
  ${mark('right_level')},
  ${mark('will_change')},
  ${mark('well_run')},
  to_change TEXT NOT NULL,
  ${VERSION}
) STRICT;
CREATE INDEX development_session_user ON development_session (user_id, held_on);

CREATE TABLE development_question (
  ${OWN}
  ${said('question')},
  contact_id TEXT REFERENCES contact (id),
  ${required('asked_on')},
  answer TEXT NOT NULL,
  ${day('answered_on')},
  useful INTEGER CHECK (useful IN (0, 1)),
  ${VERSION},
  CHECK (answered_on IS NULL OR answered_on >= asked_on)
) STRICT;
CREATE INDEX development_question_user ON development_question (user_id, asked_on);
CREATE INDEX development_question_contact ON development_question (contact_id);
`,
}
