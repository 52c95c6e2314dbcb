import { day, isoDate, VERSION } from './columns.ts'

/**
 * The work around a person: documents and the questions asked about them, tasks, what is put off, checks, duplicates and
 * kept views. What is worked out (care_recall, pathway_summary, letter_gap, letter_wait, check_hit) hangs on its person
 * and goes with them.
 */
export const workAroundAPerson = {
  version: 50,
  name: 'work around a person',
  sql: `
CREATE TABLE treatment_summary (
  id TEXT PRIMARY KEY,
  event_id TEXT NOT NULL UNIQUE REFERENCES journey_event (id),
  person_id TEXT NOT NULL REFERENCES person (id),
  aim TEXT,
  treatment_given TEXT,
  effects TEXT,
  alert_symptoms TEXT,
  follow_up TEXT,
  contact TEXT,
  actions_asked INTEGER CHECK (actions_asked IN (0, 1)),
  ${VERSION}
) STRICT;
CREATE INDEX treatment_summary_person ON treatment_summary (person_id);

CREATE TABLE hospital_query (
  id TEXT PRIMARY KEY,
  person_id TEXT NOT NULL REFERENCES person (id),
  subject TEXT NOT NULL,
  hospital TEXT,
  department TEXT,
  phone TEXT,
  state TEXT NOT NULL CHECK (state IN ('open', 'answered', 'not_needed')),
  opened_on TEXT NOT NULL CHECK (${isoDate('opened_on')}),
  ${day('closed_on')},
  ${day('promised_for')},
  ${day('ring_again_on')},
  ${VERSION},
  CHECK ((state = 'open') = (closed_on IS NULL))
) STRICT;
CREATE INDEX hospital_query_person ON hospital_query (person_id);
CREATE INDEX hospital_query_open ON hospital_query (ring_again_on) WHERE state = 'open';
CREATE INDEX hospital_query_hospital ON hospital_query (hospital, opened_on) WHERE hospital IS NOT NULL;

-- One thing that is asked for: a letter about an event, a part missing from a treatment summary, or anything in words.
CREATE TABLE hospital_query_item (
  id TEXT PRIMARY KEY,
  query_id TEXT NOT NULL REFERENCES hospital_query (id),
  person_id TEXT NOT NULL REFERENCES person (id),
  event_id TEXT REFERENCES journey_event (id),
  document TEXT,
  slot TEXT,
  asked_for TEXT,
  state TEXT NOT NULL CHECK (state IN ('open', 'answered', 'not_needed')),
  answer_event_id TEXT REFERENCES journey_event (id),
  ${VERSION},
  CHECK (document IS NOT NULL OR asked_for IS NOT NULL)
) STRICT;
CREATE INDEX hospital_query_item_query ON hospital_query_item (query_id);
CREATE INDEX hospital_query_item_person ON hospital_query_item (person_id, state);
CREATE INDEX hospital_query_item_event ON hospital_query_item (event_id) WHERE event_id IS NOT NULL;
CREATE INDEX hospital_query_item_answer ON hospital_query_item (answer_event_id) WHERE answer_event_id IS NOT NULL;

CREATE TABLE hospital_query_step (
  id TEXT PRIMARY KEY,
  query_id TEXT NOT NULL REFERENCES hospital_query (id),
  person_id TEXT NOT NULL REFERENCES person (id),
  kind TEXT NOT NULL CHECK (kind IN ('letter', 'call', 'answer', 'not_needed', 'reopened')),
  happened_on TEXT NOT NULL CHECK (${isoDate('happened_on')}),
  spoke_to TEXT,
  note TEXT,
  by_name TEXT NOT NULL,
  ${VERSION}
) STRICT;
CREATE INDEX hospital_query_step_query ON hospital_query_step (query_id);
CREATE INDEX hospital_query_step_person ON hospital_query_step (person_id);

CREATE TABLE task (
  id TEXT PRIMARY KEY,
  person_id TEXT REFERENCES person (id),
  title TEXT NOT NULL,
  note TEXT,
  owner_id TEXT REFERENCES user_account (id),
  ${day('due_date')},
  repeats TEXT NOT NULL CHECK (repeats IN ('never', 'weekly', 'monthly', 'quarterly', 'yearly')),
  ${day('repeats_from')},
  state TEXT NOT NULL CHECK (state IN ('open', 'done', 'dropped')),
  created_on TEXT NOT NULL CHECK (${isoDate('created_on')}),
  created_by TEXT NOT NULL,
  ${day('finished_on')},
  finished_by TEXT,
  dropped_reason TEXT,
  source_event_id TEXT REFERENCES journey_event (id),
  pathway_id TEXT REFERENCES pathway (id),
  follows_task_id TEXT REFERENCES task (id),
  ${VERSION},
  CHECK ((state = 'open') = (finished_on IS NULL)),
  CHECK ((repeats = 'never') = (repeats_from IS NULL)),
  CHECK (repeats = 'never' OR due_date IS NOT NULL)
) STRICT;
CREATE INDEX task_person ON task (person_id) WHERE person_id IS NOT NULL;
CREATE INDEX task_open ON task (due_date, id) WHERE state = 'open';
CREATE INDEX task_open_owner ON task (owner_id, due_date, id) WHERE state = 'open';
CREATE INDEX task_finished ON task (finished_on, id) WHERE state <> 'open';
CREATE INDEX task_source ON task (source_event_id) WHERE source_event_id IS NOT NULL;
CREATE INDEX task_pathway ON task (pathway_id) WHERE pathway_id IS NOT NULL;
CREATE INDEX task_follows ON task (follows_task_id) WHERE follows_task_id IS NOT NULL;

CREATE TABLE care_recall (
  person_id TEXT NOT NULL REFERENCES person (id) ON DELETE CASCADE,
  kind TEXT NOT NULL CHECK (kind IN ('support_contact', 'care_review')),
  episode_id TEXT,
  tumour_group TEXT,
  named_lead_id TEXT,
  due_date TEXT NOT NULL,
  lapses_date TEXT NOT NULL,
  invitations INTEGER NOT NULL,
  invited_on TEXT,
  invited_on_precision TEXT,
  no_answer_until TEXT,
  said_no TEXT CHECK (said_no IN ('declined', 'unsuitable')),
  said_no_on TEXT,
  said_no_on_precision TEXT,
  PRIMARY KEY (person_id, kind)
) STRICT, WITHOUT ROWID;
CREATE INDEX care_recall_due ON care_recall
  (kind, due_date, person_id, lapses_date, no_answer_until, named_lead_id, tumour_group);
CREATE INDEX care_recall_no_answer ON care_recall (kind, no_answer_until) WHERE no_answer_until IS NOT NULL;

CREATE INDEX audit_entry_looks ON audit_entry (user_id, seq) WHERE person_id IS NOT NULL;

CREATE TABLE put_off (
  id TEXT PRIMARY KEY,
  subject TEXT NOT NULL UNIQUE,
  person_id TEXT REFERENCES person (id),
  until_date TEXT NOT NULL CHECK (${isoDate('until_date')}),
  ${VERSION}
) STRICT;
CREATE INDEX put_off_person ON put_off (person_id) WHERE person_id IS NOT NULL;
CREATE INDEX put_off_until ON put_off (until_date);

CREATE TABLE check_override (
  id TEXT PRIMARY KEY,
  person_id TEXT NOT NULL REFERENCES person (id),
  rule TEXT NOT NULL,
  subject_id TEXT NOT NULL,
  fingerprint TEXT NOT NULL,
  reason TEXT NOT NULL,
  by_name TEXT NOT NULL,
  made_on TEXT NOT NULL CHECK (${isoDate('made_on')}),
  ${VERSION}
) STRICT;
CREATE INDEX check_override_person ON check_override (person_id);
CREATE INDEX check_override_rule ON check_override (rule);

CREATE TABLE not_same_person (
  id TEXT PRIMARY KEY,
  person_id TEXT NOT NULL REFERENCES person (id),
  other_person_id TEXT NOT NULL REFERENCES person (id),
  reason TEXT,
  by_name TEXT NOT NULL,
  made_on TEXT NOT NULL CHECK (${isoDate('made_on')}),
  ${VERSION},
  CHECK (person_id < other_person_id),
  UNIQUE (person_id, other_person_id)
) STRICT;
CREATE INDEX not_same_person_other ON not_same_person (other_person_id);

CREATE TABLE merged_person (
  id TEXT PRIMARY KEY,
  person_id TEXT NOT NULL REFERENCES person (id),
  by_name TEXT NOT NULL,
  merged_on TEXT NOT NULL CHECK (${isoDate('merged_on')}),
  ${VERSION}
) STRICT;
CREATE INDEX merged_person_kept ON merged_person (person_id);

CREATE TABLE saved_view (
  id TEXT PRIMARY KEY,
  name TEXT NOT NULL,
  address TEXT NOT NULL,
  position INTEGER NOT NULL,
  ${VERSION}
) STRICT;

CREATE TABLE pathway_summary (
  pathway_id TEXT PRIMARY KEY,
  person_id TEXT NOT NULL REFERENCES person (id) ON DELETE CASCADE,
  priority TEXT NOT NULL,
  state TEXT NOT NULL,
  stage TEXT NOT NULL,
  state_date TEXT,
  state_date_precision TEXT,
  state_event_id TEXT,
  open INTEGER NOT NULL CHECK (open IN (0, 1)),
  needs_sign_off INTEGER NOT NULL CHECK (needs_sign_off IN (0, 1)),
  decision TEXT,
  clock TEXT,
  start_date TEXT,
  start_date_precision TEXT,
  out_of_order INTEGER NOT NULL
) STRICT;
CREATE INDEX pathway_summary_person ON pathway_summary (person_id);
CREATE INDEX pathway_summary_open ON pathway_summary
  (start_date, start_date_precision, clock, state, needs_sign_off, person_id, pathway_id) WHERE open = 1;

CREATE TABLE letter_gap (
  person_id TEXT NOT NULL REFERENCES person (id) ON DELETE CASCADE,
  event_id TEXT,
  letter_event_id TEXT NOT NULL,
  document TEXT NOT NULL,
  hospital TEXT,
  event_date TEXT,
  letter_date TEXT NOT NULL,
  days INTEGER
) STRICT;
CREATE INDEX letter_gap_person ON letter_gap (person_id);
CREATE INDEX letter_gap_letter ON letter_gap (letter_date, document, hospital, days, event_id);

CREATE TABLE letter_wait (
  person_id TEXT NOT NULL REFERENCES person (id) ON DELETE CASCADE,
  event_id TEXT,
  item_id TEXT,
  document TEXT,
  slot TEXT,
  hospital TEXT,
  event_date TEXT NOT NULL,
  since_event_id TEXT,
  since_date TEXT NOT NULL,
  due_date TEXT NOT NULL,
  lapses_date TEXT NOT NULL,
  query_id TEXT
) STRICT;
CREATE INDEX letter_wait_person ON letter_wait (person_id);
CREATE INDEX letter_wait_due ON letter_wait (due_date, lapses_date, hospital, document, event_date, person_id);
CREATE INDEX letter_wait_since ON letter_wait (since_date, due_date, lapses_date, hospital, document);

CREATE TABLE check_hit (
  person_id TEXT NOT NULL REFERENCES person (id) ON DELETE CASCADE,
  rule TEXT NOT NULL,
  severity TEXT NOT NULL CHECK (severity IN ('error', 'warning')),
  subject_table TEXT NOT NULL,
  subject_id TEXT NOT NULL,
  words TEXT NOT NULL,
  fingerprint TEXT NOT NULL
) STRICT;
CREATE INDEX check_hit_person ON check_hit (person_id);
CREATE INDEX check_hit_rule ON check_hit (rule);
CREATE INDEX check_hit_error ON check_hit (person_id, rule) WHERE severity = 'error';

-- Who may be here twice, as the last search found it.
CREATE TABLE duplicate_pair (
  person_id TEXT NOT NULL REFERENCES person (id) ON DELETE CASCADE,
  other_person_id TEXT NOT NULL REFERENCES person (id) ON DELETE CASCADE,
  score INTEGER NOT NULL,
  PRIMARY KEY (person_id, other_person_id),
  CHECK (person_id < other_person_id)
) STRICT;
CREATE INDEX duplicate_pair_other ON duplicate_pair (other_person_id);
CREATE INDEX duplicate_pair_score ON duplicate_pair (score);

CREATE TABLE duplicate_search (
  id INTEGER PRIMARY KEY CHECK (id = 1),
  change_seq INTEGER NOT NULL,
  searched_at TEXT NOT NULL,
  people INTEGER NOT NULL
) STRICT;
`,
}
