import { afterEach, beforeEach, expect, it } from 'vitest'
import { fillDemo } from '#core/features/demo/demo.ts'
import type { LibraryLine } from '#shared/features/toolkit/schema.ts'
import { createTestCore, type TestCore } from '#tests/support/test-core.ts'

let test: TestCore
beforeEach(async () => {
  test = await createTestCore()
  await fillDemo(test.core.env, test.session(), { patients: 120, seed: 20_261_123 })
})
afterEach(() => test.close())

const documentOf = async (templateCode: string): Promise<LibraryLine> => {
  const { documents } = await test.client.toolkit.library({})
  const found = documents.find((one) => one.templateCode === templateCode)
  if (found === undefined) throw new Error(`no document was made from ${templateCode}`)
  return found
}

it('the local profile was sent twice, with figures of those days, and has changed since', async () => {
  const { toolkit } = test.client
  const { id, issues, changed, reviewDue } = await documentOf('local-situation-profile')
  expect([issues, reviewDue]).toEqual([2, '2027-03-02'])
  const open = await toolkit.open({ id })
  expect(open.issueList.map(({ number, issuedOn, recipient }) => [number, issuedOn, recipient])).toEqual([
    [2, '2026-09-02', 'Ferrin Vale cancer network'],
    [1, '2026-03-02', 'Brackenfold partners'],
  ])
  expect(changed).toBeGreaterThan(3)
  expect(open.changedFields.map(({ code }) => code)).toContain('register.new-12-months')
  expect(open.blanks.filter(({ answer }) => answer === '')).toEqual([])
  const [second, first] = await Promise.all(
    open.issueList.map((issue) => toolkit.issueOne({ id: issue.id, personId: null })),
  )
  expect(second?.fields['register.new-12-months']?.words).not.toBe(first?.fields['register.new-12-months']?.words)
})

it('the register protocol comes up for review, and the minutes name actions that are still open', async () => {
  expect(await documentOf('register-protocol')).toMatchObject({
    issues: 1,
    reviewDue: '2026-12-01',
    isReviewDue: false,
    isReviewNear: true,
  })
  expect(await documentOf('meeting-minutes')).toMatchObject({ issues: 1, openActions: 2, blanksLeft: 0 })
})

it('one document is half written, one is the lead’s own, and one holds as it was sent', async () => {
  expect(await documentOf('letter-audit')).toMatchObject({
    issues: 0,
    blanksLeft: 4,
    updatedAt: '2026-11-18T10:00:00.000Z',
  })
  expect(await documentOf('development-plan')).toMatchObject({ issues: 0, isPrivate: true })
  expect(await documentOf('people-to-know')).toMatchObject({ issues: 1, changed: 0, isReviewDue: false })
})
