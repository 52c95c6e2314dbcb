import type { AppRoute } from '#renderer/app/router.tsx'
import { RulePage } from './rule-page.tsx'

/** The pages of this feature, for the app's list. */
export const checkRoutes: readonly AppRoute[] = [
  { path: '/checks/:rule', render: ({ rule = '' }) => <RulePage key={rule} code={rule} /> },
]
