import { IconRefresh } from '@tabler/icons-react'
import { useQueryClient } from '@tanstack/react-query'
import { type ReactNode, useEffect, useRef, useState } from 'react'
import { dayOf } from '#renderer/app/clock.ts'
import { useBreadcrumbs } from '#renderer/app/breadcrumbs.tsx'
import { useCommands } from '#renderer/app/commands.tsx'
import { core } from '#renderer/app/core-client.ts'
import { type RunningWork, useCoreJob, useCoreQuery } from '#renderer/app/core-query.ts'
import { usePageTitle } from '#renderer/app/page-title.ts'
import { Link } from '#renderer/app/router.tsx'
import { doUndoable } from '#renderer/app/undoable.ts'
import { urlChoice, useUrlState } from '#renderer/app/url-state.ts'
import { Button } from '#renderer/ui/button.tsx'
import { EmptyState } from '#renderer/ui/empty-state.tsx'
import { InlineAlert } from '#renderer/ui/inline-alert.tsx'
import { KeyHint } from '#renderer/ui/key-hint.tsx'
import { Page, PageHeader } from '#renderer/ui/page-header.tsx'
import { Panel } from '#renderer/ui/panel.tsx'
import { JobProgress } from '#renderer/ui/job-progress.tsx'
import { Tabs } from '#renderer/ui/tabs.tsx'
import { SkeletonPanel } from '#renderer/ui/waiting.tsx'
import { identityWords } from '#shared/domain/person-line.ts'
import type { PersonLine } from '#shared/domain/person-line.ts'
import { displayName, labelOf } from '#shared/domain/people.ts'
import { formatIsoDate } from '#shared/domain/partial-date.ts'
import { MATCH_BANDS } from '#shared/features/duplicates/match-score.ts'
import type { NotSame, Pair } from '#shared/features/duplicates/schema.ts'
import classes from './duplicates.module.css'

const ADDRESS = { view: urlChoice(['open', 'two'] as const, 'open') }

const links = (): HTMLElement[] => [...document.querySelectorAll<HTMLElement>('[data-pair] a')]
const move = (step: 1 | -1): boolean | void => {
  const next = links()[links().findIndex((link) => link === document.activeElement) + step]
  if (next === undefined) return false
  next.focus()
}

const Named = ({ person }: { readonly person: PersonLine }): ReactNode => (
  <span className={classes.named}>
    <b>{displayName(person)}</b>
    <span className={classes.quiet}>{identityWords(person)}</span>
  </span>
)

const PairRow = ({ pair }: { readonly pair: Pair }): ReactNode => {
  const [one, other] = pair.people
  return (
    <li className={classes.pair} data-pair>
      <Link href={`/duplicates/${one.id}/${other.id}`} className={classes.pairLink}>
        <Named person={one} />
        <Named person={other} />
      </Link>
      <div>
        <p>
          <b>{labelOf(MATCH_BANDS, pair.band)}</b>, {pair.points} of 100
        </p>
        <p className={classes.quiet}>{pair.reasons.join('; ')}</p>
      </div>
    </li>
  )
}

const TwoRow = ({ pair, onAskAgain }: { readonly pair: NotSame; readonly onAskAgain: () => void }): ReactNode => (
  <li className={classes.pair}>
    <div className={classes.pairLink}>
      {pair.people.map((person) => (
        <Named key={person.id} person={person} />
      ))}
    </div>
    <div>
      <p>
        {pair.byName}, {formatIsoDate(pair.madeOn)}
        {pair.reason !== null && <>: “{pair.reason}”</>}
      </p>
      <p>
        <Button size="small" onClick={onAskAgain}>
          Compare them again
        </Button>
      </p>
    </div>
  </li>
)

type Search = RunningWork<object, { people: number; pairs: number }>

const Searching = ({ search }: { readonly search: Search }): ReactNode => (
  <JobProgress progress={search.progress} title="Looking through the register" onCancel={search.stop}>
    You can go on with other work. Cancelling keeps what was found before.
  </JobProgress>
)

/**
 * Looks through the register when people have changed since the last time: before the page opened, while it is open (as
 * when a merge is taken back), or under the search itself. Not by itself again after one that failed or was stopped.
 */
const useSearch = (upToDate: boolean | undefined): Search & { readonly again: () => void } => {
  const search = useCoreJob('duplicates', 'search')
  const queryClient = useQueryClient()
  const started = useRef(false)
  const [finished, setFinished] = useState(0)
  const again = async (): Promise<void> => {
    if (search.running) return
    if ((await search.start({})) === null) return
    await queryClient.invalidateQueries({ queryKey: ['duplicates'] })
    started.current = false
    setFinished((before) => before + 1)
  }
  const latest = useRef(again)
  useEffect(() => {
    latest.current = again
  })
  useEffect(() => {
    if (upToDate !== false || started.current) return
    started.current = true
    void latest.current()
  }, [upToDate, finished])
  return { ...search, again: () => void again() }
}

