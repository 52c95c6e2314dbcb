import { AppError } from '#shared/contract/errors.ts'
import type { IsoDate } from '#shared/domain/partial-date.ts'
import { draftLetter } from '#shared/features/letters/draft.ts'
import type { Wanted } from '#shared/features/letters/schema.ts'
import type { CommandContext } from '../../context.ts'
import { draftFacts } from './about.ts'
import { addStep, ask, knownWanted, openQuery, requirePerson } from './ask.ts'
import { queryOfPerson } from './query-records.ts'

interface Chosen {
  readonly personId: string
  readonly eventId: string
}

interface Sent {
  readonly personId: string
  readonly queryId: string
  readonly text: string
}

/** The letters of one person from one hospital, with the open question about them where there is one. */
interface Group {
  readonly personId: string
  readonly queryId: string | null
  readonly wanted: Wanted[]
}

const grouped = async ({ db }: CommandContext, chosen: readonly Chosen[]): Promise<Group[]> => {
  const waits = await db
    .selectFrom('letter_wait')
    .select(['person_id', 'event_id', 'hospital', 'query_id'])
    .where('person_id', 'in', [...new Set(chosen.map(({ personId }) => personId))])
    .where('slot', 'is', null)
    .execute()
  const groups = new Map<string, Group>()
  for (const { personId, eventId } of chosen) {
    const wait = waits.find((row) => row.person_id === personId && row.event_id === eventId)
    if (wait === undefined)
      throw new AppError('stale', 'One of these letters is not waited for any more. Look at the list again, then ask.')
    const key = `${personId} ${wait.query_id ?? wait.hospital ?? ''}`
    const group = groups.get(key) ?? { personId, queryId: wait.query_id, wanted: [] }
    groups.set(key, group)
    group.wanted.push({ eventId, slot: null, askedFor: null })
  }
  return [...groups.values()]
}

const sendOne = async (context: CommandContext, group: Group, ringAgainOn: IsoDate | null): Promise<Sent> => {
  const { personId, queryId, wanted } = group
  await requirePerson(context, personId)
  const query = queryId === null ? null : await queryOfPerson(context.db, personId, queryId)
  const facts = await draftFacts(context, personId, wanted, query)
  const text = draftLetter(facts)
  const today = context.env.clock.today()
  const details = {
    hospital: facts.hospital,
    department: facts.department,
    phone: facts.phone,
    promisedFor: query?.promisedFor ?? null,
    ringAgainOn: ringAgainOn ?? query?.ringAgainOn ?? null,
  }
  if (query !== null) {
    const { version } = query
    const step = { kind: 'letter', happenedOn: today, spokeTo: null, note: text } as const
    // What was promised earlier is past: asking again starts anew.
    const promisedFor = details.promisedFor !== null && details.promisedFor >= today ? details.promisedFor : null
    const again = details.ringAgainOn !== null && details.ringAgainOn >= today ? details.ringAgainOn : null
    await ask(context, {
      ...details,
      promisedFor,
      ringAgainOn: again,
      personId,
      query: { id: query.id, version },
      wanted,
      ...step,
    })
    return { personId, queryId: query.id, text }
  }
  const id = await openQuery(context, personId, await knownWanted(context, personId, wanted), details, today)
  await addStep(context, id, personId, { kind: 'letter', happened_on: today, note: text })
  return { personId, queryId: id, text }
}

/** Asks for several letters: one drafted letter for each person and hospital, logged as sent, in one change. */
export const askSeveral = async (
  context: CommandContext,
  chosen: readonly Chosen[],
  ringAgainOn: IsoDate | null,
): Promise<Sent[]> => {
  if (ringAgainOn !== null && ringAgainOn < context.env.clock.today()) {
    const words = 'The day to ring again cannot be before today'
    throw new AppError('validation', words, { fieldErrors: { ringAgainOn: words } })
  }
  const sent: Sent[] = []
  for (const group of await grouped(context, chosen)) sent.push(await sendOne(context, group, ringAgainOn))
  return sent
}
