import { COLUMNS_OF_DEVELOPMENT } from './columns-of-development.ts'
import { COLUMNS_OF_PLANS } from './columns-of-plans.ts'
import { table, type TableClasses } from './table-classes.ts'

/** What every column of the register holds. */
export const COLUMN_CLASSES: Readonly<Record<string, TableClasses>> = {
  practice: table({
    operational: 'id name ods_code nation list_size list_size_on network_name is_demo version',
  }),
  user_account: table({
    operational: 'id name job_title access_role version',
  }),
  setting: table({
    operational: 'id value version',
  }),
  audit_entry: table({
    identifiable: 'person_id',
    operational: 'seq at user_id user_name method verb row_count detail undoes_seq previous_hash hash',
  }),
  change: table({
    identifiable: 'row_id row_ids before_values after_values',
    operational: 'seq audit_seq table_name kind',
  }),
  person: table({
    identifiable: [
      'id nhs_number local_id title surname given_name birth_date postcode death_date known_as',
      'previous_surname address carer_name carer_relationship carer_phone phone_home phone_mobile email',
      'contact_note',
    ].join(' '),
    clinical: [
      'sex death_date_precision gender ethnicity deprivation_quintile language interpreter_needed',
      'communication_needs contact_preference death_place',
    ].join(' '),
    operational: [
      'usual_gp named_lead_id leave_out_of_sharing nhs_number_status deprivation_index',
      'deprivation_version version',
    ].join(' '),
  }),
  cancer_episode: table({
    identifiable: 'id person_id practice_register_reason',
    clinical: [
      'kind tumour_group site icd10_code diagnosis_date diagnosis_date_precision stage route laterality',
      'behaviour basis grade t_category n_category m_category stage_edition stage_version',
      'performance_status intent nurse_specialist_told follow_up on_practice_register',
    ].join(' '),
    operational: 'hospital consultant nurse_specialist nurse_specialist_phone code_source version',
  }),
  journey_event: table({
    identifiable: 'id person_id episode_id note answers_event_id pathway_id',
    clinical: 'event_type lane event_date event_date_precision told_by method',
    operational: 'hospital done_by template version',
  }),
  person_summary: table({
    identifiable: 'person_id sort_name search_text birth_date',
    clinical: ['tumour_group diagnosis_date died next_due_date letter_due contact_due review_due next_lapse'].join(' '),
    operational: 'number',
  }),
  register_row: table({ identifiable: 'shown', operational: 'number' }),
  person_events: table({ identifiable: 'person_id', clinical: 'told' }),
  person_search: table({ identifiable: 'search_text' }),
  projection: table({ operational: 'id version' }),
  practice_registration: table({
    identifiable: 'id person_id',
    clinical: 'registered_from registered_from_precision registered_to registered_to_precision',
    operational: 'practice_name ods_code version',
  }),
  pathway: table({
    identifiable: 'id person_id episode_id reference note',
    clinical: 'tumour_group priority',
    operational: 'hospital version',
  }),
  pathway_sign_off: table({
    identifiable: 'id pathway_id person_id event_id note',
    clinical: 'decision signed_on',
    operational: 'signed_by version',
  }),
  clock_adjustment: table({
    identifiable: 'id pathway_id person_id reason',
    clinical: 'clock days reason_code falls_on',
    operational: 'version',
  }),
  treatment_summary: table({
    identifiable: 'id event_id person_id treatment_given effects alert_symptoms follow_up contact',
    clinical: 'aim actions_asked',
    operational: 'version',
  }),
  hospital_query: table({
    identifiable: 'id person_id subject',
    clinical: 'opened_on closed_on promised_for',
    operational: 'hospital department phone state ring_again_on version',
  }),
  hospital_query_item: table({
    identifiable: 'id query_id person_id event_id asked_for answer_event_id',
    clinical: 'document slot',
    operational: 'state version',
  }),
  hospital_query_step: table({
    identifiable: 'id query_id person_id spoke_to note',
    clinical: 'happened_on',
    operational: 'kind by_name version',
  }),
  task: table({
    identifiable: 'id person_id title note dropped_reason source_event_id pathway_id follows_task_id',
    operational: 'owner_id due_date repeats repeats_from state created_on created_by finished_on finished_by version',
  }),
  learning_event: table({
    // Whatever is typed may tell of the person, the reason to set aside and who took part among it.
    identifiable: [
      'id person_id episode_id set_aside_reason took_part what_happened went_well could_be_better',
      'contributory_factors learning_points',
    ].join(' '),
    clinical: 'reasons themes avoidable',
    operational: 'state rules_version opened_on opened_by led_by meeting_date review_date closed_on version',
  }),
  learning_action: table({
    identifiable: 'id learning_event_id person_id task_id',
    operational: 'version',
  }),
  care_recall: table({
    identifiable: 'person_id episode_id',
    clinical:
      'kind tumour_group due_date lapses_date invitations invited_on invited_on_precision no_answer_until said_no said_no_on said_no_on_precision',
    operational: 'named_lead_id',
  }),
  put_off: table({
    identifiable: 'subject person_id',
    operational: 'id until_date version',
  }),
  check_override: table({
    identifiable: 'id person_id subject_id fingerprint reason',
    operational: 'rule by_name made_on version',
  }),
  not_same_person: table({
    identifiable: 'id person_id other_person_id reason',
    operational: 'by_name made_on version',
  }),
  merged_person: table({
    identifiable: 'id person_id',
    operational: 'by_name merged_on version',
  }),
  saved_view: table({
    identifiable: 'address',
    operational: 'id name position version',
  }),
  pathway_summary: table({
    identifiable: 'pathway_id person_id state_event_id',
    clinical:
      'priority state stage state_date state_date_precision open needs_sign_off decision clock start_date start_date_precision clocks',
    operational: 'out_of_order',
  }),
  letter_gap: table({
    identifiable: 'person_id event_id letter_event_id',
    clinical: 'document event_date letter_date days',
    operational: 'hospital',
  }),
  letter_wait: table({
    identifiable: 'person_id event_id item_id since_event_id query_id',
    clinical: 'document slot event_date since_date due_date lapses_date',
    operational: 'hospital',
  }),
  check_hit: table({
    identifiable: 'person_id subject_id words fingerprint',
    operational: 'rule severity subject_table',
  }),
  duplicate_pair: table({
    identifiable: 'person_id other_person_id',
    operational: 'score',
  }),
  kept_text: table({ identifiable: 'texts', operational: 'user_id kind' }),
  duplicate_search: table({ operational: 'id change_seq searched_at people' }),
  reconciliation: table({
    operational:
      'id name source period_from period_to tumour_groups compared_at compared_by rows_in ours_looked_for ours_too_vague closed_on version',
  }),
  reconciliation_item: table({
    identifiable: 'id item_key person_id episode_id entry note decision_reason',
    clinical: 'kind tumour_group site ours_date ours_date_precision theirs_date theirs_date_precision days decision',
    operational: 'reconciliation_id position line row_count list_person decided_by decided_on decided_seq version',
  }),
  import_batch: table({
    operational: 'id name layout imported_at user_name counts audit_seq undone_at version',
  }),
  import_rejection: table({
    identifiable: 'cells',
    operational: 'id batch_id line reason version',
  }),
  figure_set: table({
    operational: [
      'id number kind title series source edition as_at period_from period_to file_kind columns row_count checks',
      'content_hash imported_at user_name removed_at removed_by version',
    ].join(' '),
  }),
  figure_row: table({
    operational: 'set_number key part line figures',
  }),
  import_profile: table({
    // Headings and words are those of a file: they may hold whatever somebody once typed in a list.
    identifiable: 'shape columns words',
    operational: 'id name layout differences used_at times version',
  }),
  report: table({
    operational:
      'id title period_from period_to frozen_at frozen_by small_numbers dataset measured sha256 kind version',
  }),
  report_export: table({
    operational: 'id report_id exported_at exported_by purpose recipient formats version',
  }),
  signing_key: table({
    operational: 'id public_key private_key fingerprint made_at',
  }),
  pack_signer: table({
    operational: 'id ods_code practice_name public_key fingerprint trusted_at trusted_by version',
  }),
  network_practice: table({
    operational: 'id ods_code name list_size version',
  }),
  practice_pack: table({
    operational: [
      'id report_id ods_code practice_name period_from period_to frozen_at sha256 fingerprint figures received_at',
      'received_by replaced_at version',
    ].join(' '),
  }),
  measure_mark: table({
    operational: 'id measure_code kind month words value made_on made_by version',
  }),
  contact: table({
    operational: ['id name role organisation kind phone email notes influence interest last_spoken_on version'].join(
      ' ',
    ),
  }),
  // A plan is about the work of the practice: its screens ask that nobody on the register is named in it.
  ...COLUMNS_OF_PLANS,
  ...COLUMNS_OF_DEVELOPMENT,
}
