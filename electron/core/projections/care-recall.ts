import type { IsoDate } from '#shared/domain/partial-date.ts'
import { attemptsSince, CARE_EVENT_TYPES, noAnswerUntil } from '#shared/features/care/public.ts'
import type { RuleEvent } from '#shared/features/journey/public.ts'
import type { DueItem } from '#shared/features/journey/schema.ts'
import type { Columns } from '../db/insert-rows.ts'
import { ruleEventFrom } from '../db/rows.ts'
import type { CareRecallTable } from '../db/schema-of-work.ts'
import type { Facts } from './person-facts.ts'

/** Who is still to be asked for a support contact or a care review, kept so that the recall list is one range of an index. */

const CARE_TYPES: ReadonlySet<string> = new Set(CARE_EVENT_TYPES)

const careEvents = (events: Facts['events']): RuleEvent[] =>
  events.filter((event) => CARE_TYPES.has(event.event_type)).map(ruleEventFrom)

/**
 * The contacts that a person is still owed. What has lapsed by today is left out: nobody looks for it again.
 * @param due what the rules say is owed.
 */
export const careRecallRows = (
  { person, episodes, events }: Facts,
  due: readonly DueItem[],
  today: IsoDate,
): Columns<CareRecallTable>[] => {
  const rows: Columns<CareRecallTable>[] = []
  let tried: RuleEvent[] | null = null
  for (const { kind, dueDate, lapsesDate, episodeId } of due) {
    if (kind === 'letter' || lapsesDate === null || lapsesDate < today) continue
    const episode = episodes.find(({ id }) => id === episodeId)
    if (episode === undefined || episode.diagnosis_date === null) continue
    tried ??= careEvents(events)
    const { no, invitations } = attemptsSince(tried, kind, episode.diagnosis_date)
    const last = invitations.at(-1)
    rows.push({
      person_id: person.id,
      kind,
      episode_id: episode.id,
      tumour_group: episode.tumour_group,
      named_lead_id: person.named_lead_id,
      due_date: dueDate,
      lapses_date: lapsesDate,
      invitations: invitations.length,
      invited_on: last?.date ?? null,
      invited_on_precision: last?.precision ?? null,
      no_answer_until: noAnswerUntil(invitations),
      said_no: no === null ? null : no.eventType.endsWith('_unsuitable') ? 'unsuitable' : 'declined',
      said_no_on: no?.date ?? null,
      said_no_on_precision: no?.precision ?? null,
    })
  }
  return rows
}
