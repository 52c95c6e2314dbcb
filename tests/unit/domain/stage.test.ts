import { describe, expect, it } from 'vitest'

import { isEarlyStage, parseStage } from '#shared/domain/stage.ts'

describe('parseStage', () => {
  it.each([
    ['2', '2', '2'],
    ['2A', '2', '2A'],
    ['IIIb', '3', '3B'],
    ['Stage III', '3', '3'],
    ['stage: IVA', '4', '4A'],
    ['FIGO IA1', '1', '1A1'],
    ['Stage 0', '0', '0'],
    [' iv ', '4', '4'],
  ])('reads %j', (text, group, shown) => {
    expect(parseStage(text)).toEqual({ group, text: shown })
  })

  it.each(['', 'X', 'unknown', 'not known', '5', '12', 'T2N0M0', 'Dukes C', 'III or IV', 'IIII', '2?', '23', '0.5'])(
    'does not guess %j',
    (text) => {
      expect(parseStage(text)).toBeNull()
    },
  )

  it('counts stages 1 and 2 as early', () => {
    expect((['0', '1', '2', '3', '4'] as const).filter(isEarlyStage)).toEqual(['1', '2'])
  })
})
