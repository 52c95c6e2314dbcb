import type { AppRoute } from '#renderer/app/router.tsx'
import { ReferralsPage } from './referrals-page.tsx'

/** The pages of this feature, for the app's list. */
export const pathwayRoutes: readonly AppRoute[] = [{ path: '/referrals', render: () => <ReferralsPage /> }]
