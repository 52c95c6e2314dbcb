import { day, isoDate, VERSION } from './columns.ts'

const required = (column: string): string => `${column} TEXT NOT NULL CHECK (${isoDate(column)})`

const LOGS = `
CREATE TABLE plan_risk (
  id TEXT PRIMARY KEY,
  plan_id TEXT NOT NULL REFERENCES plan (id),
  words TEXT NOT NULL CHECK (trim(words) <> ''),
  likelihood INTEGER NOT NULL CHECK (likelihood BETWEEN 1 AND 5),
  impact INTEGER NOT NULL CHECK (impact BETWEEN 1 AND 5),
  -- What is done about it.
  response TEXT NOT NULL,
  owner_name TEXT,
  action_id TEXT REFERENCES plan_action (id),
  ${required('raised_on')},
  ${day('closed_on')},
  ${VERSION},
  CHECK (closed_on IS NULL OR closed_on >= raised_on)
) STRICT;
CREATE INDEX plan_risk_plan ON plan_risk (plan_id, closed_on);
CREATE INDEX plan_risk_action ON plan_risk (action_id);

CREATE TABLE plan_funding (
  id TEXT PRIMARY KEY,
  plan_id TEXT NOT NULL REFERENCES plan (id),
  year INTEGER NOT NULL CHECK (year BETWEEN 1 AND 3),
  hours REAL NOT NULL CHECK (hours >= 0),
  pence INTEGER CHECK (pence >= 0),
  ${VERSION},
  UNIQUE (plan_id, year)
) STRICT;

CREATE TABLE plan_session (
  id TEXT PRIMARY KEY,
  plan_id TEXT NOT NULL REFERENCES plan (id),
  ${required('held_on')},
  hours REAL NOT NULL CHECK (hours > 0),
  words TEXT NOT NULL CHECK (trim(words) <> ''),
  action_id TEXT REFERENCES plan_action (id),
  ${VERSION}
) STRICT;
CREATE INDEX plan_session_plan ON plan_session (plan_id, held_on);
CREATE INDEX plan_session_action ON plan_session (action_id);
`

const REVIEWS = `
CREATE TABLE plan_review (
  id TEXT PRIMARY KEY,
  plan_id TEXT NOT NULL REFERENCES plan (id),
  kind TEXT NOT NULL CHECK (kind IN ('quarter', 'year_end')),
  -- The first month of the quarter that is looked back on; of a year, of its last quarter.
  quarter TEXT NOT NULL CHECK (quarter GLOB '[0-9][0-9][0-9][0-9]-[0-1][0-9]'),
  state TEXT NOT NULL CHECK (state IN ('open', 'closed')),
  led_by TEXT NOT NULL,
  ${required('opened_on')},
  ${day('closed_on')},
  summary TEXT NOT NULL,
  -- The actions that were open when it began, in the order they are gone through, with their statuses then.
  walk TEXT NOT NULL CHECK (json_valid(walk)),
  -- Of those, the ones that nothing was said about.
  passed TEXT NOT NULL CHECK (json_valid(passed)),
  -- The board paper as it was when the review was closed.
  paper TEXT CHECK (json_valid(paper)),
  ${VERSION},
  UNIQUE (plan_id, kind, quarter),
  CHECK ((state = 'closed') = (closed_on IS NOT NULL AND paper IS NOT NULL))
) STRICT;

CREATE TABLE plan_decision (
  id TEXT PRIMARY KEY,
  plan_id TEXT NOT NULL REFERENCES plan (id),
  ${required('decided_on')},
  words TEXT NOT NULL CHECK (trim(words) <> ''),
  why TEXT NOT NULL,
  decided_by TEXT NOT NULL CHECK (trim(decided_by) <> ''),
  action_id TEXT REFERENCES plan_action (id),
  -- The review at which it was taken.
  review_id TEXT REFERENCES plan_review (id),
  ${VERSION}
) STRICT;
CREATE INDEX plan_decision_plan ON plan_decision (plan_id, decided_on);
CREATE INDEX plan_decision_action ON plan_decision (action_id);
CREATE INDEX plan_decision_review ON plan_decision (review_id);
`

/** What is kept beside an action plan: risks, decisions, the hours of the lead and what they went on, and reviews. */
export const planLogs = { version: 230, name: 'logs and reviews of the action plan', sql: `${LOGS}${REVIEWS}` }
