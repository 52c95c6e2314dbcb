import type { IsoDate } from '#shared/domain/partial-date.ts'
import { attemptsSince, CARE_EVENT_TYPES, noAnswerUntil } from '#shared/features/care/public.ts'
import type { RuleEvent } from '#shared/features/journey/public.ts'
import type { DueItem } from '#shared/features/journey/schema.ts'
import type { WriteHandle } from '../db/database.ts'
import type { CancerEpisodeTable, JourneyEventTable, PersonTable } from '../db/schema.ts'

/** Who is still to be asked for a support contact or a care review, kept so that the recall list is one range of an index. */

type EventRow = Pick<
  JourneyEventTable,
  'id' | 'episode_id' | 'event_type' | 'event_date' | 'event_date_precision' | 'answers_event_id'
>

const CARE_TYPES: ReadonlySet<string> = new Set(CARE_EVENT_TYPES)

const careEvents = (events: readonly EventRow[]): RuleEvent[] =>
  events
    .filter((event) => CARE_TYPES.has(event.event_type))
    .map((event) => ({
      id: event.id,
      episodeId: event.episode_id,
      eventType: event.event_type,
      date: event.event_date,
      precision: event.event_date_precision,
      answersEventId: event.answers_event_id,
    }))

const INSERT = `INSERT INTO care_recall (person_id, kind, episode_id, tumour_group, named_lead_id, due_date, lapses_date,
  invitations, invited_on, invited_on_precision, no_answer_until, said_no, said_no_on, said_no_on_precision)
  VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`

/**
 * Stores the contacts that a person is still owed. What has lapsed by today is left out: nobody looks for it again.
 * @param events in journey order.
 * @param due what the rules say is owed.
 */
export const storeCareRecall = (
  { statements }: WriteHandle,
  person: PersonTable,
  episodes: readonly CancerEpisodeTable[],
  events: readonly EventRow[],
  due: readonly DueItem[],
  today: IsoDate,
): void => {
  let tried: RuleEvent[] | null = null
  for (const { kind, dueDate, lapsesDate, episodeId } of due) {
    if (kind === 'letter' || lapsesDate === null || lapsesDate < today) continue
    const episode = episodes.find(({ id }) => id === episodeId)
    if (episode?.diagnosis_date == null) continue
    tried ??= careEvents(events)
    const { no, invitations } = attemptsSince(tried, kind, episode.diagnosis_date)
    const last = invitations.at(-1)
    const saidNo = no === null ? null : no.eventType.endsWith('_unsuitable') ? 'unsuitable' : 'declined'
    statements
      .prepare(INSERT)
      .run(
        person.id,
        kind,
        episode.id,
        episode.tumour_group,
        person.named_lead_id,
        dueDate,
        lapsesDate,
        invitations.length,
        last?.date ?? null,
        last?.precision ?? null,
        noAnswerUntil(invitations),
        saidNo,
        no?.date ?? null,
        no?.precision ?? null,
      )
  }
}
