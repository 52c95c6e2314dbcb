import type { IsoDate } from '#shared/domain/partial-date.ts'
import type { ImportCounts, ImportOutcome, ImportPreview, ImportRow } from '#shared/features/imports/schema.ts'
import type { ColumnPlan } from './column-plan.ts'
import { type Decision, decideKnown, decideNew, type Verdict } from './decide.ts'
import { gatherPeople } from './gather-people.ts'
import { firstLine, type Incoming, type IncomingBlock, type IncomingPerson, type RejectedBlock } from './incoming.ts'
import type { Block } from './layouts/layout.ts'
import { mapBlock } from './map-row.ts'
import { createMatcher, type Match } from './match.ts'
import type { KnownPerson, OurPerson } from './our-people.ts'
import { shortEnough } from './short-enough.ts'

/** One person of the file with what is done about them. */
export interface Planned {
  readonly incoming: Incoming
  readonly decision: Decision
}

/** Everything an import would do. Nothing is decided after this. */
export interface ImportPlan {
  readonly planned: readonly Planned[]
  readonly rejected: readonly RejectedBlock[]
  readonly preview: ImportPreview
}

/** The people of a file, read and put together; those who are on the register still have to be loaded. */
export interface ReadFile {
  readonly people: readonly Incoming[]
  readonly matches: ReadonlyMap<Incoming, Match>
  readonly rejected: readonly RejectedBlock[]
  readonly known: readonly KnownPerson[]
}

/** Reads blocks as people. Slices of a long file are read one after the other into the same lists. */
export const mapBlocks = (
  blocks: readonly Block[],
  plan: ColumnPlan,
  today: IsoDate,
  into: { read: IncomingBlock[]; rejected: RejectedBlock[] },
): void => {
  for (const block of blocks) {
    const mapped = mapBlock(block, plan, today)
    if (mapped.ok) into.read.push(mapped.block)
    else into.rejected.push(mapped.rejected)
  }
}

/** Puts the blocks of each person together and finds them on the register. */
export const matchPeople = (
  blocks: readonly IncomingBlock[],
  rejected: readonly RejectedBlock[],
  known: readonly KnownPerson[],
): ReadFile => {
  const gathered = gatherPeople(blocks)
  const matcher = createMatcher(known)
  return {
    people: gathered.people,
    matches: new Map(gathered.people.map((incoming) => [incoming, matcher.match(incoming.person)])),
    rejected: [...rejected, ...gathered.rejected],
    known,
  }
}

/** The records that have to be loaded before anything can be decided. */
export const matchedIds = (file: ReadFile): string[] => [
  ...new Set([...file.matches.values()].flatMap((match) => (match.is === 'known' ? [match.personId] : []))),
]

const rejectWhole = (incoming: Incoming, reason: string): RejectedBlock => ({
  person: incoming.person,
  rows: incoming.rows.map((row) => ({ row, reason })),
})

const verdictOn = (
  incoming: Incoming,
  match: Match,
  ours: ReadonlyMap<string, OurPerson>,
  taken: Set<string>,
): Verdict => {
  if (match.is === 'refused') return { ok: false, reason: match.reason }
  if (match.is === 'new') return decideNew(incoming)
  const person = ours.get(match.personId)
  if (person === undefined) throw new Error('a matched person was not loaded')
  if (taken.has(match.personId))
    return { ok: false, reason: 'Another row of the file is for the same person on the register' }
  taken.add(match.personId)
  return decideKnown(incoming, person, match.on)
}

const emptyCounts = (): Record<ImportOutcome, number> => ({ new: 0, changed: 0, same: 0, rejected: 0 })

const countUp = (
  planned: readonly Planned[],
  rejected: readonly RejectedBlock[],
  peopleBefore: number,
): Omit<ImportCounts, 'rowsIn'> => {
  const rows = emptyCounts()
  const people = emptyCounts()
  let diagnosesAdded = 0
  let eventsAdded = 0
  let eventsKeptAsWritten = 0
  for (const { incoming, decision } of planned) {
    rows[decision.outcome] += incoming.rows.length
    people[decision.outcome] += 1
    diagnosesAdded += decision.diagnoses.length
    eventsAdded += decision.events.length
    eventsKeptAsWritten += decision.events.filter((event) => event.keptTerm !== null).length
  }
  for (const block of rejected) {
    rows.rejected += block.rows.length
    people.rejected += 1
  }
  return { rows, people, diagnosesAdded, eventsAdded, eventsKeptAsWritten, peopleBefore }
}

