import { IconBook2, IconDots, IconFileCode, IconId, IconPencil, IconPlus, IconPrinter } from '@tabler/icons-react'
import { type ReactNode, useState } from 'react'
import { displayName } from '#shared/domain/people.ts'
import type { Episode, Neighbours, Person } from '#shared/features/register/schema.ts'
import { useBreadcrumbs } from '#renderer/app/breadcrumbs.tsx'
import { today as dayNow } from '#renderer/app/clock.ts'
import type { Command } from '#renderer/app/command-registry.ts'
import { useCommands } from '#renderer/app/commands.tsx'
import { useCoreQuery } from '#renderer/app/core-query.ts'
import { usePageTitle } from '#renderer/app/page-title.ts'
import { usePath } from '#renderer/app/router.tsx'
import { useMay } from '#renderer/app/use-may.ts'
import { PersonChecks } from '#renderer/features/checks/public.ts'
import { BundleDialog } from '#renderer/features/fhir/public.ts'
import { Button, IconButton } from '#renderer/ui/button.tsx'
import { EmptyState } from '#renderer/ui/empty-state.tsx'
import { announce } from '#renderer/ui/live-region.tsx'
import { Menu } from '#renderer/ui/menu.tsx'
import { PatientBanner, PatientPage } from '#renderer/ui/patient-banner.tsx'
import { Tabs } from '#renderer/ui/tabs.tsx'
import { VisuallyHidden } from '#renderer/ui/visually-hidden.tsx'
import { SkeletonPanel } from '#renderer/ui/waiting.tsx'
import { backToList } from './back-to-list.ts'
import { LogLineContext, useNewLogLine } from './log-line.ts'
import { PERSON_TABS, type PersonTab } from './person-tabs.tsx'
import { journeyBannerOf } from './person-words.ts'
import classes from './person.module.css'

type PersonPageProps = {
  readonly id: string
  readonly tab: PersonTab
  /** Beside whom they stand in the list that they were opened from. undefined: there was none, or it is not known yet. */
  readonly neighbours: Neighbours | undefined
}

const pathOf = (id: string, tab: PersonTab['id']): string => `/people/${id}/${tab}`

type GoTo = ReturnType<typeof usePath>[1]

/**
 * Keys that go to the same page of the next and the previous person of the list, replacing this one: Back still leads
 * to the list.
 */
const neighbourCommands = ({ tab, neighbours }: Pick<PersonPageProps, 'tab' | 'neighbours'>, goTo: GoTo): Command[] => {
  if (neighbours === undefined) return []
  const { previous, next, position, total } = neighbours
  const go = (to: string | null, step: number) => (): boolean | void => {
    if (to === null) return false
    goTo(pathOf(to, tab.id), { replace: true })
    if (position !== null) announce(`${position + step} of ${total} in the list.`)
  }
  const shared = { group: 'On this page', keysOnly: true } as const
  return [
    { ...shared, id: 'person.next', title: 'Next person', keys: ['J'], run: go(next, 1) },
    { ...shared, id: 'person.previous', title: 'Previous person', keys: ['K'], run: go(previous, -1) },
  ]
}

type LoadedProps = PersonPageProps & { readonly person: Person; readonly episodes: readonly Episode[] }

