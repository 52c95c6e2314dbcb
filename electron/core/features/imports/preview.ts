import type { WordChoice } from '#shared/features/imports/matching.ts'
import type { ColumnChoice, DifferenceChoices } from '#shared/features/imports/schema.ts'
import type { JobContext } from '../../context.ts'
import type { StoredDraft } from './drafts.ts'
import type { KnownPeople } from './match.ts'
import { loadHistories, registerMark, rowOf } from './our-people.ts'
import { Deciding, type ImportPlan } from './plan.ts'
import { columnsOf, type PeopleRead, readAgain, readKnown, readPeople } from './read-people.ts'

const PEOPLE_A_SLICE = 500

export const NOTHING_CHOSEN: DifferenceChoices = { forAll: {}, here: [] }

/** How a file is to be read, as somebody chose. */
export interface Matching {
  readonly columns: readonly ColumnChoice[]
  readonly words: readonly WordChoice[]
  /** The profile to keep this in, once the file is brought in. */
  readonly remember: { readonly name: string } | null
}

const compare = async (
  { read, report }: JobContext,
  { people, rejected }: PeopleRead,
  known: KnownPeople,
  choices: DifferenceChoices,
  rowsIn: number,
): Promise<ImportPlan> => {
  const deciding = new Deciding(choices)
  deciding.reject(rejected)
  for (let at = 0; at < people.size; at += PEOPLE_A_SLICE) {
    await report({ step: 'Comparing with the register', done: at, total: people.size, unit: 'people' })
    const gathered = people.take(at, at + PEOPLE_A_SLICE)
    const matched = gathered.flatMap((one) => {
      if (one.ok) return [{ incoming: one.incoming, match: known.match(one.incoming.person) }]
      deciding.reject(one.rejected)
      return []
    })
    const onRegister = matched.flatMap(({ incoming, match }) =>
      match.is === 'known' ? [{ id: match.person.id, hasEvents: incoming.events.length > 0 }] : [],
    )
    const historyOf = await loadHistories(
      read,
      onRegister.map(({ id }) => id),
      onRegister.flatMap(({ id, hasEvents }) => (hasEvents ? [id] : [])),
    )
    for (const { incoming, match } of matched)
      deciding.decide(
        incoming,
        match,
        match.is === 'known' ? { row: rowOf(match.person), ...historyOf(match.person.id) } : undefined,
      )
  }
  return deciding.finish(rowsIn, known.size)
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
  const file = await readPeople(context, draft.table, plan)
  const mark = await registerMark(context.read)
  const decided = await compare(context, file, await readKnown(context), choices, draft.table.body.length)
  return {
    ...draft,
    decided: {
      plan: decided,
      readAgain: (lines) => readAgain(draft.table, plan, lines, context.env.clock.today()),
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
