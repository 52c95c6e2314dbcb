/**
 * What every column of the register holds. Exports, logs and de-identification go by this one map.
 * identifiable: points to a person by itself or with little else. clinical: about their health, not who they are.
 * operational: about the work and the people who do it.
 */
export type ColumnClass = 'identifiable' | 'clinical' | 'operational'

type TableClasses = Readonly<Record<string, ColumnClass>>

export const COLUMN_CLASSES: Readonly<Record<string, TableClasses>> = {
  practice: {
    id: 'operational', name: 'operational', ods_code: 'operational', nation: 'operational', list_size: 'operational',
    list_size_on: 'operational', network_name: 'operational', is_demo: 'operational', version: 'operational',
  },
  user_account: { id: 'operational', name: 'operational', job_title: 'operational', access_role: 'operational', version: 'operational' },
  setting: { id: 'operational', value: 'operational', version: 'operational' },
  audit_entry: {
    seq: 'operational', at: 'operational', user_id: 'operational', user_name: 'operational', method: 'operational',
    verb: 'operational', person_id: 'identifiable', row_count: 'operational', detail: 'operational',
    undoes_seq: 'operational', previous_hash: 'operational', hash: 'operational',
  },
  change: {
    seq: 'operational', audit_seq: 'operational', table_name: 'operational', row_id: 'identifiable', row_ids: 'identifiable', kind: 'operational',
    before_values: 'identifiable', after_values: 'identifiable',
  },
  person: {
    id: 'identifiable', nhs_number: 'identifiable', local_id: 'identifiable', title: 'identifiable', surname: 'identifiable',
    given_name: 'identifiable', birth_date: 'identifiable', sex: 'clinical', postcode: 'identifiable', usual_gp: 'operational',
    named_lead_id: 'operational', leave_out_of_sharing: 'operational', death_date: 'identifiable',
    death_date_precision: 'clinical', version: 'operational',
  },
  cancer_episode: {
    id: 'identifiable', person_id: 'identifiable', kind: 'clinical', tumour_group: 'clinical', site: 'clinical',
    icd10_code: 'clinical', diagnosis_date: 'clinical', diagnosis_date_precision: 'clinical', stage: 'clinical',
    route: 'clinical', hospital: 'operational', version: 'operational',
  },
  journey_event: {
    id: 'identifiable', person_id: 'identifiable', episode_id: 'identifiable', event_type: 'clinical', lane: 'clinical',
    event_date: 'clinical', event_date_precision: 'clinical', note: 'identifiable', told_by: 'clinical',
    answers_event_id: 'identifiable', version: 'operational',
  },
  due_item: {
    person_id: 'identifiable', kind: 'clinical', document: 'clinical', due_date: 'clinical', lapses_date: 'clinical',
    source_event_id: 'identifiable', episode_id: 'identifiable',
  },
  person_summary: {
    person_id: 'identifiable', sort_name: 'identifiable', search_text: 'identifiable', episode_id: 'identifiable',
    tumour_group: 'clinical', site: 'clinical', stage: 'clinical', diagnosis_date: 'clinical',
    diagnosis_date_precision: 'clinical', died: 'clinical', next_due_date: 'clinical', next_due_lapses: 'clinical',
  },
  import_batch: {
    id: 'operational', name: 'operational', layout: 'operational', imported_at: 'operational', user_name: 'operational',
    counts: 'operational', audit_seq: 'operational', undone_at: 'operational', version: 'operational',
  },
  import_rejection: {
    id: 'operational', batch_id: 'operational', line: 'operational', reason: 'operational', cells: 'identifiable', version: 'operational',
  },
  report: {
    id: 'operational', title: 'operational', period_from: 'operational', period_to: 'operational', frozen_at: 'operational',
    frozen_by: 'operational', small_numbers: 'operational', dataset: 'operational', sha256: 'operational', version: 'operational',
  },
}
