import { ReportPage } from '#renderer/features/reports/report-page.tsx'
import { ReportsPage } from '#renderer/features/reports/reports-page.tsx'
import type { AppRoute } from './router.tsx'

/** Every page of the app, by feature. */
export const routes: readonly AppRoute[] = [
  { path: '/reports', render: () => <ReportsPage /> },
  { path: '/reports/:id', render: ({ id }) => <ReportPage reportId={id ?? ''} /> },
]
