import type { AppRoute } from '#renderer/app/router.tsx'
import { DevelopmentPage } from './development-page.tsx'

/** The page of this feature, for the app's list. */
export const developmentRoutes: readonly AppRoute[] = [{ path: '/development', render: () => <DevelopmentPage /> }]
