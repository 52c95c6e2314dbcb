import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { Measure } from '#shared/features/measures/library/schema.ts'
import { codeOf } from '#tests/support/answers.ts'
import { aPerson, anEpisode } from '#tests/support/builders.ts'
import { createTestCore, TEST_TODAY, type TestCore } from '#tests/support/test-core.ts'

let test: TestCore
beforeEach(async () => {
  test = await createTestCore()
})
afterEach(() => test.close())

const MONTHS = { from: '2025-11', to: '2026-10' }

const measure = async (code: string, months = MONTHS): Promise<Measure> =>
  test.client.measures.measure({ code, months })

const write = (
  kind: 'rebase' | 'note' | 'target',
  month: string,
  words: string,
  { code = 'stage-known', value = null }: { code?: string; value?: number | null } = {},
) => test.client.measures.saveMark({ code, mark: null, fields: { kind, month, words, value } })

const diagnosed = async (date: string, stage: string | null): Promise<void> => {
  const { id } = await test.client.register.addPerson({ person: aPerson(), episode: null })
  await test.client.register.addEpisode({
    personId: id,
    episode: anEpisode({ diagnosisDate: { date, precision: 'day' }, stage }),
  })
}

const fieldsOf = async (work: Promise<unknown>): Promise<unknown> =>
  work.then(
    () => null,
    (cause: { details?: { fieldErrors?: unknown } }) => cause.details?.fieldErrors,
  )

describe('what a practice writes on the chart of a measure', () => {
  it('is kept with who wrote it and when, the oldest month first, and stands on that measure only', async () => {
    await write('note', '2026-05', ' Two locums ')
    await write('rebase', '2026-02', 'The portal')
    const { marks } = await measure('stage-known')
    expect(marks.map(({ kind, month, words, madeOn }) => [kind, month, words, madeOn])).toEqual([
      ['rebase', '2026-02', 'The portal', TEST_TODAY],
      ['note', '2026-05', 'Two locums', TEST_TODAY],
    ])
    expect(marks[0]?.madeBy).toBe('Dr Anjali Rao')
    expect((await measure('route-known')).marks).toEqual([])
  })

  it('is changed, taken off, and each of these taken back', async () => {
    const { id, version } = await write('note', '2026-05', 'A locum')
    const mark = { id, version }
    const changed = await test.client.measures.saveMark({
      code: 'stage-known',
      mark,
      fields: { kind: 'note', month: '2026-06', words: 'Two locums', value: null },
    })
    const words = async () => (await measure('stage-known')).marks.map((one) => `${one.month} ${one.words}`)
    expect(await words()).toEqual(['2026-06 Two locums'])
    await test.client.audit.undo({ seq: changed.undo })
    expect(await words()).toEqual(['2026-05 A locum'])
    const now = (await measure('stage-known')).marks[0]
    const { undo } = await test.client.measures.removeMark({ id, version: now?.version ?? 0 })
    expect(await words()).toEqual([])
    await test.client.audit.undo({ seq: undo })
    expect(await words()).toEqual(['2026-05 A locum'])
    expect(await codeOf(test.client.measures.removeMark({ id, version: 99 }))).toBe('stale')
  })

  it('is not taken back onto a month that has another by now', async () => {
    const { id, version } = await write('rebase', '2026-05', 'The portal')
    const { undo } = await test.client.measures.removeMark({ id, version })
    await write('rebase', '2026-05', 'The new clinic')
    const { kept } = await test.client.audit.undo({ seq: undo })
    expect(kept).toBe(1)
    expect((await measure('stage-known')).marks.map(({ words }) => words)).toEqual(['The new clinic'])
  })

  it('is refused twice in a month, in a month to come, and where it would say nothing', async () => {
    await write('rebase', '2026-05', 'The portal')
    expect(await fieldsOf(write('rebase', '2026-05', 'Again'))).toHaveProperty('month')
    expect(await fieldsOf(write('note', '2027-05', 'Later'))).toEqual({
      month: 'This month is still to come. Choose November 2026 or earlier',
    })
    expect(await fieldsOf(write('target', '2026-01', 'Us', { code: 'new-diagnoses', value: 3 }))).toHaveProperty(
      'value',
    )
    expect(await fieldsOf(write('target', '2026-01', 'Us', { value: 1.2 }))).toEqual({
      value: 'A share is 100% at most',
    })
    expect(await codeOf(write('note', '2026-01', 'Us', { code: 'no-such' }))).toBe('not-found')
    expect((await measure('stage-known')).marks).toHaveLength(1)
  })
})

describe('a target of the practice', () => {
  it('is held to from its month on, on the page and in the library, and goes before that of the rule', async () => {
    for (let month = 1; month <= 9; month += 1) await diagnosed(`2026-0${month}-10`, '2')
    expect((await measure('stage-known')).target).toBeNull()
    await write('target', '2026-04', 'Agreed in March', { value: 0.2 })
    await write('target', '2026-08', 'Agreed in July', { value: 0.9 })
    const target = async (to: string) => (await measure('stage-known', { from: '2026-01', to })).target
    expect(await target('2026-03')).toBeNull()
    expect(await target('2026-07')).toEqual({ value: 0.2, source: 'Agreed in March', from: '2026-04' })
    expect(await target('2026-09')).toEqual({ value: 0.9, source: 'Agreed in July', from: '2026-08' })
    const { measures } = await test.client.measures.library({ months: MONTHS })
    const line = measures.find(({ code }) => code === 'stage-known')
    expect(line?.target?.value).toBe(0.9)
    expect(line?.assurance).toBe('hits')
    const rule = (await measure('told-28')).target
    expect(rule?.from).toBeNull()
    await write('target', '2026-01', 'Ours', { code: 'told-28', value: 0.5 })
    expect((await measure('told-28')).target).toEqual({ value: 0.5, source: 'Ours', from: '2026-01' })
  })
})

describe('limits that begin anew', () => {
  it('change what the newest month is held against, in the library too', async () => {
    // A level that lasts: no stage for a year and a half, and all of them since.
    for (let back = 0; back < 18; back += 1) {
      const old = new Date(Date.UTC(2023, 10 + back, 10)).toISOString().slice(0, 10)
      const late = new Date(Date.UTC(2025, 4 + back, 10)).toISOString().slice(0, 10)
      for (let one = 0; one < 4; one += 1) {
        await diagnosed(old, null)
        await diagnosed(late, '2')
      }
    }
    const lineOf = async () =>
      (await test.client.measures.library({ months: MONTHS })).measures.find(({ code }) => code === 'stage-known')
    expect((await lineOf())?.variation).toBe('improving high')
    await write('rebase', '2025-05', 'Stages come by the portal')
    expect((await lineOf())?.variation).toBe('common cause')
    expect((await measure('stage-known')).variation).toBe('common cause')
  })
})
