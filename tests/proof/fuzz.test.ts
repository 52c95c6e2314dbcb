import { expect, it } from 'vitest'
import { fuzz } from '#tests/corpus/fuzz.ts'
import { temporaryFolder } from '#tests/core/imports/import-helpers.ts'
import { createTestCore } from '#tests/support/test-core.ts'

it('reads 10,000 spoilt files without a crash and without losing a row', async () => {
  const test = await createTestCore()
  const folder = temporaryFolder()
  try {
    const result = await fuzz(test, folder.path, { seed: 1, files: 10_000, oneIn: 50 })
    expect(result.failures).toEqual([])
    expect(result.read).toBeGreaterThan(3_000)
    expect(result.counted).toBeGreaterThan(2_000)
    expect(result.broughtIn).toBeGreaterThan(50)
    // Nothing that a cell says was run: no other program, no connection.
    expect(process.getActiveResourcesInfo().filter((kind) => /Process|TCP|UDP/.test(kind))).toEqual([])
  } finally {
    folder.remove()
    await test.close()
  }
})
