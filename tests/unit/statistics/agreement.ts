import { expect } from 'vitest'

/** Agreement to six significant figures with a figure published, or worked out elsewhere, to at least as many. */
export const agree = (found: number | undefined | null, published: number): void => {
  expect(found).toBeTypeOf('number')
  if (published === 0) return expect(found).toBe(0)
  expect(Math.abs((found ?? Number.NaN) / published - 1)).toBeLessThan(5e-7)
}
