import { day, isoDate, oneOf, VERSION } from './columns.ts'

const STATUSES = "'not_started', 'on_track', 'at_risk', 'off_track', 'done', 'stopped'"
const MONTH = "GLOB '[0-9][0-9][0-9][0-9]-[0-1][0-9]'"
const required = (column: string): string => `${column} TEXT NOT NULL CHECK (${isoDate(column)})`

const PLAN = `
CREATE TABLE plan (
  id TEXT PRIMARY KEY,
  title TEXT NOT NULL CHECK (trim(title) <> ''),
  organisation TEXT NOT NULL CHECK (trim(organisation) <> ''),
  starts_on TEXT NOT NULL CHECK (${isoDate('starts_on')} AND starts_on LIKE '%-01'),
  strengths TEXT NOT NULL,
  gaps TEXT NOT NULL,
  state TEXT NOT NULL CHECK (state IN ('draft', 'signed', 'closed')),
  ${day('signed_on')},
  signed_by TEXT,
  ${day('closed_on')},
  close_reason TEXT,
  -- The highest number that a removed objective had, so that no other one is given it.
  last_objective INTEGER NOT NULL CHECK (last_objective >= 0),
  ${VERSION},
  CHECK ((signed_on IS NULL) = (signed_by IS NULL)),
  CHECK (state <> 'draft' OR signed_on IS NULL),
  CHECK (state <> 'signed' OR signed_on IS NOT NULL),
  CHECK ((state = 'closed') = (closed_on IS NOT NULL AND close_reason IS NOT NULL))
) STRICT;

CREATE TABLE plan_objective (
  id TEXT PRIMARY KEY,
  plan_id TEXT NOT NULL REFERENCES plan (id),
  number INTEGER NOT NULL CHECK (number > 0),
  title TEXT NOT NULL CHECK (trim(title) <> ''),
  words TEXT NOT NULL CHECK (trim(words) <> ''),
  own INTEGER NOT NULL CHECK (own IN (0, 1)),
  -- The highest sequence that a removed action had under this number, so that no code is given twice.
  last_code INTEGER NOT NULL CHECK (last_code >= 0),
  ${VERSION},
  UNIQUE (plan_id, number)
) STRICT;
`

const ACTIONS = `
CREATE TABLE plan_action (
  id TEXT PRIMARY KEY,
  plan_id TEXT NOT NULL REFERENCES plan (id),
  objective_id TEXT NOT NULL REFERENCES plan_objective (id),
  code TEXT NOT NULL CHECK (code GLOB '[1-9]*.[1-9]*'),
  title TEXT NOT NULL CHECK (trim(title) <> ''),
  words TEXT NOT NULL,
  owner_name TEXT,
  partners TEXT NOT NULL,
  ${required('starts_on')},
  ${required('due_on')},
  cost_words TEXT NOT NULL,
  cost_pence INTEGER CHECK (cost_pence >= 0),
  risk_words TEXT NOT NULL,
  evidence_words TEXT NOT NULL,
  status TEXT NOT NULL CHECK (status IN (${STATUSES})),
  ${day('ended_on')},
  -- Did it work?
  answer_words TEXT,
  answer_by TEXT,
  ${day('answer_on')},
  -- Where it came from: an id of another table is no reference, for what is named there may be gone.
  ${oneOf('origin_kind', 'note learning spreadsheet')},
  origin_id TEXT,
  origin_words TEXT,
  ${VERSION},
  UNIQUE (plan_id, code),
  CHECK (starts_on <= due_on),
  CHECK ((status IN ('done', 'stopped')) = (ended_on IS NOT NULL)),
  CHECK ((answer_words IS NULL) = (answer_by IS NULL) AND (answer_words IS NULL) = (answer_on IS NULL)),
  CHECK ((origin_kind IS NULL) = (origin_words IS NULL) AND (origin_kind IS NOT NULL OR origin_id IS NULL))
) STRICT;
CREATE INDEX plan_action_objective_of ON plan_action (objective_id);

CREATE TABLE plan_action_objective (
  id TEXT PRIMARY KEY,
  action_id TEXT NOT NULL REFERENCES plan_action (id),
  objective_id TEXT NOT NULL REFERENCES plan_objective (id),
  ${VERSION},
  UNIQUE (action_id, objective_id)
) STRICT;
CREATE INDEX plan_action_objective_other ON plan_action_objective (objective_id);

CREATE TABLE plan_milestone (
  id TEXT PRIMARY KEY,
  action_id TEXT NOT NULL REFERENCES plan_action (id),
  title TEXT NOT NULL CHECK (trim(title) <> ''),
  ${required('due_on')},
  ${day('met_on')},
  ${VERSION}
) STRICT;
CREATE INDEX plan_milestone_action ON plan_milestone (action_id, due_on);

CREATE TABLE plan_update (
  id TEXT PRIMARY KEY,
  action_id TEXT NOT NULL REFERENCES plan_action (id),
  ${required('happened_on')},
  words TEXT NOT NULL CHECK (trim(words) <> ''),
  status TEXT NOT NULL CHECK (status IN (${STATUSES})),
  next_step TEXT NOT NULL,
  ask TEXT NOT NULL,
  by_name TEXT NOT NULL,
  review_id TEXT,
  ${VERSION}
) STRICT;
CREATE INDEX plan_update_action ON plan_update (action_id, happened_on);
CREATE INDEX plan_update_review ON plan_update (review_id) WHERE review_id IS NOT NULL;

CREATE TABLE plan_need (
  id TEXT PRIMARY KEY,
  action_id TEXT NOT NULL REFERENCES plan_action (id),
  -- The action that must be done first.
  needs_id TEXT NOT NULL REFERENCES plan_action (id),
  ${VERSION},
  UNIQUE (action_id, needs_id),
  CHECK (action_id <> needs_id)
) STRICT;
CREATE INDEX plan_need_other ON plan_need (needs_id);

CREATE TABLE plan_cycle (
  id TEXT PRIMARY KEY,
  action_id TEXT NOT NULL REFERENCES plan_action (id),
  number INTEGER NOT NULL CHECK (number > 0),
  aim TEXT NOT NULL CHECK (trim(aim) <> ''),
  plan_words TEXT NOT NULL,
  do_words TEXT NOT NULL,
  study_words TEXT NOT NULL,
  act_words TEXT NOT NULL,
  ${required('started_on')},
  ${day('ended_on')},
  ${oneOf('outcome', 'adopt adapt abandon')},
  ${VERSION}
) STRICT;
CREATE INDEX plan_cycle_action ON plan_cycle (action_id, number);

CREATE TABLE plan_move (
  id TEXT PRIMARY KEY,
  action_id TEXT NOT NULL REFERENCES plan_action (id),
  ${required('moved_on')},
  by_name TEXT NOT NULL,
  ${required('from_start')},
  ${required('to_start')},
  ${required('from_due')},
  ${required('to_due')},
  reason TEXT,
  review_id TEXT,
  ${VERSION}
) STRICT;
CREATE INDEX plan_move_action ON plan_move (action_id, moved_on);
CREATE INDEX plan_move_review ON plan_move (review_id) WHERE review_id IS NOT NULL;
`

