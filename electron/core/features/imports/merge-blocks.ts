import { normaliseName } from '#shared/domain/text-match.ts'
import {
  type Incoming,
  type IncomingBlock,
  type IncomingDiagnosis,
  type IncomingEvent,
  type IncomingPerson,
  NO_WARNINGS,
} from './incoming.ts'
import { sameCancer, sameEvent } from './same-thing.ts'

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

const sameDate = (one: IncomingDiagnosis, other: IncomingDiagnosis): boolean =>
  one.date?.date === other.date?.date && one.date?.precision === other.date?.precision

const mergeDiagnosis = (one: IncomingDiagnosis, other: IncomingDiagnosis): IncomingDiagnosis => ({
  ...one,
  site: one.site ?? other.site,
  icd10Code: one.icd10Code ?? other.icd10Code,
  stage: one.stage ?? other.stage,
  route: one.route === 'not_known' ? other.route : one.route,
  hospital: one.hospital ?? other.hospital,
})

const differ = (one: string | null, other: string | null): boolean => one !== null && other !== null && one !== other

/** The same diagnosis told twice becomes one. null when the two tellings contradict each other. */
const mergeDiagnoses = (diagnoses: readonly IncomingDiagnosis[]): readonly IncomingDiagnosis[] | null => {
  if (diagnoses.length < 2) return diagnoses
  const merged: IncomingDiagnosis[] = []
  for (const diagnosis of diagnoses) {
    const at = merged.findIndex((known) => sameCancer(known, diagnosis) && sameDate(known, diagnosis))
    const known = merged[at]
    if (known === undefined) merged.push(diagnosis)
    else if (differ(known.stage, diagnosis.stage)) return null
    else merged[at] = mergeDiagnosis(known, diagnosis)
  }
  return merged
}

const mergeEvents = (events: readonly IncomingEvent[]): readonly IncomingEvent[] => {
  if (events.length < 2) return events
  const merged: IncomingEvent[] = []
  for (const event of events) {
    if (!merged.some((known) => sameEvent(known, event))) merged.push(event)
  }
  return merged
}

export type Merged =
  | { readonly ok: true; readonly incoming: Incoming }
  | { readonly ok: false; readonly reason: string }

const soundsLikeTwo = (fields: readonly (keyof IncomingPerson)[]): boolean =>
  fields.includes('birthDate') && (fields.includes('surname') || fields.includes('givenName'))

/** Puts together what several blocks say of one person. They must agree wherever they both speak. */
export const mergeBlocks = (first: IncomingBlock, others: readonly IncomingBlock[]): Merged => {
  let { person } = first
  for (const { person: other } of others) {
    const fields = disagreements(person, other)
    const [field] = fields
    if (soundsLikeTwo(fields)) return { ok: false, reason: 'Two people in the file have this NHS number' }
    if (field !== undefined)
      return { ok: false, reason: `Rows for one person do not agree on the ${fieldWords(field)}` }
    person = mergePerson(person, other)
  }
  const blocks = [first, ...others]
  const diagnoses = mergeDiagnoses(others.length === 0 ? first.diagnoses : blocks.flatMap((block) => block.diagnoses))
  if (diagnoses === null) return { ok: false, reason: 'Rows for one person do not agree on the stage' }
  const events = mergeEvents(others.length === 0 ? first.events : blocks.flatMap((block) => block.events))
  const lines = others.length === 0 ? first.lines : blocks.flatMap((block) => block.lines)
  return { ok: true, incoming: { lines, person, diagnoses, events, warnings: NO_WARNINGS } }
}
