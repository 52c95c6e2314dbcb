import { day, isoDate, oneOf, VERSION } from './columns.ts'

const topics = "'role', 'picture', 'work', 'letters', 'people', 'grow', 'governance'"

/**
 * The documents of the toolkit. A text is kept block by block, so that a word that is put right is one small change and
 * not the whole text again. An issue and an earlier state are frozen and hold their text whole.
 */
export const toolkit = {
  version: 240,
  name: 'toolkit',
  sql: `
CREATE TABLE toolkit_document (
  id TEXT PRIMARY KEY,
  template_code TEXT,
  title TEXT NOT NULL CHECK (trim(title) <> ''),
  topic TEXT NOT NULL CHECK (topic IN (${topics})),
  audience TEXT NOT NULL CHECK (audience IN ('inside', 'outside', 'person', 'self')),
  person_id TEXT REFERENCES person (id),
  -- Who alone sees it.
  private_to TEXT REFERENCES user_account (id),
  answers TEXT NOT NULL CHECK (json_valid(answers)),
  ${day('review_due')},
  created_on TEXT NOT NULL CHECK (${isoDate('created_on')}),
  updated_at TEXT NOT NULL,
  updated_by TEXT NOT NULL,
  -- Rises with every change of its text, which stands in other rows.
  edits INTEGER NOT NULL CHECK (edits >= 0),
  ${VERSION},
  CHECK ((audience = 'self') = (private_to IS NOT NULL)),
  CHECK ((audience = 'person') = (person_id IS NOT NULL))
) STRICT;
CREATE INDEX toolkit_document_person ON toolkit_document (person_id) WHERE person_id IS NOT NULL;
CREATE INDEX toolkit_document_private ON toolkit_document (private_to) WHERE private_to IS NOT NULL;

CREATE TABLE toolkit_block (
  id TEXT PRIMARY KEY,
  document_id TEXT NOT NULL REFERENCES toolkit_document (id),
  -- Orders the blocks of a text.
  place REAL NOT NULL,
  content TEXT NOT NULL CHECK (json_valid(content)),
  ${VERSION}
) STRICT;
CREATE INDEX toolkit_block_document ON toolkit_block (document_id, place);

CREATE TABLE toolkit_issue (
  id TEXT PRIMARY KEY,
  document_id TEXT NOT NULL REFERENCES toolkit_document (id),
  number INTEGER NOT NULL CHECK (number > 0),
  issued_on TEXT NOT NULL CHECK (${isoDate('issued_on')}),
  issued_by TEXT NOT NULL,
  title TEXT NOT NULL,
  audience TEXT NOT NULL,
  purpose TEXT NOT NULL,
  recipient TEXT,
  content TEXT NOT NULL CHECK (json_valid(content)),
  -- What each fact said, by code.
  fields TEXT NOT NULL CHECK (json_valid(fields)),
  hash TEXT NOT NULL,
  ${VERSION},
  UNIQUE (document_id, number)
) STRICT;

CREATE TABLE toolkit_revision (
  id TEXT PRIMARY KEY,
  document_id TEXT NOT NULL REFERENCES toolkit_document (id),
  at TEXT NOT NULL,
  by_name TEXT NOT NULL,
  ${oneOf('kind', 'before other')} NOT NULL,
  title TEXT NOT NULL,
  content TEXT NOT NULL CHECK (json_valid(content)),
  answers TEXT NOT NULL CHECK (json_valid(answers)),
  word_count INTEGER NOT NULL CHECK (word_count >= 0),
  ${VERSION}
) STRICT;
CREATE INDEX toolkit_revision_document ON toolkit_revision (document_id, at);

CREATE TABLE toolkit_comment (
  id TEXT PRIMARY KEY,
  document_id TEXT NOT NULL REFERENCES toolkit_document (id),
  mark_id TEXT NOT NULL,
  words TEXT NOT NULL CHECK (trim(words) <> ''),
  by_name TEXT NOT NULL,
  made_on TEXT NOT NULL CHECK (${isoDate('made_on')}),
  ${day('resolved_on')},
  ${VERSION}
) STRICT;
CREATE INDEX toolkit_comment_document ON toolkit_comment (document_id);

CREATE TABLE toolkit_template (
  id TEXT PRIMARY KEY,
  code TEXT NOT NULL UNIQUE,
  title TEXT NOT NULL CHECK (trim(title) <> ''),
  topic TEXT NOT NULL CHECK (topic IN (${topics})),
  audience TEXT NOT NULL CHECK (audience IN ('inside', 'outside', 'person', 'self')),
  purpose TEXT NOT NULL,
  used_by TEXT NOT NULL,
  minutes INTEGER NOT NULL CHECK (minutes > 0),
  sources TEXT NOT NULL CHECK (json_valid(sources)),
  review_months INTEGER CHECK (review_months > 0),
  content TEXT NOT NULL CHECK (json_valid(content)),
  origin TEXT NOT NULL,
  -- SHA-256 of what was exported or brought in.
  checksum TEXT NOT NULL,
  added_on TEXT NOT NULL CHECK (${isoDate('added_on')}),
  added_by TEXT NOT NULL,
  ${VERSION}
) STRICT;
`,
}
