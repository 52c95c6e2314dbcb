import type { DatePrecision, IsoDate } from '#shared/domain/partial-date.ts'
import type { BrainstormTables } from './schema-of-brainstorm.ts'
import type { ContactTable } from './schema-of-contacts.ts'
import type { DevelopmentTables } from './schema-of-development.ts'
import type { FigureRowTable, FigureSetTable } from './schema-of-figures.ts'
import type { LearningTables } from './schema-of-learning.ts'
import type { MeasureMarkTable } from './schema-of-measures.ts'
import type { PlanLogTables } from './schema-of-plan-logs.ts'
import type { PlanTables } from './schema-of-plans.ts'
import type {
  NetworkPracticeTable,
  PackSignerTable,
  PracticePackTable,
  ReportExportTable,
  ReportTable,
  SigningKeyTable,
  KeptTextTable,
} from './schema-of-reports.ts'
import type { ToolkitTables } from './schema-of-toolkit.ts'
import type { ReconciliationItemTable, ReconciliationTable } from './schema-of-lists.ts'
import type {
  CareRecallTable,
  CheckHitTable,
  CheckOverrideTable,
  ClockAdjustmentTable,
  DuplicatePairTable,
  DuplicateSearchTable,
  HospitalQueryItemTable,
  HospitalQueryStepTable,
  HospitalQueryTable,
  LetterGapTable,
  LetterWaitTable,
  MergedPersonTable,
  NotSamePersonTable,
  PersonEventsTable,
  PathwaySignOffTable,
  PathwaySummaryTable,
  PathwayTable,
  PracticeRegistrationTable,
  PutOffTable,
  SavedViewTable,
  TaskTable,
  TreatmentSummaryTable,
} from './schema-of-work.ts'

/** Table shapes as Kysely sees them: what the migrations made, no more. Flags are 0 or 1. */
export interface PracticeTable {
  id: string
  name: string
  ods_code: string
  nation: 'england' | 'scotland' | 'wales' | 'northern-ireland'
  list_size: number
  list_size_on: IsoDate
  network_name: string
  is_demo: number
  version: number
}

export interface UserAccountTable {
  id: string
  name: string
  job_title: string
  access_role: 'lead' | 'clinical' | 'admin' | 'read-only'
  version: number
}

export interface SettingTable {
  id: string
  value: string
  version: number
}

export interface AuditEntryTable {
  seq: number
  at: string
  user_id: string
  user_name: string
  method: string
  verb: string
  person_id: string | null
  row_count: number
  detail: string
  undoes_seq: number | null
  previous_hash: string
  hash: string
}

export interface ChangeTable {
  seq: number
  audit_seq: number
  table_name: string
  row_id: string | null
  /** JSON list: rows of one table that came in together, as an import or a new person with events brings them. */
  row_ids: string | null
  kind: 'insert' | 'update' | 'remove'
  before_values: string | null
  after_values: string | null
}

export interface PersonTable {
  id: string
  nhs_number: string | null
  local_id: string | null
  title: string | null
  surname: string
  given_name: string
  birth_date: IsoDate | null
  sex: '1' | '2' | '9' | 'X'
  postcode: string | null
  usual_gp: string | null
  named_lead_id: string | null
  leave_out_of_sharing: number
  death_date: IsoDate | null
  death_date_precision: DatePrecision | null
  nhs_number_status: string | null
  known_as: string | null
  previous_surname: string | null
  gender: string | null
  ethnicity: string | null
  address: string | null
  /** 1 is the most deprived fifth, whatever the index says of itself. */
  deprivation_quintile: number | null
  deprivation_index: string | null
  deprivation_version: string | null
  carer_name: string | null
  carer_relationship: string | null
  carer_phone: string | null
  language: string | null
  interpreter_needed: number | null
  communication_needs: string | null
  phone_home: string | null
  phone_mobile: string | null
  email: string | null
  contact_preference: string | null
  contact_note: string | null
  death_place: string | null
  version: number
}

export interface CancerEpisodeTable {
  id: string
  person_id: string
  kind: 'new_primary' | 'recurrence' | 'metastatic' | 'transformation' | 'progression'
  tumour_group: string
  site: string | null
  icd10_code: string | null
  diagnosis_date: IsoDate | null
  diagnosis_date_precision: DatePrecision | null
  stage: string | null
  route: string
  hospital: string | null
  laterality: string | null
  behaviour: string | null
  basis: string | null
  grade: string | null
  t_category: string | null
  n_category: string | null
  m_category: string | null
  stage_edition: string | null
  stage_version: string | null
  performance_status: string | null
  intent: string | null
  consultant: string | null
  nurse_specialist: string | null
  nurse_specialist_phone: string | null
  nurse_specialist_told: string | null
  follow_up: string | null
  code_source: 'typed' | 'imported' | null
  /** The lead's choice; null follows the QOF rule. */
  on_practice_register: number | null
  practice_register_reason: string | null
  version: number
}

