import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { roundSteps } from '#renderer/ui/round-steps.ts'

describe('the steps of an axis', () => {
  it.each([
    [0, 43.1, [0, 10, 20, 30, 40, 50]],
    [0.23, 0.99, [0.2, 0.4, 0.6, 0.8, 1]],
    [-3, 7, [-4, -2, 0, 2, 4, 6, 8]],
    [5, 5, [5, 6]],
    [0, 0, [0, 0.2]],
  ])('from %f to %f are round', (lowest, highest, expected) => {
    expect(roundSteps(lowest, highest)).toEqual(expected)
  })

  it('hold both ends and are few', () => {
    const figure = fc.double({ min: -1e6, max: 1e6, noNaN: true, noDefaultInfinity: true })
    fc.assert(
      fc.property(figure, fc.double({ min: 0.01, max: 1e6, noNaN: true }), (lowest, span) => {
        const steps = roundSteps(lowest, lowest + span)
        const near = span * 1e-3 + Math.abs(lowest) * 1e-9
        expect(steps[0]).toBeLessThanOrEqual(lowest + near)
        expect(steps.at(-1)).toBeGreaterThanOrEqual(lowest + span - near)
        expect(steps.length).toBeLessThanOrEqual(8)
      }),
    )
  })
})
