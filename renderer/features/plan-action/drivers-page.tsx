import { IconPlus, IconPrinter } from '@tabler/icons-react'
import { type ReactNode, useState } from 'react'
import { useBreadcrumbs } from '#renderer/app/breadcrumbs.tsx'
import { useCommands } from '#renderer/app/commands.tsx'
import { useCoreQuery } from '#renderer/app/core-query.ts'
import { usePageTitle } from '#renderer/app/page-title.ts'
import { Link, usePath } from '#renderer/app/router.tsx'
import { useUrlState } from '#renderer/app/url-state.ts'
import { useMay } from '#renderer/app/use-may.ts'
import { printAloud } from '#renderer/app/print-page.ts'
import { Button, ButtonLink } from '#renderer/ui/button.tsx'
import { EmptyState } from '#renderer/ui/empty-state.tsx'
import { SegmentedField } from '#renderer/ui/fields/segmented-field.tsx'
import { InlineAlert } from '#renderer/ui/inline-alert.tsx'
import { KeyHint } from '#renderer/ui/key-hint.tsx'
import { Page, PageHeader } from '#renderer/ui/page-header.tsx'
import { Panel } from '#renderer/ui/panel.tsx'
import { SkeletonPanel } from '#renderer/ui/waiting.tsx'
import type { Driver, Plan } from '#shared/features/plan/schema.ts'
import { driversAddress } from './action-address.ts'
import { DriverDiagram } from './driver-diagram.tsx'
import { type AskedDriver, DriverDialog } from './driver-dialog.tsx'
import { driverDoing } from './driver-doing.ts'
import { DriverList } from './driver-list.tsx'
import { kindsUnder } from './driver-words.ts'
import { usePlanWrites } from './use-plan-write.ts'

const VIEWS = [
  { value: 'diagram', label: 'Diagram' },
  {
    value: 'list',
    label: (
      <>
        List <KeyHint keys="T" />
      </>
    ),
  },
] as const

/** The box that has the focus in the diagram. */
const driverWithFocus = (drivers: readonly Driver[]): Driver | undefined => {
  const id = document.activeElement?.getAttribute('data-driver')
  return drivers.find((one) => one.id === id)
}

type LoadedProps = { readonly plan: Plan; readonly drivers: readonly Driver[] }

const Loaded = ({ plan, drivers }: LoadedProps): ReactNode => {
  const mayWrite = useMay('plan.write') && plan.state !== 'closed'
  const [{ view }, change] = useUrlState(driversAddress)
  const [asked, setAsked] = useState<AskedDriver | null>(null)
  const { failure, onFailure, write } = usePlanWrites()
  const [, goTo] = usePath()
  const doing = mayWrite ? driverDoing(drivers, setAsked, write) : null
  const choose = (next: 'diagram' | 'list'): void => change({ view: next }, { replace: true })
  const add = (): void => {
    const here = driverWithFocus(drivers) ?? drivers.find(({ kind }) => kind === 'aim') ?? null
    setAsked({ driver: null, under: here === null || kindsUnder(here.kind).length === 0 ? null : here })
  }
  const writeAim = (): void => setAsked({ driver: null, under: null })
  useCommands([
    {
      id: 'drivers.view',
      title: view === 'diagram' ? 'Show the diagram as a list' : 'Show the diagram',
      group: 'On this page',
      keys: ['T'],
      run: () => choose(view === 'diagram' ? 'list' : 'diagram'),
    },
    {
      id: 'drivers.print',
      title: 'Print the driver diagram',
      group: 'On this page',
      keys: ['P'],
      icon: IconPrinter,
      run: () => void printAloud('drivers', plan.id),
    },
    { id: 'drivers.back', title: 'Back to the plan', group: 'On this page', keys: ['Esc'], run: () => goTo('/plan') },
    ...(mayWrite
      ? [
          {
            id: 'drivers.add',
            title: 'Add a box under the one in focus',
            group: 'On this page' as const,
            keys: ['N'],
            icon: IconPlus,
            run: add,
          },
        ]
      : []),
  ])
  return (
    <>
      <PageHeader
        title="Driver diagram"
        actions={
          <span data-print="hide" style={{ display: 'contents' }}>
            <SegmentedField label="Shown as" options={VIEWS} value={view} onChange={choose} />
            {mayWrite && drivers.length > 0 && (
              <Button kind="filled" icon={IconPlus} keys="N" onClick={add}>
                Add a box
              </Button>
            )}
            <Button icon={IconPrinter} keys="P" onClick={() => void printAloud('drivers', plan.id)}>
              Print
            </Button>
          </span>
        }
      >
        {`${plan.title}: what the aim rests on, and which actions work on it.`}
      </PageHeader>
      {failure !== null && (
        <InlineAlert tone="bad" title="This was not changed" spoken>
          {failure}
        </InlineAlert>
      )}
      <Panel>
        {drivers.length === 0 ? (
          <EmptyState
            title="There is no driver diagram yet"
            actions={
              mayWrite && (
                <Button kind="filled" icon={IconPlus} onClick={writeAim}>
                  Write the aim
                </Button>
              )
            }
          >
            Begin with the aim: how much, of what, by when. Then what it rests on, and what may move that.
          </EmptyState>
        ) : view === 'diagram' ? (
          <DriverDiagram plan={plan} drivers={drivers} doing={doing} />
        ) : (
          <DriverList plan={plan} drivers={drivers} doing={doing} />
        )}
      </Panel>
      {asked !== null && (
        <DriverDialog
          plan={plan}
          drivers={drivers}
          asked={asked}
          onClose={() => setAsked(null)}
          onFailedUndo={onFailure}
        />
      )}
    </>
  )
}

/** `/plan/drivers`: the aim of the plan, what it rests on, and the actions that work on it. */
export const DriversPage = (): ReactNode => {
  usePageTitle('drivers')
  useBreadcrumbs([{ label: 'Action plan', path: '/plan' }, { label: 'Driver diagram' }])
  const plan = useCoreQuery('plan', 'current', {})
  const planId = plan.data?.id ?? ''
  const drivers = useCoreQuery('plan', 'drivers', { planId }, { enabled: planId !== '' })
  const error = plan.error ?? drivers.error
  if (error !== null) {
    return (
      <Page>
        <InlineAlert tone="bad" spoken title="The driver diagram could not be read">
          {error.message}
        </InlineAlert>
      </Page>
    )
  }
  if (plan.data === null) {
    return (
      <Page>
        <EmptyState
          scale="page"
          title="There is no plan yet"
          actions={
            <Link href="/plan" asChild>
              <ButtonLink kind="filled">Go to the action plan</ButtonLink>
            </Link>
          }
        >
          A driver diagram belongs to a plan.
        </EmptyState>
      </Page>
    )
  }
  return (
    <Page>
      {plan.data === undefined || drivers.data === undefined ? (
        <SkeletonPanel lines={10} label="Loading the driver diagram" />
      ) : (
        <Loaded plan={plan.data} drivers={drivers.data} />
      )}
    </Page>
  )
}
