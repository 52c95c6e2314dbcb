import { describe, expect, it } from 'vitest'
import { adviceFor, keptWords, raisedWords, toLookAt } from '#shared/features/checks/words.ts'

const figures = { rule: 'sex-site', people: 21, hits: 20, kept: 12, switchedOff: null }
const warning = { severity: 'warning' } as const

describe('how often a check is raised and kept', () => {
  it('is a share where there are enough, and a count where there are not', () => {
    expect(raisedWords({ people: 21 }, 1000)).toBe('2.1% of records')
    expect(raisedWords({ people: 1 }, 100_000)).toBe('under 0.1% of records')
    expect(raisedWords({ people: 3 }, 7)).toBe('3 of 7 records')
    expect(raisedWords({ people: 0 }, 1000)).toBe('Not raised')
    expect(keptWords({ hits: 20, kept: 12 })).toBe('60% kept')
    expect(keptWords({ hits: 3, kept: 2 })).toBe('2 of 3 kept')
  })

  it('suggests switching off what is mostly kept, and looking at what is raised often', () => {
    expect(adviceFor(warning, figures, 1000)).toMatch(/^Mostly kept/)
    expect(adviceFor(warning, { ...figures, kept: 2, people: 31 }, 1000)).toMatch(/^Raised often/)
    expect(adviceFor(warning, { ...figures, kept: 2 }, 1000)).toBeNull()
    expect(adviceFor(warning, { ...figures, hits: 3, kept: 3, people: 3 }, 1000)).toBeNull()
    expect(adviceFor({ severity: 'error' }, figures, 100)).toBeNull()
  })

  it('is one line on a person’s page', () => {
    expect(toLookAt(0, 0)).toBeNull()
    expect(toLookAt(0, 2)).toBe('2 to look at')
    expect(toLookAt(1, 2)).toBe('1 cannot be so, 2 to look at')
  })
})
