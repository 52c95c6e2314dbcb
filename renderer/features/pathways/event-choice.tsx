import type { ReactNode } from 'react'
import { eventTypeOf } from '#shared/features/journey/public.ts'
import type { JourneyEvent } from '#shared/features/journey/schema.ts'
import { dateWords } from '#shared/features/pathways/words.ts'
import { Button } from '#renderer/ui/button.tsx'
import { CheckboxField } from '#renderer/ui/fields/choice-fields.tsx'
import classes from './pathways.module.css'

type EventChoiceProps = {
  readonly legend: string
  /** In journey order. */
  readonly events: readonly JourneyEvent[]
  readonly chosen: ReadonlySet<string>
  readonly onChange: (chosen: ReadonlySet<string>) => void
}

const toggled = (chosen: ReadonlySet<string>, id: string): ReadonlySet<string> => {
  const next = new Set(chosen)
  if (!next.delete(id)) next.add(id)
  return next
}

/** Which events belong to a pathway, the newest first. */
export const EventChoice = ({ legend, events, chosen, onChange }: EventChoiceProps): ReactNode => (
  <fieldset className={classes.events}>
    <legend>{legend}</legend>
    <div className={classes.eventsHead}>
      <span>{`${chosen.size} of ${events.length} chosen`}</span>
      <Button kind="quiet" size="small" onClick={() => onChange(new Set(events.map(({ id }) => id)))}>
        Choose all
      </Button>
      <Button kind="quiet" size="small" onClick={() => onChange(new Set())}>
        Choose none
      </Button>
    </div>
    <div className={classes.eventList}>
      {events.toReversed().map((event) => (
        <CheckboxField
          key={event.id}
          label={`${eventTypeOf(event.eventType).label}, ${dateWords(event)}`}
          hint={event.note ?? undefined}
          checked={chosen.has(event.id)}
          onChange={() => onChange(toggled(chosen, event.id))}
        />
      ))}
    </div>
  </fieldset>
)
