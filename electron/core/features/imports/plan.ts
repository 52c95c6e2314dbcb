import { type DifferenceCode, DIFFERENCES } from '#shared/features/imports/differences.ts'
import type { DifferenceChoices, ImportCounts, ImportOutcome, ImportPreview } from '#shared/features/imports/schema.ts'
import { decideKnown, decideNew, storesSomething, type Verdict } from './decide.ts'
import { openDifferences } from './differences.ts'
import { type Incoming, rejectionOf, type RejectedBlock } from './incoming.ts'
import type { Match } from './match.ts'
import type { OurPerson } from './our-people.ts'
import { type Planned, plannedOf, WordForWord } from './planned.ts'

/** Everything an import would do. Nothing is decided after this. */
export interface ImportPlan {
  readonly planned: readonly Planned[]
  readonly rejected: readonly RejectedBlock[]
  readonly preview: ImportPreview
}

const emptyCounts = (): Record<ImportOutcome, number> => ({ new: 0, changed: 0, same: 0, conflict: 0, rejected: 0 })

/** What is counted person by person. */
type Counted = Omit<ImportCounts, 'rowsIn' | 'peopleBefore'>

const countUp = (planned: readonly Planned[], rejected: readonly RejectedBlock[]): Counted => {
  const rows = emptyCounts()
  const people = emptyCounts()
  const counts = { diagnosesAdded: 0, eventsAdded: 0, eventsKeptAsWritten: 0, peopleToChoose: 0, peopleTouched: 0 }
  for (const one of planned) {
    if (one instanceof WordForWord) {
      rows.same += 1
      people.same += 1
      continue
    }
    const { lines, decision } = one
    rows[decision.outcome] += lines.length
    people[decision.outcome] += 1
    counts.diagnosesAdded += decision.diagnoses.length
    counts.eventsAdded += decision.events.length
    for (const event of decision.events) if (event.keptTerm !== null) counts.eventsKeptAsWritten += 1
    if (decision.changes.length > 0 && openDifferences(decision.changes).length > 0) counts.peopleToChoose += 1
    if (storesSomething(decision)) counts.peopleTouched += 1
  }
  for (const block of rejected) {
    rows.rejected += block.rows.length
    people.rejected += 1
  }
  return { rows, people, ...counts }
}

/** @throws Error when a row went missing or was counted twice: an import with such a defect must not go on. */
export const refuseUnbalanced = ({ rowsIn, rows }: ImportCounts): void => {
  const out = rows.new + rows.changed + rows.same + rows.conflict + rows.rejected
  if (out !== rowsIn) throw new Error(`an import lost count: ${rowsIn} rows in, ${out} accounted for`)
}

const tally = (words: Iterable<string>): [string, number][] => {
  const counts = new Map<string, number>()
  for (const word of words) counts.set(word, (counts.get(word) ?? 0) + 1)
  return [...counts].toSorted((a, b) => b[1] - a[1] || a[0].localeCompare(b[0]))
}

const TERMS_SHOWN = 50

function* keptTerms(planned: readonly Planned[]): Generator<string> {
  for (const { decision } of planned) for (const { keptTerm } of decision.events) if (keptTerm !== null) yield keptTerm
}

function* reasons(rejected: readonly RejectedBlock[]): Generator<string> {
  for (const { rows } of rejected) for (const { reason } of rows) yield reason
}

type PeopleByCode = ReadonlyMap<DifferenceCode, number>

const peopleByCode = (planned: readonly Planned[]): PeopleByCode => {
  const people = new Map<DifferenceCode, number>()
  for (const { decision } of planned) {
    if (decision.changes.length === 0) continue
    for (const code of new Set(decision.changes.map(({ difference }) => difference?.code)))
      if (code !== undefined) people.set(code, (people.get(code) ?? 0) + 1)
  }
  return people
}

const differencesOf = (people: PeopleByCode, { forAll }: DifferenceChoices): ImportPreview['differences'] =>
  DIFFERENCES.flatMap(({ code }) => {
    const found = people.get(code) ?? 0
    return found === 0 ? [] : [{ code, people: found, forAll: forAll[code] ?? null }]
  })

