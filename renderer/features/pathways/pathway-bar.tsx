import { IconChevronRight, IconDots, IconPlus } from '@tabler/icons-react'
import { type ReactNode, useState } from 'react'
import { isLive } from '#shared/features/pathways/linking.ts'
import type { TrailEntry } from '#shared/features/pathways/state-machine.ts'
import { outOfOrderWords } from '#shared/features/pathways/words.ts'
import { today as dayNow } from '#renderer/app/clock.ts'
import { useCommands } from '#renderer/app/commands.tsx'
import { core } from '#renderer/app/core-client.ts'
import { useMay } from '#renderer/app/use-may.ts'
import { PersonStrip } from '#renderer/features/journey/public.ts'
import { Button, IconButton } from '#renderer/ui/button.tsx'
import { SegmentedField } from '#renderer/ui/fields/segmented-field.tsx'
import { InlineAlert } from '#renderer/ui/inline-alert.tsx'
import { Menu, type MenuItem } from '#renderer/ui/menu.tsx'
import { PathwayDialogs, type PathwayTask } from './pathway-dialogs.tsx'
import { PathwayMark } from './pathway-mark.tsx'
import { written } from './pathway-writes.ts'
import classes from './pathways.module.css'
import { type PathwaysOfPerson, type ShownPathway, usePathwayChoice, usePathways } from './use-pathways.ts'

type PathwayBarProps = { readonly personId: string }

const ALL = 'all'

const Face = ({ pathway }: { readonly pathway: ShownPathway }): ReactNode => (
  <span className={classes.segment}>
    <PathwayMark state={pathway.state} />
    <span>{`${pathway.name}: ${pathway.words}`}</span>
  </span>
)

type SwitchProps = {
  readonly pathways: readonly ShownPathway[]
  readonly chosen: string | null
  readonly onChoose: (id: string | null) => void
}

const PathwaySwitch = ({ pathways, chosen, onChoose }: SwitchProps): ReactNode => {
  const [only] = pathways
  if (only === undefined) return <span className={classes.quiet}>None yet</span>
  if (pathways.length === 1) return <Face pathway={only} />
  return (
    <SegmentedField<string>
      label="Pathway shown"
      value={chosen ?? ALL}
      onChange={(id) => onChoose(id === ALL ? null : id)}
      options={[
        ...pathways.map((pathway) => ({ value: pathway.id, label: <Face pathway={pathway} /> })),
        { value: ALL, label: 'All together' },
      ]}
    />
  )
}

const flagsOf = (pathways: readonly ShownPathway[]): { name: string; entry: TrailEntry; id: string }[] =>
  pathways.flatMap(({ name, state }) =>
    state.trail.flatMap((entry) => (entry.outOfOrder === null ? [] : [{ name, entry, id: entry.event.id }])),
  )

const MOST_FLAGS = 2

/** What cannot follow what was there before: kept, said in a sentence, and a press away from being put right. */
const OutOfOrder = ({
  pathways,
  onLink,
}: {
  readonly pathways: readonly ShownPathway[]
  readonly onLink: (() => void) | undefined
}): ReactNode => {
  const flags = flagsOf(pathways)
  if (flags.length === 0) return null
  const rest = flags.length - MOST_FLAGS
  return (
    <InlineAlert
      tone="warn"
      title={flags.length === 1 ? 'One event is out of order' : `${flags.length} events are out of order`}
      actions={
        onLink !== undefined && (
          <Button size="small" onClick={onLink}>
            Move events to another pathway
          </Button>
        )
      }
    >
      {flags.slice(0, MOST_FLAGS).map(({ name, entry, id }) => (
        <p key={id}>{`${name}: ${outOfOrderWords(entry.step, entry.outOfOrder?.after ?? 'new')}`}</p>
      ))}
      {rest > 0 && <p>{`And ${rest} more.`}</p>}
    </InlineAlert>
  )
}

