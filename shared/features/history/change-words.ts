import { formatNhsNumber } from '#shared/domain/nhs-number.ts'
import { type DatePrecision, formatPartialDate, isIsoDate } from '#shared/domain/partial-date.ts'
import { TUMOUR_GROUPS } from '#shared/domain/tumour-groups.ts'
import { eventTypeOf } from '#shared/features/journey/public.ts'
import { LEARNING_STATES } from '#shared/features/learning/public.ts'
import { PRIORITIES } from '#shared/features/pathways/schema.ts'
import { REVIEW_KINDS } from '#shared/features/reviews/schema.ts'
import type { FieldChange } from './contract.ts'
import type { FieldKind } from './field-kinds.ts'
import { FIELDS } from './row-fields.ts'

/** A row as the register stores it. */
export type StoredRow = Readonly<Record<string, string | number | null>>

type StoredValue = StoredRow[string] | undefined

/** What a record is called, by its id: staff, diagnoses, events, pathways. */
export type RecordNames = ReadonlyMap<string, string>

const BLANK = 'blank'
const PRECISION = '_precision'

const labelled = (codes: readonly { readonly code: string; readonly label: string }[], value: StoredValue): string =>
  codes.find(({ code }) => code === String(value))?.label ?? String(value)

const precisionOf = (value: StoredValue): DatePrecision => (value === 'month' || value === 'year' ? value : 'day')

const dateWords = (value: StoredValue, precision: StoredValue): string =>
  typeof value === 'string' && isIsoDate(value)
    ? formatPartialDate({ date: value, precision: precisionOf(precision) })
    : String(value)

/** `named_lead_id` as people would say it: "Named lead". */
const columnLabel = (column: string): string => {
  const words = column.replace(/_id$/, '').replaceAll('_', ' ')
  return words.slice(0, 1).toUpperCase() + words.slice(1)
}

const valueWords = (as: FieldKind, value: StoredValue, precision: StoredValue, names: RecordNames): string => {
  if (value === null || value === undefined || value === '') return BLANK
  switch (as.kind) {
    case 'text':
      return String(value)
    case 'flag':
      return value === 1 ? 'yes' : 'no'
    case 'day':
      return dateWords(value, precision)
    case 'nhs-number':
      return formatNhsNumber(String(value))
    case 'record':
      return names.get(String(value)) ?? 'one that is gone'
    case 'codes':
      return (JSON.parse(String(value)) as string[]).map((one) => labelled(as.codes, one)).join(', ') || BLANK
    case 'code':
      return labelled(as.codes, value)
  }
}

const HIDDEN: readonly string[] = ['id', 'person_id', 'version', 'decided_seq']

/**
 * Each field that changed, in words.
 * @param before the whole row as it was, @param after as it became; only `columns` differ.
 */
export const fieldChanges = (
  table: string,
  columns: readonly string[],
  before: StoredRow,
  after: StoredRow,
  names: RecordNames,
): FieldChange[] => {
  // How much of a day is known is told with the day itself.
  const told = new Set(
    columns.map((column) => (column.endsWith(PRECISION) ? column.slice(0, -PRECISION.length) : column)),
  )
  return [...told]
    .filter((column) => !HIDDEN.includes(column))
    .map((column) => {
      const { label, as } = FIELDS[table]?.[column] ?? { label: columnLabel(column), as: { kind: 'text' as const } }
      const words = (row: StoredRow): string => valueWords(as, row[column], row[`${column}${PRECISION}`], names)
      return { label, before: words(before), after: words(after) }
    })
}

const TITLES: Readonly<Record<string, (row: StoredRow) => string>> = {
  person: () => 'Personal details',
  practice_registration: (row) => `Registration with ${String(row['practice_name'])}`,
  cancer_episode: (row) =>
    `Diagnosis: ${typeof row['site'] === 'string' ? row['site'] : labelled(TUMOUR_GROUPS, row['tumour_group'])}`,
  pathway: (row) =>
    `Pathway: ${labelled(TUMOUR_GROUPS, row['tumour_group'])}, ${labelled(PRIORITIES, row['priority']).toLowerCase()}`,
  journey_event: (row) =>
    `${eventTypeOf(String(row['event_type'])).label}, ${dateWords(row['event_date'], row['event_date_precision'])}`,
  pathway_sign_off: () => 'Sign-off of a pathway',
  clock_adjustment: (row) => `Days taken off a clock: ${String(row['days'])}`,
  treatment_summary: () => 'Treatment summary',
  hospital_query: (row) => `Asked the hospital: ${String(row['subject'])}`,
  hospital_query_item: () => 'Something asked of the hospital',
  hospital_query_step: () => 'A step of asking the hospital',
  task: (row) => `Task: ${String(row['title'])}`,
  learning_event: (row) => `Learning event analysis: ${labelled(LEARNING_STATES, row['state']).toLowerCase()}`,
  learning_action: () => 'A change agreed in a learning event analysis',
  toolkit_document: (row) => `Document: ${String(row['title'])}`,
  put_off: () => 'Put off',
  check_override: () => 'Something unusual, kept with a reason',
  not_same_person: () => 'Not the same person as another record',
  merged_person: () => 'Another record merged into this one',
  reconciliation_item: () => 'Compared with a list',
  plan: () => 'Plan',
  plan_objective: (row) => `Objective ${String(row['number'])}`,
  plan_action: (row) => `${String(row['code'])} ${String(row['title'])}`,
  plan_action_objective: () => 'Another objective that it serves',
  plan_milestone: (row) => `Milestone: ${String(row['title'])}`,
  plan_update: (row) => `Update of ${dateWords(row['happened_on'], 'day')}`,
  plan_need: () => 'Something that must be done first',
  plan_cycle: (row) => `Cycle ${String(row['number'])}: ${String(row['aim'])}`,
  plan_move: (row) => `Moved from ${dateWords(row['from_due'], 'day')} to ${dateWords(row['to_due'], 'day')}`,
  plan_action_measure: () => 'Measure that it is to move',
  plan_baseline: (row) => (row['year'] === 0 ? 'Baseline' : `Figure at the end of year ${String(row['year'])}`),
  plan_driver: (row) => `Driver diagram: ${String(row['words'])}`,
  plan_risk: (row) => `Risk: ${String(row['words'])}`,
  plan_decision: (row) => `Decision: ${String(row['words'])}`,
  plan_session: (row) => `Session of ${dateWords(row['held_on'], 'day')}`,
  plan_funding: (row) => `Funding of year ${String(row['year'])}`,
  plan_review: (row) =>
    `${labelled(REVIEW_KINDS, row['kind'])}, from ${dateWords(`${String(row['quarter'])}-01`, 'month')}`,
  contact: (row) => `Contact: ${String(row['name'])}`,
}

/** What a row is called in a list. */
export const rowTitle = (table: string, row: StoredRow): string => TITLES[table]?.(row) ?? columnLabel(table)