export interface JourneyEventTable {
  id: string
  person_id: string
  episode_id: string | null
  event_type: string
  lane: 'primary' | 'hospital' | 'community' | 'voluntary' | 'person'
  event_date: IsoDate
  event_date_precision: DatePrecision
  note: string | null
  told_by: string | null
  answers_event_id: string | null
  pathway_id: string | null
  hospital: string | null
  method: 'in_person' | 'phone' | 'video' | 'letter' | 'text' | null
  done_by: string | null
  /** The structured template a care review was held with. */
  template: string | null
  version: number
}

export interface PersonSummaryTable {
  /** Given anew whenever the summary is worked out. */
  number: number
  person_id: string
  sort_name: string
  search_text: string
  birth_date: IsoDate | null
  tumour_group: string | null
  diagnosis_date: IsoDate | null
  died: number
  next_due_date: IsoDate | null
  /** The earliest of its kind that has not lapsed. */
  letter_due: IsoDate | null
  contact_due: IsoDate | null
  review_due: IsoDate | null
  /** The last day on which all of these still hold. */
  next_lapse: IsoDate | null
}

/** What a list shows of somebody, by the number of their summary (see `projections/register-row.ts`). */
export interface RegisterRowTable {
  number: number
  shown: string
}

/** Which rules the worked-out tables were made by. One row. */
export interface ProjectionTable {
  id: 1
  version: number
}

export interface ImportBatchTable {
  id: string
  name: string
  layout: string
  imported_at: string
  user_name: string
  counts: string
  audit_seq: number
  undone_at: string | null
  version: number
}

export interface ImportRejectionTable {
  id: string
  batch_id: string
  line: number
  reason: string
  cells: string
  version: number
}

/** `columns`, `words` and `differences` are JSON: see the profiles of the imports. */
export interface ImportProfileTable {
  id: string
  name: string
  layout: string
  shape: string
  columns: string
  words: string
  differences: string
  used_at: string
  times: number
  version: number
}

/** Tables that people change. Every write to them goes through the recorder, so it can be shown and undone. */
export interface RecordedTables
  extends LearningTables, PlanTables, PlanLogTables, BrainstormTables, ToolkitTables, DevelopmentTables {
  practice: PracticeTable
  user_account: UserAccountTable
  setting: SettingTable
  person: PersonTable
  practice_registration: PracticeRegistrationTable
  cancer_episode: CancerEpisodeTable
  pathway: PathwayTable
  journey_event: JourneyEventTable
  pathway_sign_off: PathwaySignOffTable
  clock_adjustment: ClockAdjustmentTable
  treatment_summary: TreatmentSummaryTable
  hospital_query: HospitalQueryTable
  hospital_query_item: HospitalQueryItemTable
  hospital_query_step: HospitalQueryStepTable
  task: TaskTable
  put_off: PutOffTable
  check_override: CheckOverrideTable
  not_same_person: NotSamePersonTable
  merged_person: MergedPersonTable
  saved_view: SavedViewTable
  import_batch: ImportBatchTable
  import_rejection: ImportRejectionTable
  reconciliation: ReconciliationTable
  reconciliation_item: ReconciliationItemTable
  import_profile: ImportProfileTable
  report: ReportTable
  report_export: ReportExportTable
  figure_set: FigureSetTable
  pack_signer: PackSignerTable
  network_practice: NetworkPracticeTable
  practice_pack: PracticePackTable
  measure_mark: MeasureMarkTable
  contact: ContactTable
}

export interface Tables extends RecordedTables {
  audit_entry: AuditEntryTable
  change: ChangeTable
  person_summary: PersonSummaryTable
  register_row: RegisterRowTable
  projection: ProjectionTable
  care_recall: CareRecallTable
  pathway_summary: PathwaySummaryTable
  letter_gap: LetterGapTable
  letter_wait: LetterWaitTable
  check_hit: CheckHitTable
  person_events: PersonEventsTable
  duplicate_pair: DuplicatePairTable
  duplicate_search: DuplicateSearchTable
  figure_row: FigureRowTable
  signing_key: SigningKeyTable
  kept_text: KeptTextTable
}
