import type { ReactNode } from 'react'
import { daysBetween, type IsoDate } from '#shared/domain/partial-date.ts'
import { letterRuleFor } from '#shared/features/journey/letter-rules.ts'
import { missingSince } from '#shared/features/journey/missing-since.ts'
import type { DueItem, JourneyEvent } from '#shared/features/journey/schema.ts'
import {
  days,
  dueLabel,
  listedDates,
  nearDate,
  sentence,
  sinceWords,
  waitedSince,
} from '#shared/features/journey/words.ts'
import type { HospitalQuery } from '#shared/features/letters/schema.ts'
import { useCoreQuery } from '#renderer/app/core-query.ts'
import { Link } from '#renderer/app/router.tsx'
import { Panel } from '#renderer/ui/panel.tsx'
import { StatusMark } from '#renderer/ui/status-mark.tsx'
import classes from './person.module.css'

type LettersPanelProps = {
  readonly personId: string
  readonly events: readonly JourneyEvent[]
  readonly due: readonly DueItem[]
  readonly today: IsoDate
}

type LetterLine = { readonly id: string; readonly name: string; readonly since: string; readonly state: ReactNode }

const expectedLine = (item: DueItem, events: readonly JourneyEvent[], today: IsoDate): LetterLine => {
  const source = events.find((event) => event.id === item.sourceEventId)
  return {
    id: `${item.sourceEventId} ${item.dueDate}`,
    name: dueLabel(item, source?.eventType),
    since: source === undefined ? '' : `After ${sinceWords(source.eventType)}, ${nearDate(source, today)}`,
    state: <StatusMark kind="not-due">{`Due ${nearDate({ date: item.dueDate, precision: 'day' }, today)}`}</StatusMark>,
  }
}

/** "Asked 2 Nov and 16 Nov.", or that nobody has asked yet. */
const askedAbout = (queries: readonly HospitalQuery[], eventId: string, today: IsoDate): string => {
  const asked = queries.find(({ items }) => items.some((item) => item.eventId === eventId && item.state === 'open'))
  const on = (asked?.steps ?? []).flatMap(({ kind, happenedOn }) =>
    kind === 'letter' || kind === 'call' ? [{ date: happenedOn, precision: 'day' as const }] : [],
  )
  return on.length === 0 ? 'Not asked yet.' : `Asked ${listedDates(on, today)}.`
}

/** Letters that should be here, the longest wait first, then those still to come. */
export const LettersPanel = ({ personId, events, due, today }: LettersPanelProps): ReactNode => {
  const queries = useCoreQuery('letters', 'ofPerson', { personId }).data?.queries ?? []
  const missing = missingSince(events, due, today)
  const coming = due.filter((item) => item.kind === 'letter' && item.dueDate >= today)
  const lines: LetterLine[] = [
    ...missing.map(({ item, source, since }) => ({
      id: `${source.id} ${item.dueDate}`,
      name: dueLabel(item, source.eventType),
      since: `${sentence(waitedSince(since, today))}. ${askedAbout(queries, source.id, today)}`,
      state: <StatusMark kind="missing">{`${days(daysBetween(item.dueDate, today))} late`}</StatusMark>,
    })),
    ...coming.map((item) => expectedLine(item, events, today)),
  ]
  return (
    <Panel
      title="Letters"
      aside={missing.length === 0 ? 'None missing' : `${missing.length} missing`}
      padding="flush"
      actions={<Link href={`/people/${personId}/letters`}>All letters</Link>}
      className={classes.low}
    >
      {lines.length === 0 ? (
        <p className={classes.nothing}>
          {events.some((event) => letterRuleFor(event.eventType) !== null)
            ? 'Every expected letter is here.'
            : 'Nothing logged here brings a letter yet.'}
        </p>
      ) : (
        <ul>
          {lines.map(({ id, name, since, state }) => (
            <li key={id} className={classes.letterLine}>
              <div className={classes.eventWords}>
                <b>{name}</b>
                <span>{since}</span>
              </div>
              {state}
            </li>
          ))}
        </ul>
      )}
    </Panel>
  )
}