/** What may be done with the pathway shown, as the menu and the keys offer it. */
const tasksFor = (
  { pathways, unlinked }: PathwaysOfPerson,
  shown: ShownPathway | undefined,
  may: { readonly write: boolean; readonly sign: boolean },
  start: (task: PathwayTask) => void,
  remove: (pathway: ShownPathway) => void,
): MenuItem[] => {
  if (!may.write && !may.sign) return []
  const own: MenuItem[] =
    shown === undefined
      ? []
      : [
          ...(may.sign && shown.state.placeEvent !== null
            ? [{ label: 'Sign off', keys: 'O', onChoose: () => start({ kind: 'sign', pathway: shown }) }]
            : []),
          ...(may.write
            ? [
                { label: 'Change this pathway', onChoose: () => start({ kind: 'edit', pathway: shown }) },
                {
                  label: unlinked.length === 0 ? 'Move events' : `Link events (${unlinked.length})`,
                  onChoose: () => start({ kind: 'link', pathway: shown }),
                },
              ]
            : []),
        ]
  const further: MenuItem[] = may.write
    ? [
        {
          label: pathways.length === 0 ? 'Start a pathway' : 'Start another pathway',
          startsGroup: own.length > 0,
          onChoose: () => start({ kind: 'start' }),
        },
        ...(shown === undefined ? [] : [{ label: 'Remove this pathway', danger: true, onChoose: () => remove(shown) }]),
      ]
    : []
  return [...own, ...further]
}

const Bar = ({ personId, all }: PathwayBarProps & { readonly all: PathwaysOfPerson }): ReactNode => {
  const { pathways, unlinked } = all
  const today = dayNow()
  const { shownId, shown, choose } = usePathwayChoice(personId)
  const [task, setTask] = useState<PathwayTask | null>(null)
  const [failure, setFailure] = useState<string | null>(null)
  const may = { write: useMay('journey.write'), sign: useMay('pathways.sign_off') }
  const canStep = may.write && shown !== undefined && isLive(shown.state)
  const next = (): boolean | void => {
    if (shown === undefined || !canStep) return false
    setTask({ kind: 'step', pathway: shown })
  }
  const sign = (): boolean | void => {
    if (shown === undefined || !may.sign || shown.state.placeEvent === null) return false
    setTask({ kind: 'sign', pathway: shown })
  }
  const remove = async (pathway: ShownPathway): Promise<void> => {
    const work = core.pathways.remove({ id: pathway.id, version: pathway.version })
    const refused = await written(work, 'Pathway removed. Its events stay in the journey.')
    setFailure(refused?.message ?? null)
  }
  const items = tasksFor(all, shown, may, setTask, (pathway) => void remove(pathway))
  useCommands([
    { id: 'pathway.next', title: 'Log the next step of the pathway', group: 'On this page', keys: ['W'], run: next },
    { id: 'pathway.sign', title: 'Sign off the pathway', group: 'On this page', keys: ['O'], run: sign },
  ])
  return (
    <>
      <section className={classes.bar} aria-label="Pathways">
        <span className={classes.label}>{pathways.length === 1 ? 'Pathway' : 'Pathways'}</span>
        <PathwaySwitch pathways={pathways} chosen={shownId} onChoose={choose} />
        <span className={classes.push} />
        {pathways.length > 1 && (
          <span className={`${classes.quiet} ${classes.never}`}>Closing one pathway never closes the other</span>
        )}
        {shown?.state.needsSignOff === true && may.sign && (
          <Button size="small" keys="O" onClick={() => void sign()}>
            Sign off
          </Button>
        )}
        {canStep && (
          <Button size="small" icon={IconChevronRight} keys="W" onClick={() => void next()}>
            Next step
          </Button>
        )}
        {may.write && pathways.length === 0 && (
          <Button size="small" icon={IconPlus} onClick={() => setTask({ kind: 'start' })}>
            Start a pathway
          </Button>
        )}
        {pathways.length > 0 && items.length > 0 && (
          <Menu anchor={<IconButton icon={IconDots} label="More about this pathway" />} items={items} />
        )}
        {may.write && pathways.length > 0 && unlinked.length > 0 && shown !== undefined && (
          <Button kind="quiet" size="small" onClick={() => setTask({ kind: 'link', pathway: shown })}>
            {unlinked.length === 1 ? '1 event on no pathway' : `${unlinked.length} events on no pathway`}
          </Button>
        )}
      </section>
      {failure !== null && (
        <InlineAlert tone="bad" spoken title="The pathway was not removed">
          {failure}
        </InlineAlert>
      )}
      <OutOfOrder
        pathways={pathways}
        onLink={may.write && shown !== undefined ? () => setTask({ kind: 'link', pathway: shown }) : undefined}
      />
      {task !== null && (
        <PathwayDialogs
          task={task}
          personId={personId}
          all={all}
          today={today}
          banner={<PersonStrip personId={personId} />}
          onClose={() => setTask(null)}
          onStarted={choose}
        />
      )}
    </>
  )
}

/**
 * The pathways of a person: where each stands, which of them the page shows (in the address), and what may be done.
 * Closing one never closes the other.
 */
export const PathwayBar = ({ personId }: PathwayBarProps): ReactNode => {
  const all = usePathways(personId)
  return all === undefined ? null : <Bar personId={personId} all={all} />
}
