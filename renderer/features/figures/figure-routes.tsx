import type { AppRoute } from '#renderer/app/router.tsx'
import { FiguresPage } from './figures-page.tsx'
import { NewFiguresPage } from './new-figures-page.tsx'
import { SetPage } from './set-page.tsx'

/** The pages of this feature, for the app's list. A draft is named until it is saved, then the set is. */
export const figureRoutes: readonly AppRoute[] = [
  { path: '/imports/figures', render: () => <FiguresPage /> },
  {
    path: '/imports/figures/new/:draftId',
    render: ({ draftId = '' }) => <NewFiguresPage key={draftId} draftId={draftId} />,
  },
  { path: '/imports/figures/:setId', render: ({ setId = '' }) => <SetPage key={setId} setId={setId} /> },
]
