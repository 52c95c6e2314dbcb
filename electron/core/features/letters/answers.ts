import { matchLetters } from '#shared/features/journey/public.ts'
import { saysOf, type SummarySlot } from '#shared/features/letters/summary-slots.ts'
import type { CommandContext } from '../../context.ts'
import type { HospitalQueryItemTable } from '../../db/schema-of-work.ts'
import { eventRowsInOrder, RULE_EVENT_COLUMNS, ruleEventFrom } from '../../db/rows.ts'
import { summaryFieldsFrom } from './summary-rows.ts'

/**
 * What was asked of a hospital answers itself: when the letter is logged, by whatever way, or the missing part of a
 * summary is written down. It opens again when the letter turns out to be somebody else's and is removed. This runs at
 * the end of the change that did it, so one undo takes back both.
 */
type Noticing = Pick<CommandContext, 'db' | 'insert' | 'update' | 'env' | 'user'>

const CHUNK = 400

/** Letters by the events they answer, of these people. */
const answersOf = async ({ db }: Noticing, personIds: readonly string[]): Promise<Map<string, string>> => {
  const rows = await db
    .selectFrom('journey_event')
    .select(['person_id', ...RULE_EVENT_COLUMNS])
    .where('person_id', 'in', personIds)
    .execute()
  const answers = new Map<string, string>()
  for (const events of Map.groupBy(rows, (row) => row.person_id).values()) {
    const matched = matchLetters(eventRowsInOrder(events).map(ruleEventFrom))
    for (const [eventId, letter] of matched) answers.set(eventId, letter.id)
  }
  return answers
}

/** Parts that summaries state, as `event id slot`. */
const statedParts = async (
  { db }: Noticing,
  personIds: readonly string[],
): Promise<(item: HospitalQueryItemTable) => boolean> => {
  const rows = await db.selectFrom('treatment_summary').selectAll().where('person_id', 'in', personIds).execute()
  const byEvent = new Map(rows.map((row) => [row.event_id, summaryFieldsFrom(row)]))
  return ({ event_id, slot }) => {
    const fields = byEvent.get(event_id ?? '')
    return fields !== undefined && saysOf(fields, slot as SummarySlot)
  }
}

/** Brings the state of a query in line with what it asks for, and closes or opens it. */
export const closeWhenDone = async (
  context: Pick<Noticing, 'db' | 'update' | 'env'>,
  queryId: string,
): Promise<void> => {
  const items = await context.db
    .selectFrom('hospital_query_item')
    .select('state')
    .where('query_id', '=', queryId)
    .execute()
  const query = await context.db
    .selectFrom('hospital_query')
    .select(['state', 'closed_on'])
    .where('id', '=', queryId)
    .executeTakeFirst()
  if (query === undefined || items.length === 0) return
  const state = items.some((item) => item.state === 'open')
    ? 'open'
    : items.some((item) => item.state === 'answered')
      ? 'answered'
      : 'not_needed'
  if (state === query.state) return
  await context.update(
    'hospital_query',
    queryId,
    { state, closed_on: state === 'open' ? null : (query.closed_on ?? context.env.clock.today()) },
    null,
  )
}

const noticeSome = async (context: Noticing, personIds: readonly string[]): Promise<void> => {
  const items = await context.db
    .selectFrom('hospital_query_item')
    .selectAll()
    .where('person_id', 'in', personIds)
    .where('state', 'in', ['open', 'answered'])
    .where('document', 'is not', null)
    .where('event_id', 'is not', null)
    .execute()
  if (items.length === 0) return
  const concerned = [...new Set(items.map(({ person_id }) => person_id))]
  const letterFor = await answersOf(context, concerned)
  const isStated = await statedParts(context, concerned)
  const touched = new Map<string, { personId: string; answered: boolean }>()
  for (const item of items) {
    const eventId = item.event_id ?? ''
    const answer = item.slot === null ? (letterFor.get(eventId) ?? null) : isStated(item) ? eventId : null
    const state = answer === null ? 'open' : 'answered'
    if (state === item.state && answer === item.answer_event_id) continue
    // A part of a summary may have been answered on the telephone: no letter is behind it, and none is needed.
    if (item.slot !== null && item.state === 'answered' && item.answer_event_id === null) continue
    await context.update('hospital_query_item', item.id, { state, answer_event_id: answer }, null)
    if (state !== item.state) touched.set(item.query_id, { personId: item.person_id, answered: state === 'answered' })
  }
  for (const [queryId, { personId, answered }] of touched) {
    await closeWhenDone(context, queryId)
    await context.insert('hospital_query_step', {
      id: context.env.ids.next(),
      query_id: queryId,
      person_id: personId,
      kind: answered ? 'answer' : 'reopened',
      happened_on: context.env.clock.today(),
      by_name: context.user.name,
    })
  }
}

/** Notices what has been answered about these people. Cheap where nothing was ever asked. */
export const noticeAnswers = async (context: Noticing, personIds: readonly string[]): Promise<void> => {
  for (let start = 0; start < personIds.length; start += CHUNK)
    await noticeSome(context, personIds.slice(start, start + CHUNK))
}
