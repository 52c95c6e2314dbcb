import { addMonths, type DatePrecision, type IsoDate } from '#shared/domain/partial-date.ts'
import type { DueItem } from '#shared/features/journey/schema.ts'
import type { RegisterRow } from '#shared/features/register/schema.ts'
import type { ReadDb } from '../db/database.ts'
import type { EpisodeFacts, EventFacts, PersonFacts } from './person-facts.ts'

/**
 * What a list shows of somebody, worked out and kept whole. The database is read by encrypted pages: a row put together
 * from events, letters and diagnoses touches a dozen of them, and this one.
 */

type Mark = RegisterRow['marks'][number]
/** In the order of {@link keptRow}. Lists without names, because names would be half of what is stored. */
type KeptMark = readonly [string, Mark['eventType'], IsoDate, DatePrecision, string | null]
type KeptDue = readonly [DueItem['kind'], DueItem['document'], IsoDate, IsoDate | null, string | null, string | null]
type Kept = readonly [
  id: string,
  title: string | null,
  surname: string,
  givenName: string,
  nhsNumber: string | null,
  localId: string | null,
  birthDate: IsoDate | null,
  sex: RegisterRow['sex'],
  died: 0 | 1,
  tumourGroup: RegisterRow['tumourGroup'],
  site: string | null,
  stage: string | null,
  diagnosisDate: IsoDate | null,
  diagnosisPrecision: DatePrecision | null,
  namedLeadId: string | null,
  marks: readonly KeptMark[],
  due: readonly KeptDue[],
]

/** What a row is made of. */
export interface RowFacts {
  readonly person: PersonFacts
  /** The diagnosis that a list shows. */
  readonly headline: EpisodeFacts | null
  readonly died: boolean
  readonly events: readonly EventFacts[]
  readonly due: readonly DueItem[]
}

const byDate = <T>(items: readonly T[], dateOf: (item: T) => IsoDate): T[] =>
  items.toSorted((a, b) => (dateOf(a) < dateOf(b) ? -1 : dateOf(a) > dateOf(b) ? 1 : 0))

/** Of what is due, what has not lapsed at a day. */
const notLapsed = (items: readonly DueItem[], today: IsoDate): DueItem[] =>
  items.filter(({ lapsesDate }) => lapsesDate === null || lapsesDate >= today)

/** What is due next at a day: the earliest obligation that has not lapsed. */
export const nextDue = (items: readonly DueItem[], today: IsoDate): DueItem | null =>
  notLapsed(items, today).reduce<DueItem | null>(
    (first, item) => (first === null || item.dueDate < first.dueDate ? item : first),
    null,
  )

/** Events of so many months are drawn beside somebody in a list. */
const STRIP_MONTHS = 12
const stripSince = (today: IsoDate): IsoDate => addMonths(today, -STRIP_MONTHS)

/** A row as it is stored at a day. */
export const keptRow = ({ person, headline, died, events, due }: RowFacts, today: IsoDate): string => {
  const since = stripSince(today)
  const drawn = events.filter((event) => event.event_date >= since)
  const kept: Kept = [
    person.id,
    person.title,
    person.surname,
    person.given_name,
    person.nhs_number,
    person.local_id,
    person.birth_date,
    person.sex,
    died ? 1 : 0,
    (headline?.tumour_group ?? null) as RegisterRow['tumourGroup'],
    headline?.site ?? null,
    headline?.stage ?? null,
    headline?.diagnosis_date ?? null,
    headline?.diagnosis_date_precision ?? null,
    person.named_lead_id,
    byDate(drawn, (event) => event.event_date).map((event) => [
      event.id,
      event.event_type,
      event.event_date,
      event.event_date_precision,
      event.answers_event_id,
    ]),
    byDate(notLapsed(due, today), (item) => item.dueDate).map((item) => [
      item.kind,
      item.document,
      item.dueDate,
      item.lapsesDate,
      item.sourceEventId,
      item.episodeId,
    ]),
  ]
  return JSON.stringify(kept)
}

const dueItemOf = ([kind, document, dueDate, lapsesDate, sourceEventId, episodeId]: KeptDue): DueItem => ({
  kind,
  document,
  dueDate,
  lapsesDate,
  sourceEventId,
  episodeId,
})

/** A row as it is kept, with the names of staff and what hangs on the day left open. */
export type RowAsKept = Omit<RegisterRow, 'nextDue' | 'namedLeadName' | 'letters'> & {
  readonly namedLeadId: string | null
  /** What has not lapsed, the earliest first. */
  readonly due: DueItem[]
}

/** A stored row, read at a day: the strip draws what is not older than its months, and what has lapsed is not due. */
export const rowAsKept = (stored: string, today: IsoDate): RowAsKept => {
  const [
    id,
    title,
    surname,
    givenName,
    nhsNumber,
    localId,
    birthDate,
    sex,
    died,
    tumourGroup,
    site,
    stage,
    date,
    precision,
    namedLeadId,
    marks,
    due,
  ] = JSON.parse(stored) as Kept
  const since = stripSince(today)
  return {
    id,
    title,
    surname,
    givenName,
    nhsNumber,
    localId,
    birthDate,
    sex,
    died: died === 1,
    tumourGroup,
    site,
    stage,
    diagnosisDate: date === null || precision === null ? null : { date, precision },
    namedLeadId,
    marks: marks.flatMap(([mark, eventType, at, exactness, answersEventId]) =>
      at < since ? [] : { id: mark, eventType, date: at, precision: exactness, answersEventId },
    ),
    due: notLapsed(due.map(dueItemOf), today),
  }
}

/** The rows of these people, in the order given. Who is not on the register any more is left out. */
export const keptRowsOf = async (db: ReadDb, ids: readonly string[], today: IsoDate): Promise<RowAsKept[]> => {
  const stored = await db
    .selectFrom('register_row')
    .innerJoin('person_summary as summary', 'summary.number', 'register_row.number')
    .select('register_row.shown')
    .where('summary.person_id', 'in', ids)
    .execute()
  const rows = new Map(stored.map(({ shown }) => rowAsKept(shown, today)).map((row) => [row.id, row]))
  return ids.flatMap((id) => rows.get(id) ?? [])
}
