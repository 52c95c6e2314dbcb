import type { ReactNode } from 'react'
import { useSyncExternalStore } from 'react'
import { Route, Router, Switch, useLocation } from 'wouter'

export { Link } from 'wouter'

/** One page of the app. Records are named in the path by id, never by name or NHS number. */
export type AppRoute = {
  /** `/people/:id/journey` */
  readonly path: string
  readonly render: (params: Readonly<Record<string, string | undefined>>) => ReactNode
}

/** The address bar that nobody sees: `app://ui/...`, moved with the history API, so Back and Forward work. */
export const AppRouter = ({ children }: { readonly children: ReactNode }): ReactNode => <Router>{children}</Router>

type AppRoutesProps = { readonly routes: readonly AppRoute[]; readonly notFound: ReactNode }

export const AppRoutes = ({ routes, notFound }: AppRoutesProps): ReactNode => (
  <Switch>
    {routes.map(({ path, render }) => (
      <Route key={path} path={path}>
        {(params) => render(params)}
      </Route>
    ))}
    <Route>{notFound}</Route>
  </Switch>
)

/** The path without the query, and how to go elsewhere. */
export const usePath = (): readonly [string, (to: string, options?: { readonly replace?: boolean }) => void] => {
  const [path, navigate] = useLocation()
  return [path, (to, options = {}) => navigate(to, { replace: options.replace ?? false })]
}

const subscribeHistory = (changed: () => void): (() => void) => {
  navigation.addEventListener('currententrychange', changed)
  return () => navigation.removeEventListener('currententrychange', changed)
}

/** Whether there is anywhere to go back or forward to. */
export const useHistoryReach = (): { readonly back: boolean; readonly forward: boolean } => {
  const known = typeof navigation !== 'undefined'
  const nothing = (): (() => void) => () => undefined
  const back = useSyncExternalStore(known ? subscribeHistory : nothing, () => !known || navigation.canGoBack)
  const forward = useSyncExternalStore(known ? subscribeHistory : nothing, () => !known || navigation.canGoForward)
  return { back, forward }
}
