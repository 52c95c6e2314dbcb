import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { NewJourneyEvent } from '#shared/features/journey/schema.ts'
import type { Pathway, SafetyNetRow } from '#shared/features/pathways/schema.ts'
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
const refer = (date: string) => log('urgent_referral', date)
const pathways = async (): Promise<Pathway[]> => (await test.client.pathways.ofPerson({ personId })).pathways
const open = async (): Promise<SafetyNetRow[]> => (await test.client.pathways.open({})).rows

describe('days taken off a clock', () => {
  const taken = { clock: 'told_28', days: 9, reasonCode: 'first_appointment_missed', reason: 'DNA 9 Nov' } as const

  it('count in the list, are kept with their reason and go back on', async () => {
    const { pathwayId } = await refer('2026-10-20')
    const added = await test.client.pathways.addAdjustment({ pathwayId: pathwayId ?? '', adjustment: taken })
    expect(only(await open())).toMatchObject({ daysAdjusted: 9 })
    expect(only(only(await pathways()).adjustments)).toEqual({
      id: added.id,
      version: 1,
      ...taken,
      fallsOn: '2026-11-23',
    })
    expect(await codeOf(test.client.pathways.removeAdjustment({ id: added.id, version: 2 }))).toBe('stale')
    await test.client.pathways.removeAdjustment({ id: added.id, version: 1 })
    expect(only(await open())).toMatchObject({ daysAdjusted: 0 })
  })

  it('need a reason that belongs to the clock', async () => {
    const { pathwayId } = await refer('2026-10-20')
    const add = (change: object) =>
      codeOf(test.client.pathways.addAdjustment({ pathwayId: pathwayId ?? '', adjustment: { ...taken, ...change } }))
    expect(await add({ reason: ' ' })).toBe('validation')
    expect(await add({ days: 0 })).toBe('validation')
    expect(await add({ reasonCode: 'reasonable_offer_declined' })).toBe('validation')
    expect(await add({ clock: 'treated_31' })).toBe('validation')
  })

  it('count for the referral in which they fell, in the list too', async () => {
    const { pathwayId } = await refer('2026-08-01')
    const take = (fallsOn: string) =>
      test.client.pathways.addAdjustment({ pathwayId: pathwayId ?? '', adjustment: { ...taken, fallsOn } })
    await take('2026-08-10')
    expect(only(await open())).toMatchObject({ startDate: '2026-08-01', daysAdjusted: 9 })
    await log('referral_rejected', '2026-08-20', pathwayId)
    await log('urgent_referral', '2026-10-20', pathwayId)
    expect(only(await open())).toMatchObject({ startDate: '2026-10-20', daysAdjusted: 0 })
    await take('2026-11-02')
    expect(only(await open())).toMatchObject({ daysAdjusted: 9 })
    expect(await codeOf(take('2026-11-24'))).toBe('validation')
  })
})
