import { expect, it } from 'vitest'
import { attackReports } from '#tests/support/report-attack/attack-reports.ts'

it('works out no hidden or small count of 1,000 made-up reports from their files', () => {
  const { hidden, attacked, gaveUp, blurred, leaks } = attackReports(1_000, 7)
  expect(leaks).toEqual([])
  // Registers of so few people cannot keep everything under the mark that says most.
  expect(blurred).toBeLessThan(250)
  expect(hidden).toBeGreaterThan(40_000)
  expect(attacked).toBeGreaterThan(100_000)
  expect(gaveUp / attacked).toBeLessThan(0.001)
})
