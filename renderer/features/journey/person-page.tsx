import { IconPencil, IconPlus } from '@tabler/icons-react'
import { type ReactNode, useEffect, useRef } from 'react'
import { displayName } from '#shared/domain/people.ts'
import { STRIP_RANGES } from '#shared/features/journey/strip-types.ts'
import type { Episode, Person } from '#shared/features/register/schema.ts'
import { useBreadcrumbs } from '#renderer/app/breadcrumbs.tsx'
import { today as dayNow } from '#renderer/app/clock.ts'
import type { Command } from '#renderer/app/command-registry.ts'
import { useCommands } from '#renderer/app/commands.tsx'
import { useCoreQuery } from '#renderer/app/core-query.ts'
import { usePageTitle } from '#renderer/app/page-title.ts'
import { usePath } from '#renderer/app/router.tsx'
import { useMay } from '#renderer/app/use-may.ts'
import { urlChoice, urlFlag, useUrlState } from '#renderer/app/url-state.ts'
import { Button } from '#renderer/ui/button.tsx'
import { EmptyState } from '#renderer/ui/empty-state.tsx'
import { InlineAlert } from '#renderer/ui/inline-alert.tsx'
import { PatientBanner, PatientPage } from '#renderer/ui/patient-banner.tsx'
import { Tabs } from '#renderer/ui/tabs.tsx'
import { VisuallyHidden } from '#renderer/ui/visually-hidden.tsx'
import { SkeletonPanel } from '#renderer/ui/waiting.tsx'
import { backToList } from './back-to-list.ts'
import { PersonDetails } from './person-details.tsx'
import { PersonJourney } from './person-journey.tsx'
import { bannerOf } from './person-words.ts'
import classes from './person.module.css'

type PersonPageProps = {
  readonly id: string
  /** The list that this person was opened from, for next and previous. Empty when there was none. */
  readonly order?: readonly string[]
}

const TABS = [
  { id: 'journey', label: 'Journey' },
  { id: 'details', label: 'Details' },
] as const

const ADDRESS = {
  tab: urlChoice(
    TABS.map(({ id }) => id),
    'journey',
  ),
  range: urlChoice(
    STRIP_RANGES.map(({ code }) => code),
    'whole',
  ),
  table: urlFlag(),
}

const NO_ORDER: readonly string[] = []

/** Keys that go to the next and the previous person of the list, replacing this one: Back still leads to the list. */
const neighbourCommands = (id: string, order: readonly string[], goTo: ReturnType<typeof usePath>[1]): Command[] => {
  const here = order.indexOf(id)
  const go = (step: number) => (): boolean | void => {
    const next = here < 0 ? undefined : order[here + step]
    if (next === undefined) return false
    goTo(`/people/${next}/journey`, { replace: true })
  }
  if (here < 0) return []
  return [
    { id: 'person.next', title: 'Next person', group: 'On this page', keys: ['J'], keysOnly: true, run: go(1) },
    {
      id: 'person.previous',
      title: 'Previous person',
      group: 'On this page',
      keys: ['K'],
      keysOnly: true,
      run: go(-1),
    },
  ]
}

type LoadedProps = Required<PersonPageProps> & { readonly person: Person; readonly episodes: readonly Episode[] }

