import type { AppRoute } from '#renderer/app/router.tsx'
import { HandoverPage } from './handover-page.tsx'
import { StoryPage } from './story-page.tsx'

/** The pages of this feature, for the app's list. */
export const handoutRoutes: readonly AppRoute[] = [
  { path: '/people/:id/handover', render: ({ id = '' }) => <HandoverPage key={id} personId={id} /> },
  { path: '/people/:id/story', render: ({ id = '' }) => <StoryPage key={id} personId={id} /> },
]
