import type { AppRoute } from '#renderer/app/router.tsx'
import { AnalysisPage } from './analysis-page.tsx'
import { LearningPage } from './learning-page.tsx'

/** The pages of this feature, for the app's list. */
export const learningRoutes: readonly AppRoute[] = [
  { path: '/learning', render: () => <LearningPage /> },
  {
    path: '/learning/:personId/:id',
    render: ({ personId = '', id = '' }) => <AnalysisPage key={id} personId={personId} id={id} />,
  },
]
