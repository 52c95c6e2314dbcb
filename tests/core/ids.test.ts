import { expect, it } from 'vitest'
import { systemIds } from '#core/ids.ts'

it('gives identifiers that are unique, valid and in order of creation', () => {
  const ids = Array.from({ length: 20_000 }, () => systemIds.next())
  expect(new Set(ids).size).toBe(ids.length)
  expect(ids).toEqual(ids.toSorted())
  expect(ids.every((id) => /^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/.test(id))).toBe(true)
})
