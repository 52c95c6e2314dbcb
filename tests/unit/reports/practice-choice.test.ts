import { describe, expect, it } from 'vitest'
import { standingOf } from '#shared/features/reports/register-measure.ts'
import { diagnosed, on, somebody } from '#tests/support/report-source.ts'

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

describe('whoever is not registered at the end of the period', () => {
  const standing = (from: string | null, to: string | null, date = NEW) =>
    standingOf(
      somebody([diagnosed(date)], {
        registrations: [{ from: from === null ? null : on(from), to: to === null ? null : on(to) }],
      }),
      DAY,
    )

  it('is not on the register, nor on the practice’s own list', () => {
    expect(standing(null, '2026-03-30')).toBe('left')
    expect(standing(null, DAY)).toBe('counts')
    expect(standing('2026-04-01', null)).toBe('left')
    expect(standing(null, '2025', OLD)).toBe('left')
  })

  it('is counted as open where the date of leaving does not tell', () => {
    expect(standing(null, '2026-03')).toBe('vague-death')
    expect(standing(null, '2026-04')).toBe('counts')
  })
})
