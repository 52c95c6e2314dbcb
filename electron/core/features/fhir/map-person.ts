import { mapConditions } from './map-condition.ts'
import { mapEvents } from './map-events.ts'
import { mapPatient } from './map-patient.ts'
import { mapReferrals } from './map-referral.ts'
import { mapWork } from './map-work.ts'
import { personContext } from './person-context.ts'
import type { Resource } from './resource.ts'
import type { PersonRows } from './rows.ts'
import type { SharedResources } from './shared-resources.ts'
import type { Telling } from './telling.ts'

const byId = (one: Resource, other: Resource): number => (one.id < other.id ? -1 : 1)

/**
 * Everything that a bundle tells of one person, with the organisations and people who are named here for the first
 * time before it. Without names the order of the resources is that of their ids, which says nothing.
 */
export const mapPerson = (rows: PersonRows, telling: Telling, shared: SharedResources): Resource[] => {
  const context = personContext(rows, telling, shared)
  const own = [...mapConditions(context), ...mapReferrals(context), ...mapEvents(context), ...mapWork(context)]
  const patient = mapPatient(context)
  const ordered = telling.identity === 'identifiable' ? own : own.toSorted(byId)
  return [...shared.take(), patient, ...ordered]
}
