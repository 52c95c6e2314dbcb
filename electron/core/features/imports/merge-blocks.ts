import { normaliseName } from '#shared/domain/text-match.ts'
import {
  type Incoming,
  type IncomingBlock,
  type IncomingDiagnosis,
  type IncomingEvent,
  type IncomingPerson,
  NO_WARNINGS,
} from './incoming.ts'
import { isMoreExact, sameCancer, sameDate, sameEvent } from './same-thing.ts'

type Value = IncomingPerson[keyof IncomingPerson]

const LABELS: Readonly<Record<keyof IncomingPerson, string>> = {
  nhsNumber: 'NHS number',
  localId: 'local number',
  title: 'title',
  surname: 'surname',
  givenName: 'first name',
  birthDate: 'date of birth',
  sex: 'sex',
  postcode: 'postcode',
  usualGp: 'usual GP',
  deathDate: 'date of death',
}
const FIELDS = Object.keys(LABELS) as (keyof IncomingPerson)[]

const sameValue = (one: Value, other: Value): boolean => {
  if (typeof one === 'string' && typeof other === 'string')
    return one === other || normaliseName(one) === normaliseName(other)
  return JSON.stringify(one) === JSON.stringify(other)
}

/** Fields in which two rows for one person both say something, and not the same. */
export const disagreements = (one: IncomingPerson, other: IncomingPerson): (keyof IncomingPerson)[] =>
  FIELDS.filter((field) => one[field] !== null && other[field] !== null && !sameValue(one[field], other[field]))

/** The words for a field in the middle of a sentence. */
export const fieldWords = (field: keyof IncomingPerson): string => LABELS[field]

const mergePerson = (one: IncomingPerson, other: IncomingPerson): IncomingPerson => ({
  nhsNumber: one.nhsNumber ?? other.nhsNumber,
  localId: one.localId ?? other.localId,
  title: one.title ?? other.title,
  surname: one.surname ?? other.surname,
  givenName: one.givenName ?? other.givenName,
  birthDate: one.birthDate ?? other.birthDate,
  sex: one.sex ?? other.sex,
  postcode: one.postcode ?? other.postcode,
  usualGp: one.usualGp ?? other.usualGp,
  deathDate: one.deathDate ?? other.deathDate,
})

/** Of two codes of which one goes on where the other ends, the one that says more. */
const longer = (one: string | null, other: string | null): string | null =>
  (one?.length ?? 0) < (other?.length ?? 0) ? other : one

const mergeDiagnosis = (one: IncomingDiagnosis, other: IncomingDiagnosis): IncomingDiagnosis => ({
  ...one,
  site: one.site ?? other.site,
  icd10Code: longer(one.icd10Code, other.icd10Code),
  stage: one.stage ?? other.stage,
  route: one.route === 'not_known' ? other.route : one.route,
  hospital: one.hospital ?? other.hospital,
})

type ToldTwice = Extract<keyof IncomingDiagnosis, 'stage' | 'icd10Code' | 'hospital' | 'route'>

/** What both tellings of one diagnosis may say, and whether they then say the same. */
const AGREEING: readonly { field: ToldTwice; words: string; agree: (one: string, other: string) => boolean }[] = [
  { field: 'stage', words: 'stage', agree: (one, other) => one === other },
  // C18 says no other cancer than C18.7 does, only less of it.
  { field: 'icd10Code', words: 'ICD-10 code', agree: (one, other) => one.startsWith(other) || other.startsWith(one) },
  { field: 'hospital', words: 'hospital', agree: (one, other) => normaliseName(one) === normaliseName(other) },
  { field: 'route', words: 'route to diagnosis', agree: (one, other) => one === other },
]

const saidOf = (diagnosis: IncomingDiagnosis, field: ToldTwice): string | null =>
  diagnosis[field] === 'not_known' ? null : diagnosis[field]

/** What must agree where a list is only laid beside the register: where somebody was treated moves no cancer. */
const AGREEING_IN_LISTS = AGREEING.filter(({ field }) => field === 'stage')

/** In which of them two tellings of one diagnosis contradict each other, in words; null where in none. */
const contradiction = (one: IncomingDiagnosis, other: IncomingDiagnosis, agreeing: typeof AGREEING): string | null => {
  const found = agreeing.find(({ field, agree }) => {
    const [ours, theirs] = [saidOf(one, field), saidOf(other, field)]
    return ours !== null && theirs !== null && !agree(ours, theirs)
  })
  return found?.words ?? null
}

