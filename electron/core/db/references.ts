import type { WriteHandle } from './database.ts'
import type { RecordedTable, Recorder } from './recorder.ts'

/** A column that names a row of another table. */
export interface Reference {
  readonly table: RecordedTable
  readonly column: string
  /** leaves: the row goes with the one it names. stays: it stays and names nothing any more. */
  readonly onRemoval: 'leaves' | 'stays'
  /** Nobody worked on the row it names: taking that one back asks no leave of this one. */
  readonly followsUndo?: true
}

const leaves = (table: RecordedTable, column: string): Reference => ({ table, column, onRemoval: 'leaves' })
const stays = (table: RecordedTable, column: string): Reference => ({ table, column, onRemoval: 'stays' })
/** A comparison with a list found the row; it did not build on it. */
const follows = (reference: Reference): Reference => ({ ...reference, followsUndo: true })

/** What hangs on a row of each table; whatever others hang on comes last, so that it goes last. */
export const REFERENCES: Partial<Record<RecordedTable, readonly Reference[]>> = {
  user_account: [
    stays('person', 'named_lead_id'),
    stays('task', 'owner_id'),
    leaves('toolkit_document', 'private_to'),
    leaves('development_need', 'user_id'),
    leaves('development_goal', 'user_id'),
    leaves('development_evidence', 'user_id'),
    leaves('development_session', 'user_id'),
    leaves('development_question', 'user_id'),
  ],
  contact: [stays('development_question', 'contact_id')],
  development_goal: [stays('development_evidence', 'goal_id')],
  person: [
    follows(leaves('reconciliation_item', 'person_id')),
    leaves('toolkit_document', 'person_id'),
    leaves('merged_person', 'person_id'),
    leaves('not_same_person', 'person_id'),
    leaves('not_same_person', 'other_person_id'),
    leaves('check_override', 'person_id'),
    leaves('put_off', 'person_id'),
    leaves('learning_action', 'person_id'),
    leaves('learning_event', 'person_id'),
    leaves('task', 'person_id'),
    leaves('hospital_query_step', 'person_id'),
    leaves('hospital_query_item', 'person_id'),
    leaves('hospital_query', 'person_id'),
    leaves('treatment_summary', 'person_id'),
    leaves('clock_adjustment', 'person_id'),
    leaves('pathway_sign_off', 'person_id'),
    leaves('journey_event', 'person_id'),
    leaves('pathway', 'person_id'),
    leaves('cancer_episode', 'person_id'),
    leaves('practice_registration', 'person_id'),
  ],
  cancer_episode: [
    follows(stays('reconciliation_item', 'episode_id')),
    stays('learning_event', 'episode_id'),
    stays('pathway', 'episode_id'),
    stays('journey_event', 'episode_id'),
  ],
  pathway: [
    leaves('clock_adjustment', 'pathway_id'),
    leaves('pathway_sign_off', 'pathway_id'),
    stays('task', 'pathway_id'),
    stays('journey_event', 'pathway_id'),
  ],
  journey_event: [
    leaves('pathway_sign_off', 'event_id'),
    leaves('treatment_summary', 'event_id'),
    stays('hospital_query_item', 'event_id'),
    stays('hospital_query_item', 'answer_event_id'),
    stays('task', 'source_event_id'),
    stays('journey_event', 'answers_event_id'),
  ],
  hospital_query: [leaves('hospital_query_step', 'query_id'), leaves('hospital_query_item', 'query_id')],
  task: [leaves('learning_action', 'task_id'), stays('task', 'follows_task_id')],
  learning_event: [leaves('learning_action', 'learning_event_id')],
  plan_theme: [stays('plan_note', 'theme_id')],
  toolkit_document: [
    leaves('toolkit_comment', 'document_id'),
    leaves('toolkit_revision', 'document_id'),
    leaves('toolkit_issue', 'document_id'),
    leaves('toolkit_block', 'document_id'),
  ],
  report: [leaves('report_export', 'report_id')],
  import_batch: [leaves('import_rejection', 'batch_id')],
  reconciliation: [leaves('reconciliation_item', 'reconciliation_id')],
  plan: [
    leaves('plan_note', 'plan_id'),
    leaves('plan_theme', 'plan_id'),
    leaves('plan_decision', 'plan_id'),
    leaves('plan_review', 'plan_id'),
    leaves('plan_session', 'plan_id'),
    leaves('plan_funding', 'plan_id'),
    leaves('plan_risk', 'plan_id'),
    leaves('plan_driver', 'plan_id'),
    leaves('plan_baseline', 'plan_id'),
    leaves('plan_action', 'plan_id'),
    leaves('plan_objective', 'plan_id'),
  ],
  plan_objective: [
    stays('plan_theme', 'objective_id'),
    leaves('plan_action_objective', 'objective_id'),
    leaves('plan_action', 'objective_id'),
  ],
  plan_action: [
    stays('plan_risk', 'action_id'),
    stays('plan_decision', 'action_id'),
    stays('plan_session', 'action_id'),
    stays('plan_driver', 'action_id'),
    leaves('plan_action_measure', 'action_id'),
    leaves('plan_move', 'action_id'),
    leaves('plan_cycle', 'action_id'),
    leaves('plan_need', 'action_id'),
    leaves('plan_need', 'needs_id'),
    leaves('plan_update', 'action_id'),
    leaves('plan_milestone', 'action_id'),
    leaves('plan_action_objective', 'action_id'),
  ],
  plan_driver: [leaves('plan_driver', 'parent_id')],
  plan_review: [
    stays('plan_update', 'review_id'),
    stays('plan_move', 'review_id'),
    stays('plan_decision', 'review_id'),
  ],
}

/** Of what hangs on a row of each table, what goes with it or is freed when the row is taken back. */
export const FOLLOWERS: Partial<Record<RecordedTable, readonly Reference[]>> = Object.fromEntries(
  Object.entries(REFERENCES).flatMap(([table, references]) => {
    const followers = references.filter(({ followsUndo }) => followsUndo === true)
    return followers.length === 0 ? [] : [[table, followers]]
  }),
)

/** The column that names another row of the same table: letters name their event, a repeated task the one before. */
const ownColumn = (table: RecordedTable): string | null =>
  REFERENCES[table]?.find((reference) => reference.table === table)?.column ?? null

/**
 * Removes a row with what belongs to it and frees what merely named it, children first, all through the recorder, so
 * that one undo brings everything back.
 * @param version the version the caller saw; null when it saw none.
 * @throws AppError `not-found` or `stale`, as the recorder does.
 */
export const removeWithBelongings = async (
  handle: WriteHandle,
  recorder: Recorder,
  table: RecordedTable,
  id: string,
  version: number | null,
): Promise<void> => {
  await removeBelongings(handle, recorder, id, REFERENCES[table] ?? [])
  await recorder.remove(table, id, version)
}

/** Removes or frees what names a row, by these references alone. */
export const removeBelongings = async (
  handle: WriteHandle,
  recorder: Recorder,
  id: string,
  references: readonly Reference[],
): Promise<void> => {
  for (const reference of references) {
    const own = ownColumn(reference.table)
    const rows = handle.statements
      .prepare(
        `SELECT id FROM "${reference.table}" WHERE "${reference.column}" = ?${own === null ? '' : ` ORDER BY "${own}" IS NULL`}`,
      )
      .all(id) as { id: string }[]
    for (const row of rows) {
      if (reference.onRemoval === 'leaves') await removeWithBelongings(handle, recorder, reference.table, row.id, null)
      else await recorder.update(reference.table, row.id, { [reference.column]: null }, null)
    }
  }
}
