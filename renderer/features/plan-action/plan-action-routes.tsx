import type { AppRoute } from '#renderer/app/router.tsx'
import { ActionPage } from './action-page.tsx'
import { DriversPage } from './drivers-page.tsx'

/** The pages of this feature, for the app's list. */
export const planActionRoutes: readonly AppRoute[] = [
  { path: '/plan/actions/:id', render: ({ id = '' }) => <ActionPage key={id} id={id} /> },
  { path: '/plan/drivers', render: () => <DriversPage /> },
]
