import { dateSpan, type IsoDate, type PartialDate } from '#shared/domain/partial-date.ts'
import { registeredOn } from '#shared/domain/registration.ts'
import type { FigureSheet } from './figure-sheet.ts'
import { hadHappenedBy, type ReportPeriod } from './period.ts'
import { countsForRegister } from './register-measure.ts'
import { careDeadline, type CareRule } from './rules.ts'
import type { ReportSource, SourceEpisode, SourcePerson } from './source.ts'

/** Why somebody diagnosed is in neither the numerator nor the denominator, in the order they are printed. */
export const CARE_LEFT_OUT = [
  { code: 'running', reason: 'The time has not run out and it is not done yet' },
  { code: 'earlier', reason: 'Done before the period began, so counted in the period before' },
  { code: 'declined', reason: 'The person said no' },
  { code: 'unsuitable', reason: 'It was not suitable for the person' },
  { code: 'died', reason: 'Had died, or was not registered here, when the time ran out' },
  { code: 'vague-diagnosis', reason: 'The day of diagnosis is not known' },
  { code: 'vague-done', reason: 'The day it was done is too vague to tell' },
] as const
export type CareLeftOut = (typeof CARE_LEFT_OUT)[number]['code']

/** `outside`: the rule does not ask about this person in this period. */
export type CareOutcome = 'done' | 'not-done' | CareLeftOut | 'outside'

/** The newest diagnosis that counts and may have been made by the end of the period. */
const newestDiagnosis = (episodes: readonly SourceEpisode[], periodEnd: IsoDate): PartialDate | null =>
  episodes.reduce<PartialDate | null>((newest, episode) => {
    const { diagnosisDate } = episode
    if (diagnosisDate === null || !countsForRegister(episode)) return newest
    if (hadHappenedBy(diagnosisDate, periodEnd) === 'no') return newest
    return newest === null || diagnosisDate.date > newest.date ? diagnosisDate : newest
  }, null)

type Spans = { readonly from: IsoDate; readonly to: IsoDate }[]

/** When things of these types happened, as every day each may mean, earliest end first. */
const spansOf = (person: SourcePerson, types: readonly string[]): Spans =>
  person.events
    .filter(({ eventType }) => types.includes(eventType))
    .map(dateSpan)
    .toSorted((a, b) => a.to.localeCompare(b.to))

/** The last "no" that may have been said in time, as the recall list takes it; null when nobody said one. */
const lastNo = (
  { events }: SourcePerson,
  { declinedBy, unsuitableBy }: CareRule,
  isPossible: (span: Spans[number]) => boolean,
): 'declined' | 'unsuitable' | null => {
  const said = events.findLast(
    (event) => [...declinedBy, ...unsuitableBy].includes(event.eventType) && isPossible(dateSpan(event)),
  )
  if (said === undefined) return null
  return unsuitableBy.includes(said.eventType) ? 'unsuitable' : 'declined'
}

/** What happened, for a diagnosis known to the day whose time ends inside or after the period. */
const outcomeAfter = (
  person: SourcePerson,
  rule: CareRule,
  diagnosed: IsoDate,
  { from, to }: ReportPeriod,
): CareOutcome => {
  const deadline = careDeadline(diagnosed, rule.limit)
  const last = deadline < to ? deadline : to
  const isPossible = (span: Spans[number]): boolean => span.to >= diagnosed && span.from <= last
  const done = spansOf(person, rule.doneBy).filter(isPossible)
  const first = done.find((span) => span.from >= diagnosed && span.to <= last)
  if (first !== undefined) {
    if (first.from >= from) return 'done'
    return first.to < from ? 'earlier' : 'vague-done'
  }
  if (done.length > 0) return 'vague-done'
  const no = lastNo(person, rule, isPossible)
  if (no !== null) return no
  if (person.deathDate !== null && hadHappenedBy(person.deathDate, last) !== 'no') return 'died'
  if (registeredOn(person.registrations ?? [], last) !== 'yes') return 'died'
  return deadline > to ? 'running' : 'not-done'
}

/** What a rule says of one person in a period. */
export const careOutcome = (person: SourcePerson, rule: CareRule, period: ReportPeriod): CareOutcome => {
  const diagnosed = newestDiagnosis(person.episodes, period.to)
  if (diagnosed === null) return 'outside'
  if (careDeadline(dateSpan(diagnosed).to, rule.limit) < period.from) return 'outside'
  return diagnosed.precision === 'day' ? outcomeAfter(person, rule, diagnosed.date, period) : 'vague-diagnosis'
}

/** Figures: `<measure>.out-of` = `<measure>.done` + `<measure>.not-done`, and `<measure>.left.<reason>`. */
export const measureCare = (
  sheet: FigureSheet,
  people: ReportSource['people'],
  rule: CareRule,
  period: ReportPeriod,
): void => {
  const outcomes = people.map((person) => careOutcome(person, rule, period))
  const number = (wanted: CareOutcome): number => outcomes.filter((outcome) => outcome === wanted).length
  const { measure } = rule
  sheet.count(`${measure}.done`, number('done'))
  sheet.count(`${measure}.not-done`, number('not-done'))
  sheet.count(`${measure}.out-of`, number('done') + number('not-done'))
  sheet.sum(`${measure}.out-of`, [`${measure}.done`, `${measure}.not-done`])
  for (const { code } of CARE_LEFT_OUT) sheet.count(`${measure}.left.${code}`, number(code))
}
