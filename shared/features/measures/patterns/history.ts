import type { EpisodeFacts, Facts, PersonFacts, Span } from '../facts.ts'
import { spanOfEvent } from '../event-span.ts'
import {
  LOOK_BACK_DAYS,
  MILESTONES,
  type MilestoneCode,
  type MilestonePart,
  milestonePlace,
  PLACE_OF_TYPE,
  type Stretch,
  STRETCHES,
} from './milestones.ts'

/** One milestone of a history and the days that it may have been. */
export interface Step {
  readonly code: MilestoneCode
  readonly at: Readonly<Span>
}

/** What is recorded of one diagnosis. */
export interface History {
  readonly person: PersonFacts
  readonly diagnosis: EpisodeFacts
  /** The first of each milestone, by its place in the list; `null` where it is not recorded. */
  readonly firsts: readonly (Readonly<Span> | null)[]
  /** Milestones of which a vague date leaves open whether they count, or which of them came first. */
  readonly open: readonly boolean[]
}

const DIAGNOSIS = milestonePlace('diagnosis')
const RECURRENCE = milestonePlace('recurrence')
const DIED = milestonePlace('died')
const PARTS: readonly MilestonePart[] = MILESTONES.map(({ part }) => part)

/**
 * Whose events are a diagnosis's. With one new primary everything is: events that name no diagnosis and later records of
 * the same disease too. With several, an event counts where it names the diagnosis, or names a later record (a
 * recurrence, say) of the only primary in that tumour group.
 */
const ownRecords = (episodes: readonly EpisodeFacts[], place: number): ReadonlySet<number> => {
  if (episodes.length === 1) return EVERYTHING
  const primaries = episodes.filter(({ kind }) => kind === 'new_primary')
  const group = episodes[place]?.tumourGroup
  const isOnly = primaries.length === 1
  const isOnlyOfGroup = primaries.filter(({ tumourGroup }) => tumourGroup === group).length === 1
  const own = new Set(isOnly ? [place, -1] : [place])
  for (const [at, { kind, tumourGroup }] of episodes.entries()) {
    if (kind !== 'new_primary' && (isOnly || (isOnlyOfGroup && tumourGroup === group))) own.add(at)
  }
  return own
}

type Inside = 'in' | 'out' | 'open'

/** Whether something lies where its milestone may, on every day that it and the diagnosis may mean. */
const insideOf = (part: MilestonePart, at: Readonly<Span>, diagnosed: Readonly<Span>): Inside => {
  if (part === 'end') return 'in'
  const back = part === 'after' ? 0 : LOOK_BACK_DAYS
  if (at.to < diagnosed.from - back) return 'out'
  if (part === 'before' && at.from > diagnosed.to) return 'out'
  const isSure = at.from >= diagnosed.to - back && (part !== 'before' || at.to <= diagnosed.from)
  return isSure ? 'in' : 'open'
}

/** The first of several: it lies between the earliest start and the earliest end of their spans. */
const earlier = (one: Readonly<Span> | null, other: Readonly<Span>): Readonly<Span> =>
  one === null || (other.from <= one.from && other.to <= one.to)
    ? other
    : one.from <= other.from && one.to <= other.to
      ? one
      : { from: Math.min(one.from, other.from), to: Math.min(one.to, other.to) }

/** Of somebody with one diagnosis everything is its own. */
const EVERYTHING: ReadonlySet<number> = new Set([0, -1])

/** The history of the diagnosis at a place among a person's. It has a date. */
export const historyOf = ({ events }: Facts, person: PersonFacts, place: number): History | null => {
  const diagnosis = person.episodes[place]
  const diagnosed = diagnosis?.diagnosed ?? null
  if (diagnosis === undefined || diagnosed === null) return null
  const own = ownRecords(person.episodes, place)
  const firsts: (Readonly<Span> | null)[] = MILESTONES.map(() => null)
  const mayBe: number[] = MILESTONES.map(() => Number.POSITIVE_INFINITY)
  const add = (milestone: number, at: Readonly<Span>): void => {
    const inside = insideOf(PARTS[milestone] ?? 'end', at, diagnosed)
    if (inside === 'in') firsts[milestone] = earlier(firsts[milestone] ?? null, at)
    else if (inside === 'open') mayBe[milestone] = Math.min(mayBe[milestone] ?? at.from, at.from)
  }
  firsts[DIAGNOSIS] = diagnosed
  if (person.died !== null) firsts[DIED] = person.died
  for (const [at, { kind, diagnosed: again }] of person.episodes.entries()) {
    if (at !== place && kind !== 'new_primary' && again !== null && own.has(at)) add(RECURRENCE, again)
  }
  for (let row = person.eventsFrom; row < person.eventsEnd; row += 1) {
    const milestone = PLACE_OF_TYPE[events.type[row] ?? -1] ?? -1
    if (milestone < 0 || milestone === DIED || !own.has(events.episode[row] ?? -1)) continue
    add(milestone, spanOfEvent(events, row))
  }
  // What may count matters only where it may come before the first that surely does.
  return { person, diagnosis, firsts, open: mayBe.map((from, at) => from < (firsts[at]?.to ?? Infinity)) }
}

/** `one` surely comes first; on the same day the order of the list decides. */
const isBefore = (one: Step, other: Step): boolean =>
  milestonePlace(one.code) < milestonePlace(other.code) ? one.at.to <= other.at.from : one.at.to < other.at.from

const PARTS_OF = new Map<Stretch, ReadonlySet<MilestonePart>>(
  STRETCHES.map(({ code, parts }) => [code, new Set(parts)]),
)

const isTreatment = ({ code }: Step): boolean => PARTS[milestonePlace(code)] === 'treatment'

/**
 * The milestones of a history in their order, each once, where it first was. `isKnown` is false where a vague date leaves
 * open what counts or what came first: the steps then stand in no order that anybody may rely on.
 */
export const sequenceOf = (
  { firsts, open }: History,
  stretch: Stretch,
): { readonly isKnown: boolean; readonly steps: readonly Step[] } => {
  const parts = PARTS_OF.get(stretch)
  const steps: Step[] = []
  let isKnown = true
  for (const [place, { code, part }] of MILESTONES.entries()) {
    if (parts?.has(part) !== true) continue
    if (open[place] === true) isKnown = false
    const at = firsts[place] ?? null
    if (at !== null) steps.push({ code, at })
  }
  // Stable, so that the order of the list decides between steps of one day.
  steps.sort((one, other) => one.at.from - other.at.from)
  const treated = stretch === 'treatment' ? steps.findIndex(isTreatment) : -1
  const last = treated === -1 ? steps.length - 1 : treated
  for (let at = 0; at <= last; at += 1) {
    const one = steps[at]
    const next = steps[at + 1]
    if (one !== undefined && next !== undefined && !isBefore(one, next)) isKnown = false
  }
  return { isKnown, steps: isKnown ? steps.slice(0, last + 1) : steps }
}

/** Days from one milestone to another of a history; `null` unless both are recorded to the day. Negative: it came first. */
export const daysFromTo = ({ firsts, open }: History, from: MilestoneCode, to: MilestoneCode): number | null => {
  const places = [milestonePlace(from), milestonePlace(to)] as const
  const [start, end] = [firsts[places[0]] ?? null, firsts[places[1]] ?? null]
  if (start === null || end === null || open[places[0]] === true || open[places[1]] === true) return null
  return start.from === start.to && end.from === end.to ? end.from - start.from : null
}
