import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { codeOf, refusal } from '#tests/support/answers.ts'
import { aPerson, anEpisode } from '#tests/support/builders.ts'
import { createTestCore, type TestCore } from '#tests/support/test-core.ts'
import { beginPlan, planNow, signNow } from './plan-fields.ts'

let test: TestCore
let actionId: string
beforeEach(async () => {
  test = await createTestCore()
  actionId = (await beginPlan(test.client))[0] ?? ''
  await diagnosed('2025-11-10', '2')
  await diagnosed('2026-05-10', null)
})
afterEach(() => test.close())

const diagnosed = async (date: string, stage: string | null): Promise<void> => {
  const { id } = await test.client.register.addPerson({ person: aPerson(), episode: null })
  await test.client.register.addEpisode({
    personId: id,
    episode: anEpisode({ diagnosisDate: { date, precision: 'day' }, stage }),
  })
}

const link = (measureCode: string, target: { value: number; by: string } | null = null) =>
  test.client.plan.linkMeasure({ actionId, fields: { measureCode, target } })

const baselines = async () =>
  (await planNow(test.client)).baselines.map(({ measureCode, year, from, to, figure, frozenOn }) => [
    measureCode,
    year,
    `${from} to ${to}`,
    `${figure.numerator}/${figure.denominator}`,
    frozenOn,
  ])

describe('the baseline', () => {
  it('of a draft stands as it is today and is frozen when the plan is signed', async () => {
    const { plan, audit } = test.client
    const { id: planId } = await planNow(test.client)
    await plan.chooseBaseline({ planId, measureCode: 'stage-known' })
    expect(await baselines()).toEqual([['stage-known', 0, '2025-11 to 2026-10', '1/2', null]])
    await diagnosed('2026-06-10', '1')
    expect(await baselines()).toEqual([['stage-known', 0, '2025-11 to 2026-10', '2/3', null]])
    const { version } = await planNow(test.client)
    const signed = await plan.sign({ id: planId, version, signedBy: 'Dr Anjali Rao', on: '2026-06-30' })
    const frozen = [['stage-known', 0, '2025-06 to 2026-05', '1/2', '2026-06-30']]
    expect(await baselines()).toEqual(frozen)
    await diagnosed('2026-05-12', '3')
    expect(await baselines()).toEqual(frozen)
    await audit.undo({ seq: signed.undo })
    expect(await baselines()).toEqual([['stage-known', 0, '2025-11 to 2026-10', '3/4', null]])
  })

  it('is the figure that the library shows for the same months', async () => {
    const { plan, measures } = test.client
    await link('stage-known')
    await signNow(test.client)
    const months = { from: '2025-06', to: '2026-05' }
    const { figure, version } = await measures.measure({ code: 'stage-known', months })
    expect((await planNow(test.client)).baselines[0]).toMatchObject({
      measureTitle: 'Stage recorded',
      figure,
      ruleVersion: version,
    })
    expect((await plan.action({ id: actionId })).measures[0]?.baseline).toMatchObject({ figure, year: 0 })
  })

  it('holds each measure once, is dropped from a draft, and stays once frozen', async () => {
    const { plan } = test.client
    const { id: planId } = await planNow(test.client)
    const chosen = await plan.chooseBaseline({ planId, measureCode: 'stage-known' })
    expect(await codeOf(plan.chooseBaseline({ planId, measureCode: 'stage-known' }))).toBe('conflict')
    expect(await codeOf(plan.chooseBaseline({ planId, measureCode: 'no-such-measure' }))).toBe('not-found')
    await plan.dropBaseline({ id: chosen.id, version: 1 })
    expect(await baselines()).toEqual([])
    await signNow(test.client)
    const late = await plan.chooseBaseline({ planId, measureCode: 'stage-known' })
    expect(await baselines()).toEqual([['stage-known', 0, '2025-11 to 2026-10', '1/2', '2026-11-23']])
    expect((await refusal(plan.dropBaseline(late))).message).toContain('frozen on 23 Nov 2026')
  })

  it('is frozen for measures that come in after the signing, once, and stays when they go', async () => {
    const { plan } = test.client
    await signNow(test.client)
    const { id } = await link('stage-known')
    await diagnosed('2026-06-10', '1')
    await plan.unlinkMeasure({ id, version: 1 })
    await link('stage-known')
    expect(await baselines()).toEqual([['stage-known', 0, '2025-11 to 2026-10', '1/2', '2026-11-23']])
  })

  it('of a year is frozen when the year has ended, and once', async () => {
    const { plan, audit } = test.client
    const { id: planId } = await planNow(test.client)
    expect((await refusal(plan.freezeYear({ planId, year: 1 }))).message).toContain('Sign the plan first')
    await signNow(test.client)
    expect((await refusal(plan.freezeYear({ planId, year: 1 }))).message).toContain('names no measure')
    await link('stage-known')
    expect((await refusal(plan.freezeYear({ planId, year: 2 }))).message).toContain('until 31 Mar 2027')
    const frozen = await plan.freezeYear({ planId, year: 1 })
    expect(frozen.frozen).toBe(1)
    expect((await baselines())[1]).toEqual(['stage-known', 1, '2025-04 to 2026-03', '1/1', '2026-11-23'])
    expect((await plan.action({ id: actionId })).measures[0]?.baseline?.year).toBe(1)
    expect((await refusal(plan.freezeYear({ planId, year: 1 }))).message).toContain('frozen already')
    await audit.undo({ seq: frozen.undo })
    expect(await baselines()).toHaveLength(1)
  })
})

