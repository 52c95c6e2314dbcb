import { normalisePostcode } from '#shared/domain/postcode.ts'
import type { SexCode } from '#shared/domain/people.ts'
import { normaliseName } from '#shared/domain/text-match.ts'
import { soundOf, wholeName } from './name-likeness.ts'

/** What two records are compared by. */
export interface MatchFields {
  readonly id: string
  readonly surname: string
  readonly givenName: string
  readonly knownAs: string | null
  readonly previousSurname: string | null
  readonly birthDate: string | null
  readonly sex: SexCode
  readonly nhsNumber: string | null
  readonly localId: string | null
  readonly postcode: string | null
  readonly phoneHome: string | null
  readonly phoneMobile: string | null
}

/** The same, read once, so that many comparisons are cheap. */
export interface MatchPerson {
  readonly id: string
  /** Now first, then before. */
  readonly surnames: readonly string[]
  readonly givenNames: readonly string[]
  readonly birthDate: string | null
  readonly sex: SexCode
  readonly nhsNumber: string | null
  readonly localId: string | null
  readonly postcode: string | null
  readonly phones: readonly string[]
}

const LEAST_DIGITS_OF_A_PHONE = 7

const names = (...texts: readonly (string | null)[]): readonly string[] => [
  ...new Set(texts.map((text) => (text === null ? '' : normaliseName(text))).filter((text) => text !== '')),
]

/** The digits that are the same however a number is written: without spaces and with 0 for +44. */
const phoneDigits = (text: string | null): readonly string[] => {
  if (text === null) return []
  const digits = text.replaceAll(/\D/g, '').replace(/^(?:00)?44/, '0')
  return digits.length < LEAST_DIGITS_OF_A_PHONE ? [] : [digits]
}

export const matchPerson = (fields: MatchFields): MatchPerson => ({
  id: fields.id,
  surnames: names(fields.surname, fields.previousSurname),
  givenNames: names(fields.givenName, fields.knownAs),
  birthDate: fields.birthDate,
  sex: fields.sex,
  nhsNumber: fields.nhsNumber,
  localId: fields.localId === null ? null : normaliseName(fields.localId),
  postcode: fields.postcode === null || fields.postcode === '' ? null : normalisePostcode(fields.postcode),
  phones: [...phoneDigits(fields.phoneHome), ...phoneDigits(fields.phoneMobile)],
})

/** A date with day and month the other way round, or null where that is no date. */
export const otherWayRound = (date: string): string | null => {
  const [year = '', month = '', day = ''] = date.split('-')
  return day > '12' || day === month ? null : `${year}-${day}-${month}`
}

/**
 * What records share that are worth comparing. Two records of one person share at least one key as long as the date of
 * birth or the name is right in part: the date with day and month either way round; the sound of the surname with the
 * initial and the year, or with day and month; both names in either order with the year; a telephone; a practice
 * number; the postcode with the year. `?` keys are shared with whoever has no date of birth.
 * @param sound what a name sounds like; a search that remembers the answers is several times faster.
 */
export const blockingKeys = (person: MatchPerson, sound: (name: string) => string = soundOf): readonly string[] => {
  const keys: string[] = []
  const { birthDate, surnames, givenNames } = person
  const [year = '', month = '', day = ''] = birthDate?.split('-') ?? []
  if (birthDate !== null) {
    const turned = otherWayRound(birthDate)
    keys.push(`b${turned !== null && turned < birthDate ? turned : birthDate}`)
    if (person.postcode !== null) keys.push(`c${person.postcode}${year}`)
  }
  const givens = (givenNames.length === 0 ? [''] : givenNames).map((name) => wholeName(name.split(' ')[0] ?? ''))
  for (const surname of surnames) {
    const surnameSound = sound(surname)
    if (birthDate !== null) keys.push(`d${surnameSound}${[month, day].toSorted().join('')}`)
    for (const given of givens) {
      const givenSound = sound(given)
      keys.push(`?${surnameSound}/${givenSound}`)
      if (birthDate === null) continue
      const [first = '', second = ''] = [surnameSound, givenSound].toSorted()
      keys.push(`s${surnameSound}${given.charAt(0)}${year}`, `t${first}/${second}/${year}`)
    }
  }
  for (const phone of person.phones) keys.push(`p${phone}`)
  if (person.localId !== null && person.localId !== '') keys.push(`l${person.localId}`)
  return keys
}

/** A household or a care home shares a telephone or a postcode: beyond this many a key says nothing. */
const MOST_OF_A_KEY = 400

/** True for a key that two people are worth comparing by. */
export const isWorthComparing = (key: string, people: number): boolean =>
  people <= (key.startsWith('p') ? 40 : MOST_OF_A_KEY)

/** Keys without a date are only for those who have none: others are found by keys with one. */
export const isForTheUndated = (key: string): boolean => key.startsWith('?')
