import { describe, expect, it } from 'vitest'
import { demoPeople } from '#core/features/demo/people.ts'
import { checkFactsOf } from '#core/projections/check-hits.ts'
import { factsOf } from '#core/projections/person-facts.ts'
import { type Finding, findingsOf } from '#shared/features/checks/public.ts'

const TODAY = '2026-11-23'
const LEAD_IDS = [
  '01900000-0000-7000-8000-00000000000a',
  '01900000-0000-7000-8000-00000000000b',
  '01900000-0000-7000-8000-00000000000c',
]
const PEOPLE = 5000

/** What is found in the demo register: records that were made to be clean. */
const found: readonly (readonly Finding[])[] = [
  ...demoPeople({ patients: PEOPLE, seed: 7, today: TODAY, leadIds: LEAD_IDS }),
].map((person) => findingsOf(checkFactsOf(factsOf(person), true, TODAY)))

const countByRule = (findings: readonly Finding[]): Record<string, number> =>
  Object.fromEntries([...Map.groupBy(findings, ({ rule }) => rule)].map(([rule, hits]) => [rule, hits.length]))

describe('a clean register', () => {
  it('raises no errors', () => {
    expect(countByRule(found.flat().filter(({ severity }) => severity === 'error'))).toEqual({})
  })

  it('raises warnings on fewer than 3 records in 100', () => {
    const warned = found.filter((findings) => findings.length > 0)
    expect(warned.length / PEOPLE).toBeLessThan(0.03)
  })
})
