import { importRoutes } from '#renderer/features/imports/import-routes.tsx'
import { PersonPage } from '#renderer/features/journey/person-page.tsx'
import { useListOrder } from '#renderer/features/register/public.ts'
import { registerRoutes } from '#renderer/features/register/register-routes.tsx'
import { ReportPage } from '#renderer/features/reports/report-page.tsx'
import { ReportsPage } from '#renderer/features/reports/reports-page.tsx'
import { settingsRoutes } from '#renderer/features/settings/settings-routes.tsx'
import type { ReactNode } from 'react'
import type { AppRoute } from './router.tsx'

/** A person with the list they were opened from, so that J and K go on through it. */
const PersonInList = ({ id }: { readonly id: string }): ReactNode => <PersonPage id={id} order={useListOrder()} />

/** Every page of the app, by feature. */
export const routes: readonly AppRoute[] = [
  ...registerRoutes,
  { path: '/people/:id/journey', render: ({ id = '' }) => <PersonInList id={id} /> },
  ...importRoutes,
  { path: '/reports', render: () => <ReportsPage /> },
  { path: '/reports/:id', render: ({ id = '' }) => <ReportPage reportId={id} /> },
  ...settingsRoutes,
]
