import type { AppRoute } from '#renderer/app/router.tsx'
import { ListPage } from './list-page.tsx'
import { NewListPage } from './new-list-page.tsx'
import { ReconcilePage } from './reconcile-page.tsx'

/** The pages of this feature, for the app's list. They stand under Imports: that is where lists come in. */
export const reconcileRoutes: readonly AppRoute[] = [
  { path: '/imports/reconcile', render: () => <ReconcilePage /> },
  {
    path: '/imports/reconcile/new/:draftId',
    render: ({ draftId = '' }) => <NewListPage key={draftId} draftId={draftId} />,
  },
  { path: '/imports/reconcile/:id', render: ({ id = '' }) => <ListPage key={id} id={id} /> },
]
