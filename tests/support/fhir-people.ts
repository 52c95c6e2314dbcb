import { mapPerson } from '#core/features/fhir/map-person.ts'
import type { Resource } from '#core/features/fhir/resource.ts'
import type { PersonRows } from '#core/features/fhir/rows.ts'
import { sharedResources } from '#core/features/fhir/shared-resources.ts'
import { telling } from '#core/features/fhir/telling.ts'
import type { PathwaySummaryTable } from '#core/db/schema-of-work.ts'
import type { RecordedTables } from '#core/db/schema.ts'
import type { Identity } from '#shared/features/fhir/schema.ts'
import { emptyRow } from './builders.ts'
import type { ReadBundle } from './fhir-validator.ts'
import { TEST_TODAY } from './test-core.ts'

/** Rows as they are stored, for what is made of them without a database. */
const rowOf =
  <Table extends keyof RecordedTables>(table: Table, usual: Partial<RecordedTables[Table]>) =>
  (change: Partial<RecordedTables[Table]> = {}): RecordedTables[Table] => ({ ...emptyRow(table), ...usual, ...change })

export const personRow = rowOf('person', {
  id: 'person-1',
  surname: 'Ashworth',
  given_name: 'Maureen',
  sex: '2',
  leave_out_of_sharing: 0,
  version: 1,
})
export const episodeRow = rowOf('cancer_episode', {
  id: 'episode-1',
  person_id: 'person-1',
  kind: 'new_primary',
  tumour_group: 'lower_gi',
  route: 'urgent_referral',
  version: 1,
})
export const pathwayRow = rowOf('pathway', {
  id: 'pathway-1',
  person_id: 'person-1',
  tumour_group: 'lower_gi',
  priority: 'urgent_suspected_cancer',
  version: 1,
})
export const eventRow = rowOf('journey_event', {
  id: 'event-1',
  person_id: 'person-1',
  event_type: 'first_seen',
  lane: 'hospital',
  event_date: '2026-03-02',
  event_date_precision: 'day',
  version: 1,
})
export const taskRow = rowOf('task', {
  id: 'task-1',
  person_id: 'person-1',
  title: 'Ring the ward',
  repeats: 'never',
  state: 'open',
  created_on: '2026-03-02',
  created_by: 'Dr Anjali Rao',
  version: 1,
})
export const signOffRow = rowOf('pathway_sign_off', {
  id: 'sign-off-1',
  pathway_id: 'pathway-1',
  person_id: 'person-1',
  event_id: 'event-1',
  decision: 'book_again',
  signed_by: 'Dr Anjali Rao',
  signed_on: '2026-03-05',
  version: 1,
})
export const standingRow = (change: Partial<PathwaySummaryTable> = {}): PathwaySummaryTable => ({
  pathway_id: 'pathway-1',
  person_id: 'person-1',
  priority: 'urgent_suspected_cancer',
  state: 'sent',
  stage: 'sent',
  state_date: null,
  state_date_precision: null,
  state_event_id: null,
  open: 1,
  needs_sign_off: 0,
  decision: null,
  clock: null,
  start_date: null,
  start_date_precision: null,
  out_of_order: 0,
  clocks: '',
  ...change,
})
const practice = rowOf('practice', { id: 'practice-1', name: 'Brackenfold Surgery', ods_code: 'A99901' })()
const user = rowOf('user_account', { id: 'user-1', name: 'Dr Anjali Rao' })()

/** Everything that a bundle would tell of one person. */
export const toldOf = (rows: Partial<PersonRows>, identity: Identity = 'identifiable'): Resource[] => {
  const told = telling(identity, Buffer.alloc(32, 7), TEST_TODAY)
  const nothing = { episodes: [], pathways: [], standings: [], events: [], signOffs: [], tasks: [] }
  return mapPerson({ person: personRow(), ...nothing, ...rows }, told, sharedResources(told, practice, [user]))
}

/** The one resource of its kind. */
export const only = (resources: readonly Resource[], resourceType: string): Resource => {
  const [found, ...others] = resources.filter((one) => one.resourceType === resourceType)
  if (found === undefined || others.length > 0)
    throw new Error(`there are ${others.length + Number(!!found)} of ${resourceType}`)
  return found
}

/** As it would be read back from a file. */
export const asBundle = (resources: readonly Resource[]): ReadBundle =>
  JSON.parse(
    JSON.stringify({
      resourceType: 'Bundle',
      type: 'collection',
      timestamp: '2026-11-23T10:00:00.000Z',
      entry: resources.map((one) => ({ fullUrl: `urn:uuid:${one.id}`, resource: one })),
    }),
  ) as ReadBundle