/** A file and the register it is compared with, counted. */
export interface Compared {
  /** Rows of data in the file, counted apart from what is decided about them. */
  readonly rowsIn: number
  readonly peopleBefore: number
  /** People of the register whom the file speaks of. */
  readonly matched: number
  readonly choices: DifferenceChoices
}

/** What was decided, with the counts that everything shown rests on. @throws Error when the counts do not balance. */
export const planOf = (
  planned: readonly Planned[],
  rejected: readonly RejectedBlock[],
  { rowsIn, peopleBefore, matched, choices }: Compared,
): ImportPlan => {
  const counts = { rowsIn, peopleBefore, ...countUp(planned, rejected) }
  refuseUnbalanced(counts)
  const decidedAbout = planned.filter((one) => !(one instanceof WordForWord))
  return {
    planned,
    rejected,
    preview: {
      counts,
      rejections: tally(reasons(rejected)).map(([reason, rows]) => ({ reason, rows })),
      differences: differencesOf(peopleByCode(decidedAbout), choices),
      termsKeptAsWritten: tally(keptTerms(decidedAbout))
        .slice(0, TERMS_SHOWN)
        .map(([term, events]) => ({ term, events })),
      notInFile: peopleBefore - matched,
    },
  }
}

/** The rows of everybody about whom somebody has still to choose, with what about. */
export const peopleToChoose = ({ planned }: ImportPlan): RejectedBlock[] =>
  planned.flatMap(({ incoming, decision }) => {
    const open = openDifferences(decision.changes)
    return incoming === null || open.length === 0
      ? []
      : [rejectionOf(incoming, `${[...new Set(open.map(({ label }) => label))].join(', ')}: nobody has chosen`)]
  })

/** One person of a plan about whom it was decided again. */
export interface DecidedAgain {
  readonly place: number
  readonly after: Planned
}

const ALL_KINDS = ['new', 'changed', 'same', 'conflict', 'rejected'] as const

const addedKinds = (
  counts: Record<ImportOutcome, number>,
  more: Record<ImportOutcome, number>,
  less: Record<ImportOutcome, number>,
): Record<ImportOutcome, number> => {
  const sum = emptyCounts()
  for (const kind of ALL_KINDS) sum[kind] = counts[kind] + more[kind] - less[kind]
  return sum
}

/**
 * The same plan where only some people are decided about anew, counted by what they add and take: of a hundred thousand
 * people nobody wants to wait for all to be counted again.
 * @throws Error when the counts do not balance.
 */
export const withDecidedAgain = (
  plan: ImportPlan,
  again: readonly DecidedAgain[],
  choices: DifferenceChoices,
): ImportPlan => {
  const planned = [...plan.planned]
  const before = again.flatMap(({ place }) => planned[place] ?? [])
  for (const { place, after } of again) planned[place] = after
  const now = again.map(({ after }) => after)
  const [less, more] = [countUp(before, []), countUp(now, [])]
  const old = plan.preview.counts
  const moved = (of: Exclude<keyof Counted, 'rows' | 'people'>): number => old[of] + more[of] - less[of]
  const counts: ImportCounts = {
    rowsIn: old.rowsIn,
    peopleBefore: old.peopleBefore,
    rows: addedKinds(old.rows, more.rows, less.rows),
    people: addedKinds(old.people, more.people, less.people),
    diagnosesAdded: moved('diagnosesAdded'),
    eventsAdded: moved('eventsAdded'),
    eventsKeptAsWritten: moved('eventsKeptAsWritten'),
    peopleToChoose: moved('peopleToChoose'),
    peopleTouched: moved('peopleTouched'),
  }
  refuseUnbalanced(counts)
  const [codesBefore, codesNow] = [peopleByCode(before), peopleByCode(now)]
  const people = new Map(plan.preview.differences.map(({ code, people: found }) => [code, found]))
  for (const [code, found] of codesNow) people.set(code, (people.get(code) ?? 0) + found)
  for (const [code, found] of codesBefore) people.set(code, (people.get(code) ?? 0) - found)
  return {
    planned,
    rejected: plan.rejected,
    preview: { ...plan.preview, counts, differences: differencesOf(people, choices) },
  }
}

