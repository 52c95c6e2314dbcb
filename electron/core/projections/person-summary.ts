import { addMonths, type IsoDate, type PartialDate } from '#shared/domain/partial-date.ts'
import { nameToSortBy } from '#shared/domain/people.ts'
import { hasLeft, lastDayHere } from '#shared/domain/registration.ts'
import { normaliseName, searchKey } from '#shared/domain/text-match.ts'
import { type Finding, findingsOf } from '#shared/features/checks/public.ts'
import { CONTACT_RULES, dueItems, matchLetters, type RuleEvent } from '#shared/features/journey/due-rules.ts'
import type { DueItem } from '#shared/features/journey/schema.ts'
import type { OpenDatabase, WriteHandle } from '../db/database.ts'
import { type Columns, RowInserter } from '../db/insert-rows.ts'
import type { NewPerson } from '../db/recorder.ts'
import { partialFrom, ruleEpisodeFrom, ruleEventFrom } from '../db/rows.ts'
import type {
  CareRecallTable,
  CheckHitTable,
  LetterGapTable,
  LetterWaitTable,
  PersonEventsTable,
} from '../db/schema-of-work.ts'
import type { PersonSummaryTable, RegisterRowTable } from '../db/schema.ts'
import { letOthersWork } from '../turn.ts'
import { careRecallRows } from './care-recall.ts'
import { checkFactsOf, checkHitRows, findingsLapse, isDemoPractice } from './check-hits.ts'
import {
  type LetterFacts,
  letterFactsOf,
  letterGapRows,
  lettersNotNeeded,
  letterWaitRows,
  readLetterFacts,
} from './letter-gaps.ts'
import { EVENT_TYPES_FINGERPRINT, keptEventsRow } from './kept-events.ts'
import { type Facts, factsOf, readFacts } from './person-facts.ts'
import { pathwayRows, projectPathways } from './pathway-summary.ts'
import { keptRow, nextDue } from './register-row.ts'
import { registrationEnds } from './registration-ends.ts'

/**
 * What is worked out from a person's rows and kept beside them, so that the register can be searched, filtered and
 * sorted in SQL: the headline diagnosis, the words to search in, what is due. Never edited, always made anew.
 */

const CHUNK = 200

/** The diagnosis a list shows: the newest new primary, else the newest of any kind. Undated ones come last. */
export const headlineEpisode = <E extends { kind: string; diagnosis_date: IsoDate | null }>(
  episodes: readonly E[],
): E | null => {
  const primaries = episodes.filter((episode) => episode.kind === 'new_primary')
  const candidates = primaries.length > 0 ? primaries : episodes
  return candidates.reduce<E | null>(
    (best, episode) => (best === null || (episode.diagnosis_date ?? '') > (best.diagnosis_date ?? '') ? episode : best),
    null,
  )
}

const ruleEventsOf = ({ events }: Facts): RuleEvent[] => events.map(ruleEventFrom)

const dueOf = (
  { person, episodes }: Facts,
  events: readonly RuleEvent[],
  letters: LetterFacts,
  leftOn: PartialDate | null,
): DueItem[] => {
  const notNeeded = lettersNotNeeded(letters, person.id)
  const known = {
    episodes: episodes.map(ruleEpisodeFrom),
    events,
    deathDate: partialFrom(person.death_date, person.death_date_precision),
    leftOn,
  }
  return dueItems(notNeeded === undefined ? known : { ...known, notNeeded }, CONTACT_RULES, letters.book)
}

/** A death counts from the record or from the journey, as it does for what is due. */
const hasDied = ({ person, events }: Facts): boolean =>
  person.death_date !== null || events.some((event) => event.event_type === 'died')

const earliest = (days: readonly (IsoDate | null | undefined)[]): IsoDate | null =>
  days.reduce<IsoDate | null>((first, day) => (day && (first === null || day < first) ? day : first), null)

/**
 * Every word that finds somebody, each once, because the index pays for every character, and each after a space, by
 * which the start of a word is found. All of them are spelt as what is typed will be. A surname of several words and a
 * local number with signs in it are also found written as one.
 */
const searchText = ({ person }: Facts, site: string | null): string => {
  const { surname, given_name, known_as, previous_surname, local_id } = person
  const words = new Set<string>()
  for (const text of [surname, given_name, known_as, previous_surname, site, local_id]) {
    if (text === null || text === '') continue
    for (const word of normaliseName(text).split(' ')) words.add(word)
  }
  for (const word of [searchKey(surname), person.nhs_number, searchKey(local_id ?? '')])
    if (word !== null) words.add(word)
  words.delete('')
  return [...words].map((word) => ` ${word}`).join('')
}

