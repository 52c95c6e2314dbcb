import { later } from '#renderer/app/later.tsx'
import type { AppRoute } from '#renderer/app/router.tsx'
import { LibraryPage } from './library-page.tsx'
import { TemplatesPage } from './templates-page.tsx'

/** The editor is large, and is fetched with the first document that is opened. */
const Document = later(async () => (await import('./document-page.tsx')).DocumentPage)
const Issue = later(async () => (await import('./issue-page.tsx')).IssuePage)

/** The pages of this feature, for the app's list. */
export const toolkitRoutes: readonly AppRoute[] = [
  { path: '/toolkit', render: () => <LibraryPage /> },
  { path: '/toolkit/templates', render: () => <TemplatesPage /> },
  {
    path: '/toolkit/:id/issues/:issueId',
    render: ({ id = '', issueId = '' }) => <Issue.Part key={issueId} id={id} issueId={issueId} />,
  },
  { path: '/toolkit/:id', render: ({ id = '' }) => <Document.Part key={id} id={id} /> },
]
