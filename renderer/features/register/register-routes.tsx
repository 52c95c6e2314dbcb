import type { AppRoute } from '#renderer/app/router.tsx'
import { EpisodeFormPage } from './episode-form-page.tsx'
import { PersonFormPage } from './person-form-page.tsx'
import { RegisterPage } from './register-page.tsx'

/** The pages of this feature, for the app's list. */
export const registerRoutes: readonly AppRoute[] = [
  { path: '/register', render: () => <RegisterPage /> },
  { path: '/register/new', render: () => <PersonFormPage personId={null} /> },
  { path: '/people/:id/edit', render: ({ id = '' }) => <PersonFormPage key={id} personId={id} /> },
  {
    path: '/people/:id/diagnoses/new',
    render: ({ id = '' }) => <EpisodeFormPage key={id} personId={id} episodeId={null} />,
  },
  {
    path: '/people/:id/diagnoses/:episodeId',
    render: ({ id = '', episodeId = '' }) => <EpisodeFormPage key={episodeId} personId={id} episodeId={episodeId} />,
  },
]
