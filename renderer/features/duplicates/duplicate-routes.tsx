import type { AppRoute } from '#renderer/app/router.tsx'
import { ComparePage } from './compare-page.tsx'
import { DuplicatesPage } from './duplicates-page.tsx'

/** The pages of this feature, for the app's list. */
export const duplicateRoutes: readonly AppRoute[] = [
  { path: '/duplicates', render: () => <DuplicatesPage /> },
  {
    path: '/duplicates/:id/:other',
    render: ({ id = '', other = '' }) => <ComparePage key={`${id} ${other}`} personId={id} otherId={other} />,
  },
]
