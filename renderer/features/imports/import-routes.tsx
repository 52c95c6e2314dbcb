import type { AppRoute } from '#renderer/app/router.tsx'
import { CheckPage } from './check-page.tsx'
import { DonePage } from './done-page.tsx'
import { ImportsPage } from './imports-page.tsx'
import { MatchPage } from './match-page.tsx'
import { ParcelPage } from './parcel-page.tsx'
import { SEVERAL } from './parcel-words.ts'

/** The pages of this feature, for the app's list. A draft is named until it is brought in, then the import is. */
export const importRoutes: readonly AppRoute[] = [
  { path: '/imports', render: () => <ImportsPage /> },
  { path: SEVERAL, render: () => <ParcelPage /> },
  { path: '/imports/:draftId/match', render: ({ draftId = '' }) => <MatchPage key={draftId} draftId={draftId} /> },
  { path: '/imports/:draftId/check', render: ({ draftId = '' }) => <CheckPage key={draftId} draftId={draftId} /> },
  { path: '/imports/:batchId/done', render: ({ batchId = '' }) => <DonePage key={batchId} batchId={batchId} /> },
]
