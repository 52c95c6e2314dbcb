import type { AppRoute } from '#renderer/app/router.tsx'
import { GapPage } from './gap-page.tsx'
import { LettersPage } from './letters-page.tsx'

/** The pages of this feature, for the app's list. */
export const letterRoutes: readonly AppRoute[] = [
  { path: '/letters', render: () => <LettersPage /> },
  { path: '/letters/gap', render: () => <GapPage /> },
]
