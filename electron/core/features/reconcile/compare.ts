import { dateSpan, type PartialDate } from '#shared/domain/partial-date.ts'
import type { AboutList } from '#shared/features/reconcile/schema.ts'
import {
  diagnosisWords,
  firstLine,
  type Incoming,
  type IncomingDiagnosis,
  type OurRow,
  type ListPeople,
  type RejectedBlock,
  sameCancer,
} from '../imports/public.ts'
import { cancerKey, dateKey, type FoundItem, type OurCancer, personKey, sortName } from './found-item.ts'
import { type Pair, pairCancers } from './pair-cancers.ts'

/** Everything a comparison says. The rows of the items add up to the rows of the list. */
export interface Comparison {
  readonly items: readonly FoundItem[]
  readonly rowsIn: number
  readonly oursLookedFor: number
  readonly oursTooVague: number
}

const NO_CANCER = 'The list does not say which cancer'
const SAID_TWICE = 'Another row of the list is for the same person on the register'
const NUMBER_SET_ASIDE = 'A row of the list that was set aside has this NHS number'

const NOTHING = {
  listPerson: null,
  personId: null,
  episodeId: null,
  tumourGroup: null,
  site: null,
  oursDate: null,
  theirsDate: null,
  days: null,
} as const

const setAside = (block: Pick<RejectedBlock, 'person' | 'rows'>, line: number, rows: number, reason: string) =>
  ({
    ...NOTHING,
    kind: 'set_aside',
    key: `${reason} ${personKey(block.person) ?? `line ${line}`}`,
    sortName: sortName(block.person.surname, block.person.givenName),
    line,
    rows,
    entry: { person: block.person, diagnosis: null },
    note: reason,
  }) satisfies FoundItem

/** Rows that could not be read: the fault itself, not that another row of the person had it. */
const rejectedItem = (block: RejectedBlock): FoundItem => {
  const reason = (block.rows.find(({ reason: words }) => !words.startsWith('Belongs to')) ?? block.rows[0])?.reason
  return setAside(block, block.rows[0]?.line ?? 0, block.rows.length, reason ?? '')
}

const heldAside = (incoming: Incoming, reason: string): FoundItem =>
  setAside({ person: incoming.person, rows: [] }, firstLine(incoming), incoming.lines.length, reason)

const saysNoCancer = ({ tumourGroup, site }: IncomingDiagnosis): boolean => tumourGroup === 'not_known' && site === null

const theirsOnlyNote = (ours: readonly OurCancer[] | null): string | null => {
  if (ours === null) return null
  if (ours.length === 0) return 'On the register without a cancer'
  return `On the register with ${ours.map(diagnosisWords).join('; ')}`
}

const PAIR_NOTES = {
  same: null,
  vague: 'The dates can be the same day: one of them is not known to the day',
  another: null,
} as const

const pairNote = ({ theirs, dates }: Pair<IncomingDiagnosis, OurCancer>): string | null => {
  if (dates !== 'unknown') return PAIR_NOTES[dates]
  return theirs.date === null ? 'The list has no date to compare' : 'We have no date to compare'
}

class ListComparison {
  private readonly items: FoundItem[] = []
  private readonly paired = new Set<string>()
  private readonly people = new Set<string>()
  private readonly list: ListPeople
  private readonly ours: ReadonlyMap<string, readonly OurCancer[]>

  constructor(list: ListPeople, ours: ReadonlyMap<string, readonly OurCancer[]>) {
    this.list = list
    this.ours = ours
  }

  /** Everything the list tells, each row counted under exactly one item. */
  theirs(): { items: FoundItem[]; paired: ReadonlySet<string> } {
    this.items.push(...this.list.rejected.map(rejectedItem))
    const blockOf = new Map(this.list.blocks.flatMap((block) => block.lines.map((line) => [line, block] as const)))
    for (const [number, { incoming, match }] of this.list.people.entries()) {
      if (match.is === 'refused') {
        this.items.push(heldAside(incoming, match.reason))
        continue
      }
      const personId = match.is === 'known' ? match.person.id : null
      if (personId !== null && this.people.has(personId)) {
        this.items.push(heldAside(incoming, SAID_TWICE))
        continue
      }
      if (personId !== null) this.people.add(personId)
      const found = this.ofPerson(incoming, personId, number)
      const blocks = new Set(incoming.lines.flatMap((line) => blockOf.get(line) ?? []))
      for (const { lines, diagnoses } of blocks) {
        const [first] = diagnoses
        const merged = first === undefined ? undefined : incoming.diagnoses.find((one) => isSameTold(one, first))
        const item = merged === undefined ? undefined : found.get(merged)
        if (item === undefined)
          this.items.push(setAside({ person: incoming.person, rows: [] }, lines[0] ?? 0, lines.length, NO_CANCER))
        else {
          if (item.rows === 0) item.line = lines[0] ?? item.line
          item.rows += lines.length
        }
      }
      this.items.push(...found.values())
    }
    return { items: this.items, paired: this.paired }
  }