const Loaded = (props: LoadedProps): ReactNode => {
  const { id, tab, person, episodes } = props
  const [, goTo] = usePath()
  const line = useNewLogLine()
  const mayLog = useMay('journey.write')
  const mayEdit = useMay('register.write')
  const mayExport = useMay('people.export')
  const [bundling, setBundling] = useState(false)
  const close = (): void => backToList(goTo)
  const log = (): void => {
    if (!line.goTo()) goTo(pathOf(id, 'journey'))
  }
  const edit = (): void => goTo(`/people/${id}/edit`)
  const card = (): void => goTo(`/people/${id}/handover`)
  const printCard = (): void => goTo(`/people/${id}/handover?print=1`)
  const story = (): void => goTo(`/people/${id}/story`)
  useBreadcrumbs([
    { label: 'Register', path: '/register' },
    { label: displayName(person), path: pathOf(id, 'journey') },
    { label: tab.label },
  ])
  const logCommand: Command = {
    id: 'person.log',
    title: 'Log an event',
    group: 'On this page',
    keys: ['N'],
    icon: IconPlus,
    run: log,
  }
  const editCommand: Command = {
    id: 'person.edit',
    title: 'Edit the details',
    group: 'On this page',
    keys: ['E'],
    icon: IconPencil,
    run: edit,
  }
  useCommands([
    ...(mayLog ? [logCommand] : []),
    ...(mayEdit ? [editCommand] : []),
    { id: 'person.card', title: 'Handover card', group: 'On this page', keys: ['H'], icon: IconId, run: card },
    {
      id: 'person.print-card',
      title: 'Print the handover card',
      group: 'On this page',
      keys: ['P'],
      icon: IconPrinter,
      run: printCard,
    },
    {
      id: 'person.story',
      title: 'Their journey in plain words, to print',
      group: 'On this page',
      keys: ['Y'],
      icon: IconBook2,
      alsoCalled: ['story', 'patient copy', 'whole journey'],
      run: story,
    },
    { id: 'person.close', title: 'Close this patient', group: 'On this page', keys: ['Esc'], run: close },
    ...neighbourCommands(props, goTo),
  ])
  const patient = journeyBannerOf(person, episodes, dayNow())
  const banner = (
    <PatientBanner
      patient={patient}
      actions={
        <Button keys="Esc" onClick={close}>
          Close
        </Button>
      }
    />
  )
  const tabs = PERSON_TABS.map(({ id: one, label, Count }) => ({
    id: one,
    label,
    ...(Count === undefined ? {} : { count: <Count personId={id} /> }),
  }))
  return (
    <LogLineContext value={line}>
      <PatientPage banner={banner}>
        <h1>
          <VisuallyHidden>{`${displayName(person)}: ${tab.label.toLowerCase()}`}</VisuallyHidden>
        </h1>
        <div className={classes.bar}>
          <Tabs label="Patient pages" tabs={tabs} active={tab.id} onChange={(next) => goTo(pathOf(id, next))} />
          <span className={classes.space} />
          {mayLog && (
            <Button kind="filled" size="small" icon={IconPlus} keys="N" onClick={log}>
              Log an event
            </Button>
          )}
          <Button size="small" icon={IconId} keys="H" onClick={card}>
            Handover card
          </Button>
          <Menu
            anchor={<IconButton icon={IconDots} label="More about this patient" />}
            items={[
              ...(mayEdit ? [{ label: 'Edit the details', icon: IconPencil, keys: 'E', onChoose: edit }] : []),
              { label: 'Print the handover card', icon: IconPrinter, keys: 'P', onChoose: printCard },
              { label: 'Their journey in plain words', icon: IconBook2, keys: 'Y', onChoose: story },
              ...(mayExport
                ? [{ label: 'Write a FHIR bundle', icon: IconFileCode, onChoose: () => setBundling(true) }]
                : []),
            ]}
          />
        </div>
        {bundling && <BundleDialog personIds={[id]} count={1} patient={patient} onClose={() => setBundling(false)} />}
        <PersonChecks personId={id} />
        <tab.Panel personId={id} />
      </PatientPage>
    </LogLineContext>
  )
}

/** One person: who they are, and a page for each side of their care. Nobody else is on the screen. */
export const PersonPage = ({ id, tab, neighbours }: PersonPageProps): ReactNode => {
  usePageTitle('person')
  const [, goTo] = usePath()
  const { data, error } = useCoreQuery('register', 'person', { id })
  if (data !== undefined) return <Loaded key={id} id={id} tab={tab} neighbours={neighbours} {...data} />
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
