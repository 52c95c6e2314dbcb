import type { AppRoute } from '#renderer/app/router.tsx'
import { MeasurePage } from './measure-page.tsx'
import { MeasuresPage } from './measures-page.tsx'

/** The pages of this feature, for the app's list. */
export const measureRoutes: readonly AppRoute[] = [
  { path: '/measures', render: () => <MeasuresPage /> },
  { path: '/measures/library/:code', render: ({ code = '' }) => <MeasurePage code={code} /> },
]
