import {
  domainOfOutcome,
  type Figure,
  type FigureOutcome,
  isSmallCount,
  type SmallNumberRule,
  type SumRelation,
} from '#shared/domain/disclosure.ts'
import type { Beside, KnownCount } from '#shared/domain/disclosure-beside.ts'
import { ANY_COUNT } from '#shared/domain/disclosure-guard.ts'
import { addDays, type IsoDate } from '#shared/domain/partial-date.ts'
import { disjointWithin, isWithin } from './disjoint-periods.ts'
import {
  type FigureMeaning,
  figureMeaning,
  isNetBetweenDays,
  type MeantPack,
  meaningKey,
  movesByPeople,
} from './figure-meaning.ts'
import type { ReportPeriod } from './period.ts'

/**
 * A report held beside those that were sent before it. Figures that count the same are one count; where periods lie
 * within one another the difference is a count of its own, from 0 up, and must not be a small one that anybody sees.
 *
 * A relation is taken only where the true counts bear it out: the register may have changed between two reports, and a
 * reader who takes a relation that does not hold works out something wrong.
 */

export interface Pack extends MeantPack {
  readonly id: string
  readonly rule: SmallNumberRule
  readonly figures: readonly Figure[]
  readonly outcomes: ReadonlyMap<string, FigureOutcome>
  readonly relations: readonly SumRelation[]
}

/** What a count of the joined packs is, for the words about it. */
export interface Subject {
  /** A figure of this report, or of the earlier one where only that has it. */
  readonly figureId: string
  readonly of: 'this' | 'earlier'
  /** Whether it is the figure, or how far it lies from that of the other report. */
  readonly is: 'figure' | 'difference'
}

export interface Joined {
  readonly beside: Beside
  readonly subjects: ReadonlyMap<string, Subject>
  /** False when there were more combinations of periods than are looked at. */
  readonly isComplete: boolean
}

interface Count {
  readonly cell: string
  readonly value: number
  readonly meaning: FigureMeaning
  /** The packs that it stands in, 0 being this one. */
  readonly packs: Set<number>
  readonly figureId: string
}

interface Joining {
  readonly pack: Pack
  readonly counts: Map<string, Count>
  readonly byKey: Map<string, Count[]>
  readonly known: Map<string, KnownCount>
  readonly relations: SumRelation[]
  readonly subjects: Map<string, Subject>
  isComplete: boolean
}

const narrower = (a: KnownCount, b: KnownCount): KnownCount => ({
  ...a,
  domain: { low: Math.max(a.domain.low, b.domain.low), high: Math.min(a.domain.high, b.domain.high) },
  isSmall: a.isSmall || b.isSmall,
})

/** Puts a pack in: its figures become counts, shared ones with those that are there and are true to it. */
const addPack = (joining: Joining, pack: Pack, at: number): void => {
  const cells = new Map<string, string>()
  for (const { id, value, atLeast = 0 } of pack.figures) {
    const meaning = figureMeaning(id, pack)
    const alike = joining.byKey.get(meaningKey(meaning)) ?? []
    const same = alike.find((count) => count.value === value)
    const count = same ?? {
      cell: at === 0 ? id : `${pack.id}/${id}`,
      value,
      meaning,
      packs: new Set<number>(),
      figureId: id,
    }
    count.packs.add(at)
    cells.set(id, count.cell)
    if (same === undefined) {
      joining.counts.set(count.cell, count)
      joining.byKey.set(meaningKey(meaning), [...alike, count])
      joining.subjects.set(count.cell, { figureId: id, of: at === 0 ? 'this' : 'earlier', is: 'figure' })
    }
    const outcome = pack.outcomes.get(id)
    if (at === 0 || outcome === undefined) continue
    const isSmall = isSmallCount(value, pack.rule)
    const { low, high } = domainOfOutcome(outcome, value, pack.rule)
    const told = { id: count.cell, value, domain: { low: Math.max(low, atLeast), high }, isSmall }
    const before = joining.known.get(count.cell)
    joining.known.set(count.cell, before === undefined ? told : narrower(before, told))
  }
  for (const { total, parts } of pack.relations)
    joining.relations.push({
      total: cells.get(total) ?? total,
      parts: parts.map((part) => cells.get(part) ?? part),
    })
}

/** A count that nobody prints: how much a total exceeds its parts. */
const addDifference = (joining: Joining, total: Count, parts: readonly Count[], isPeople: boolean): void => {
  const value = total.value - parts.reduce((sum, part) => sum + part.value, 0)
  const id = `difference/${total.cell}/${parts.map(({ cell }) => cell).join('+')}`
  if (joining.known.has(id)) return
  joining.known.set(id, {
    id,
    value,
    domain: ANY_COUNT,
    isSmall: isPeople && isSmallCount(value, joining.pack.rule),
  })
  joining.relations.push({ total: total.cell, parts: [...parts.map(({ cell }) => cell), id] })
  const own = [total, ...parts].find(({ packs }) => packs.has(0))
  joining.subjects.set(id, { figureId: own?.figureId ?? total.figureId, of: 'this', is: 'difference' })
}

const isNew = (counts: readonly Count[]): boolean =>
  counts.some(({ packs }) => packs.has(0)) &&
  ![...(counts[0]?.packs ?? [])].some((pack) => counts.every(({ packs }) => packs.has(pack)))