/** Somebody of whom nothing can be brought in. */
interface Refused {
  readonly blocks: readonly RejectedBlock[]
  /** The person on the register whom the rows speak of, where that is known. */
  readonly personId: string | null
}

const personIdOf = (verdict: Planned | Refused): string | null => {
  if (verdict instanceof WordForWord || 'blocks' in verdict) return verdict.personId
  return verdict.decision.personId
}

const SPOKEN_OF = 'Another row of the file is for the same person on the register'

/**
 * Decides about the people of a file: new, changed field by field, the same, in conflict, or rejected with a reason.
 * Pure: the same file, register and choices always give the same plan.
 */
export class Deciding {
  /** What was decided, by the place of each person. */
  private readonly verdicts: (Planned | Refused)[] = []
  private readonly rejected: RejectedBlock[] = []
  private readonly choices: DifferenceChoices

  constructor(choices: DifferenceChoices) {
    this.choices = choices
  }

  /**
   * Decides about one person, in place of what was decided before.
   * @param ours the matched person, loaded.
   */
  decide(place: number, incoming: Incoming, match: Match, ours: OurPerson | undefined): void {
    const verdict = this.verdictOn(incoming, match, ours)
    this.verdicts[place] = verdict.ok
      ? plannedOf(incoming, verdict.decision)
      : {
          blocks: [rejectionOf(incoming, verdict.reason)],
          personId: match.is === 'known' ? match.person.id : null,
        }
  }

  /** Takes the person of a line, found by NHS number, as the same: the register has word for word what it tells. */
  same(place: number, line: number, personId: string): void {
    this.verdicts[place] = new WordForWord(line, personId)
  }

  /** Rejects the rows of one person, in place of what was decided before. */
  refuse(place: number, blocks: readonly RejectedBlock[]): void {
    this.verdicts[place] = { blocks, personId: null }
  }

  /** Rejects rows that are nobody's. */
  reject(blocks: readonly RejectedBlock[]): void {
    for (const block of blocks) this.rejected.push(block)
  }

  /**
   * @param again what the lines of somebody tell, read again.
   * @throws Error when the counts do not balance.
   */
  finish(again: (lines: readonly number[]) => Incoming, rowsIn: number, peopleBefore: number): ImportPlan {
    const planned: Planned[] = []
    const rejected = [...this.rejected]
    // Of those found word for word no two are one: only with the others can they be mixed up.
    const apart = new Set(this.verdicts.filter((one) => !(one instanceof WordForWord)).map((one) => personIdOf(one)))
    /** Whom the file has spoken of already, as far as it could do so again. */
    const spokenOf = new Set<string>()
    let matched = 0
    for (const verdict of this.verdicts) {
      if (verdict instanceof WordForWord && !apart.has(verdict.personId)) {
        matched += 1
        planned.push(verdict)
        continue
      }
      const personId = personIdOf(verdict)
      const isAgain = personId !== null && spokenOf.has(personId)
      if (personId !== null && !isAgain) matched += 1
      if (personId !== null) spokenOf.add(personId)
      if ('blocks' in verdict) rejected.push(...verdict.blocks)
      else if (isAgain) rejected.push(rejectionOf(verdict.incoming ?? again(verdict.lines), SPOKEN_OF))
      else planned.push(verdict)
    }
    const firstOf = ({ rows }: RejectedBlock): number => rows[0]?.line ?? 0
    rejected.sort((a, b) => firstOf(a) - firstOf(b))
    return planOf(planned, rejected, { rowsIn, peopleBefore, matched, choices: this.choices })
  }

  private verdictOn(incoming: Incoming, match: Match, ours: OurPerson | undefined): Verdict {
    if (match.is === 'refused') return { ok: false, reason: match.reason }
    if (match.is === 'new') return decideNew(incoming)
    if (ours === undefined) throw new Error('a matched person was not loaded')
    return decideKnown(incoming, ours, match.on, this.choices)
  }
}
