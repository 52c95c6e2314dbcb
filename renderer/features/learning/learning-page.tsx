import { type ReactNode, useState } from 'react'
import { useBreadcrumbs } from '#renderer/app/breadcrumbs.tsx'
import { useCommands } from '#renderer/app/commands.tsx'
import { useCoreQuery } from '#renderer/app/core-query.ts'
import { usePageTitle } from '#renderer/app/page-title.ts'
import { usePath } from '#renderer/app/router.tsx'
import { useUrlState } from '#renderer/app/url-state.ts'
import { useMay } from '#renderer/app/use-may.ts'
import { Button } from '#renderer/ui/button.tsx'
import { EmptyState } from '#renderer/ui/empty-state.tsx'
import { SelectField } from '#renderer/ui/fields/select-field.tsx'
import { InlineAlert } from '#renderer/ui/inline-alert.tsx'
import { Tabs } from '#renderer/ui/tabs.tsx'
import { SkeletonPanel } from '#renderer/ui/waiting.tsx'
import { LEARNING_THEMES, LEARNING_VIEWS, type LearningView } from '#shared/features/learning/codes.ts'
import type { LearningRow } from '#shared/features/learning/schema.ts'
import { LEARNING_REASONS } from '#shared/features/learning/suggestions.ts'
import { LEARNING_ADDRESS, reasonOf, themeOf } from './learning-address.ts'
import { type LearningDoing, LearningLine } from './learning-line.tsx'
import { learningWrites } from './learning-writes.ts'
import { SetAsideDialog } from './set-aside-dialog.tsx'
import { ThemeChart } from './theme-chart.tsx'
import { WhySuggested } from './why-suggested.tsx'
import frame from '#renderer/ui/page-frame.module.css'
import classes from './learning.module.css'

const PAGE = 100
const MOST = 500

const EMPTY: Readonly<Record<LearningView, string>> = {
  suggested: 'Nothing is suggested',
  open: 'No analysis is open',
  closed: 'No analysis is closed yet',
  set_aside: 'Nothing was set aside',
}

const EMPTY_WORDS: Readonly<Record<LearningView, string>> = {
  suggested:
    'A diagnosis by the emergency route is suggested here, as are the others that the rules name. Any other diagnosis can be taken up from its person’s page.',
  open: 'Begin one from the suggestions, or from a person’s page.',
  closed: 'An analysis is closed once its learning is written down and its changes are agreed.',
  set_aside: 'What is set aside with a reason stays here and is not suggested again.',
}

const withAny = (label: string, codes: readonly { readonly code: string; readonly label: string }[]) => [
  { value: 'any', label },
  ...codes.map((one) => ({ value: one.code, label: one.label })),
]

/** `/learning`: what is worth an analysis, those under way, and what the closed ones found. */
export const LearningPage = (): ReactNode => {
  usePageTitle('learning')
  useBreadcrumbs([{ label: 'Learning' }])
  const [address, change] = useUrlState(LEARNING_ADDRESS)
  const { view } = address
  const [, goTo] = usePath()
  const mayWrite = useMay('journey.write')
  const [limit, setLimit] = useState(PAGE)
  const [asking, setAsking] = useState<LearningRow | null>(null)
  const [failure, setFailure] = useState<string | null>(null)
  const theme = view === 'suggested' ? null : themeOf(address.theme)
  const reason = reasonOf(address.reason)
  const rows = useCoreQuery('learning', 'page', { view, theme, reason, limit }, { keepPrevious: true })
  const counts = useCoreQuery('learning', 'counts', {}, { keepPrevious: true }).data
  const step = (by: 1 | -1): void => {
    const at = LEARNING_VIEWS.findIndex(({ code }) => code === view)
    const next = LEARNING_VIEWS[(at + by + LEARNING_VIEWS.length) % LEARNING_VIEWS.length]
    if (next !== undefined) change({ view: next.code })
  }
  useCommands([
    {
      id: 'learning.next',
      title: 'Next list of learning events',
      group: 'On this page',
      keys: ['J'],
      run: () => step(1),
    },
    {
      id: 'learning.previous',
      title: 'Previous list of learning events',
      group: 'On this page',
      keys: ['K'],
      run: () => step(-1),
    },
  ])
  const writes = learningWrites(goTo, setFailure)
  const doing: LearningDoing | undefined = mayWrite
    ? {
        takeUp: (row) => void writes.takeUp(row),
        setAside: setAsking,
        bringBack: (row) => void writes.bringBack(row),
      }
    : undefined
  return (
    <div className={frame.tabPage}>
      <header className={frame.head}>
        <h1>Learning</h1>
        <Tabs
          label="Learning events"
          tabs={LEARNING_VIEWS.map(({ code, label }) => ({
            id: code,
            label,
            count: counts?.[code]?.toLocaleString('en-GB'),
          }))}
          active={view}
          onChange={(next) => change({ view: next })}
        />
      </header>
      <div className={classes.scroll}>
        <div className={classes.lists}>
          <div className={classes.filters}>
            <SelectField
              label="Why"
              options={withAny('Any reason', LEARNING_REASONS)}
              value={reason ?? 'any'}
              onChange={(next) => change({ reason: next ?? 'any' })}
            />
            {view !== 'suggested' && (
              <SelectField
                label="Theme"
                options={withAny('Any theme', LEARNING_THEMES)}
                value={theme ?? 'any'}
                onChange={(next) => change({ theme: next ?? 'any' })}
              />
            )}
          </div>
          {(failure ?? rows.error) !== null && (
            <InlineAlert tone="bad" spoken title="That could not be done">
              {failure ?? rows.error?.message}
            </InlineAlert>
          )}
          {rows.data === undefined && rows.error === null && <SkeletonPanel label="Loading the analyses" lines={6} />}
          {rows.data?.rows.length === 0 && <EmptyState title={EMPTY[view]}>{EMPTY_WORDS[view]}</EmptyState>}
          {rows.data !== undefined && rows.data.rows.length > 0 && (
            <ul className={classes.list} aria-label="Learning events">
              {rows.data.rows.map((row) => (
                <LearningLine key={row.id ?? row.episodeId} row={row} doing={doing} named />
              ))}
            </ul>
          )}
          {rows.data !== undefined && rows.data.total > rows.data.rows.length && (
            <div className={classes.more}>
              {limit < MOST ? (
                <Button onClick={() => setLimit(MOST)}>Show more</Button>
              ) : (
                `The first ${MOST} of ${rows.data.total.toLocaleString('en-GB')}. Choose a reason or theme to see the rest.`
              )}
            </div>
          )}
        </div>
        <div className={classes.beside}>
          <ThemeChart span={address.span} onSpan={(span) => change({ span })} />
          <WhySuggested />
        </div>
      </div>
      {asking !== null && <SetAsideDialog row={asking} onClose={() => setAsking(null)} onFailedUndo={setFailure} />}
    </div>
  )
}
