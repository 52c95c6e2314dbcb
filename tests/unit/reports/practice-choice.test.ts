import { describe, expect, it } from 'vitest'
import { standingOf } from '#shared/features/reports/register-measure.ts'
import { diagnosed, somebody } from '#tests/support/report-source.ts'

const DAY = '2026-03-31'
const OLD = '1999-05-01'
const NEW = '2020-05-01'

describe('the practice’s choice in a report', () => {
  it('never changes who the QOF rule counts', () => {
    for (const onPracticeRegister of [null, true, false])
      expect(standingOf(somebody([diagnosed(NEW, { onPracticeRegister })]), DAY)).toBe('counts')
  })

  it('takes people off the practice’s own list only when every diagnosis was left off', () => {
    const standing = (...choices: (boolean | null)[]) =>
      standingOf(somebody(choices.map((onPracticeRegister) => diagnosed(OLD, { onPracticeRegister }))), DAY)
    expect(standing(null)).toBe('own')
    expect(standing(true)).toBe('own')
    expect(standing(false)).toBe('left-off')
    expect(standing(false, null)).toBe('own')
    expect(standing(false, false)).toBe('left-off')
  })
})
