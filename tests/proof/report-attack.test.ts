import { expect, it } from 'vitest'
import { attackReports } from '#tests/support/report-attack/attack-reports.ts'

it('works out no hidden count of 1,000 made-up reports from their files', () => {
  const { hidden, gaveUp, blurred, leaks } = attackReports(1_000, 7)
  expect(leaks).toEqual([])
  expect(blurred).toBeLessThan(100)
  expect(hidden).toBeGreaterThan(20_000)
  expect(gaveUp / hidden).toBeLessThan(0.01)
})
