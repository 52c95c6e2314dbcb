import type { AppRoute } from '#renderer/app/router.tsx'
import { BaselinePage } from './baseline-page.tsx'
import { CoveragePage } from './coverage-page.tsx'
import { DraftPage } from './draft-page.tsx'
import { PlanStartPage } from './plan-start-page.tsx'

/** The pages of this feature, for the app's list. */
export const planStartRoutes: readonly AppRoute[] = [
  { path: '/plan/start', render: () => <PlanStartPage /> },
  { path: '/plan/baseline', render: () => <BaselinePage /> },
  { path: '/plan/draft', render: () => <DraftPage /> },
  { path: '/plan/coverage', render: () => <CoveragePage /> },
]
