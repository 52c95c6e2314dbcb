import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { NationCode } from '#shared/domain/people.ts'
import type { ClockDays } from '#shared/features/pathways/clock-setting.ts'
import type { PathwayFields } from '#shared/features/pathways/schema.ts'
import { refusal } from '#tests/support/answers.ts'
import { aPerson, anEpisode } from '#tests/support/builders.ts'
import { aPractice, createTestCore, type TestCore } from '#tests/support/test-core.ts'

let test: TestCore
let personId: string
beforeEach(async () => {
  test = await createTestCore()
  personId = (await test.client.register.addPerson({ person: aPerson(), episode: anEpisode() })).id
})
afterEach(() => test.close())

const inNation = (nation: NationCode) => test.client.access.savePractice(aPractice({ nation }))
const save = (from: string, clocks: ClockDays, reason = 'Guidance of March') =>
  test.client.pathways.saveClocks({ from, clocks, reason })
const start = (tumourGroup: PathwayFields['tumourGroup'], date: string) =>
  test.client.pathways.start({
    pathway: { personId, tumourGroup, priority: 'urgent_suspected_cancer' },
    sent: { eventType: 'referral_received', date, precision: 'day' },
  })
const judged = async () =>
  (await test.client.pathways.open({})).rows.map(({ clock, daysAllowed }) => [clock, daysAllowed])

describe('the days of the clocks', () => {
  it('are the defaults of the nation until the lead chooses others, for clocks that start from then on', async () => {
    await inNation('scotland')
    await start('lung', '2026-09-30')
    expect(await judged()).toEqual([['treated_62', 62]])
    await save('2026-09-30', { treated_62: { days: 50, target: 90 } })
    expect(await judged()).toEqual([['treated_62', 50]])
    expect(await test.client.pathways.lateCount({})).toEqual({ pathways: 1, people: 1 })
    await save('2026-10-01', { treated_62: { days: 40, target: null } })
    expect(await judged()).toEqual([['treated_62', 50]])
    expect((await test.client.pathways.ofPerson({ personId })).clocks).toMatchObject({
      nation: 'scotland',
      periods: [
        { from: '2026-09-30', clocks: { treated_31: { days: 31, target: 95 }, treated_62: { days: 50, target: 90 } } },
        { from: '2026-10-01', reason: 'Guidance of March', setBy: 'Dr Anjali Rao', setOn: '2026-11-23' },
      ],
    })
  })

  it('are taken back by undo, and leave their reason in the audit trail', async () => {
    await inNation('wales')
    const { undo } = await save('2026-09-01', { treated_62: { days: 50, target: 75 } })
    const [entry] = await test.client.audit.page({})
    expect(entry).toMatchObject({ method: 'pathways.saveClocks', verb: 'settings', reason: 'Guidance of March' })
    await test.client.audit.undo({ seq: undo })
    expect((await test.client.pathways.clocks({})).periods).toEqual([])
    await save('2026-09-01', { treated_62: { days: 45, target: 75 } })
    expect((await test.client.pathways.clocks({})).periods).toHaveLength(1)
  })

  it('can be confirmed as they are once, not twice', async () => {
    await inNation('wales')
    await save('2026-09-01', { treated_62: { days: 62, target: 75 } }, 'Looked up')
    expect((await refusal(save('2026-10-01', { treated_62: { days: 62, target: 75 } }))).code).toBe('conflict')
  })

  it('stand fast where they were read in guidance, and for clocks that are not counted', async () => {
    expect((await refusal(save('2026-09-01', { told_28: { days: 20, target: 80 } }))).message).toContain('guidance')
    await inNation('scotland')
    expect((await refusal(save('2026-09-01', { told_28: { days: 20, target: 80 } }))).message).toContain('not counted')
    expect((await refusal(save('2026-09-01', { treated_62: { days: 0, target: 80 } }))).code).toBe('validation')
    expect((await refusal(save('2026-09-01', { treated_62: { days: 50, target: 80 } }, ' '))).code).toBe('validation')
  })

  it('are for the lead to change', async () => {
    await inNation('scotland')
    Object.assign(test.session(), { user: { ...test.session().user, role: 'clinical' } })
    expect((await refusal(save('2026-09-01', { treated_62: { days: 50, target: 90 } }))).code).toBe('forbidden')
    await expect(test.client.pathways.clocks({})).resolves.toEqual({ nation: 'scotland', periods: [] })
  })
})

describe('a breast referral', () => {
  it('is judged by 14 days in Northern Ireland until it was seen, elsewhere by what is counted there', async () => {
    const { id } = await start('breast', '2026-11-16')
    const inEach = async () => {
      const found: Record<string, unknown> = {}
      for (const nation of ['england', 'scotland', 'northern-ireland'] as const) {
        await inNation(nation)
        ;[found[nation]] = await judged()
      }
      return found
    }
    expect(await inEach()).toEqual({
      england: ['told_28', 28],
      scotland: ['treated_62', 62],
      'northern-ireland': ['seen_14', 14],
    })
    const adjustment = { clock: 'seen_14', days: 3, reasonCode: 'first_appointment_missed', reason: 'Missed' } as const
    await test.client.pathways.addAdjustment({ pathwayId: id, adjustment })
    expect((await test.client.pathways.open({})).rows).toMatchObject([{ daysAdjusted: 3 }])
    await test.client.journey.logEvent({
      personId,
      episodeId: null,
      pathwayId: id,
      eventType: 'first_seen',
      lane: 'hospital',
      date: '2026-11-20',
      precision: 'day',
      note: null,
      toldBy: null,
      answersEventId: null,
    })
    expect(await inEach()).toEqual({
      england: ['told_28', 28],
      scotland: ['treated_62', 62],
      'northern-ireland': ['treated_62', 62],
    })
  })
})
