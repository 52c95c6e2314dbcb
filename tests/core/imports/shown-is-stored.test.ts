import { afterAll, beforeAll, expect, it } from 'vitest'
import { laterWorkIsKept, shownIsStored } from '#tests/corpus/properties.ts'
import { createTestCore, type TestCore } from '#tests/support/test-core.ts'
import { temporaryFolder } from './import-helpers.ts'

let test: TestCore
let folder: ReturnType<typeof temporaryFolder>

beforeAll(async () => {
  test = await createTestCore()
  folder = temporaryFolder()
})

afterAll(async () => {
  folder.remove()
  await test.close()
})

it('stores what was shown, changes nothing the second time, and leaves nothing when it is taken back', async () => {
  await expect(shownIsStored(test, { folder: folder.path, numRuns: 6 })).resolves.toBeUndefined()
})

it('keeps what somebody did since when it is taken back, and puts back everything else', async () => {
  await expect(laterWorkIsKept(test, { folder: folder.path, numRuns: 3 })).resolves.toBeUndefined()
})
