import type { AppRoute } from '#renderer/app/router.tsx'
import { MeasuresPage } from './measures-page.tsx'

/** The page of this feature, for the app's list. */
export const measureRoutes: readonly AppRoute[] = [{ path: '/measures', render: () => <MeasuresPage /> }]
