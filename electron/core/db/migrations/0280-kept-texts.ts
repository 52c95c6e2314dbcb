/**
 * The own texts of a report that somebody is still writing, so that a lock loses none of them. They are no record of
 * anything yet: they leave no history, and go once the report is frozen or they are thrown away.
 */
export const keptTexts = {
  version: 280,
  name: 'own texts of a report that is not frozen yet',
  sql: `
CREATE TABLE kept_text (
  user_id TEXT NOT NULL REFERENCES user_account (id) ON DELETE CASCADE,
  -- Of one practice, or of several together.
  kind TEXT NOT NULL CHECK (kind IN ('practice', 'network')),
  -- A list, in its order.
  texts TEXT NOT NULL CHECK (json_valid(texts)),
  PRIMARY KEY (user_id, kind)
) STRICT;
`,
}
