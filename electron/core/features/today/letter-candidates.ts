import { sql } from 'kysely'
import { addDays, type IsoDate } from '#shared/domain/partial-date.ts'
import { HARM_RULES } from '#shared/features/today/ranking.ts'
import type { Candidate } from '#shared/features/today/schema.ts'
import type { ReadDb } from '../../db/database.ts'
import { waitingRows } from '../letters/public.ts'
import { ENOUGH } from './enough.ts'

/** What a letter is worth at a day, reckoned in SQL from the same table as the rule, so that the worst come first. */
const letterPoints = (today: IsoDate) => {
  const cases = Object.entries(HARM_RULES.documents).map(([code, points]) => sql`WHEN ${code} THEN ${points}`)
  const { most } = HARM_RULES.kinds.letter.waiting
  return sql<number>`CASE wait.document ${sql.join(cases, sql` `)} ELSE ${HARM_RULES.otherDocument} END
    + min(${most}, julianday(${today}) - julianday(wait.due_date))`
}

/** Letters that are missing and that nobody has asked for. */
const missing = (db: ReadDb, today: IsoDate) =>
  db
    .selectFrom('letter_wait as wait')
    .where('wait.due_date', '<', today)
    .where('wait.due_date', '>=', addDays(today, -HARM_RULES.lettersLateAtMostDays))
    .where('wait.query_id', 'is', null)

const isPutOff = (today: IsoDate) =>
  sql<boolean>`EXISTS (SELECT 1 FROM put_off WHERE put_off.subject = 'letter:' || wait.event_id
    AND put_off.until_date > ${today})`

/** How many of them are put off. */
export const lettersPutOff = async (db: ReadDb, today: IsoDate): Promise<number> => {
  const { total } = await missing(db, today)
    .where(isPutOff(today))
    .select((where) => where.fn.countAll<number>().as('total'))
    .executeTakeFirstOrThrow()
  return total
}

/** Those that are not put off, the worst first. */
export const letterCandidates = async (db: ReadDb, today: IsoDate): Promise<Candidate[]> => {
  const waits = await missing(db, today)
    .selectAll('wait')
    .where(sql<boolean>`NOT ${isPutOff(today)}`)
    .orderBy(letterPoints(today), 'desc')
    .orderBy('wait.due_date')
    .limit(ENOUGH)
    .execute()
  const rows = await waitingRows(db, waits)
  return rows.map((row) => ({ subject: `letter:${row.id}`, person: row.person, facts: { kind: 'letter', row } }))
}

/** Questions to a hospital whose day to ring again has come, each with the thing that waits longest. */
export const queryCandidates = async (db: ReadDb, today: IsoDate): Promise<Candidate[]> => {
  const queries = await db
    .selectFrom('hospital_query')
    .select(['id', 'person_id', 'department', 'phone', 'opened_on', 'ring_again_on'])
    .where('state', '=', sql.lit('open'))
    .where('ring_again_on', '<=', today)
    .orderBy('ring_again_on')
    .limit(ENOUGH)
    .execute()
  if (queries.length === 0) return []
  const waits = await db
    .selectFrom('letter_wait as wait')
    .selectAll('wait')
    .where(
      'wait.person_id',
      'in',
      queries.map(({ person_id }) => person_id),
    )
    .where('wait.query_id', 'is not', null)
    .orderBy('wait.due_date')
    .execute()
  const steps = await db
    .selectFrom('hospital_query_step')
    .select(['query_id', 'happened_on'])
    .where(
      'query_id',
      'in',
      queries.map(({ id }) => id),
    )
    .where('kind', 'in', ['letter', 'call'])
    .orderBy('happened_on')
    .execute()
  const rows = await waitingRows(db, waits)
  return queries.flatMap((query): Candidate[] => {
    const row = rows.find(({ asked }) => asked?.queryId === query.id)
    if (row === undefined) return []
    return [
      {
        subject: `query:${query.id}`,
        person: row.person,
        facts: {
          kind: 'query',
          row,
          department: query.department,
          phone: query.phone,
          askedOn: steps.filter(({ query_id }) => query_id === query.id).map(({ happened_on }) => happened_on),
          ringAgainOn: query.ring_again_on ?? query.opened_on,
        },
      },
    ]
  })
}
