import { type QueryClient, useQueryClient } from '@tanstack/react-query'
import { type ReactNode, useEffect, useEffectEvent, useLayoutEffect } from 'react'
import { core, onCoreEvent, onReconnect } from '#renderer/app/core-client.ts'
import { setToday } from '#renderer/app/clock.ts'
import { useCoreQuery } from '#renderer/app/core-query.ts'
import { invalidateFor } from '#renderer/app/invalidation.ts'
import { usePath } from '#renderer/app/router.tsx'
import { BareTopBar } from '#renderer/app/top-bar.tsx'
import { Button } from '#renderer/ui/button.tsx'
import { InlineAlert } from '#renderer/ui/inline-alert.tsx'
import { announce } from '#renderer/ui/live-region.tsx'
import type { AppError } from '#shared/contract/errors.ts'
import type { AccessState } from '#shared/features/access/schema.ts'
import classes from './access.module.css'
import { setUp } from './other-ways.ts'
import { UnlockScreen } from './unlock-screen.tsx'

const STATE_KEY = ['access', 'state', {}] as const

/**
 * Shows the lock at once, before anything else is asked, and forgets every answer that was shown behind it. What was
 * searched for stands in the address and may be a name, so that goes too.
 */
const lockScreen = (queryClient: QueryClient): void => {
  queryClient.setQueryData<AccessState>(STATE_KEY, (before) =>
    before === undefined ? before : { ...before, stage: 'locked', user: null },
  )
  announce('')
  history.replaceState(null, '', location.pathname)
  queryClient.removeQueries({ predicate: ({ queryKey }) => queryKey[0] !== 'access' || queryKey[1] !== 'state' })
}

const isHome = (path: string): boolean => path === '/' || path === '/index.html'

/** Before anything behind the lock is drawn, so that no other page is drawn for a moment. */
const leaveHome = (): void => {
  if (isHome(location.pathname)) history.replaceState(null, '', '/today')
}

/** Follows the core: what changed is loaded again; on a lock everything that was shown is forgotten first. */
const useCoreEvents = (): void => {
  const queryClient = useQueryClient()
  useEffect(() => {
    const ask = (): void => {
      const asked = core.access.state({}).then((state) => queryClient.setQueryData(STATE_KEY, state))
      // A core that cannot answer is asked again when it reconnects; until then the lock stays on the screen.
      asked.catch(() => undefined)
    }
    const lockAndAsk = (): void => {
      lockScreen(queryClient)
      ask()
    }
    const stopEvents = onCoreEvent((event) => {
      if (event.type === 'changed') invalidateFor(queryClient, event.entities)
      else if (event.type === 'locked') lockAndAsk()
      else {
        leaveHome()
        ask()
      }
    })
    const stopReconnects = onReconnect(lockAndAsk)
    // What was answered before anyone listened may have changed since.
    ask()
    return () => {
      stopEvents()
      stopReconnects()
    }
  }, [queryClient])
}

const useDrawn = (drawn: boolean, onDrawn: (() => void) | undefined): void => {
  const tell = useEffectEvent(() => onDrawn?.())
  useEffect(() => {
    if (drawn) tell()
  }, [drawn])
}

/** A page that is being left may write its search into the address once more: it goes when the page is gone. */
const useForgottenSearch = (stage: AccessState['stage'] | undefined): void => {
  useLayoutEffect(() => {
    if (stage === 'locked' && location.search !== '') history.replaceState(null, '', location.pathname)
  }, [stage])
}

/** A person's page is never what a lock comes back to for somebody else: start at Today. */
const useStartPage = (stage: AccessState['stage'] | undefined): void => {
  const [path, goTo] = usePath()
  useEffect(() => {
    if (stage === 'unlocked' && isHome(path)) goTo('/today', { replace: true })
  }, [stage, path, goTo])
}

const CannotStart = ({ error, onRetry }: { readonly error: AppError; readonly onRetry: () => void }): ReactNode => (
  <div className={classes.screen}>
    <BareTopBar />
    <main className={classes.centre}>
      <div className={classes.card}>
        <InlineAlert
          tone="bad"
          spoken
          title="Throughline cannot start"
          actions={<Button onClick={onRetry}>Try again</Button>}
        >
          {error.message}
        </InlineAlert>
      </div>
    </main>
  </div>
)

type SessionGateProps = {
  /** Runs once, when the first screen has been drawn. */
  readonly onDrawn?: () => void
  readonly children: (state: AccessState & { user: NonNullable<AccessState['user']> }) => ReactNode
}

/** What stands in front of every page: set-up on the first run, the unlock screen while locked. */
export const SessionGate = ({ onDrawn, children }: SessionGateProps): ReactNode => {
  useCoreEvents()
  const { data: state, error, refetch } = useCoreQuery('access', 'state', {})
  useStartPage(state?.stage)
  useForgottenSearch(state?.stage)
  useDrawn(state !== undefined || error !== null, onDrawn)
  if (state === undefined) return error === null ? null : <CannotStart error={error} onRetry={() => void refetch()} />
  setToday(state.today)
  if (state.stage === 'first-run') return <setUp.Part state={state} />
  if (state.stage === 'locked' || state.user === null) return <UnlockScreen key={state.register?.id} state={state} />
  return children({ ...state, user: state.user })
}
