import { type DraftFacts, type DraftItem, callPrompt, draftBody, draftLetter } from '#shared/features/letters/draft.ts'
import { countedFrom, inJourneyOrder } from '#shared/features/journey/public.ts'
import type { HospitalQuery, Wanted } from '#shared/features/letters/schema.ts'
import { AppError } from '#shared/contract/errors.ts'
import type { QueryContext } from '../../context.ts'
import type { ReadDb } from '../../db/database.ts'
import { PERSON_LINE_COLUMNS, personLineFrom } from '../../db/person-line.ts'
import { knownWanted, type KnownWanted } from './ask.ts'
import { queryOfPerson } from './query-records.ts'

type About = Pick<QueryContext, 'db' | 'env' | 'user'>

interface PersonEvent {
  readonly id: string
  readonly eventType: string
  readonly date: string
  readonly precision: 'day' | 'month' | 'year'
  readonly hospital: string | null
}

const eventsOf = async (db: ReadDb, personId: string): Promise<PersonEvent[]> => {
  const events = await db
    .selectFrom('journey_event as event')
    .leftJoin('pathway', 'pathway.id', 'event.pathway_id')
    .leftJoin('cancer_episode as episode', 'episode.id', 'event.episode_id')
    .select([
      'event.id',
      'event.event_type as eventType',
      'event.event_date as date',
      'event.event_date_precision as precision',
    ])
    .select((where) => where.fn.coalesce('event.hospital', 'pathway.hospital', 'episode.hospital').as('hospital'))
    .where('event.person_id', '=', personId)
    .execute()
  return inJourneyOrder(events)
}

/** Where the last question to this hospital went: the next one will most likely go there too. */
const lastDepartment = async (db: ReadDb, hospital: string | null, personId: string, document: string | null) => {
  if (hospital === null) return undefined
  const last = (ofPerson: boolean) =>
    db
      .selectFrom('hospital_query as query')
      .select(['query.department', 'query.phone'])
      .where('query.hospital', '=', hospital)
      .where('query.department', 'is not', null)
      .$if(ofPerson, (query) => query.where('query.person_id', '=', personId))
      .$if(!ofPerson && document !== null, (query) =>
        query.where((where) =>
          where.exists(
            where
              .selectFrom('hospital_query_item as item')
              .select('item.id')
              .whereRef('item.query_id', '=', 'query.id')
              .where('item.document', '=', document),
          ),
        ),
      )
      .orderBy('query.opened_on', 'desc')
      .limit(1)
      .executeTakeFirst()
  return (await last(true)) ?? (await last(false))
}

const draftItem = (one: KnownWanted, events: readonly PersonEvent[]): DraftItem => {
  const source = events.find(({ id }) => id === one.eventId) ?? null
  return {
    document: one.document,
    slot: one.slot,
    askedFor: one.askedFor,
    source,
    since: source === null || one.slot !== null ? source : countedFrom(source, events),
  }
}

const personLine = async (db: ReadDb, personId: string): Promise<DraftFacts['person']> => {
  const row = await db.selectFrom('person').select(PERSON_LINE_COLUMNS).where('id', '=', personId).executeTakeFirst()
  const line = row === undefined ? null : personLineFrom(row)
  if (line === null) throw new AppError('not-found', 'This person is no longer on the register.')
  return line
}

/** Everything that a draft is written from. */
export const draftFacts = async (
  { db, env, user }: About,
  personId: string,
  wanted: readonly Wanted[],
  query: HospitalQuery | null,
): Promise<DraftFacts> => {
  const person = await personLine(db, personId)
  const events = await eventsOf(db, personId)
  const stillOpen = query?.items.filter(({ state }) => state === 'open') ?? []
  const asked = wanted.length > 0 ? wanted : stillOpen
  const known = await knownWanted({ db }, personId, asked)
  const practice = await db.selectFrom('practice').select('name').executeTakeFirst()
  const at = events.find(({ id }) => known.some(({ eventId }) => eventId === id))?.hospital ?? null
  const hospital = query?.hospital ?? at
  const last =
    query?.department == null ? await lastDepartment(db, hospital, personId, known[0]?.document ?? null) : undefined
  return {
    person,
    hospital,
    department: query?.department ?? last?.department ?? null,
    phone: query?.phone ?? last?.phone ?? null,
    items: known.map((one) => draftItem(one, events)),
    practiceName: practice?.name ?? '',
    userName: user.name,
    jobTitle: user.jobTitle,
    askedOn: (query?.steps ?? [])
      .filter(({ kind }) => kind === 'letter' || kind === 'call')
      .map(({ happenedOn }) => happenedOn),
    today: env.clock.today(),
  }
}

/** What was done about something so far, and a draft that asks for it. */
export const aboutLetter = async (
  context: About,
  personId: string,
  wanted: readonly Wanted[],
  queryId: string | null,
): Promise<{
  query: HospitalQuery | null
  draft: { letter: string; body: string; call: string[] } & Pick<DraftFacts, 'hospital' | 'department' | 'phone'>
}> => {
  const query = queryId === null ? null : await queryOfPerson(context.db, personId, queryId)
  const facts = await draftFacts(context, personId, wanted, query)
  const { hospital, department, phone } = facts
  return {
    query,
    draft: { letter: draftLetter(facts), body: draftBody(facts), call: callPrompt(facts), hospital, department, phone },
  }
}