/** What is worked out of somebody for the lists: what finds and orders them, and what is shown. */
interface Summed {
  readonly summary: Omit<Columns<PersonSummaryTable>, 'number'>
  readonly shown: string
}

/** What somebody is waited for or owed, as the lists count it. */
interface StillDue {
  readonly due: readonly DueItem[]
  /** The last day of the first contact that is left in peace; null: none is. */
  readonly unansweredUntil: IsoDate | null
}

/** A contact whose invitations stay without an answer is due to nobody until that has run out, as in the recall list. */
const stillDue = (due: readonly DueItem[], recalls: readonly Columns<CareRecallTable>[], today: IsoDate): StillDue => {
  const resting = recalls.filter(({ no_answer_until: until }) => until !== null && until >= today)
  return {
    due: due.filter(
      (item) => !resting.some(({ kind, episode_id: episodeId }) => kind === item.kind && episodeId === item.episodeId),
    ),
    unansweredUntil: earliest(resting.map(({ no_answer_until: until }) => until)),
  }
}

const summedUp = (
  facts: Facts,
  { due, unansweredUntil }: StillDue,
  findings: readonly Finding[],
  today: IsoDate,
  end: PartialDate | null,
): Summed => {
  const { person, events } = facts
  const headline = headlineEpisode(facts.episodes)
  const died = hasDied(facts)
  const nextOf = (kind: DueItem['kind']): DueItem | null =>
    nextDue(
      due.filter((item) => item.kind === kind),
      today,
    )
  const letter = nextOf('letter')
  const contact = nextOf('support_contact')
  const review = nextOf('care_review')
  const summary: Summed['summary'] = {
    person_id: person.id,
    sort_name: nameToSortBy({ surname: person.surname, givenName: person.given_name, localId: person.local_id }),
    search_text: searchText(facts, headline?.site ?? null),
    birth_date: person.birth_date,
    tumour_group: headline?.tumour_group ?? null,
    diagnosis_date: headline?.diagnosis_date ?? null,
    died: died ? 1 : 0,
    next_due_date: earliest([letter?.dueDate, contact?.dueDate, review?.dueDate]),
    letter_due: letter?.dueDate ?? null,
    contact_due: contact?.dueDate ?? null,
    review_due: review?.dueDate ?? null,
    next_lapse: earliest([
      letter?.lapsesDate,
      contact?.lapsesDate,
      review?.lapsesDate,
      unansweredUntil,
      findingsLapse(findings),
      hasLeft(end, today) ? null : lastDayHere(end),
    ]),
  }
  const shown = keptRow({ person, headline, died, events, due }, today)
  return { summary, shown }
}

/**
 * Stores new summaries and then makes all of them findable at once: the full-text index writes itself out after every
 * statement, which costs more than the words do.
 */
const storeFindable = (handle: WriteHandle, inserter: RowInserter, people: readonly Summed[]): void => {
  const newest = handle.statements.prepare('SELECT max(number) AS number FROM person_summary').get()
  const last = Number(newest?.['number'] ?? 0)
  inserter.insert(
    'person_summary',
    people.map(({ summary }, at): Columns<PersonSummaryTable> => ({ number: last + at + 1, ...summary })),
  )
  inserter.insert(
    'register_row',
    people.map(({ shown }, at): Columns<RegisterRowTable> => ({ number: last + at + 1, shown })),
  )
  handle.statements
    .prepare(
      'INSERT INTO person_search (rowid, search_text) SELECT number, search_text FROM person_summary WHERE number > ?',
    )
    .run(last)
}

const storeSummaries = (
  handle: WriteHandle,
  people: readonly Facts[],
  letters: LetterFacts,
  ends: ReadonlyMap<string, PartialDate>,
  demo: boolean,
  today: IsoDate,
): void => {
  const inserter = new RowInserter(handle.statements)
  const summed: Summed[] = []
  const recalls: Columns<CareRecallTable>[] = []
  const gaps: Columns<LetterGapTable>[] = []
  const waits: Columns<LetterWaitTable>[] = []
  const hits: Columns<CheckHitTable>[] = []
  const kept: Columns<PersonEventsTable>[] = []
  for (const facts of people) {
    const events = ruleEventsOf(facts)
    const end = ends.get(facts.person.id) ?? null
    const due = dueOf(facts, events, letters, hasLeft(end, today) ? end : null)
    const answered = matchLetters(events)
    gaps.push(...letterGapRows(facts, events, answered, letters))
    waits.push(...letterWaitRows(facts, events, due, letters, today))
    const recall = careRecallRows(facts, due, today)
    recalls.push(...recall)
    const findings = findingsOf(checkFactsOf(facts, demo, today))
    hits.push(...checkHitRows(facts.person.id, findings))
    kept.push(...keptEventsRow(facts, { answered, notNeeded: lettersNotNeeded(letters, facts.person.id) }))
    summed.push(summedUp(facts, stillDue(due, recall, today), findings, today, end))
  }
  inserter.insert('care_recall', recalls)
  inserter.insert('letter_gap', gaps)
  inserter.insert('letter_wait', waits)
  inserter.insert('check_hit', hits)
  inserter.insert('person_events', kept)
  storeFindable(handle, inserter, summed)
}

