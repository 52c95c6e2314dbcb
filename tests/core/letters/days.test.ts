import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { Progress } from '#shared/contract/define.ts'
import type { LetterDays } from '#shared/features/letters/days.ts'
import { refusal } from '#tests/support/answers.ts'
import { createTestCore, type TestCore } from '#tests/support/test-core.ts'
import { somebodyWaiting, type Waiting } from './letter-helpers.ts'

let test: TestCore
let maureen: Waiting
beforeEach(async () => {
  test = await createTestCore()
  maureen = await somebodyWaiting(test)
})
afterEach(() => test.close())

const save = async (from: string, days: LetterDays, signal?: AbortSignal): Promise<number> => {
  const stream = await test.client.letters.saveDays({ from, days }, signal === undefined ? {} : { signal })
  const seen: Progress[] = []
  for (;;) {
    const step = await stream.next()
    if (step.done === true) return step.value.people
    seen.push(step.value)
  }
}
const dischargeDue = async (): Promise<string | undefined> =>
  (await test.client.journey.ofPerson({ personId: maureen.personId })).due.find(
    ({ document }) => document === 'discharge',
  )?.dueDate

describe('the days that letters may take', () => {
  it('are the defaults until the lead chooses others; what is due is then worked out anew', async () => {
    expect((await test.client.letters.days({})).days['discharged']).toBe(7)
    expect(await dischargeDue()).toBe('2026-10-19')
    expect(await save('2026-10-01', { discharged: 3, oncology_clinic: 30 })).toBe(1)
    expect(await dischargeDue()).toBe('2026-10-15')
    expect((await test.client.letters.page({ tab: 'late' })).rows.map(({ dueDate }) => dueDate)).toEqual(['2026-10-15'])
    const { days, periods, version } = await test.client.letters.days({})
    expect([days['discharged'], days['mdt']]).toEqual([3, 21])
    expect(periods).toMatchObject([{ from: '2026-10-01', setOn: '2026-11-23', setBy: 'Dr Anjali Rao' }])
    expect(version).toContain('own days from 1 Oct 2026')
  })

  it('leave events before their day as they were', async () => {
    expect(await save('2026-11-01', { discharged: 3 })).toBe(0)
    expect(await dischargeDue()).toBe('2026-10-19')
  })

  it('hold for what is logged afterwards', async () => {
    await save('2026-10-01', { discharged: 3 })
    const other = await somebodyWaiting(test, 'Other')
    const { due } = await test.client.journey.ofPerson({ personId: other.personId })
    expect(due.find(({ document }) => document === 'discharge')?.dueDate).toBe('2026-10-15')
  })

  it('change nothing when stopped', async () => {
    const stopped = new AbortController()
    const stream = await test.client.letters.saveDays(
      { from: '2026-10-01', days: { discharged: 3 } },
      { signal: stopped.signal },
    )
    await stream.next()
    stopped.abort()
    expect((await refusal(stream.next())).code).toBe('cancelled')
    expect(await dischargeDue()).toBe('2026-10-19')
    expect((await test.client.letters.days({})).periods).toEqual([])
  })

  it('are taken back by choosing again, not by undo, and the same days twice are refused', async () => {
    await save('2026-10-01', { discharged: 3 })
    const [entry] = await test.client.audit.page({})
    expect(entry).toMatchObject({ method: 'letters.saveDays', verb: 'settings' })
    expect((await refusal(test.client.audit.undo({ seq: entry?.seq ?? 0 }))).message).toContain('Letters expected')
    expect((await refusal(save('2026-10-01', { discharged: 3 }))).code).toBe('conflict')
    expect(await save('2026-10-01', { discharged: 7 })).toBe(1)
    expect(await dischargeDue()).toBe('2026-10-19')
  })

  it('refuse days that cannot be and events that bring no letter', async () => {
    expect((await refusal(save('2026-10-01', { discharged: 0 }))).code).toBe('validation')
    expect((await refusal(save('2026-10-01', { surgery: 5 }))).code).toBe('validation')
  })

  it('are for the lead to change', async () => {
    Object.assign(test.session(), { user: { ...test.session().user, role: 'clinical' } })
    expect((await refusal(save('2026-10-01', { discharged: 3 }))).code).toBe('forbidden')
    await expect(test.client.letters.days({})).resolves.toBeTruthy()
  })
})
