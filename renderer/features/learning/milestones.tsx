import type { ReactNode } from 'react'
import { useCoreQuery } from '#renderer/app/core-query.ts'
import { Button } from '#renderer/ui/button.tsx'
import { InlineAlert } from '#renderer/ui/inline-alert.tsx'
import { Panel } from '#renderer/ui/panel.tsx'
import { SkeletonPanel } from '#renderer/ui/waiting.tsx'
import { formatPartialDate } from '#shared/domain/partial-date.ts'
import { eventTypeOf, inJourneyOrder } from '#shared/features/journey/public.ts'
import type { JourneyEvent } from '#shared/features/journey/schema.ts'
import analysis from './analysis.module.css'
import classes from './learning.module.css'

type MilestonesProps = {
  readonly personId: string
  /** null for those who may only look. */
  readonly onInsert: ((lines: readonly string[]) => void) | null
}

/** Letters and support come after the story that an analysis tells. */
const LEFT_OUT: readonly string[] = ['letter', 'support']

const lineOf = (event: JourneyEvent): string => `${formatPartialDate(event)}: ${eventTypeOf(event.eventType).label}`

/** What happened, as the journey has it, to be put into the words beside it. */
export const Milestones = ({ personId, onInsert }: MilestonesProps): ReactNode => {
  const { data, error } = useCoreQuery('journey', 'ofPerson', { personId })
  if (error !== null) return <InlineAlert tone="bad">{error.message}</InlineAlert>
  if (data === undefined) return <SkeletonPanel label="Loading the journey" lines={6} />
  const events = inJourneyOrder(data.events).filter(({ eventType }) => !LEFT_OUT.includes(eventTypeOf(eventType).group))
  return (
    <Panel
      title="Milestones"
      padding="flush"
      actions={
        onInsert !== null &&
        events.length > 0 && (
          <Button size="small" onClick={() => onInsert(events.map(lineOf))}>
            Insert all
          </Button>
        )
      }
    >
      {events.length === 0 ? (
        <p className={classes.nothing}>Nothing is logged on the journey yet.</p>
      ) : (
        <ol className={analysis.milestones}>
          {events.map((event) => (
            <li key={event.id}>
              <span>
                <b>{eventTypeOf(event.eventType).label}</b>
                <small>{formatPartialDate(event)}</small>
              </span>
              {onInsert !== null && (
                <Button
                  size="small"
                  kind="quiet"
                  aria-label={`Insert: ${lineOf(event)}`}
                  onClick={() => onInsert([lineOf(event)])}
                >
                  Insert
                </Button>
              )}
            </li>
          ))}
        </ol>
      )}
    </Panel>
  )
}
