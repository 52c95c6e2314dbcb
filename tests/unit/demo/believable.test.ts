import { describe, expect, it } from 'vitest'
import { demoPeople } from '#core/features/demo/people.ts'
import { daysBetween } from '#shared/domain/partial-date.ts'

const TODAY = '2026-11-23'
const PEOPLE = 6000
const MANY = [...demoPeople({ patients: PEOPLE, seed: 3, today: TODAY, leadIds: ['rao', 'tranter', 'eze'] })]
const OF_MEN: readonly string[] = ['prostate', 'testis_penis']
const OF_WOMEN: readonly string[] = ['gynaecological']
const MENS_WORDS = /prostat|PSA|testic|scrot/i
const WOMENS_WORDS = /womb|ovar|cervi|menopaus|between periods|CA125/i

type Person = (typeof MANY)[number]['person']

const groupsOf = ({ episodes, pathways }: (typeof MANY)[number]): readonly string[] => [
  ...episodes.map((episode) => episode.tumour_group),
  ...pathways.map((pathway) => pathway.tumour_group),
]

describe('sex and cancer', () => {
  it.each([
    ['women', '2', OF_MEN, MENS_WORDS],
    ['men', '1', OF_WOMEN, WOMENS_WORDS],
  ] as const)('go together: no %s with, or referred for, what they cannot have', (_who, sex, groups, words) => {
    const people = MANY.filter(({ person }) => person.sex === sex)
    expect(people.length).toBeGreaterThan(PEOPLE / 3)
    expect(people.filter((one) => groupsOf(one).some((group) => groups.includes(group)))).toEqual([])
    const notes = people.flatMap(({ events }) => events.map(({ note }) => note ?? ''))
    expect(notes.filter((note) => words.test(note))).toEqual([])
  })

  it('are both among those who are referred for something else', () => {
    const referredFor = (sex: string): ReadonlySet<string> =>
      new Set(
        MANY.filter(({ person }) => person.sex === sex).flatMap(({ pathways }) =>
          pathways.flatMap(({ episode_id, tumour_group }) => (episode_id === null ? tumour_group : [])),
        ),
      )
    expect(referredFor('1')).toContain('prostate')
    expect(referredFor('2')).toContain('gynaecological')
  })
})

describe('carers', () => {
  it('are mostly husbands of women and wives of men, where they are married', () => {
    const spouses = MANY.filter(({ person }) => /^(Husband|Wife)$/.test(person.carer_relationship ?? ''))
    const usual = spouses.filter(({ person }) => (person.sex === '2') === (person.carer_relationship === 'Husband'))
    expect(usual.length / spouses.length).toBeGreaterThan(0.9)
    expect(usual.length).toBeLessThan(spouses.length)
  })
})

describe('slips of the finger', () => {
  const seconds = MANY.filter(({ person }) => person.nhs_number === null)

  it('make a second record of about one person in a hundred', () => {
    expect(seconds.length / PEOPLE).toBeGreaterThan(0.004)
    expect(seconds.length / PEOPLE).toBeLessThan(0.015)
  })

  const firstOf = ({ address, phone_home, phone_mobile, sex }: Person): Person | undefined =>
    MANY.find(
      ({ person }) =>
        person.nhs_number !== null &&
        person.address === address &&
        person.phone_home === phone_home &&
        person.phone_mobile === phone_mobile &&
        person.sex === sex,
    )?.person

  it('give a second record all that is asked of one person both times, but for a mistake', () => {
    const seen = new Set<string>()
    for (const { person } of seconds) {
      const first = firstOf(person)
      const { email, postcode, ethnicity, language, carer_name } = person
      expect(first).toMatchObject({ email, postcode, ethnicity, language, carer_name, death_date: null })
      const mistakes = (['surname', 'given_name', 'birth_date'] as const).filter((key) => first?.[key] !== person[key])
      expect(mistakes.length).toBeLessThanOrEqual(1)
      for (const mistake of mistakes) seen.add(mistake)
    }
    expect([...seen].toSorted()).toEqual(['birth_date', 'given_name', 'surname'])
  })

  it('leave nobody diagnosed before they could have been', () => {
    for (const { person, episodes } of seconds)
      for (const { diagnosis_date } of episodes)
        expect(daysBetween(person.birth_date ?? TODAY, diagnosis_date ?? TODAY)).toBeGreaterThan(17 * 365)
  })
})

describe('telephones', () => {
  it('are known of most people, none of them anybody’s', () => {
    const numbers = MANY.map(({ person }) => person.phone_mobile ?? person.phone_home ?? null)
    expect(numbers.filter((number) => number === null).length / PEOPLE).toBeLessThan(0.12)
    expect(numbers.filter((number) => number !== null && !/^(01632 960 |07700 900)\d{3}$/.test(number))).toEqual([])
  })
})
