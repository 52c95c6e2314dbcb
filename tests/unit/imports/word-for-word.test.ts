import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { decideKnown } from '#core/features/imports/decide.ts'
import { type IncomingDiagnosis, type IncomingPerson, NO_WARNINGS } from '#core/features/imports/incoming.ts'
import { Everybody, Histories, type OurEpisode, type OurRow, textOf } from '#core/features/imports/our-people.ts'

/** A file never tells an empty word: a blank cell is none. */
const words = fc.oneof(
  fc.string({ unit: 'binary', minLength: 1, maxLength: 12 }),
  fc.constantFrom('Zoë', 'O"Brien', 'back\\slash', 'two\nlines', '",null'),
)
const orNone = <T>(value: fc.Arbitrary<T>) => fc.option(value, { nil: null })
const day = fc.constantFrom('1950-02-28', '2024-02-29', '2025-12-31')
const numbers = ['9990000018', '9990000026', '9990000107']
const date = fc.record({ date: day, precision: fc.constantFrom('day', 'month', 'year') })

const somebody = fc.record({
  nhsNumber: fc.constantFrom(...numbers),
  localId: orNone(words),
  title: orNone(words),
  surname: words,
  givenName: words,
  birthDate: orNone(day),
  sex: fc.constantFrom('1', '2', '9'),
  postcode: orNone(words),
  usualGp: orNone(words),
  deathDate: orNone(date),
}) satisfies fc.Arbitrary<IncomingPerson>

const cancer = fc.record({
  kind: fc.constantFrom('new_primary', 'recurrence', 'metastatic'),
  tumourGroup: fc.constantFrom('lung', 'breast', 'not_known'),
  site: orNone(words),
  icd10Code: orNone(fc.constantFrom('C34.1', 'C50')),
  date: orNone(date),
  stage: orNone(fc.constantFrom('1', '2A')),
  route: fc.constantFrom('urgent_referral', 'emergency', 'not_known'),
  hospital: orNone(words),
}) satisfies fc.Arbitrary<IncomingDiagnosis>

/** The row that the register has of somebody when a file has told of them. */
const rowOf = (person: IncomingPerson, id: string): OurRow => ({
  id,
  nhs_number: person.nhsNumber,
  local_id: person.localId,
  title: person.title,
  surname: person.surname ?? '',
  given_name: person.givenName ?? '',
  birth_date: person.birthDate,
  sex: person.sex ?? 'X',
  postcode: person.postcode,
  usual_gp: person.usualGp,
  death_date: person.deathDate?.date ?? null,
  death_date_precision: person.deathDate?.precision ?? null,
})

const episodeOf = (told: IncomingDiagnosis, id: string): OurEpisode => ({
  id,
  kind: told.kind,
  tumour_group: told.tumourGroup,
  site: told.site,
  icd10_code: told.icd10Code,
  diagnosis_date: told.date?.date ?? null,
  diagnosis_date_precision: told.date?.precision ?? null,
  stage: told.stage,
  route: told.route,
  hospital: told.hospital,
})

/** All alike in what they are looked up by, which is random in practice. */
const idOf = (at: number): string => `0199aaa${at}-0000-7000-8000-0000000000ff`

/** The line of a diagnosis, as the register's own query makes it. */
const lineOf = (personId: string, one: OurEpisode): string =>
  JSON.stringify([
    personId,
    one.kind,
    one.tumour_group,
    one.site,
    one.icd10_code,
    one.diagnosis_date,
    one.diagnosis_date_precision,
    one.stage,
    one.route,
    one.hospital,
    one.id,
  ])

const registerOf = (people: readonly OurRow[]): Everybody => {
  const everybody = new Everybody()
  everybody.add(people.map(textOf).join('\n'))
  return everybody
}

