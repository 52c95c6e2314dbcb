import type { AppRoute } from '#renderer/app/router.tsx'
import { BrainstormPage } from './brainstorm-page.tsx'

/** The pages of this feature, for the app's list. */
export const brainstormRoutes: readonly AppRoute[] = [{ path: '/plan/brainstorm', render: () => <BrainstormPage /> }]
