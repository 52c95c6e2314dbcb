import { isoFromDayNumber } from '#shared/domain/calendar.ts'
import { formatIsoDate, formatPartialDate, type PartialDate } from '#shared/domain/partial-date.ts'
import { dateOfEvent, spanOfEvent } from '../event-span.ts'
import { addMonthsToDay } from '../financial-year.ts'
import { type EventColumns, eventTypeNumber, type FactDate, type PersonFacts, type Span } from '../facts.ts'
import type { Standing } from '../standing.ts'
import { needsTemplate, REGISTER_FROM, typesOfRole } from './case.ts'
import { type Judged, shifted } from './conditions.ts'
import type { Readings } from './readings.ts'
import type { IndicatorRule, ShareRule } from './rule.ts'

/** A recorded date as people know it. */
export const partialOf = ({ from, precision }: FactDate): PartialDate => ({ date: isoFromDayNumber(from), precision })

/** The diagnosis that a rule goes by: the most recent that counts and may be known of. `null` where none is. */
export const episodeLookedAt = (
  { episodes }: PersonFacts,
  { known }: Judged,
): PersonFacts['episodes'][number] | null => {
  const possible = episodes.filter(
    ({ isCountedSort, diagnosed }) =>
      isCountedSort && (diagnosed === null || (diagnosed.to >= REGISTER_FROM && diagnosed.from <= known)),
  )
  const day = ({ diagnosed }: (typeof possible)[number]): number => diagnosed?.from ?? -Infinity
  return possible.reduce<(typeof possible)[number] | null>(
    (newest, episode) => (newest === null || day(episode) > day(newest) ? episode : newest),
    null,
  )
}

interface Happened extends Readonly<Span> {
  readonly date: PartialDate
  readonly hasTemplate: boolean
}

const happened = (
  { eventsFrom, eventsEnd }: PersonFacts,
  columns: EventColumns,
  codes: readonly string[],
  { known }: Judged,
): Happened[] => {
  const types = new Set(codes.map(eventTypeNumber))
  const found: Happened[] = []
  for (let row = eventsFrom; row < eventsEnd; row += 1) {
    const { from, to } = spanOfEvent(columns, row)
    if (!types.has(columns.type[row] ?? 0) || from > known) continue
    found.push({ date: dateOfEvent(columns, row), from, to, hasTemplate: columns.withTemplate[row] === 1 })
  }
  return found
}

const listed = (events: readonly Happened[]): string => events.map(({ date }) => formatPartialDate(date)).join(', ')

/**
 * The last day on which the thing that a rule asks for is in time; `null` without a day from which its time runs.
 * @param start the diagnosis, or the letter that confirmed it.
 */
export const lastDayInTime = (rule: ShareRule, start: Readonly<Span> | null, readings: Readings): number | null => {
  if (start === null || !('done' in rule.numerator) || rule.numerator.done !== 'within') return null
  return shifted(start.to, rule.numerator.limit, 1, readings)
}

const NAMES: Readonly<Record<ShareRule['contact'], { done: string; not: string }>> = {
  review: { done: 'Reviewed', not: 'No review is recorded.' },
  support: { done: 'Informed', not: 'That they were informed is not recorded.' },
}

/** The letter from which the time of a rule runs that counts from the confirmation; `null` where it runs from the diagnosis. */
const confirmedBy = ({ numerator }: ShareRule, letters: () => readonly Happened[], since: number): Happened | null => {
  if (!('done' in numerator) || numerator.done !== 'within' || numerator.of !== 'confirmation') return null
  const [first] = letters()
    .filter(({ from }) => from >= since)
    .toSorted((a, b) => a.from - b.from)
  return first ?? null
}

/** The first day of the months that an adjustment looks back over. */
const lookedBackTo = ({ adjustments }: ShareRule, reason: string, { end }: Judged): number => {
  const when = adjustments.find(({ code }) => code === reason)?.when
  return when !== undefined && ('said' in when || 'invited' in when) ? addMonthsToDay(end, -when.months) + 1 : -Infinity
}

const SAID: Readonly<Partial<Record<string, 'invited' | 'declined' | 'unsuitable'>>> = {
  CANINVITE: 'invited',
  CANPCADEC: 'declined',
  CANPCAPU: 'unsuitable',
}

/** What of the record a rule went by, for somebody it counts or leaves out. */
const evidence = (
  rule: ShareRule,
  person: PersonFacts,
  columns: EventColumns,
  when: Judged,
  readings: Readings,
  standing: Standing,
): string[] => {
  const diagnosed = episodeLookedAt(person, when)?.diagnosed ?? null
  const since = diagnosed?.from ?? -Infinity
  const names = NAMES[rule.contact]
  const done = happened(person, columns, typesOfRole(rule, readings, 'done'), when).filter(({ from }) => from >= since)
  const counted = done.filter(({ hasTemplate }) => hasTemplate || !needsTemplate(rule, readings))
  const others = done.filter((event) => !counted.includes(event))
  const words: string[] = []
  if (counted.length > 0) words.push(`${names.done} ${listed(counted)}.`)
  if (others.length > 0) words.push(`${names.done} ${listed(others)}, but no structured template is recorded.`)
  if (standing.is === 'adjusted') {
    const role = SAID[standing.reason]
    const first = lookedBackTo(rule, standing.reason, when)
    if (role !== undefined)
      words.push(
        `Recorded ${listed(happened(person, columns, typesOfRole(rule, readings, role), when).filter(({ to }) => to >= first))}.`,
      )
  }
  const letter = confirmedBy(
    rule,
    () => happened(person, columns, typesOfRole(rule, readings, 'confirmed'), when),
    since,
  )
  const last = lastDayInTime(rule, letter ?? diagnosed, readings)
  if (standing.is === 'counted' && !standing.met && last !== null) {
    const talked = rule.contact === 'support' ? happened(person, columns, ['support_contact'], when) : []
    const alone = talked.filter(({ from }) => from >= since)
    if (alone.length > 0 && counted.length === 0)
      words.push(`Support contact ${listed(alone)}, but that information was given is not recorded.`)
    else if (done.length === 0) words.push(names.not)
    if (letter !== null) words.push(`Confirmed ${formatPartialDate(letter.date)}.`)
    words.push(`In time until ${formatIsoDate(isoFromDayNumber(last))}.`)
  }
  return words
}

/** The words for a standing's reason, from the rule itself; `null` for one that needs none. */
export const reasonWords = (rule: IndicatorRule, standing: Standing): string | null => {
  if (standing.is === 'undecided') return 'A vague date leaves it open'
  if (standing.is !== 'excluded' && standing.is !== 'adjusted') return null
  const steps = rule.kind === 'register' ? [] : standing.is === 'excluded' ? rule.exclusions : rule.adjustments
  return steps.find(({ code }) => code === standing.reason)?.words ?? null
}

/** Why somebody stands where they stand, in sentences. */
export const whyOf = (
  rule: IndicatorRule,
  person: PersonFacts,
  columns: EventColumns,
  when: Judged,
  readings: Readings,
  standing: Standing,
): string => {
  const diagnosed = episodeLookedAt(person, when)?.diagnosed ?? null
  const reason = reasonWords(rule, standing)
  return [
    ...(reason === null ? [] : [`${reason}.`]),
    diagnosed === null
      ? 'The date of diagnosis is not recorded.'
      : `Diagnosed ${formatPartialDate(partialOf(diagnosed))}.`,
    ...(rule.kind === 'register' ? [] : evidence(rule, person, columns, when, readings, standing)),
  ].join(' ')
}
