/** The register: people, their cancer episodes, their journey events, and what is worked out from them. */
const isoDate = (column: string): string => `${column} GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'`
/**
 * One of some codes, compared two at a time: SQLite lays a longer list out as a table for every statement, which cost
 * storing an event a tenth of its time.
 */
const oneOf = (column: string, ...codes: string[]): string => {
  const pairs = Array.from({ length: Math.ceil(codes.length / 2) }, (_, at) => codes.slice(at * 2, at * 2 + 2))
  return `(${pairs.map((pair) => `${column} IN (${pair.map((code) => `'${code}'`).join(', ')})`).join(' OR ')})`
}
const precision = (column: string): string => oneOf(column, 'day', 'month', 'year')
/** A date and its precision are there together or not at all. */
const partial = (date: string, grain: string): string =>
  `CHECK ((${date} IS NULL) = (${grain} IS NULL) AND (${date} IS NULL OR (${isoDate(date)} AND ${precision(grain)})))`

export const register = {
  version: 20,
  name: 'register',
  sql: `
CREATE TABLE person (
  id TEXT PRIMARY KEY,
  nhs_number TEXT CHECK (nhs_number GLOB '[0-9][0-9][0-9][0-9][0-9][0-9][0-9][0-9][0-9][0-9]'),
  local_id TEXT,
  title TEXT,
  surname TEXT NOT NULL,
  given_name TEXT NOT NULL,
  birth_date TEXT CHECK (${isoDate('birth_date')}),
  sex TEXT NOT NULL CHECK ${oneOf('sex', '1', '2', '9', 'X')},
  postcode TEXT,
  usual_gp TEXT,
  named_lead_id TEXT REFERENCES user_account (id),
  leave_out_of_sharing INTEGER NOT NULL CHECK (leave_out_of_sharing IN (0, 1)),
  death_date TEXT,
  death_date_precision TEXT,
  version INTEGER NOT NULL CHECK (version > 0),
  ${partial('death_date', 'death_date_precision')}
) STRICT;
CREATE UNIQUE INDEX person_nhs_number ON person (nhs_number) WHERE nhs_number IS NOT NULL;
CREATE INDEX person_local_id ON person (local_id) WHERE local_id IS NOT NULL;

CREATE TABLE cancer_episode (
  id TEXT PRIMARY KEY,
  person_id TEXT NOT NULL REFERENCES person (id),
  kind TEXT NOT NULL CHECK ${oneOf('kind', 'new_primary', 'recurrence', 'metastatic', 'transformation', 'progression')},
  tumour_group TEXT NOT NULL,
  site TEXT,
  icd10_code TEXT,
  diagnosis_date TEXT,
  diagnosis_date_precision TEXT,
  stage TEXT,
  route TEXT NOT NULL,
  hospital TEXT,
  version INTEGER NOT NULL CHECK (version > 0),
  ${partial('diagnosis_date', 'diagnosis_date_precision')}
) STRICT;
CREATE INDEX cancer_episode_person ON cancer_episode (person_id);
CREATE INDEX cancer_episode_diagnosis ON cancer_episode (diagnosis_date);

CREATE TABLE journey_event (
  id TEXT PRIMARY KEY,
  person_id TEXT NOT NULL REFERENCES person (id),
  episode_id TEXT REFERENCES cancer_episode (id),
  event_type TEXT NOT NULL,
  lane TEXT NOT NULL CHECK ${oneOf('lane', 'primary', 'hospital', 'community', 'voluntary', 'person')},
  event_date TEXT NOT NULL CHECK (${isoDate('event_date')}),
  event_date_precision TEXT NOT NULL CHECK (${precision('event_date_precision')}),
  note TEXT,
  told_by TEXT,
  answers_event_id TEXT REFERENCES journey_event (id),
  version INTEGER NOT NULL CHECK (version > 0)
) STRICT;
CREATE INDEX journey_event_person ON journey_event (person_id, event_date);
CREATE INDEX journey_event_episode ON journey_event (episode_id) WHERE episode_id IS NOT NULL;
CREATE INDEX journey_event_answers ON journey_event (answers_event_id) WHERE answers_event_id IS NOT NULL;

CREATE TABLE due_item (
  person_id TEXT NOT NULL REFERENCES person (id) ON DELETE CASCADE,
  kind TEXT NOT NULL CHECK ${oneOf('kind', 'letter', 'support_contact', 'care_review')},
  document TEXT,
  due_date TEXT NOT NULL CHECK (${isoDate('due_date')}),
  lapses_date TEXT CHECK (${isoDate('lapses_date')}),
  source_event_id TEXT,
  episode_id TEXT
) STRICT;
CREATE INDEX due_item_person ON due_item (person_id, due_date);
CREATE INDEX due_item_kind ON due_item (kind, due_date);

CREATE TABLE person_summary (
  person_id TEXT PRIMARY KEY REFERENCES person (id) ON DELETE CASCADE,
  sort_name TEXT NOT NULL,
  search_text TEXT NOT NULL,
  episode_id TEXT,
  tumour_group TEXT,
  site TEXT,
  stage TEXT,
  diagnosis_date TEXT,
  diagnosis_date_precision TEXT,
  died INTEGER NOT NULL CHECK (died IN (0, 1)),
  next_due_date TEXT,
  next_due_lapses TEXT
) STRICT;
CREATE INDEX person_summary_name ON person_summary (sort_name, person_id);
CREATE INDEX person_summary_diagnosis ON person_summary (diagnosis_date, person_id);
CREATE INDEX person_summary_due ON person_summary (next_due_date, person_id);
CREATE INDEX person_summary_group ON person_summary (tumour_group, person_id);
CREATE INDEX person_summary_lapses ON person_summary (next_due_lapses) WHERE next_due_lapses IS NOT NULL;
`,
}
