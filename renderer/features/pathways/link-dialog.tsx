import { type ReactNode, useState } from 'react'
import type { JourneyEvent } from '#shared/features/journey/schema.ts'
import { core } from '#renderer/app/core-client.ts'
import { SelectField } from '#renderer/ui/fields/select-field.tsx'
import { EventChoice } from './event-choice.tsx'
import { PathwayFormDialog } from './pathway-form-dialog.tsx'
import { written } from './pathway-writes.ts'
import type { ShownPathway } from './use-pathways.ts'

type LinkDialogProps = {
  readonly personId: string
  readonly pathways: readonly ShownPathway[]
  readonly unlinked: readonly JourneyEvent[]
  /** The pathway to begin with. */
  readonly pathwayId: string
  readonly banner: ReactNode
  readonly onClose: () => void
}

const LABELS = { pathwayId: 'Pathway', events: 'Events' } as const
const NONE = 'none'

/** Puts events that stand alone on a pathway, or takes events off one. */
export const LinkDialog = ({
  personId,
  pathways,
  unlinked,
  pathwayId,
  banner,
  onClose,
}: LinkDialogProps): ReactNode => {
  const [from, setFrom] = useState<string>(unlinked.length > 0 ? 'unlinked' : pathwayId)
  const [to, setTo] = useState<string>(unlinked.length > 0 ? pathwayId : NONE)
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set())
  const source =
    from === 'unlinked'
      ? unlinked
      : (pathways.find(({ id }) => id === from)?.state.trail.map(({ event }) => event) ?? [])
  const named = pathways.map(({ id, name, words }) => ({ value: id, label: `${name}: ${words}` }))
  return (
    <PathwayFormDialog
      title="Which pathway do they belong to?"
      banner={banner}
      confirm="Move them"
      labels={LABELS}
      onClose={onClose}
      check={() => ({
        ...(chosen.size === 0 ? { events: 'Choose at least one event' } : {}),
        ...(from === to ? { pathwayId: 'They are there already. Choose another place.' } : {}),
      })}
      onSave={() =>
        written(
          core.pathways.linkEvents({
            personId,
            pathwayId: to === NONE ? null : to,
            events: source.filter(({ id }) => chosen.has(id)).map(({ id, version }) => ({ id, version })),
          }),
          chosen.size === 1 ? 'Event moved.' : `${chosen.size} events moved.`,
        )
      }
    >
      {({ idOf, faults }) => (
        <>
          <SelectField<string>
            label="Events of"
            options={[{ value: 'unlinked', label: 'No pathway yet' }, ...named]}
            value={from}
            onChange={(next) => {
              setFrom(next ?? 'unlinked')
              setChosen(new Set())
            }}
          />
          <div id={idOf('events')} tabIndex={-1}>
            {source.length === 0 ? (
              <p>There are none.</p>
            ) : (
              <EventChoice legend="Which of them" events={source} chosen={chosen} onChange={setChosen} />
            )}
          </div>
          <SelectField<string>
            id={idOf('pathwayId')}
            label="Belong to"
            error={faults['pathwayId']}
            options={[...named, { value: NONE, label: 'No pathway' }]}
            value={to}
            onChange={(next) => setTo(next ?? NONE)}
          />
        </>
      )}
    </PathwayFormDialog>
  )
}
