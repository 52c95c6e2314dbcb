import { IconPrinter } from '@tabler/icons-react'
import { type ReactNode, useState } from 'react'
import { useBreadcrumbs } from '#renderer/app/breadcrumbs.tsx'
import { today as dayNow } from '#renderer/app/clock.ts'
import { useCommands } from '#renderer/app/commands.tsx'
import { useCoreQuery } from '#renderer/app/core-query.ts'
import { usePageTitle } from '#renderer/app/page-title.ts'
import { Link } from '#renderer/app/router.tsx'
import { useUrlState } from '#renderer/app/url-state.ts'
import { useMay } from '#renderer/app/use-may.ts'
import { printPaper } from '#renderer/app/print-page.ts'
import { usePagePrinting } from '#renderer/app/use-page-printing.ts'
import { LessonsTab } from '#renderer/features/lessons/public.ts'
import { Button } from '#renderer/ui/button.tsx'
import { InlineAlert } from '#renderer/ui/inline-alert.tsx'
import { Tabs } from '#renderer/ui/tabs.tsx'
import { SkeletonPanel } from '#renderer/ui/waiting.tsx'
import type { OwnLearning } from '#shared/features/development/schema.ts'
import { DEVELOPMENT_ADDRESS, DEVELOPMENT_TABS } from './development-address.ts'
import { EvidenceTab } from './evidence-tab.tsx'
import { GoalsTab } from './goals-tab.tsx'
import { NeedsTab } from './needs-tab.tsx'
import { PrintedDevelopment } from './printed-development.tsx'
import { QuestionsTab } from './questions-tab.tsx'
import { SessionsTab } from './sessions-tab.tsx'
import frame from '#renderer/ui/page-frame.module.css'
import classes from './development.module.css'

const TEMPLATES = ['Personal development plan', 'Session plan', 'Session evaluation'] as const

const Private = (): ReactNode => (
  <>
    <p className={classes.about}>
      Only you see this page’s first five lists: nobody else who signs in here is shown them. Backups and bundles of the
      register hold them, as they hold everything. Write about learning, never about a patient.
    </p>
    <p className={classes.templates}>
      {TEMPLATES.map((title) => (
        <Link key={title} href={`/toolkit?find=${encodeURIComponent(title)}`}>{`${title} in the toolkit`}</Link>
      ))}
    </p>
  </>
)

const countOf = (own: OwnLearning | undefined, cards: number | undefined, tab: string): string | undefined => {
  const counts: Readonly<Record<string, number | undefined>> = {
    needs: own?.needs.length,
    plan: own?.goals.length,
    evidence: own?.evidence.length,
    sessions: own?.sessions.length,
    questions: own?.questions.length,
    lessons: cards,
  }
  return counts[tab]?.toLocaleString('en-GB')
}

/** `/development`: what somebody learns, for themselves, and the lesson cards of the practice and its peers. */
export const DevelopmentPage = (): ReactNode => {
  usePageTitle('development')
  useBreadcrumbs([{ label: 'Toolkit', path: '/toolkit' }, { label: 'Learning and peers' }])
  const [{ tab }, change] = useUrlState(DEVELOPMENT_ADDRESS)
  const [failure, setFailure] = useState<string | null>(null)
  const asked = useCoreQuery('development', 'mine', {})
  const cards = useCoreQuery('lessons', 'list', {}).data?.length
  const name = useCoreQuery('access', 'state', {}).data?.user?.name ?? ''
  const mayWrite = useMay('documents.write')
  const [printing, print] = usePagePrinting(() => printPaper('development'))
  useCommands(
    tab === 'lessons'
      ? []
      : [
          {
            id: 'development.print',
            title: 'Print the development plan',
            group: 'On this page',
            keys: ['P'],
            icon: IconPrinter,
            run: print,
          },
        ],
  )
  const own = asked.data
  const props = own === undefined ? null : { own, mayWrite, onFailure: setFailure }
  return (
    <>
      <div className={frame.tabPage} data-print="hide">
        <header className={frame.head}>
          <h1>Learning and peers</h1>
          <Tabs
            label="Lists"
            tabs={DEVELOPMENT_TABS.map(({ id, label }) => ({ id, label, count: countOf(own, cards, id) }))}
            active={tab}
            onChange={(next) => change({ tab: next })}
          />
          <span className={frame.push} />
          {tab !== 'lessons' && (
            <Button icon={IconPrinter} keys="P" onClick={print}>
              Print the plan
            </Button>
          )}
        </header>
        <div className={frame.scroll}>
          {tab !== 'lessons' && <Private />}
          {(failure ?? asked.error) !== null && (
            <InlineAlert
              tone="bad"
              spoken
              title="That could not be done"
              actions={asked.error !== null && <Button onClick={() => void asked.refetch()}>Try again</Button>}
            >
              {failure ?? asked.error?.message}
            </InlineAlert>
          )}
          {props === null && asked.error === null && tab !== 'lessons' && (
            <SkeletonPanel label="Loading your learning" lines={8} />
          )}
          {props !== null && tab === 'needs' && <NeedsTab {...props} />}
          {props !== null && tab === 'plan' && <GoalsTab {...props} />}
          {props !== null && tab === 'evidence' && <EvidenceTab {...props} />}
          {props !== null && tab === 'sessions' && <SessionsTab {...props} />}
          {props !== null && tab === 'questions' && <QuestionsTab {...props} />}
          {tab === 'lessons' && <LessonsTab mayWrite={mayWrite} onFailure={setFailure} />}
        </div>
      </div>
      {printing && own !== undefined && <PrintedDevelopment own={own} today={dayNow()} name={name} />}
    </>
  )
}