/** @throws Error when a row went missing or was counted twice: an import with such a defect must not go on. */
export const refuseUnbalanced = ({ rowsIn, rows }: ImportCounts): void => {
  const out = rows.new + rows.changed + rows.same + rows.rejected
  if (out !== rowsIn) throw new Error(`an import lost count: ${rowsIn} rows in, ${out} accounted for`)
}

const tally = (words: Iterable<string>): [string, number][] => {
  const counts = new Map<string, number>()
  for (const word of words) counts.set(word, (counts.get(word) ?? 0) + 1)
  return [...counts].toSorted((a, b) => b[1] - a[1] || a[0].localeCompare(b[0]))
}

const TERMS_SHOWN = 50

const previewOf = (
  planned: readonly Planned[],
  rejected: readonly RejectedBlock[],
  counts: ImportCounts,
  notInFile: number,
): ImportPreview => {
  const kept = planned.flatMap(({ decision }) =>
    decision.events.flatMap((event) => (event.keptTerm === null ? [] : [event.keptTerm])),
  )
  const reasons = rejected.flatMap((block) => block.rows.map((row) => row.reason))
  return {
    counts,
    rejections: tally(reasons).map(([reason, rows]) => ({ reason, rows })),
    termsKeptAsWritten: tally(kept)
      .slice(0, TERMS_SHOWN)
      .map(([term, events]) => ({ term, events })),
    notInFile,
  }
}

/**
 * Decides everything: new, changed field by field, the same, or rejected with a reason. Pure: the same file and the
 * same register always give the same plan.
 * @param rowsIn rows of data in the file, counted apart from all of this.
 */
export const planImport = (file: ReadFile, ours: ReadonlyMap<string, OurPerson>, rowsIn: number): ImportPlan => {
  const planned: Planned[] = []
  const rejected: RejectedBlock[] = [...file.rejected]
  const taken = new Set<string>()
  for (const incoming of file.people) {
    const verdict = verdictOn(incoming, file.matches.get(incoming) ?? { is: 'new' }, ours, taken)
    if (verdict.ok) planned.push({ incoming, decision: verdict.decision })
    else rejected.push(rejectWhole(incoming, verdict.reason))
  }
  rejected.sort((a, b) => (a.rows[0]?.row.line ?? 0) - (b.rows[0]?.row.line ?? 0))
  const counts = { rowsIn, ...countUp(planned, rejected, file.known.length) }
  refuseUnbalanced(counts)
  return {
    planned,
    rejected,
    preview: previewOf(planned, rejected, counts, file.known.length - matchedIds(file).length),
  }
}

const who = (
  person: IncomingPerson,
): Pick<ImportRow, 'surname' | 'givenName' | 'title' | 'nhsNumber' | 'birthDate' | 'sex'> => ({
  surname: shortEnough(person.surname ?? ''),
  givenName: shortEnough(person.givenName ?? ''),
  title: person.title === null ? null : shortEnough(person.title),
  nhsNumber: person.nhsNumber,
  birthDate: person.birthDate,
  sex: person.sex ?? 'X',
})

/** One line of the preview for somebody who is brought in. */
export const plannedRow = ({ incoming, decision }: Planned): ImportRow => ({
  line: firstLine(incoming),
  lines: incoming.rows.length,
  outcome: decision.outcome,
  ...who(incoming.person),
  matchedOn: decision.matchedOn,
  changes: [...decision.changes],
  reason: null,
  warnings: [...incoming.warnings],
})

/** One line of the preview for rows that are not brought in. */
export const rejectedRow = (block: RejectedBlock): ImportRow => ({
  line: block.rows[0]?.row.line ?? 0,
  lines: block.rows.length,
  outcome: 'rejected',
  ...who(block.person),
  matchedOn: null,
  changes: [],
  reason: (block.rows.find(({ reason }) => !reason.startsWith('Belongs to')) ?? block.rows[0])?.reason ?? null,
  warnings: [],
})