describe('a measure of an action', () => {
  it('is tied once, with a target that can be', async () => {
    const { plan } = test.client
    const { id } = await link('stage-known', { value: 0.8, by: '2027-03' })
    expect((await plan.action({ id: actionId })).measures[0]).toMatchObject({
      measureCode: 'stage-known',
      target: { value: 0.8, by: '2027-03' },
      baseline: null,
    })
    expect((await refusal(link('stage-known'))).message).toContain('“Stage recorded” already')
    const fields = { measureCode: 'stage-known', target: { value: 80, by: '2027-03' } }
    const share = await refusal(plan.saveLink({ id, version: 1, fields }))
    expect(share.details.fieldErrors).toEqual({ 'fields.target.value': 'A share is 100% at most' })
    const neither = await refusal(link('new-diagnoses', { value: 1, by: '2027-03' }))
    expect(neither.message).toContain('Neither way is better')
    const saved = await plan.saveLink({ id, version: 1, fields: { measureCode: 'stage-known', target: null } })
    expect((await plan.action({ id: actionId })).measures[0]?.target).toBeNull()
    await test.client.audit.undo({ seq: saved.undo })
    expect((await plan.action({ id: actionId })).measures[0]?.target?.value).toBe(0.8)
  })

  it('has the milestones of its actions for its chart, from the signing on', async () => {
    const { plan } = test.client
    await link('stage-known')
    await plan.addMilestone({ actionId, fields: { title: 'Portal on', dueOn: '2026-06-01', metOn: '2026-06-03' } })
    expect(await plan.milestonesOf({ measureCode: 'stage-known' })).toEqual([])
    await signNow(test.client)
    expect(await plan.milestonesOf({ measureCode: 'stage-known' })).toMatchObject([
      { code: '4.1', title: 'Portal on', metOn: '2026-06-03' },
    ])
    expect(await plan.milestonesOf({ measureCode: 'letter-gap' })).toEqual([])
  })

  it('runs in small as on its own page: 24 months, limits, own target and what the rules say', async () => {
    const { plan, measures } = test.client
    for (const month of ['2025-01', '2025-03', '2025-06', '2025-08', '2025-12', '2026-01', '2026-03', '2026-08'])
      await diagnosed(`${month}-15`, '2')
    const fields = { kind: 'target' as const, month: '2026-01', words: 'Agreed', value: 0.9 }
    await measures.saveMark({ code: 'stage-known', mark: null, fields })
    const page = await measures.measure({ code: 'stage-known' })
    const [run, ...others] = await plan.runs({ codes: ['stage-known', 'no-such-measure'] })
    expect(others).toEqual([])
    expect(run).toMatchObject({
      measureCode: 'stage-known',
      title: page.title,
      unit: page.unit,
      kind: 'proportion',
      better: 'higher',
      variation: page.variation,
      assurance: page.assurance,
      target: 0.9,
    })
    const shown = page.series.slice(-24).map(({ month, figure }) => ({ month, value: figure.value }))
    expect(run?.series).toEqual(shown)
    expect(await plan.runs({ codes: [] })).toEqual([])
  })

  it('has limits in its own unit', async () => {
    for (let month = 1; month <= 12; month += 1)
      for (const day of month % 2 === 0 ? ['03', '09'] : ['05'])
        await diagnosed(
          `2026-${String(month).padStart(2, '0')}-${day}`.replace('2026-11', '2025-11').replace('2026-12', '2025-12'),
          '2',
        )
    const [run] = await test.client.plan.runs({ codes: ['new-diagnoses'] })
    expect(run?.kind).toBe('rate')
    const measured = run?.series.flatMap(({ value }) => value ?? []) ?? []
    expect(run?.mean).toBeGreaterThan(Math.min(...measured))
    expect(run?.mean).toBeLessThan(Math.max(...measured))
    expect(run?.lower).toBeLessThan(run?.mean ?? 0)
    expect(run?.upper).toBeGreaterThan(run?.mean ?? 0)
  })
})