const EVIDENCE = `
CREATE TABLE plan_action_measure (
  id TEXT PRIMARY KEY,
  action_id TEXT NOT NULL REFERENCES plan_action (id),
  measure_code TEXT NOT NULL,
  -- In the unit of the measure; a share from 0 to 1.
  target_value REAL,
  target_by TEXT CHECK (target_by ${MONTH}),
  ${VERSION},
  UNIQUE (action_id, measure_code),
  CHECK ((target_value IS NULL) = (target_by IS NULL))
) STRICT;
CREATE INDEX plan_action_measure_code ON plan_action_measure (measure_code);

CREATE TABLE plan_baseline (
  id TEXT PRIMARY KEY,
  plan_id TEXT NOT NULL REFERENCES plan (id),
  measure_code TEXT NOT NULL,
  -- 0: at the beginning; 1 to 3: at the end of that year.
  year INTEGER NOT NULL CHECK (year BETWEEN 0 AND 3),
  -- All of these are empty until the figure is frozen.
  month_from TEXT CHECK (month_from ${MONTH}),
  month_to TEXT CHECK (month_to ${MONTH}),
  figure TEXT CHECK (json_valid(figure)),
  rule_version TEXT,
  ${day('frozen_on')},
  ${VERSION},
  UNIQUE (plan_id, measure_code, year),
  CHECK ((frozen_on IS NULL) = (figure IS NULL) AND (frozen_on IS NULL) = (month_from IS NULL)
     AND (frozen_on IS NULL) = (month_to IS NULL) AND (frozen_on IS NULL) = (rule_version IS NULL))
) STRICT;

CREATE TABLE plan_driver (
  id TEXT PRIMARY KEY,
  plan_id TEXT NOT NULL REFERENCES plan (id),
  parent_id TEXT REFERENCES plan_driver (id),
  kind TEXT NOT NULL CHECK (kind IN ('aim', 'primary', 'secondary', 'idea')),
  words TEXT NOT NULL CHECK (trim(words) <> ''),
  action_id TEXT REFERENCES plan_action (id),
  position INTEGER NOT NULL CHECK (position >= 0),
  ${VERSION}
) STRICT;
CREATE INDEX plan_driver_plan ON plan_driver (plan_id, position);
CREATE INDEX plan_driver_parent ON plan_driver (parent_id);
CREATE INDEX plan_driver_action ON plan_driver (action_id);

-- What happened to a plan is looked up among all changes of the register.
CREATE INDEX change_of_plans ON change (audit_seq) WHERE table_name GLOB 'plan*';
`

/**
 * The action plan for three years: objectives, actions with what belongs to them, frozen figures of measures, and the
 * driver diagram. It is about the practice's work: no row names a person on the register.
 */
export const plans = { version: 200, name: 'action plan', sql: `${PLAN}${ACTIONS}${EVIDENCE}` }
