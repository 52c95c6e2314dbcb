import type { AppRoute } from '#renderer/app/router.tsx'
import { SettingsPage } from './settings-page.tsx'

/** The pages of this feature, for the app's list. */
export const settingsRoutes: readonly AppRoute[] = [
  { path: '/settings', render: () => <SettingsPage section="practice" /> },
  { path: '/settings/:section', render: ({ section = '' }) => <SettingsPage key={section} section={section} /> },
]
