import { table, type TableClasses } from './table-classes.ts'

/** Columns of the action plan, its reviews and logs, and the toolkit. */
export const COLUMNS_OF_PLANS: Readonly<Record<string, TableClasses>> = {
  plan: table({
    operational:
      'id title organisation starts_on strengths gaps state signed_on signed_by closed_on close_reason last_objective version',
  }),
  plan_objective: table({
    operational: 'id plan_id number title words own last_code version',
  }),
  plan_action: table({
    identifiable: 'origin_id',
    operational:
      'id plan_id objective_id code title words owner_name partners starts_on due_on cost_words cost_pence risk_words evidence_words status ended_on answer_words answer_by answer_on origin_kind origin_words version',
  }),
  plan_action_objective: table({
    operational: 'id action_id objective_id version',
  }),
  plan_milestone: table({
    operational: 'id action_id title due_on met_on version',
  }),
  plan_update: table({
    operational: 'id action_id happened_on words status next_step ask by_name review_id version',
  }),
  plan_need: table({
    operational: 'id action_id needs_id version',
  }),
  plan_cycle: table({
    operational:
      'id action_id number aim plan_words do_words study_words act_words started_on ended_on outcome version',
  }),
  plan_move: table({
    operational: 'id action_id moved_on by_name from_start to_start from_due to_due reason review_id version',
  }),
  plan_action_measure: table({
    operational: 'id action_id measure_code target_value target_by version',
  }),
  plan_baseline: table({
    operational: 'id plan_id measure_code year month_from month_to figure rule_version frozen_on version',
  }),
  plan_driver: table({
    operational: 'id plan_id parent_id kind words action_id position version',
  }),
  plan_theme: table({
    operational: 'id plan_id title objective_id position version',
  }),
  plan_note: table({
    // Whatever is said in a meeting may tell of somebody.
    identifiable: 'words said_by',
    operational: 'id plan_id theme_id votes position version',
  }),
  plan_risk: table({
    operational: 'id plan_id words likelihood impact response owner_name action_id raised_on closed_on version',
  }),
  plan_funding: table({ operational: 'id plan_id year hours pence version' }),
  plan_session: table({ operational: 'id plan_id held_on hours words action_id version' }),
  plan_review: table({
    operational: 'id plan_id kind quarter state led_by opened_on closed_on summary walk passed paper version',
  }),
  plan_decision: table({
    operational: 'id plan_id decided_on words why decided_by action_id review_id version',
  }),
  toolkit_document: table({
    identifiable: 'id person_id title answers',
    operational: 'template_code topic audience private_to review_due created_on updated_at updated_by edits version',
  }),
  toolkit_block: table({
    identifiable: 'id document_id content',
    operational: 'place version',
  }),
  toolkit_issue: table({
    identifiable: 'id document_id title purpose recipient content fields hash',
    operational: 'number issued_on issued_by audience version',
  }),
  toolkit_revision: table({
    identifiable: 'id document_id title content answers',
    operational: 'at by_name kind word_count version',
  }),
  toolkit_comment: table({
    identifiable: 'id document_id words',
    operational: 'mark_id by_name made_on resolved_on version',
  }),
  toolkit_template: table({
    operational:
      'id code title topic audience purpose used_by minutes sources review_months content origin checksum added_on added_by version',
  }),
}