const OpenPairs = ({ searching }: { readonly searching: boolean }): ReactNode => {
  const { data, error } = useCoreQuery('duplicates', 'pairs', {})
  if (error !== null && data === undefined)
    return (
      <InlineAlert tone="bad" spoken title="The list could not be read">
        {error.message}
      </InlineAlert>
    )
  if (data === undefined) return <SkeletonPanel label="Loading the list" lines={4} />
  if (data.pairs.length === 0)
    return searching ? null : (
      <EmptyState title="Nobody seems to be here twice">
        Records are compared by NHS number, names and what they sound like, date of birth, address and telephone.
      </EmptyState>
    )
  return (
    <Panel padding="flush">
      <ul className={classes.pairs} aria-label="Records that may be one person">
        {data.pairs.map((pair) => (
          <PairRow key={pair.people.map(({ id }) => id).join(' ')} pair={pair} />
        ))}
      </ul>
    </Panel>
  )
}

const TwoPeople = ({ onFailed }: { readonly onFailed: (words: string | null) => void }): ReactNode => {
  const { data } = useCoreQuery('duplicates', 'notSameList', {})
  const askAgain = async ({ id, version }: NotSame): Promise<void> => {
    const { refused } = await doUndoable(core.duplicates.askAgain({ id, version }), 'Compared again.', onFailed)
    onFailed(refused?.message ?? null)
  }
  if (data === undefined) return <SkeletonPanel label="Loading the list" lines={4} />
  if (data.length === 0)
    return <EmptyState title="No pair was called two people">What you say here is kept.</EmptyState>
  return (
    <Panel padding="flush">
      <ul className={classes.pairs} aria-label="Pairs that are two people">
        {data.map((pair) => (
          <TwoRow key={pair.id} pair={pair} onAskAgain={() => void askAgain(pair)} />
        ))}
      </ul>
    </Panel>
  )
}

/** `/duplicates`: records that may be one person, the likeliest first. */
export const DuplicatesPage = (): ReactNode => {
  usePageTitle('duplicates')
  useBreadcrumbs([{ label: 'Register', path: '/register' }, { label: 'Duplicates' }])
  const [{ view }, change] = useUrlState(ADDRESS)
  const [failure, setFailure] = useState<string | null>(null)
  const standing = useCoreQuery('duplicates', 'standing', {})
  const search = useSearch(standing.data?.upToDate)
  useCommands([
    {
      id: 'duplicates.again',
      title: 'Look again',
      group: 'On this page',
      keys: ['S'],
      icon: IconRefresh,
      run: search.again,
    },
    {
      id: 'duplicates.next',
      title: 'Next pair',
      group: 'On this page',
      keys: ['J'],
      keysOnly: true,
      run: () => move(1),
    },
    {
      id: 'duplicates.previous',
      title: 'Previous pair',
      group: 'On this page',
      keys: ['K'],
      keysOnly: true,
      run: () => move(-1),
    },
  ])
  const stopped = search.error !== null && search.error.code === 'cancelled'
  const refused = standing.error ?? (stopped ? null : search.error)
  return (
    <Page>
      <PageHeader
        title="Duplicates"
        actions={
          <Button icon={IconRefresh} keys="S" busy={search.running} onClick={search.again}>
            Look again
          </Button>
        }
      >
        Records that may be one person. Merging keeps everything of both and can be undone.
      </PageHeader>
      {search.running && <Searching search={search} />}
      {stopped && (
        <InlineAlert title="Stopped">What was found before is still here. Look again when it suits you.</InlineAlert>
      )}
      {(failure !== null || refused !== null) && (
        <InlineAlert tone="bad" spoken title="That could not be done">
          {failure ?? refused?.message}
        </InlineAlert>
      )}
      <Tabs
        label="Which pairs"
        tabs={[
          { id: 'open', label: 'To compare', count: standing.data?.open.toLocaleString('en-GB') },
          { id: 'two', label: 'Two people', count: standing.data?.notSame.toLocaleString('en-GB') },
        ]}
        active={view}
        onChange={(next) => change({ view: next })}
      />
      {view === 'open' ? <OpenPairs searching={search.running} /> : <TwoPeople onFailed={setFailure} />}
      <p className={classes.keys}>
        {standing.data !== undefined && standing.data.searchedAt !== null && (
          <span>
            Last looked through {standing.data.people.toLocaleString('en-GB')} people on{' '}
            {formatIsoDate(dayOf(standing.data.searchedAt))}
          </span>
        )}
        {view === 'open' && standing.data !== undefined && standing.data.open > 0 && (
          <>
            <span>
              <KeyHint keys="J" /> <KeyHint keys="K" /> next, previous
            </span>
            <span>
              <KeyHint keys="Enter" /> compare
            </span>
          </>
        )}
      </p>
    </Page>
  )
}
