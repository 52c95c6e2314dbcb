import type { AppRoute } from '#renderer/app/router.tsx'
import { BringInPage } from './bring-in-page.tsx'

/** The pages of this feature, for the app's list. */
export const planImportRoutes: readonly AppRoute[] = [{ path: '/plan/bring-in', render: () => <BringInPage /> }]