  private ofPerson(
    incoming: Incoming,
    personId: string | null,
    listPerson: number,
  ): ReadonlyMap<IncomingDiagnosis, FoundItem> {
    const ours = personId === null ? null : (this.ours.get(personId) ?? [])
    const named = incoming.diagnoses.filter((diagnosis) => !saysNoCancer(diagnosis))
    const pairs = new Map(pairCancers(named, ours ?? []).map((pair) => [pair.theirs, pair]))
    for (const { ours: our } of pairs.values()) this.paired.add(our.id)
    const who = personId ?? personKey(incoming.person) ?? `line ${firstLine(incoming)}`
    return new Map(
      incoming.diagnoses.map((diagnosis): [IncomingDiagnosis, FoundItem] => {
        const line = firstLine(incoming)
        if (saysNoCancer(diagnosis)) return [diagnosis, setAside({ ...incoming, rows: [] }, line, 0, NO_CANCER)]
        const pair = pairs.get(diagnosis)
        const key = `${who} ${cancerKey(diagnosis)} ${dateKey(diagnosis.date)}`
        const shared = {
          sortName: sortName(incoming.person.surname, incoming.person.givenName),
          line,
          rows: 0,
          listPerson,
          personId,
          tumourGroup: diagnosis.tumourGroup,
          site: diagnosis.site,
          entry: { person: incoming.person, diagnosis },
          theirsDate: diagnosis.date,
        }
        if (pair === undefined)
          return [
            diagnosis,
            {
              ...shared,
              kind: 'theirs_only',
              key,
              episodeId: null,
              oursDate: null,
              days: null,
              note: theirsOnlyNote(ours),
            },
          ]
        const { dates, days, ours: our } = pair
        return [
          diagnosis,
          {
            ...shared,
            kind: dates === 'another' ? 'other_date' : 'both',
            key: `${key} ${dateKey(our.date)}`,
            episodeId: our.id,
            oursDate: our.date,
            days,
            note: pairNote(pair),
          },
        ]
      }),
    )
  }
}

const isSameTold = (one: IncomingDiagnosis, other: IncomingDiagnosis): boolean =>
  sameCancer(one, other) && dateKey(one.date) === dateKey(other.date)

type Scope = Pick<AboutList, 'from' | 'to' | 'tumourGroups'>

/** Whether a date is of a period, going by every day it can mean. */
const placed = (date: PartialDate | null, { from, to }: Scope): 'inside' | 'outside' | 'unsure' => {
  if (date === null) return 'unsure'
  const span = dateSpan(date)
  if (span.from >= from && span.to <= to) return 'inside'
  return span.to < from || span.from > to ? 'outside' : 'unsure'
}

/**
 * A list is asked for the new primaries of its period and groups: what returned or spread is often on no list, so it is
 * matched where a list has it and never missed where it has not.
 */
const isLookedFor = ({ kind, tumourGroup }: OurCancer, { tumourGroups }: Scope): boolean =>
  kind === 'new_primary' && (tumourGroups === null || (tumourGroups as readonly string[]).includes(tumourGroup))

const oursOnly = (cancer: OurCancer, person: OurRow, note: string | null): FoundItem => ({
  ...NOTHING,
  kind: 'ours_only',
  key: cancer.id,
  sortName: sortName(person.surname, person.given_name),
  line: null,
  rows: 0,
  personId: person.id,
  episodeId: cancer.id,
  tumourGroup: cancer.tumourGroup,
  site: cancer.site,
  entry: null,
  oursDate: cancer.date,
  note,
})

/**
 * Lays a list beside the register. Pure: the same list and the same register always give the same items.
 * @param ours every cancer on the register, by person.
 * @throws Error when a row of the list was lost or counted twice.
 */
export const compareList = (
  list: ListPeople,
  ours: ReadonlyMap<string, readonly OurCancer[]>,
  scope: Scope,
): Comparison => {
  const { items, paired } = new ListComparison(list, ours).theirs()
  const numbers = new Set(
    items.flatMap(({ kind, entry }) => (kind === 'set_aside' ? (entry?.person.nhsNumber ?? []) : [])),
  )
  let oursLookedFor = 0
  let oursTooVague = 0
  for (const person of list.known) {
    for (const cancer of ours.get(person.id) ?? []) {
      if (!isLookedFor(cancer, scope)) continue
      const place = placed(cancer.date, scope)
      if (place === 'inside') oursLookedFor += 1
      if (paired.has(cancer.id)) continue
      if (place === 'unsure') oursTooVague += 1
      if (place !== 'inside') continue
      const isNear = person.nhs_number !== null && numbers.has(person.nhs_number)
      items.push(oursOnly(cancer, person, isNear ? NUMBER_SET_ASIDE : null))
    }
  }
  const rows = items.reduce((sum, item) => sum + item.rows, 0)
  if (rows !== list.rowsIn) throw new Error(`a comparison lost count: ${list.rowsIn} rows in, ${rows} accounted for`)
  items.sort((a, b) => (a.sortName < b.sortName ? -1 : a.sortName > b.sortName ? 1 : (a.line ?? 0) - (b.line ?? 0)))
  return { items, rowsIn: list.rowsIn, oursLookedFor, oursTooVague }
}
