import type { AppRoute } from '#renderer/app/router.tsx'
import { PlanPage } from './plan-page.tsx'

/** The page of the action plan, for the app's list. */
export const planRoutes: readonly AppRoute[] = [{ path: '/plan', render: () => <PlanPage /> }]
