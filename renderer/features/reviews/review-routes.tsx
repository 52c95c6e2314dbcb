import type { AppRoute } from '#renderer/app/router.tsx'
import { BoardPaperPage } from './board-paper-page.tsx'
import { ReviewPage } from './review-page.tsx'
import { ReviewsPage } from './reviews-page.tsx'

/** The pages of this feature, for the app's list. */
export const reviewRoutes: readonly AppRoute[] = [
  { path: '/plan/reviews', render: () => <ReviewsPage /> },
  { path: '/plan/reviews/:id', render: ({ id = '' }) => <ReviewPage key={id} id={id} /> },
  { path: '/plan/reviews/:id/paper', render: ({ id = '' }) => <BoardPaperPage id={id} /> },
]
