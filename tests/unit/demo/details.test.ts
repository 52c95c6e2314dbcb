import { describe, expect, it } from 'vitest'
import { demoPeople } from '#core/features/demo/people.ts'
import { surelyOverlap } from '#shared/domain/date-ranges.ts'
import type { PartialDate } from '#shared/domain/partial-date.ts'
import { parseTnm } from '#shared/domain/tnm.ts'

const TODAY = '2026-11-23'
const LEAD_IDS = ['lead-1', 'lead-2', 'lead-3']
const make = (patients: number, seed = 42) => [...demoPeople({ patients, seed, today: TODAY, leadIds: LEAD_IDS })]
const people = make(2000)
const share = <T>(rows: readonly T[], test: (row: T) => boolean): number => rows.filter(test).length / rows.length

describe('what the demo holds beyond journeys', () => {
  it('is the same for the same seed, and another for another', () => {
    expect(make(200)).toEqual(people.slice(0, 200))
    expect(make(200, 43).map(({ person }) => person.address)).not.toEqual(
      people.slice(0, 200).map(({ person }) => person.address),
    )
  })

  it('is mostly filled, with some gaps', () => {
    const persons = people.map(({ person }) => person)
    for (const [column, least, most] of [
      ['address', 0.94, 0.995],
      ['ethnicity', 0.85, 0.97],
      ['deprivation_quintile', 0.88, 0.99],
      ['phone_home', 0.6, 0.85],
      ['email', 0.3, 0.5],
      ['carer_name', 0.2, 0.4],
      ['language', 0.75, 0.95],
    ] as const) {
      const filled = share(persons, (person) => person[column] !== null)
      expect([column, filled > least && filled < most]).toEqual([column, true])
    }
    expect(share(people, ({ registrations }) => registrations.length > 0)).toBeGreaterThan(0.94)
  })

  it('uses only numbers and addresses that are nobody’s', () => {
    for (const { person, episodes } of people) {
      for (const number of [person.phone_home, person.phone_mobile, person.carer_phone])
        expect(number ?? '01632 960 200').toMatch(/^(01632 960 \d{3}|07700 900\d{3})$/)
      expect(person.email ?? 'a@example.org').toMatch(/^[^\s@]+@example\.org$/)
      for (const episode of episodes)
        expect(episode.nurse_specialist_phone ?? '01632 960 100').toMatch(/^01632 960 \d{3}$/)
    }
  })

  it('keeps stage and categories in step, and no choice without a reason', () => {
    for (const episode of people.flatMap(({ episodes }) => episodes)) {
      const t = episode.t_category ?? 'T1'
      expect(parseTnm('T', t)).toBe(t)
      expect(['M0', 'M1']).toContain(episode.m_category ?? 'M0')
      expect(episode.m_category === 'M1' && episode.stage?.startsWith('4') !== true).toBe(false)
      expect(episode.on_practice_register === null).toBe(episode.practice_register_reason === null)
      expect(episode.kind === 'metastatic' && episode.behaviour === 'malignant').toBe(false)
    }
  })

  it('registers nobody twice at once, and nobody after they died', () => {
    const partial = (date: string | null | undefined, precision: PartialDate['precision'] | null | undefined) =>
      date == null || precision == null ? null : { date, precision }
    for (const { person, registrations } of people) {
      const spans = registrations.map((row) => ({
        from: partial(row.registered_from, row.registered_from_precision),
        to: partial(row.registered_to, row.registered_to_precision),
      }))
      const [here, before] = spans
      if (here === undefined) continue
      expect(here.to?.date ?? null).toBe(person.death_date)
      expect(before !== undefined && surelyOverlap(here, before)).toBe(false)
    }
  })

  it('knows the telephone and the nurse of the screens’ story', () => {
    const [maureen] = people
    expect(maureen?.person).toMatchObject({ phone_home: '01632 960 155' })
    expect(maureen?.episodes[0]).toMatchObject({ nurse_specialist: 'Imogen Clarke', intent: null })
  })
})
