import type { AppRoute } from '#renderer/app/router.tsx'
import { PlanLogsPage } from './logs-page.tsx'

/** The page of this feature, for the app's list. */
export const planLogRoutes: readonly AppRoute[] = [{ path: '/plan/logs', render: () => <PlanLogsPage /> }]