/**
 * Makes the summaries of people who were stored in this transaction, from the rows in hand instead of reading them back.
 * @param people whole, with everything that was stored about them so far.
 */
export const projectNewPeople = async (
  handle: WriteHandle,
  people: readonly NewPerson[],
  today: IsoDate,
): Promise<void> => {
  const facts = people.map(factsOf)
  const registered = people.filter(({ registrations = [] }) => registrations.length > 0)
  const ends = await registrationEnds(
    handle.db,
    registered.map(({ person }) => person.id),
  )
  storeSummaries(handle, facts, letterFactsOf(handle, people), ends, isDemoPractice(handle), today)
  const pathways = people.flatMap((one, at) => {
    const own = facts[at]
    return own === undefined ? [] : pathwayRows(one.pathways ?? [], one.signOffs ?? [], own.events, hasDied(own), today)
  })
  new RowInserter(handle.statements).insert('pathway_summary', pathways)
}

/** Brings the summaries of these people up to date inside the transaction that changed them. Removed people go. */
export const projectPeople = async (
  handle: WriteHandle,
  personIds: readonly string[],
  today: IsoDate,
): Promise<void> => {
  const demo = isDemoPractice(handle)
  for (let start = 0; start < personIds.length; start += CHUNK) {
    if (start > 0) await letOthersWork()
    const ids = personIds.slice(start, start + CHUNK)
    await handle.db.deleteFrom('care_recall').where('person_id', 'in', ids).execute()
    await handle.db.deleteFrom('letter_gap').where('person_id', 'in', ids).execute()
    await handle.db.deleteFrom('letter_wait').where('person_id', 'in', ids).execute()
    await handle.db.deleteFrom('check_hit').where('person_id', 'in', ids).execute()
    await handle.db.deleteFrom('person_events').where('person_id', 'in', ids).execute()
    await handle.db.deleteFrom('person_summary').where('person_id', 'in', ids).execute()
    const people = await readFacts(handle, ids)
    storeSummaries(
      handle,
      people,
      await readLetterFacts(handle, ids),
      await registrationEnds(handle.db, ids),
      demo,
      today,
    )
    const events = new Map(people.map((facts) => [facts.person.id, facts.events]))
    const died = new Set(people.filter(hasDied).map(({ person }) => person.id))
    await projectPathways(handle, ids, events, died, today)
  }
}

/** Raised whenever a rule or a worked-out column changes: an older register is then worked out again when it opens. */
const RULES_VERSION = 10
/** Rows that were kept by another list of event types are made anew too. */
const PROJECTION_VERSION = RULES_VERSION * 1_000_000 + EVENT_TYPES_FINGERPRINT

const outOfDate = async ({ db }: WriteHandle, today: IsoDate): Promise<string[]> => {
  const { version } = await db.selectFrom('projection').select('version').executeTakeFirstOrThrow()
  if (version === PROJECTION_VERSION) {
    const lapsed = await db.selectFrom('person_summary').select('person_id').where('next_lapse', '<', today).execute()
    return lapsed.map((row) => row.person_id)
  }
  await db.updateTable('projection').set({ version: PROJECTION_VERSION }).execute()
  const everybody = await db.selectFrom('person').select('id').execute()
  return everybody.map((row) => row.id)
}

/**
 * Brings up to date what is worked out: whatever lapsed since the register was last open, or everything when the rules
 * have changed. Run once when it opens, and when a new day comes.
 * @returns how many people it moved on.
 */
export const refreshProjections = (database: OpenDatabase, today: IsoDate): Promise<number> =>
  database.write(async (handle) => {
    const ids = await outOfDate(handle, today)
    await projectPeople(handle, ids, today)
    return ids.length
  })

/** A diagnosis counts as new for 24 months, as the care-review rules look back. */
export const newSince = (today: IsoDate): IsoDate => addMonths(today, -24)
