import { importRoutes } from '#renderer/features/imports/import-routes.tsx'
import { PersonPage } from '#renderer/features/journey/person-page.tsx'
import { registerRoutes } from '#renderer/features/register/register-routes.tsx'
import { ReportPage } from '#renderer/features/reports/report-page.tsx'
import { ReportsPage } from '#renderer/features/reports/reports-page.tsx'
import { settingsRoutes } from '#renderer/features/settings/settings-routes.tsx'
import type { AppRoute } from './router.tsx'

/** Every page of the app, by feature. */
export const routes: readonly AppRoute[] = [
  ...registerRoutes,
  { path: '/people/:id/journey', render: ({ id = '' }) => <PersonPage id={id} /> },
  ...importRoutes,
  { path: '/reports', render: () => <ReportsPage /> },
  { path: '/reports/:id', render: ({ id = '' }) => <ReportPage reportId={id} /> },
  ...settingsRoutes,
]
