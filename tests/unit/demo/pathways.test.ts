import { describe, expect, it } from 'vitest'
import { summaryOf } from '#core/projections/pathway-summary.ts'
import { demoPeople } from '#core/features/demo/people.ts'
import type { DemoPerson } from '#core/features/demo/rows.ts'
import { AGE_BANDS, bandOf, daysWaited } from '#shared/features/pathways/harm.ts'

const TODAY = '2026-11-23'
const people = (patients: number): DemoPerson[] => [
  ...demoPeople({ patients, seed: 1, today: TODAY, leadIds: ['rao', 'tranter', 'eze'] }),
]
const summariesOf = ({ person, pathways, events, signOffs }: DemoPerson) =>
  pathways.map((pathway) =>
    summaryOf(
      pathway,
      events.flatMap((event) => (event.pathway_id === pathway.id ? [{ ...event, pathway_id: event.pathway_id }] : [])),
      signOffs.filter((signOff) => signOff.pathway_id === pathway.id),
      person.death_date !== null,
      TODAY,
    ),
  )
const PRACTICE = people(340)
const ALL = PRACTICE.flatMap(summariesOf)
const named = (surname: string) => {
  const found = PRACTICE.find(({ person }) => person.surname === surname)
  if (found === undefined) throw new Error(`no ${surname}`)
  return summariesOf(found)
}

describe('the pathways of the demo practice', () => {
  it('are the two of the journey screen: Maureen in treatment for the bowel, skin on day 13', () => {
    expect(named('Ashworth')).toMatchObject([
      { state: 'treated', open: 0 },
      { state: 'received', open: 1, clock: 'told_28', start_date: '2026-11-10' },
    ])
  })

  it('have the referral of the Today screen on day 24 without a date', () => {
    expect(named('Nandakumar').at(-1)).toMatchObject({ state: 'received', open: 1, start_date: '2026-10-30' })
  })

  it('have somebody with two open at once', () => {
    expect(named('Hargrave').filter(({ open }) => open === 1)).toMatchObject([
      { state: 'did_not_attend', needs_sign_off: 1 },
      { state: 'received', needs_sign_off: 0 },
    ])
  })

  it('are mostly treated, with open ones in every age band and some to sign off', () => {
    const diagnosed = ALL.filter(({ state }) => state === 'treated')
    expect(diagnosed.length).toBeGreaterThan(PRACTICE.length * 0.4)
    const waiting = ALL.filter(({ open }) => open === 1)
    const bands = waiting.map(({ start_date, start_date_precision }) =>
      bandOf(daysWaited({ startDate: start_date, startPrecision: start_date_precision, daysAdjusted: 0 }, TODAY) ?? 0),
    )
    for (const { code } of AGE_BANDS) expect(bands.filter((band) => band === code).length).toBeGreaterThan(0)
    expect(waiting.length).toBeGreaterThan(15)
    expect(waiting.length).toBeLessThan(70)
    expect(ALL.filter(({ needs_sign_off }) => needs_sign_off === 1).length).toBeGreaterThan(2)
  })

  it('hold no event that cannot follow, and none of another person', () => {
    expect(ALL.filter(({ out_of_order }) => out_of_order > 0)).toEqual([])
    for (const { person, pathways, events, signOffs } of PRACTICE) {
      const ids = new Set(pathways.map(({ id }) => id))
      expect(events.every((event) => event.pathway_id === null || ids.has(event.pathway_id ?? ''))).toBe(true)
      expect([...pathways, ...signOffs].every((row) => row.person_id === person.id)).toBe(true)
    }
  })

  it('are the same for the same seed and day', () => {
    expect(people(60).map(({ pathways, signOffs }) => [pathways, signOffs])).toEqual(
      people(60).map(({ pathways, signOffs }) => [pathways, signOffs]),
    )
  })
})
