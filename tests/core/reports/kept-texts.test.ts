import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { createTestCore, TEST_PASSPHRASE, type TestCore } from '#tests/support/test-core.ts'
import { aText } from '#tests/support/own-text.ts'

let test: TestCore
beforeEach(async () => {
  test = await createTestCore()
})
afterEach(() => test.close())

const WORDS = 'Mrs Hollis waited, and {New diagn'

/** Everything that the history and the audit trail hold. */
const trail = async (): Promise<string> => {
  const { read } = test.session().database
  const changes = await read.selectFrom('change').selectAll().execute()
  return JSON.stringify([changes, await read.selectFrom('audit_entry').selectAll().execute()])
}

describe('own texts of a report that is not frozen yet', () => {
  it('are kept as they are typed, unfinished, over a lock, and by kind', async () => {
    const texts = [aText(WORDS, { heading: ' What we ' }), aText('')]
    expect(await test.client.reports.keptTexts({})).toBeNull()
    await test.client.reports.keepTexts({ texts: [aText('Begun')] })
    await test.client.reports.keepTexts({ texts })
    expect(await test.client.reports.keptTexts({})).toEqual(texts)
    expect(await test.client.reports.keptTexts({ of: 'network' })).toBeNull()
    await test.client.access.lock({})
    await expect(test.client.reports.keptTexts({})).rejects.toMatchObject({ code: 'locked' })
    await expect(test.client.reports.keepTexts({ texts })).rejects.toMatchObject({ code: 'locked' })
    await test.client.access.unlock({ userId: test.userId, passphrase: TEST_PASSPHRASE })
    expect(await test.client.reports.keptTexts({})).toEqual(texts)
  })

  it('leave nothing behind: no history, no word in the trail, and no row once they are dropped', async () => {
    await test.client.reports.keepTexts({ texts: [aText(WORDS)] })
    await test.client.reports.keepTexts({ of: 'network', texts: [aText('Of all')] })
    await test.client.reports.dropTexts({})
    await test.client.reports.dropTexts({})
    expect(await test.client.reports.keptTexts({})).toBeNull()
    expect(await test.client.reports.keptTexts({ of: 'network' })).toHaveLength(1)
    const left = await trail()
    expect(left).toContain('reports.keepTexts')
    expect(left).not.toMatch(/Hollis|kept_text/)
  })

  it('are seen by nobody but who typed them', async () => {
    await test.client.reports.keepTexts({ texts: [aText(WORDS)] })
    await test.session().database.write(async ({ db }) => {
      await db
        .insertInto('user_account')
        .values({ id: 'other', name: 'Dr Okafor', job_title: 'GP', access_role: 'lead', version: 1 })
        .execute()
      await db.updateTable('kept_text').set({ user_id: 'other' }).execute()
    })
    expect(await test.client.reports.keptTexts({})).toBeNull()
    await test.client.reports.dropTexts({})
    const rows = await test.session().database.read.selectFrom('kept_text').select('user_id').execute()
    expect(rows).toEqual([{ user_id: 'other' }])
  })

  it('are no more than a report takes', async () => {
    const texts = Array.from({ length: 21 }, () => aText('More'))
    await expect(test.client.reports.keepTexts({ texts })).rejects.toMatchObject({ code: 'validation' })
  })
})
