import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { NewJourneyEvent } from '#shared/features/journey/schema.ts'
import type { SafetyNetRow } from '#shared/features/pathways/schema.ts'
import type { AccessRole } from '#shared/domain/people.ts'
import { codeOf, only } from '#tests/support/answers.ts'
import { aPerson, anEvent } from '#tests/support/builders.ts'
import { createTestCore, type TestCore } from '#tests/support/test-core.ts'

let test: TestCore
let personId: string
beforeEach(async () => {
  test = await createTestCore()
  personId = (await test.client.register.addPerson({ person: aPerson(), episode: null })).id
})
afterEach(() => test.close())

const log = (eventType: NewJourneyEvent['eventType'], date: string, pathwayId: string | null = null) =>
  test.client.journey.logEvent(anEvent(personId, { lane: 'hospital', toldBy: null, eventType, date, pathwayId }))
const open = async (): Promise<SafetyNetRow[]> => (await test.client.pathways.open({})).rows
const become = (role: AccessRole) => Object.assign(test.session().user, { role })

/** A missed clinic that a clinician has decided about. */
const signed = async () => {
  const pathwayId = (await log('urgent_referral', '2026-11-02')).pathwayId ?? ''
  const { id: eventId } = await log('did_not_attend', '2026-11-16', pathwayId)
  const { undo } = await test.client.pathways.signOff({ pathwayId, eventId, decision: 'care_complete' })
  return { pathwayId, eventId, undo }
}

/** Every way to lose what a clinician decided. */
const WAYS = {
  'removing the event': ({ eventId }) => test.client.journey.removeEvent({ id: eventId, version: 1 }),
  'making it another event': ({ eventId, pathwayId }) =>
    test.client.journey.saveEvent({
      id: eventId,
      version: 1,
      event: anEvent(personId, { lane: 'hospital', eventType: 'first_seen', date: '2026-11-16', pathwayId }),
    }),
  'taking it off the pathway': ({ eventId }) =>
    test.client.pathways.linkEvents({ personId, pathwayId: null, events: [{ id: eventId, version: 1 }] }),
  'starting another pathway with it': ({ eventId }) =>
    test.client.pathways.start({
      pathway: { personId, tumourGroup: 'lung', priority: 'routine' },
      events: [{ id: eventId, version: 1 }],
    }),
  'removing the pathway': ({ pathwayId }) => test.client.pathways.remove({ id: pathwayId, version: 1 }),
  'undoing the sign-off': ({ undo }) => test.client.audit.undo({ seq: undo }),
} satisfies Record<string, (of: Awaited<ReturnType<typeof signed>>) => Promise<unknown>>

describe('what a clinician signed off', () => {
  it.each(Object.entries(WAYS))('is safe from an admin %s, and a clinician may', async (_name, way) => {
    const of = await signed()
    become('admin')
    expect(await codeOf(way(of))).toBe('forbidden')
    expect(await open()).toEqual([])
    become('clinical')
    expect(await codeOf(way(of))).toBe('no failure')
  })

  it('leaves an admin free to correct the note, and to remove what nobody has signed', async () => {
    const { eventId, pathwayId } = await signed()
    const other = await test.client.pathways.start({
      pathway: { personId, tumourGroup: 'lung', priority: 'routine' },
    })
    become('admin')
    const event = anEvent(personId, { lane: 'hospital', eventType: 'did_not_attend', date: '2026-11-16', pathwayId })
    await test.client.journey.saveEvent({ id: eventId, version: 1, event: { ...event, note: 'Rang at nine' } })
    await test.client.pathways.remove({ id: other.id, version: 1 })
    expect(await open()).toEqual([])
  })

  it('stays true when an earlier change of the event is undone', async () => {
    const pathwayId = (await log('urgent_referral', '2026-11-02')).pathwayId ?? ''
    const { id: eventId } = await log('told_diagnosis', '2026-11-16', pathwayId)
    const event = anEvent(personId, { lane: 'hospital', eventType: 'did_not_attend', date: '2026-11-16', pathwayId })
    const saved = await test.client.journey.saveEvent({ id: eventId, version: 1, event })
    await test.client.pathways.signOff({ pathwayId, eventId, decision: 'care_complete' })
    expect(await test.client.audit.undo({ seq: saved.undo })).toMatchObject({ kept: 1 })
    const { events } = await test.client.journey.ofPerson({ personId })
    expect(events.find(({ id }) => id === eventId)).toMatchObject({ eventType: 'did_not_attend' })
  })
})

describe('days off a clock', () => {
  it('are for those who may sign off', async () => {
    const pathwayId = (await log('urgent_referral', '2026-11-02')).pathwayId ?? ''
    const adjustment = { clock: 'told_28', days: 9, reasonCode: 'first_appointment_missed', reason: 'DNA' } as const
    const { id } = await test.client.pathways.addAdjustment({ pathwayId, adjustment })
    become('admin')
    expect(await codeOf(test.client.pathways.addAdjustment({ pathwayId, adjustment }))).toBe('forbidden')
    expect(await codeOf(test.client.pathways.removeAdjustment({ id, version: 1 }))).toBe('forbidden')
    expect(only(await open())).toMatchObject({ daysAdjusted: 9 })
  })
})
