import type { WordChoice } from '#shared/features/imports/matching.ts'
import type { ColumnChoice, DifferenceChoices } from '#shared/features/imports/schema.ts'
import type { JobContext } from '../../context.ts'
import type { StoredDraft } from './drafts.ts'
import { firstLine, type Incoming, type IncomingBlock, rejectionOf } from './incoming.ts'
import { KnownPeople } from './match.ts'
import { mergeBlocks } from './merge-blocks.ts'
import { type Everybody, type Histories, loadEvents, registerMark } from './our-people.ts'
import { PeopleOfFile } from './people-of-file.ts'
import { Deciding, type ImportPlan } from './plan.ts'
import {
  columnsOf,
  type PeopleFile,
  peopleFile,
  readAgain,
  readBlocks,
  readEverybody,
  readHistories,
} from './read-people.ts'

const PEOPLE_A_SLICE = 500

export const NOTHING_CHOSEN: DifferenceChoices = { forAll: {}, here: [] }

/** How a file is to be read, as somebody chose. */
export interface Matching {
  readonly columns: readonly ColumnChoice[]
  readonly words: readonly WordChoice[]
  /** The profile to keep this in, once the file is brought in. */
  readonly remember: { readonly name: string } | null
}

/** Somebody of the file as far as it was read, with their place among its people. */
interface Told {
  readonly place: number
  readonly incoming: Incoming
}

/** Finds people of a file on the register and decides about them, some hundreds at once. */
const decideAll = async (
  { read }: JobContext,
  deciding: Deciding,
  { known, histories }: Register,
  people: readonly Told[],
): Promise<void> => {
  const matched = people.map(({ place, incoming }) => ({ place, incoming, match: known.match(incoming.person) }))
  const eventful = matched.flatMap(({ incoming, match }) =>
    match.is === 'known' && incoming.events.length > 0 ? [match.person.id] : [],
  )
  const events = await loadEvents(read, eventful)
  for (const { place, incoming, match } of matched) {
    const ours =
      match.is === 'known'
        ? { row: match.person, episodes: histories.of(match.person.id), events: events.get(match.person.id) ?? [] }
        : undefined
    deciding.decide(place, incoming, match, ours)
  }
}

/** The register that a file is compared with. */
interface Register {
  readonly everybody: Everybody
  readonly known: KnownPeople
  readonly histories: Histories
}

/**
 * The id of somebody of whom the register has word for word what one line of the file tells: of a long list that
 * comes in again nearly everybody, about whom there is nothing to decide.
 */
const wordForWord = (
  { everybody, histories }: Register,
  { lines, person, diagnoses, events }: IncomingBlock,
): string | null => {
  const [diagnosis] = diagnoses
  if (lines.length > 1 || diagnoses.length > 1 || events.length > 0) return null
  const id = everybody.wordForWord(person)
  return id === null || diagnosis === undefined || histories.isWordForWord(id, diagnosis) ? id : null
}

/**
 * Reads a file and compares it with the register in one go: whoever has an NHS number is decided about where they are
 * first met, and once more at the end where later rows turn out to be about them too.
 */
const compare = async (context: JobContext, file: PeopleFile, choices: DifferenceChoices): Promise<ImportPlan> => {
  const people = new PeopleOfFile()
  const deciding = new Deciding(choices)
  const everybody = await readEverybody(context)
  const register = { everybody, known: new KnownPeople(everybody), histories: await readHistories(context) }
  const put = (place: number, blocks: readonly IncomingBlock[], warnings?: readonly string[]): Told[] => {
    const merged = mergeBlocks(blocks, warnings)
    if (merged.ok) return [{ place, incoming: merged.incoming }]
    deciding.refuse(
      place,
      blocks.map((block) => rejectionOf(block, merged.reason)),
    )
    return []
  }
  const met: Told[] = []
  const slices = readBlocks(context, file, 'Comparing with the register', {
    block(block) {
      const place = people.add(block)
      if (place === null) return
      const personId = wordForWord(register, block)
      if (personId === null) met.push(...put(place, [block]))
      else deciding.same(place, firstLine(block), personId)
    },
    rejected: (block) => deciding.reject([block]),
  })
  while ((await slices.next()).done !== true) await decideAll(context, deciding, register, met.splice(0))
  deciding.reject(people.settle())
  const later = people.toldLater()
  for (let at = 0; at < later.length; at += PEOPLE_A_SLICE) {
    await context.report({ step: 'Putting rows together', done: at, total: later.length, unit: 'people' })
    const told = later
      .slice(at, at + PEOPLE_A_SLICE)
      .flatMap(({ place, lines, warnings }) => put(place, readAgain(file, lines), warnings))
    await decideAll(context, deciding, register, told)
  }
  return deciding.finish(incomingAgain(file), file.table.body.length, everybody.size)
}

/** Reads what the lines of one person tell, who was read before without fault. */
const incomingAgain =
  (file: PeopleFile) =>
  (lines: readonly number[]): Incoming => {
    const merged = mergeBlocks(readAgain(file, lines))
    if (!merged.ok) throw new Error('somebody was read without fault and cannot be read again')
    return merged.incoming
  }

/** Decides what bringing in a draft would do, against the register as it is now. Saves nothing. */
export const previewDraft = async (
  context: JobContext,
  draft: StoredDraft,
  matching: Matching,
): Promise<StoredDraft> => {
  const { columns, words, remember } = matching
  const choices = { ...NOTHING_CHOSEN, forAll: draft.shown.profile?.differences ?? {} }
  const plan = await columnsOf(context, draft, columns, words)
  const mark = await registerMark(context.read)
  const file = peopleFile(draft.table, plan, context.env.clock.today())
  const decided = await compare(context, file, choices)
  return {
    ...draft,
    decided: {
      plan: decided,
      readAgain: incomingAgain(file),
      registerMark: mark,
      choices,
    },
    remember,
    shown: {
      ...draft.shown,
      columns: chosenColumns(draft, columns),
      words: [...words],
      remember: { name: remember?.name ?? null },
    },
  }
}

/** The draft's columns as they were last chosen, so that going back a step shows them. */
const chosenColumns = ({ shown }: StoredDraft, choices: readonly ColumnChoice[]): StoredDraft['shown']['columns'] => {
  const chosen = new Map(choices.map((choice) => [choice.index, choice]))
  return shown.columns.map((column) => {
    const { field, dates } = chosen.get(column.index) ?? { field: 'leave_out' as const, dates: null }
    if (field === column.field) return { ...column, dates }
    return { ...column, field, dates, certainty: 'named' as const, reason: 'Chosen by you' }
  })
}
