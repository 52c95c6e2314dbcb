import type { AppRoute } from '#renderer/app/router.tsx'
import { documentPage, issuePage } from './document-pages.ts'
import { LibraryPage } from './library-page.tsx'
import { TemplatesPage } from './templates-page.tsx'

/** The pages of this feature, for the app's list. */
export const toolkitRoutes: readonly AppRoute[] = [
  { path: '/toolkit', render: () => <LibraryPage /> },
  { path: '/toolkit/templates', render: () => <TemplatesPage /> },
  {
    path: '/toolkit/:id/issues/:issueId',
    render: ({ id = '', issueId = '' }) => <issuePage.Part key={issueId} id={id} issueId={issueId} />,
  },
  { path: '/toolkit/:id', render: ({ id = '' }) => <documentPage.Part key={id} id={id} /> },
]
