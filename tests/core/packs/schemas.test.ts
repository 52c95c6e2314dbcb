import { fileURLToPath } from 'node:url'
import { expect, it } from 'vitest'
import { figuresJsonSchema, manifestJsonSchema } from '#core/features/packs/json-schemas.ts'
import { reportJsonSchema } from '#core/features/reports/write-json.ts'

it.each([
  ['network-report', reportJsonSchema],
  ['practice-figures', figuresJsonSchema],
  ['pack-manifest', manifestJsonSchema],
])('docs/schemas/%s.schema.json is what the app writes', async (name, make) => {
  // Run this test with -u to write the file anew.
  const file = fileURLToPath(new URL(`../../../docs/schemas/${name}.schema.json`, import.meta.url))
  await expect(`${make()}\n`).toMatchFileSnapshot(file)
})
