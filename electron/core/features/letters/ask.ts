import { AppError } from '#shared/contract/errors.ts'
import type { IsoDate } from '#shared/domain/partial-date.ts'
import { type DocumentCode, letterRuleFor } from '#shared/features/journey/public.ts'
import type { Ask, QueryDetails, Wanted } from '#shared/features/letters/schema.ts'
import { subjectOf } from '#shared/features/letters/words.ts'
import type { CommandContext } from '../../context.ts'
import type { NewRow, Patch } from '../../db/recorder.ts'
import type { HospitalQueryItemTable } from '../../db/schema-of-work.ts'
import { queryRow } from './query-records.ts'

const refuse = (field: string, words: string): never => {
  throw new AppError('validation', words, { fieldErrors: { [field]: words } })
}

/** A thing to ask for, with what the register knows of its event. */
export interface KnownWanted extends Wanted {
  readonly document: DocumentCode | null
  readonly sourceType: string | undefined
}

/** Looks up what is asked for. @throws AppError `validation` when it is about somebody else or brings no letter. */
export const knownWanted = async (
  { db }: Pick<CommandContext, 'db'>,
  personId: string,
  wanted: readonly Wanted[],
): Promise<KnownWanted[]> => {
  const ids = wanted.flatMap(({ eventId }) => eventId ?? [])
  const events =
    ids.length === 0
      ? []
      : await db.selectFrom('journey_event').select(['id', 'person_id', 'event_type']).where('id', 'in', ids).execute()
  return wanted.map((one) => {
    if (one.eventId === null) return { ...one, document: null, sourceType: undefined }
    const event = events.find(({ id }) => id === one.eventId)
    if (event?.person_id !== personId)
      return refuse('wanted', 'What you ask about belongs to somebody else or is gone. Choose it again.')
    if (one.slot !== null && event.event_type !== 'treatment_summary')
      return refuse('wanted', 'Only a treatment summary has parts that can be asked for.')
    const document = one.slot === null ? (letterRuleFor(event.event_type)?.document ?? null) : 'treatment_summary'
    if (document === null && one.askedFor === null)
      return refuse('wanted', 'No letter comes after this event. Say in words what to ask for.')
    return { ...one, document, sourceType: event.event_type }
  })
}

export const requirePerson = async ({ db }: CommandContext, personId: string): Promise<void> => {
  const person = await db.selectFrom('person').select('id').where('id', '=', personId).executeTakeFirst()
  if (person === undefined) throw new AppError('not-found', 'This person is no longer on the register.')
}

export const detailColumns = (details: QueryDetails): Patch<'hospital_query'> => ({
  hospital: details.hospital,
  department: details.department,
  phone: details.phone,
  promised_for: details.promisedFor,
  ring_again_on: details.ringAgainOn,
})

const sameThing = (item: HospitalQueryItemTable, one: KnownWanted): boolean =>
  item.event_id === one.eventId && item.slot === one.slot && item.asked_for === one.askedFor

/** Refuses a second question about the same thing: the first one has the history. */
const refuseAskedTwice = async (
  { db }: CommandContext,
  personId: string,
  queryId: string | null,
  wanted: readonly KnownWanted[],
): Promise<void> => {
  const open = await db
    .selectFrom('hospital_query_item')
    .selectAll()
    .where('person_id', '=', personId)
    .where('state', '=', 'open')
    .execute()
  if (open.some((item) => item.query_id !== queryId && wanted.some((one) => sameThing(item, one))))
    refuse('wanted', 'This has been asked for already. Open that question and go on with it.')
}

const addItems = async (
  context: CommandContext,
  queryId: string,
  personId: string,
  wanted: readonly KnownWanted[],
): Promise<void> => {
  const there = await context.db.selectFrom('hospital_query_item').selectAll().where('query_id', '=', queryId).execute()
  for (const one of wanted) {
    const known = there.find((item) => sameThing(item, one))
    if (known === undefined)
      await context.insert('hospital_query_item', {
        id: context.env.ids.next(),
        query_id: queryId,
        person_id: personId,
        event_id: one.eventId,
        document: one.document,
        slot: one.slot,
        asked_for: one.askedFor,
        state: 'open',
      })
    else if (known.state === 'not_needed')
      await context.update('hospital_query_item', known.id, { state: 'open' }, null)
  }
}

/** A query of no steps yet, with what it asks for. @returns its id. */
export const openQuery = async (
  context: CommandContext,
  personId: string,
  wanted: readonly KnownWanted[],
  details: QueryDetails,
  openedOn: IsoDate,
): Promise<string> => {
  if (wanted.length === 0) refuse('wanted', 'Say what to ask for')
  await refuseAskedTwice(context, personId, null, wanted)
  const id = context.env.ids.next()
  await context.insert('hospital_query', {
    id,
    person_id: personId,
    subject: subjectOf(wanted),
    ...(detailColumns(details) as Pick<NewRow<'hospital_query'>, 'hospital'>),
    state: 'open',
    opened_on: openedOn,
  })
  await addItems(context, id, personId, wanted)
  return id
}

type StepFields = Omit<NewRow<'hospital_query_step'>, 'id' | 'query_id' | 'person_id' | 'by_name'>

/** Adds what was done about a query, under the name of whoever is signed in. */
export const addStep = (context: CommandContext, queryId: string, personId: string, step: StepFields): Promise<void> =>
  context.insert('hospital_query_step', {
    id: context.env.ids.next(),
    query_id: queryId,
    person_id: personId,
    by_name: context.user.name,
    ...step,
  })

/** The open query that a step goes on with, brought up to what was typed with it. */
const goOn = async (context: CommandContext, ask: Ask, seen: NonNullable<Ask['query']>): Promise<string> => {
  const row = await queryRow(context.db, seen.id)
  if (row.person_id !== ask.personId) throw new AppError('not-found', 'This question is about somebody else.')
  if (row.version === seen.version && row.state !== 'open')
    throw new AppError('conflict', 'This question is closed. Open it again first, then log the call or letter.')
  await context.update('hospital_query', seen.id, detailColumns(ask), seen.version)
  const wanted = await knownWanted(context, ask.personId, ask.wanted)
  await refuseAskedTwice(context, ask.personId, seen.id, wanted)
  await addItems(context, seen.id, ask.personId, wanted)
  return seen.id
}

/** Logs a letter or a call. @returns the query with its version. */
export const ask = async (context: CommandContext, input: Ask): Promise<{ queryId: string; version: number }> => {
  const today = context.env.clock.today()
  await requirePerson(context, input.personId)
  if (input.happenedOn > today) refuse('happenedOn', 'This date is in the future. Log it once it has happened.')
  if (input.promisedFor !== null && input.promisedFor < input.happenedOn)
    refuse('promisedFor', 'It cannot be promised for a day before the call')
  if (input.ringAgainOn !== null && input.ringAgainOn < input.happenedOn)
    refuse('ringAgainOn', 'The day to ring again cannot be before the call')
  const queryId =
    input.query === null
      ? await openQuery(
          context,
          input.personId,
          await knownWanted(context, input.personId, input.wanted),
          input,
          input.happenedOn,
        )
      : await goOn(context, input, input.query)
  await addStep(context, queryId, input.personId, {
    kind: input.kind,
    happened_on: input.happenedOn,
    spoke_to: input.spokeTo,
    note: input.note === '' ? null : input.note,
  })
  return { queryId, version: (await queryRow(context.db, queryId)).version }
}