describe('somebody of whom the register has word for word what a file tells', () => {
  test('is found among others, and nothing differs', () => {
    fc.assert(
      fc.property(fc.tuple(somebody, somebody, somebody), cancer, (told, diagnosis) => {
        const people = told.map((one, at) => ({ ...one, nhsNumber: numbers[at] ?? null }))
        const rows = people.map((one, at) => rowOf(one, idOf(at)))
        const everybody = registerOf(rows)
        const histories = new Histories()
        const episode = episodeOf(diagnosis, 'episode-1')
        histories.add(lineOf(idOf(1), episode))
        const [, person] = people
        const [, row] = rows
        if (person === undefined || row === undefined) throw new Error('somebody is missing')
        expect(everybody.wordForWord(person)).toBe(idOf(1))
        expect(everybody.withNumber(person.nhsNumber ?? '')).toEqual(row)
        expect(histories.isWordForWord(idOf(1), diagnosis)).toBe(true)
        expect(histories.of(idOf(1))).toEqual([episode])
        const incoming = { lines: [2], person, diagnoses: [diagnosis], events: [], warnings: NO_WARNINGS }
        const ours = { row, episodes: [episode], events: [] }
        const verdict = decideKnown(incoming, ours, 'NHS number', { forAll: {}, here: [] })
        expect(verdict.ok && verdict.decision).toMatchObject({ outcome: 'same', changes: [], patch: {} })
      }),
    )
  })

  test('is not found where the file tells less, more or something else', () => {
    fc.assert(
      fc.property(somebody, somebody, fc.constantFrom(...numbers), (ours, theirs, nhsNumber) => {
        const everybody = registerOf([rowOf({ ...ours, nhsNumber }, idOf(0))])
        const told = { ...theirs, nhsNumber }
        const isSame = textOf(rowOf(told, '')) === textOf(rowOf({ ...ours, nhsNumber }, ''))
        expect(everybody.wordForWord(told)).toBe(isSame ? idOf(0) : null)
        expect(everybody.wordForWord({ ...told, nhsNumber: null })).toBeNull()
      }),
    )
  })

  test('has a single diagnosis, and it is the one of the file', () => {
    fc.assert(
      fc.property(cancer, cancer, (ours, theirs) => {
        const [one, other] = [episodeOf(ours, 'episode-1'), episodeOf(theirs, 'episode-2')]
        const single = new Histories()
        single.add(lineOf(idOf(0), one))
        const isSame = JSON.stringify({ ...one, id: '' }) === JSON.stringify({ ...other, id: '' })
        expect(single.isWordForWord(idOf(0), theirs)).toBe(isSame)
        expect(single.isWordForWord(idOf(1), ours)).toBe(false)
        const twice = new Histories()
        twice.add([lineOf(idOf(0), one), lineOf(idOf(0), other)].join('\n'))
        expect(twice.isWordForWord(idOf(0), ours)).toBe(false)
        expect(twice.of(idOf(0))).toEqual([one, other])
      }),
    )
  })

  test('is told from those who are looked up by the same', () => {
    fc.assert(
      fc.property(cancer, cancer, (ours, theirs) => {
        const histories = new Histories()
        const [one, other] = [episodeOf(ours, 'episode-1'), episodeOf(theirs, 'episode-2')]
        histories.add([lineOf(idOf(0), one), lineOf(idOf(1), other)].join('\n'))
        expect(histories.of(idOf(0))).toEqual([one])
        expect(histories.of(idOf(1))).toEqual([other])
        expect(histories.of(idOf(2))).toEqual([])
      }),
    )
  })

  test('is told from who has the same nine digits and another tenth, which nobody checked', () => {
    fc.assert(
      fc.property(somebody, (told) => {
        const numbered = ['9990000018', '9990000010'].map((nhsNumber, at) => rowOf({ ...told, nhsNumber }, idOf(at)))
        const everybody = registerOf(numbered)
        expect(everybody.withNumber('9990000010')).toEqual(numbered[1])
        expect(everybody.withNumber('9990000012')).toBeUndefined()
      }),
    )
  })
})
