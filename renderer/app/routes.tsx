import { brainstormRoutes } from '#renderer/features/brainstorm/brainstorm-routes.tsx'
import { checkRoutes } from '#renderer/features/checks/check-routes.tsx'
import { contactRoutes } from '#renderer/features/contacts/contact-routes.tsx'
import { duplicateRoutes } from '#renderer/features/duplicates/duplicate-routes.tsx'
import { figureRoutes } from '#renderer/features/figures/figure-routes.tsx'
import { handoutRoutes } from '#renderer/features/handouts/handout-routes.tsx'
import { importRoutes } from '#renderer/features/imports/import-routes.tsx'
import { PersonPage } from '#renderer/features/journey/person-page.tsx'
import { personTabOf } from '#renderer/features/journey/person-tabs.tsx'
import { learningRoutes } from '#renderer/features/learning/learning-routes.tsx'
import { letterRoutes } from '#renderer/features/letters/letter-routes.tsx'
import { measureRoutes } from '#renderer/features/measures/measure-routes.tsx'
import { NetworkPage } from '#renderer/features/network/network-page.tsx'
import { VerifyPage } from '#renderer/features/packs/verify-page.tsx'
import { pathwayRoutes } from '#renderer/features/pathways/pathway-routes.tsx'
import { planRoutes } from '#renderer/features/plan/plan-routes.tsx'
import { planImportRoutes } from '#renderer/features/plan-import/plan-import-routes.tsx'
import { planStartRoutes } from '#renderer/features/plan-start/plan-start-routes.tsx'
import { planActionRoutes } from '#renderer/features/plan-action/plan-action-routes.tsx'
import { useListNeighbours } from '#renderer/features/register/public.ts'
import { developmentRoutes } from '#renderer/features/development/development-routes.tsx'
import { planLogRoutes } from '#renderer/features/plan-logs/plan-log-routes.tsx'
import { reviewRoutes } from '#renderer/features/reviews/review-routes.tsx'
import { reconcileRoutes } from '#renderer/features/reconcile/reconcile-routes.tsx'
import { registerRoutes } from '#renderer/features/register/register-routes.tsx'
import { ReportPage } from '#renderer/features/reports/report-page.tsx'
import { ReportsPage } from '#renderer/features/reports/reports-page.tsx'
import { fetchDocumentPage } from '#renderer/features/toolkit/public.ts'
import { toolkitRoutes } from '#renderer/features/toolkit/toolkit-routes.tsx'
import { todayRoutes } from '#renderer/features/today/today-routes.tsx'
import { settingsRoutes } from '#renderer/features/settings/settings-routes.tsx'
import type { ReactNode } from 'react'
import { NotFound } from './not-found.tsx'
import type { AppRoute } from './router.tsx'

/** A person with the list they were opened from, so that J and K go on through it. */
const PersonInList = ({ id, tab }: { readonly id: string; readonly tab: string }): ReactNode => {
  const neighbours = useListNeighbours(id)
  const shown = personTabOf(tab)
  return shown === undefined ? <NotFound /> : <PersonPage id={id} tab={shown} neighbours={neighbours} />
}

/** Every page of the app, by feature. */
export const routes: readonly AppRoute[] = [
  ...todayRoutes,
  ...registerRoutes,
  ...handoutRoutes,
  { path: '/people/:id/:tab', render: ({ id = '', tab = '' }) => <PersonInList id={id} tab={tab} /> },
  ...checkRoutes,
  ...duplicateRoutes,
  ...letterRoutes,
  ...learningRoutes,
  ...contactRoutes,
  ...developmentRoutes,
  ...planLogRoutes,
  ...reviewRoutes,
  ...pathwayRoutes,
  ...reconcileRoutes,
  ...planRoutes,
  ...planStartRoutes,
  ...planImportRoutes,
  ...brainstormRoutes,
  ...planActionRoutes,
  ...measureRoutes,
  ...toolkitRoutes,
  ...importRoutes,
  ...figureRoutes,
  { path: '/reports', render: () => <ReportsPage /> },
  { path: '/reports/network', render: () => <NetworkPage /> },
  { path: '/reports/verify', render: () => <VerifyPage /> },
  { path: '/reports/:id', render: ({ id = '' }) => <ReportPage reportId={id} /> },
  ...settingsRoutes,
]

/** Fetches what is too large to come with the pages, so that nobody waits for it when it is first opened. */
export const fetchLargeParts = (): void => fetchDocumentPage()
