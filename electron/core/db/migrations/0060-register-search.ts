/**
 * A register of a hundred thousand people answers within a frame: the summary says of each kind of due work when it
 * falls due, every order of the list and every filter has an index that holds what else may be asked, and any three
 * letters of a name find their people through a full-text index. Rows have a number of their own, because a compact
 * copy would give unnamed row numbers anew and the full-text index goes by them; it keeps no lengths, which only ranking
 * by relevance would need. What a list shows of somebody, what is due among it, is one row of its own: found by its
 * number alone, and out of the way of the columns that filter and sort. Nothing is carried over: all of it is worked out
 * again when the register opens.
 */
export const registerSearch = {
  version: 60,
  name: 'register search',
  sql: `
DROP TABLE due_item;
DROP TABLE person_summary;
CREATE TABLE person_summary (
  number INTEGER PRIMARY KEY,
  person_id TEXT NOT NULL UNIQUE REFERENCES person (id) ON DELETE CASCADE,
  sort_name TEXT NOT NULL,
  search_text TEXT NOT NULL,
  birth_date TEXT,
  tumour_group TEXT,
  diagnosis_date TEXT,
  died INTEGER NOT NULL CHECK (died IN (0, 1)),
  next_due_date TEXT,
  letter_due TEXT,
  contact_due TEXT,
  review_due TEXT,
  next_lapse TEXT
) STRICT;
CREATE INDEX person_summary_name ON person_summary (sort_name);
CREATE INDEX person_summary_list ON person_summary
  (sort_name, died, tumour_group, diagnosis_date, next_due_date, letter_due, contact_due, review_due);
CREATE INDEX person_summary_born ON person_summary (birth_date);
CREATE INDEX person_summary_diagnosis ON person_summary (diagnosis_date, died, tumour_group, next_due_date);
CREATE INDEX person_summary_due ON person_summary (next_due_date, sort_name, died, tumour_group);
CREATE INDEX person_summary_group ON person_summary (tumour_group, sort_name, died);
CREATE INDEX person_summary_died ON person_summary (died);
CREATE INDEX person_summary_letter ON person_summary (letter_due, died, tumour_group, next_due_date)
  WHERE letter_due IS NOT NULL;
CREATE INDEX person_summary_contact ON person_summary (contact_due, died, tumour_group, next_due_date)
  WHERE contact_due IS NOT NULL;
CREATE INDEX person_summary_review ON person_summary (review_due, died, tumour_group, next_due_date)
  WHERE review_due IS NOT NULL;
CREATE INDEX person_summary_lapse ON person_summary (next_lapse) WHERE next_lapse IS NOT NULL;

CREATE TABLE register_row (
  number INTEGER PRIMARY KEY REFERENCES person_summary (number) ON DELETE CASCADE,
  shown TEXT NOT NULL
) STRICT;

CREATE VIRTUAL TABLE person_search USING fts5 (
  search_text, content = 'person_summary', content_rowid = 'number', tokenize = 'trigram', columnsize = 0
);
CREATE TRIGGER person_summary_lost AFTER DELETE ON person_summary
BEGIN INSERT INTO person_search (person_search, rowid, search_text) VALUES ('delete', old.number, old.search_text); END;

CREATE TABLE projection (
  id INTEGER PRIMARY KEY CHECK (id = 1),
  version INTEGER NOT NULL
) STRICT;
INSERT INTO projection (id, version) VALUES (1, 0);
`,
}
