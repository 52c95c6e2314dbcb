import type { EventColumns, Facts, PersonFacts } from '#shared/features/measures/facts.ts'

/** When so large a share of the columns belongs to nobody any more, everything is read anew. */
const MOST_WASTE = 0.25

const joined = <Column extends Uint8Array | Int8Array | Int16Array | Int32Array>(
  into: Column,
  a: Column,
  b: Column,
): Column => {
  into.set(a)
  into.set(b, a.length)
  return into
}

/** The events of one after those of the other. */
const bothColumns = (a: EventColumns, b: EventColumns): EventColumns => {
  const rows = a.type.length + b.type.length
  return {
    type: joined(new Uint8Array(rows), a.type, b.type),
    day: joined(new Int32Array(rows), a.day, b.day),
    vagueness: joined(new Uint8Array(rows), a.vagueness, b.vagueness),
    episode: joined(new Int8Array(rows), a.episode, b.episode),
    withTemplate: joined(new Uint8Array(rows), a.withTemplate, b.withTemplate),
    letter: joined(new Uint8Array(rows), a.letter, b.letter),
    letterDays: joined(new Int16Array(rows), a.letterDays, b.letterDays),
  }
}

/** Two lists in the order of the ids, as one. */
const merged = (a: readonly PersonFacts[], b: readonly PersonFacts[]): PersonFacts[] => {
  const all: PersonFacts[] = []
  let at = 0
  for (const person of a) {
    for (let next = b[at]; next !== undefined && next.id < person.id; next = b[at]) {
      all.push(next)
      at += 1
    }
    all.push(person)
  }
  return [...all, ...b.slice(at)]
}

/**
 * Facts with some people as they were read again. What they had before stays in the columns and belongs to nobody.
 * @param ids whom it is about, those who are gone among them.
 * @returns null where so much belongs to nobody that all is better read anew.
 */
export const replacePeople = (facts: Facts, ids: ReadonlySet<string>, again: Facts): Facts | null => {
  const stay = facts.people.filter(({ id }) => !ids.has(id))
  const offset = facts.events.type.length
  const people = merged(
    stay,
    again.people.map((person) => ({
      ...person,
      eventsFrom: person.eventsFrom + offset,
      eventsEnd: person.eventsEnd + offset,
    })),
  )
  const used = people.reduce((sum, { eventsFrom, eventsEnd }) => sum + eventsEnd - eventsFrom, 0)
  const events = bothColumns(facts.events, again.events)
  return used < events.type.length * (1 - MOST_WASTE) ? null : { people, events }
}
