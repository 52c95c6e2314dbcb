import { IconTrash } from '@tabler/icons-react'
import { type ReactNode, useId, useState } from 'react'
import type { AppError } from '#shared/contract/errors.ts'
import type { JourneyEvent, NewJourneyEvent } from '#shared/features/journey/schema.ts'
import { Button } from '#renderer/ui/button.tsx'
import { Drawer } from '#renderer/ui/drawer.tsx'
import { ErrorSummary, type FieldFault } from '#renderer/ui/error-summary.tsx'
import { InlineAlert } from '#renderer/ui/inline-alert.tsx'
import { useTypedGuard } from '#renderer/ui/typed-guard.tsx'
import { EVENT_FIELDS, eventDifferences } from './event-differences.ts'
import { EventFields, type EventFieldsProps } from './event-fields.tsx'
import { formOf, type FormFaults, readEventForm } from './event-form.ts'
import { StaleEvent } from './stale-event.tsx'
import classes from './person.module.css'

type EventDrawerProps = Pick<EventFieldsProps, 'events' | 'episodes' | 'pathways' | 'today'> & {
  readonly event: JourneyEvent
  /** Who this is about, over the form. */
  readonly banner: ReactNode
  readonly onClose: () => void
  /** Resolves to the refusal, and the form stays as it is. @param version the one that this is to replace. */
  readonly onSave: (event: NewJourneyEvent, version: number) => Promise<AppError | null>
  /** @param version the one that stands in the form. */
  readonly onRemove: (version: number) => void
}

const labelOf = (field: string): string => (field in EVENT_FIELDS ? EVENT_FIELDS[field as 'date'] : field)

/** Corrects or removes one event, beside the page. */
export const EventDrawer = (props: EventDrawerProps): ReactNode => {
  const { event, events, today, onClose, onSave, onRemove, banner } = props
  const [form, setForm] = useState(() => formOf(event))
  const [version, setVersion] = useState(event.version)
  const [faults, setFaults] = useState<FormFaults>({})
  const [failure, setFailure] = useState<string | null>(null)
  const [refusedVersion, setRefusedVersion] = useState<number | null>(null)
  const [attempt, setAttempt] = useState(0)
  const [busy, setBusy] = useState(false)
  const formId = useId()
  const guard = useTypedGuard(onClose)
  const idOf = (field: string): string => `${formId}-${field}`
  // What is there now comes by itself: the page loads the journey again as soon as somebody has changed it.
  const now = events.find(({ id }) => id === event.id)
  const isStale = refusedVersion !== null && now !== undefined && now.version !== refusedVersion
  const save = async (over: number): Promise<void> => {
    if (busy) return
    setAttempt((before) => before + 1)
    setFailure(null)
    const read = readEventForm(form, event.personId, today)
    if ('faults' in read) {
      setFaults(read.faults)
      return
    }
    setBusy(true)
    const refused = await onSave(read.event, over)
    setBusy(false)
    if (refused === null) return
    const fieldErrors = refused.details.fieldErrors ?? {}
    setFaults(fieldErrors)
    setRefusedVersion(refused.code === 'stale' ? over : null)
    setFailure(Object.keys(fieldErrors).length === 0 ? refused.message : null)
  }
  const settle = (settled: JourneyEvent): void => {
    setVersion(settled.version)
    setRefusedVersion(null)
    setFailure(null)
  }
  const summary: FieldFault[] = Object.entries(faults).map(([field, message]) => ({
    fieldId: idOf(field),
    message: `${labelOf(field)}: ${message}`,
  }))
  return (
    <Drawer
      open
      onClose={guard.onClose}
      title="Correct an event"
      footer={
        <>
          <Button kind="filled" type="submit" form={formId} busy={busy}>
            Save the event
          </Button>
          <Button onClick={onClose}>Cancel</Button>
          <span className={classes.space} />
          <Button kind="dangerOutline" icon={IconTrash} onClick={() => onRemove(version)}>
            Remove
          </Button>
        </>
      }
    >
      {banner}
      <form
        id={formId}
        className={classes.drawerForm}
        noValidate
        onFocusCapture={guard.onFocusCapture}
        onSubmit={(submitted) => {
          submitted.preventDefault()
          void save(version)
        }}
      >
        <ErrorSummary faults={summary} attempt={attempt} />
        {isStale && (
          <StaleEvent
            differences={eventDifferences(formOf(now), form, props)}
            onLoad={() => {
              setForm(formOf(now))
              settle(now)
            }}
            onSaveMine={() => {
              settle(now)
              void save(now.version)
            }}
          />
        )}
        {failure !== null && !isStale && (
          <InlineAlert tone="bad" spoken title="This was not saved">
            {failure}
          </InlineAlert>
        )}
        <EventFields
          {...props}
          eventId={event.id}
          form={form}
          faults={faults}
          idOf={idOf}
          change={(change) => setForm((before) => ({ ...before, ...change }))}
        />
      </form>
      {guard.question}
    </Drawer>
  )
}
