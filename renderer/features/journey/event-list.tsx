import { IconDots, IconPencil, IconTrash } from '@tabler/icons-react'
import { type ReactNode, useMemo } from 'react'
import { formatPartialDate, formatShortDate, type IsoDate } from '#shared/domain/partial-date.ts'
import { type LetterStatus, letterStatuses } from '#shared/features/journey/letter-status.ts'
import type { DueItem, JourneyEvent } from '#shared/features/journey/schema.ts'
import { inJourneyOrder } from '#shared/features/journey/journey-order.ts'
import { eventLabel, fullDate, howWords, laneLabel, toldByLabel } from '#shared/features/journey/words.ts'
import { IconButton } from '#renderer/ui/button.tsx'
import { Menu } from '#renderer/ui/menu.tsx'
import { Panel } from '#renderer/ui/panel.tsx'
import { VisuallyHidden } from '#renderer/ui/visually-hidden.tsx'
import { LaneShape } from './lane-shape.tsx'
import { LetterMark } from './strip-table.tsx'
import classes from './person.module.css'

type EventListProps = {
  readonly events: readonly JourneyEvent[]
  readonly due: readonly DueItem[]
  readonly today: IsoDate
  /** Leave out for those who may only read. */
  readonly onEdit?: ((event: JourneyEvent) => void) | undefined
  readonly onRemove?: ((event: JourneyEvent) => void) | undefined
}

const byYear = (events: readonly JourneyEvent[]): readonly (readonly [string, readonly JourneyEvent[]])[] => {
  const newestFirst = inJourneyOrder(events).toReversed()
  return [...Map.groupBy(newestFirst, (event) => event.date.slice(0, 4))]
}

const shortDate = (event: JourneyEvent): string =>
  event.precision === 'day' ? formatShortDate(event.date) : formatPartialDate(event)

type RowProps = Pick<EventListProps, 'onEdit' | 'onRemove'> & {
  readonly event: JourneyEvent
  readonly status: LetterStatus | undefined
}

const EventRow = ({ event, status, onEdit, onRemove }: RowProps): ReactNode => (
  <li className={classes.event}>
    <LaneShape lane={event.lane} />
    <div className={classes.eventWords}>
      <b>{eventLabel(event.eventType)}</b>
      <VisuallyHidden>{`, ${fullDate(event)}, ${laneLabel(event.lane)}`}</VisuallyHidden>
      {howWords(event) !== '' && <span>{howWords(event)}</span>}
      {event.note !== null && <span>{event.note}</span>}
      {event.toldBy !== null && <span>{`Told by: ${toldByLabel(event.toldBy).toLowerCase()}`}</span>}
      {status !== undefined && status.state !== 'came' && <LetterMark status={status} />}
    </div>
    <span className={classes.eventDate} aria-hidden="true">
      {shortDate(event)}
    </span>
    {onEdit !== undefined && onRemove !== undefined && (
      <Menu
        anchor={<IconButton icon={IconDots} label={`More about ${eventLabel(event.eventType)}, ${fullDate(event)}`} />}
        items={[
          { label: 'Correct', icon: IconPencil, onChoose: () => onEdit(event) },
          { label: 'Remove', icon: IconTrash, danger: true, onChoose: () => onRemove(event) },
        ]}
      />
    )}
  </li>
)

/** Everything that happened, by year, the newest first. */
export const EventList = ({ events, due, today, onEdit, onRemove }: EventListProps): ReactNode => {
  const years = useMemo(() => byYear(events), [events])
  const statuses = useMemo(() => letterStatuses(inJourneyOrder(events), due, today), [events, due, today])
  return (
    <Panel title="Events" aside={`${events.length} logged`} padding="flush" className={classes.low}>
      {events.length === 0 && <p className={classes.nothing}>Nothing logged yet. Type the first event above.</p>}
      {years.map(([year, ofYear]) => (
        <section key={year} aria-label={year}>
          <h3 className={classes.year}>{year}</h3>
          <ul>
            {ofYear.map((event) => (
              <EventRow
                key={event.id}
                event={event}
                status={statuses.get(event.id)}
                onEdit={onEdit}
                onRemove={onRemove}
              />
            ))}
          </ul>
        </section>
      ))}
    </Panel>
  )
}