/** The same thing counted differently in two packs: the register changed in between, by so many. */
const addChanges = (joining: Joining): void => {
  for (const alike of joining.byKey.values()) {
    for (const [at, a] of alike.entries()) {
      for (const b of alike.slice(at + 1)) {
        if (!isNew([a, b])) continue
        const [more, less] = a.value > b.value ? [a, b] : [b, a]
        if (movesByPeople(a.meaning)) addDifference(joining, more, [less], true)
      }
    }
  }
}

/** Levels on two days. */
const addMoves = (joining: Joining, counts: readonly Count[]): void => {
  for (const [at, a] of counts.entries()) {
    for (const b of counts.slice(at + 1)) {
      if (!isNew([a, b]) || meaningKey(a.meaning) === meaningKey(b.meaning)) continue
      const [more, less] = a.value > b.value ? [a, b] : [b, a]
      addDifference(joining, more, [less], true)
    }
  }
}

const dayAfter = (day: IsoDate): IsoDate => addDays(day, 1)

type Flow = Count & { readonly meaning: ReportPeriod }

const isFlow = (count: Count): count is Count & { meaning: Extract<FigureMeaning, { kind: 'flow' }> } =>
  count.meaning.kind === 'flow'

const covers = (parts: readonly Flow[], whole: Flow): boolean => {
  let from = whole.meaning.from
  for (const { meaning } of parts) {
    if (meaning.from !== from) return false
    from = dayAfter(meaning.to)
  }
  return from === dayAfter(whole.meaning.to)
}

/** Periods within periods: what is left of the longer one without the shorter ones. */
const addRemainders = (joining: Joining, flows: readonly Flow[]): void => {
  for (const whole of flows) {
    const within = flows.filter((part) => isWithin(part.meaning, whole.meaning))
    const { families, isComplete } = disjointWithin(within)
    joining.isComplete &&= isComplete
    for (const parts of families) {
      if (!isNew([whole, ...parts])) continue
      const rest = whole.value - parts.reduce((sum, { value }) => sum + value, 0)
      if (rest === 0 && covers(parts, whole))
        joining.relations.push({ total: whole.cell, parts: parts.map(({ cell }) => cell) })
      else if (rest >= 0) addDifference(joining, whole, parts, true)
      // The register changed in between, and a short period counts more than the long one around it.
      else if (parts.length === 1 && parts[0] !== undefined) addDifference(joining, parts[0], [whole], true)
    }
  }
}

/** Two overlapping periods within the one that they make up: what they share is told by all three. */
const addOverlaps = (joining: Joining, flows: readonly Flow[]): void => {
  const order = flows.toSorted((a, b) => a.meaning.from.localeCompare(b.meaning.from))
  for (const [at, a] of order.entries()) {
    for (const b of order.slice(at + 1)) {
      if (b.meaning.from > a.meaning.to || b.meaning.to <= a.meaning.to || b.meaning.from === a.meaning.from) continue
      const hull = flows.find(({ meaning }) => meaning.from === a.meaning.from && meaning.to === b.meaning.to)
      if (hull === undefined || !isNew([hull, a, b])) continue
      const shared = a.value + b.value - hull.value
      if (shared < 0) continue
      const both = `both/${a.cell}/${b.cell}`
      const overlap = `overlap/${a.cell}/${b.cell}`
      joining.known.set(both, { id: both, value: a.value + b.value, domain: ANY_COUNT, isSmall: false })
      joining.known.set(overlap, {
        id: overlap,
        value: shared,
        domain: ANY_COUNT,
        isSmall: isSmallCount(shared, joining.pack.rule),
      })
      joining.relations.push({ total: both, parts: [a.cell, b.cell] }, { total: both, parts: [hull.cell, overlap] })
      joining.subjects.set(overlap, { figureId: hull.figureId, of: 'this', is: 'difference' })
    }
  }
}

const byText = (relations: readonly SumRelation[]): SumRelation[] => [
  ...new Map(relations.map((relation) => [JSON.stringify(relation), relation])).values(),
]

/** Joins a report with earlier ones that its readers may hold. Pure: the same packs give the same counts and sums. */
export const joinPacks = (pack: Pack, earlier: readonly Pack[]): Joined => {
  const joining: Joining = {
    pack,
    counts: new Map(),
    byKey: new Map(),
    known: new Map(),
    relations: [],
    subjects: new Map(),
    isComplete: true,
  }
  for (const [at, each] of [pack, ...earlier].entries()) addPack(joining, each, at)
  addChanges(joining)
  const byMeasure = Map.groupBy(
    joining.counts.values(),
    ({ meaning }) => `${meaning.whose}/${meaning.kind} ${meaning.measure}`,
  )
  for (const counts of byMeasure.values()) {
    const [first] = counts
    if (first === undefined || !movesByPeople(first.meaning)) continue
    if (first.meaning.kind === 'level' && !isNetBetweenDays(first.meaning)) addMoves(joining, counts)
    const flows = counts.filter(isFlow)
    addRemainders(joining, flows)
    addOverlaps(joining, flows)
  }
  return {
    beside: {
      figures: pack.figures,
      outcomes: pack.outcomes,
      rule: pack.rule,
      known: [...joining.known.values()],
      relations: byText(joining.relations),
    },
    subjects: joining.subjects,
    isComplete: joining.isComplete,
  }
}