/** The same diagnosis told twice becomes one. A text, of what they say otherwise, when two tellings contradict each other. */
const mergeDiagnoses = (
  diagnoses: readonly IncomingDiagnosis[],
  agreeing: typeof AGREEING,
): readonly IncomingDiagnosis[] | string => {
  if (diagnoses.length < 2) return diagnoses
  const merged: IncomingDiagnosis[] = []
  for (const diagnosis of diagnoses) {
    const at = merged.findIndex((known) => sameCancer(known, diagnosis) && sameDate(known.date, diagnosis.date))
    const known = merged[at]
    if (known === undefined) {
      merged.push(diagnosis)
      continue
    }
    const otherwise = contradiction(known, diagnosis, agreeing)
    if (otherwise !== null) return otherwise
    merged[at] = mergeDiagnosis(known, diagnosis)
  }
  return merged
}

/** Only events of one kind and year can be the same, and of those kept as written only such as say the same. */
const eventKey = ({ eventType, date, note }: IncomingEvent): string =>
  `${eventType} ${date.date.slice(0, 4)} ${eventType === 'other' ? normaliseName(note ?? '') : ''}`

const exactFirst = (one: IncomingEvent, other: IncomingEvent): number =>
  Number(isMoreExact(other.date, one.date)) - Number(isMoreExact(one.date, other.date))

/**
 * An event told twice becomes one, and a vague date gives way to an exact one that it can be. Two exact ones stay two,
 * though a vague one could be either of them.
 */
const mergeEvents = (events: readonly IncomingEvent[]): readonly IncomingEvent[] => {
  if (events.length < 2) return events
  const alike = Map.groupBy(events, eventKey)
  if (alike.size === events.length) return events
  for (const some of alike.values()) some.sort(exactFirst)
  return events.filter((event) => alike.get(eventKey(event))?.find((one) => sameEvent(one, event)) === event)
}

const repeatedCancer = (diagnoses: readonly IncomingDiagnosis[]): readonly string[] => {
  if (diagnoses.length < 2) return NO_WARNINGS
  const primaries = diagnoses.filter(({ kind }) => kind === 'new_primary').map(({ tumourGroup }) => tumourGroup)
  return new Set(primaries).size < primaries.length
    ? ['The file has two diagnoses of the same cancer on different dates. Both are kept']
    : NO_WARNINGS
}

export type Merged =
  | { readonly ok: true; readonly incoming: Incoming }
  | { readonly ok: false; readonly reason: string }

const soundsLikeTwo = (fields: readonly (keyof IncomingPerson)[]): boolean =>
  fields.includes('birthDate') && (fields.includes('surname') || fields.includes('givenName'))

const mergePeople = (people: readonly IncomingPerson[]): IncomingPerson | string => {
  let [person] = people
  if (person === undefined) throw new Error('a person of the file has no rows')
  for (const other of people.slice(1)) {
    const fields = disagreements(person, other)
    const [field] = fields
    if (soundsLikeTwo(fields)) return 'Two people in the file have this NHS number'
    if (field !== undefined) return `Rows for one person do not agree on the ${fieldWords(field)}`
    person = mergePerson(person, other)
  }
  return person
}

const together = (some: readonly string[], more: readonly string[]): readonly string[] =>
  some.length + more.length === 0 ? NO_WARNINGS : [...some, ...more]

const allOf = <T>(blocks: readonly IncomingBlock[], of: (block: IncomingBlock) => readonly T[]): readonly T[] => {
  const [only, ...others] = blocks
  return only !== undefined && others.length === 0 ? of(only) : blocks.flatMap(of)
}

/**
 * Puts together what one block or several say of one person. They must agree wherever they both speak.
 * @param warnings what else is to be said of this person.
 * @param use whether they are brought in, or only compared.
 */
export const mergeBlocks = (
  blocks: readonly IncomingBlock[],
  warnings: readonly string[] = NO_WARNINGS,
  use: 'brought-in' | 'compared' = 'brought-in',
): Merged => {
  const person = mergePeople(blocks.map((block) => block.person))
  if (typeof person === 'string') return { ok: false, reason: person }
  const diagnoses = mergeDiagnoses(
    allOf(blocks, (block) => block.diagnoses),
    use === 'compared' ? AGREEING_IN_LISTS : AGREEING,
  )
  if (typeof diagnoses === 'string')
    return { ok: false, reason: `Rows for one person do not agree on the ${diagnoses}` }
  const events = mergeEvents(allOf(blocks, (block) => block.events))
  const lines = allOf(blocks, (block) => block.lines)
  return {
    ok: true,
    incoming: { lines, person, diagnoses, events, warnings: together(warnings, repeatedCancer(diagnoses)) },
  }
}
