import { day, isoDate, oneOf, VERSION } from './columns.ts'

/**
 * Learning event analyses: at most one for each diagnosis, and the changes that were agreed, each of which is a task.
 * What is set aside is a row too, so that it is not suggested again.
 */
export const learningEvents = {
  version: 160,
  name: 'learning events',
  sql: `
CREATE TABLE learning_event (
  id TEXT PRIMARY KEY,
  person_id TEXT NOT NULL REFERENCES person (id),
  episode_id TEXT REFERENCES cancer_episode (id),
  state TEXT NOT NULL CHECK (state IN ('draft', 'discussed', 'closed', 'set_aside')),
  -- Why it was suggested, by the rules of that day.
  reasons TEXT NOT NULL CHECK (json_valid(reasons)),
  rules_version TEXT NOT NULL,
  set_aside_reason TEXT,
  opened_on TEXT NOT NULL CHECK (${isoDate('opened_on')}),
  opened_by TEXT NOT NULL,
  led_by TEXT,
  ${day('meeting_date')},
  took_part TEXT,
  what_happened TEXT,
  went_well TEXT,
  could_be_better TEXT,
  themes TEXT NOT NULL CHECK (json_valid(themes)),
  contributory_factors TEXT,
  ${oneOf('avoidable', 'yes partly no not_known')},
  learning_points TEXT,
  ${day('review_date')},
  ${day('closed_on')},
  ${VERSION},
  CHECK ((state = 'set_aside') = (set_aside_reason IS NOT NULL)),
  CHECK ((state = 'closed') = (closed_on IS NOT NULL)),
  CHECK (state NOT IN ('discussed', 'closed') OR meeting_date IS NOT NULL)
) STRICT;
CREATE INDEX learning_event_person ON learning_event (person_id);
CREATE UNIQUE INDEX learning_event_episode ON learning_event (episode_id) WHERE episode_id IS NOT NULL;
CREATE INDEX learning_event_state ON learning_event (state, meeting_date);

CREATE TABLE learning_action (
  id TEXT PRIMARY KEY,
  learning_event_id TEXT NOT NULL REFERENCES learning_event (id),
  person_id TEXT NOT NULL REFERENCES person (id),
  task_id TEXT NOT NULL REFERENCES task (id),
  ${VERSION}
) STRICT;
CREATE INDEX learning_action_event ON learning_action (learning_event_id);
CREATE INDEX learning_action_person ON learning_action (person_id);
CREATE INDEX learning_action_task ON learning_action (task_id);
`,
}
