import { expect, it } from 'vitest'
import { fuzz } from '#tests/corpus/fuzz.ts'
import { createTestCore } from '#tests/support/test-core.ts'
import { temporaryFolder } from './import-helpers.ts'

it('reads 200 spoilt files without a crash and without losing a row', async () => {
  const test = await createTestCore()
  const folder = temporaryFolder()
  try {
    const result = await fuzz(test, folder.path, { seed: 20_261_123, files: 200, oneIn: 16 })
    expect(result.failures).toEqual([])
    expect(result.read).toBeGreaterThan(60)
    expect(result.counted).toBeGreaterThan(40)
    expect(result.broughtIn).toBeGreaterThan(1)
  } finally {
    folder.remove()
    await test.close()
  }
})