const Loaded = ({ id, order, person, episodes }: LoadedProps): ReactNode => {
  const today = dayNow()
  const [, goTo] = usePath()
  const [{ tab, range, table }, change] = useUrlState(ADDRESS)
  const input = useRef<HTMLInputElement>(null)
  const journey = useCoreQuery('journey', 'ofPerson', { personId: id })
  const mayLog = useMay('journey.write')
  const mayEdit = useMay('register.write')
  const close = (): void => backToList(goTo)
  // Focus moves at once, or the first letters of a fast typist go nowhere; when the line is not there yet, as it comes.
  const wantsLine = useRef(false)
  useEffect(() => {
    if (!wantsLine.current || input.current === null) return
    wantsLine.current = false
    input.current.focus()
  })
  const log = (): void => {
    if (input.current !== null) {
      input.current.focus()
      return
    }
    wantsLine.current = true
    change({ tab: 'journey' })
  }
  const edit = (): void => goTo(`/people/${id}/edit`)
  useBreadcrumbs([
    { label: 'Register', path: '/register' },
    { label: displayName(person), path: `/people/${id}/journey` },
    { label: tab === 'journey' ? 'Journey' : 'Details' },
  ])
  useCommands([
    ...(mayLog
      ? [
          {
            id: 'person.log',
            title: 'Log an event',
            group: 'On this page' as const,
            keys: ['N'],
            icon: IconPlus,
            run: log,
          },
        ]
      : []),
    ...(mayEdit
      ? [
          {
            id: 'person.edit',
            title: 'Edit the details',
            group: 'On this page' as const,
            keys: ['E'],
            icon: IconPencil,
            run: edit,
          },
        ]
      : []),
    {
      id: 'person.table',
      title: 'Journey as a table or a picture',
      group: 'On this page',
      keys: ['T'],
      run: () => change({ tab: 'journey', table: !table }, { replace: true }),
    },
    { id: 'person.close', title: 'Close this patient', group: 'On this page', keys: ['Esc'], run: close },
    ...neighbourCommands(id, order, goTo),
  ])
  const banner = (
    <PatientBanner
      patient={bannerOf(person, episodes, today)}
      actions={
        <Button keys="Esc" onClick={close}>
          Close
        </Button>
      }
    />
  )
  return (
    <PatientPage banner={banner}>
      <h1>
        <VisuallyHidden>{`${displayName(person)}: ${tab === 'journey' ? 'journey' : 'details'}`}</VisuallyHidden>
      </h1>
      <div className={classes.bar}>
        <Tabs label="Patient pages" tabs={TABS} active={tab} onChange={(next) => change({ tab: next })} />
        <span className={classes.space} />
        {mayLog && (
          <Button kind="filled" size="small" icon={IconPlus} keys="N" onClick={log}>
            Log an event
          </Button>
        )}
        {mayEdit && (
          <Button size="small" icon={IconPencil} keys="E" onClick={edit}>
            Edit the details
          </Button>
        )}
      </div>
      {tab === 'details' && <PersonDetails person={person} episodes={episodes} mayEdit={mayEdit} />}
      {tab === 'journey' && journey.data !== undefined && (
        <PersonJourney
          key={id}
          person={person}
          episodes={episodes}
          events={journey.data.events}
          due={journey.data.due}
          today={today}
          range={range}
          onRange={(next) => change({ range: next }, { replace: true })}
          asTable={table}
          onAsTable={(next) => change({ table: next }, { replace: true })}
          mayWrite={mayLog}
          inputRef={input}
        />
      )}
      {tab === 'journey' && journey.isPending && <SkeletonPanel label="Loading the journey" lines={6} />}
      {tab === 'journey' && journey.error !== null && journey.data === undefined && (
        <div className={classes.journey}>
          <InlineAlert tone="bad" spoken title="The journey could not be read">
            {journey.error.message}
          </InlineAlert>
        </div>
      )}
    </PatientPage>
  )
}

/** One person: who they are, their journey, and the facts. Nobody else is on the screen. */
export const PersonPage = ({ id, order = NO_ORDER }: PersonPageProps): ReactNode => {
  usePageTitle('person')
  const [, goTo] = usePath()
  const { data, error } = useCoreQuery('register', 'person', { id })
  if (data !== undefined) return <Loaded key={id} id={id} order={order} {...data} />
  if (error === null) return <SkeletonPanel label="Loading the person" lines={8} />
  return (
    <EmptyState
      scale="page"
      title="This person cannot be shown"
      actions={
        <Button kind="filled" onClick={() => backToList(goTo)}>
          Go to the register
        </Button>
      }
    >
      {error.message}
    </EmptyState>
  )
}
