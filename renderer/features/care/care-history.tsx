import type { ReactNode } from 'react'
import { formatPartialDate } from '#shared/domain/partial-date.ts'
import { kindOfEvent } from '#shared/features/care/kinds.ts'
import type { ContactKind } from '#shared/features/journey/public.ts'
import { eventTypeOf } from '#shared/features/journey/public.ts'
import { type JourneyEvent, METHODS } from '#shared/features/journey/schema.ts'
import classes from './care.module.css'

const methodLabel = (method: JourneyEvent['method']): string => METHODS.find(({ code }) => code === method)?.label ?? ''

const details = (event: JourneyEvent): string =>
  [
    methodLabel(event.method),
    event.doneBy ?? '',
    event.template === null ? '' : `Template: ${event.template}`,
    event.note ?? '',
  ]
    .filter((part) => part !== '')
    .join('. ')

type CareHistoryProps = {
  readonly events: readonly JourneyEvent[]
  /** null: of both contacts. */
  readonly kind: ContactKind | null
}

/** The events of a contact, the newest first. */
export const careEventsOf = (events: readonly JourneyEvent[], kind: ContactKind | null): JourneyEvent[] =>
  events
    .filter(({ eventType }) => {
      const found = kindOfEvent(eventType)
      return found !== null && (kind === null || found === kind)
    })
    .toReversed()

/** What was tried and done, the newest first. */
export const CareHistory = ({ events, kind }: CareHistoryProps): ReactNode => {
  const shown = careEventsOf(events, kind)
  if (shown.length === 0) return <p className={classes.quiet}>Nothing has been recorded yet.</p>
  return (
    <ul className={classes.history}>
      {shown.map((event) => (
        <li key={event.id}>
          <time dateTime={event.date}>{formatPartialDate(event)}</time>
          <span>
            <b>{eventTypeOf(event.eventType).label}</b>
            {details(event) !== '' && <small>{details(event)}</small>}
          </span>
        </li>
      ))}
    </ul>
  )
}
