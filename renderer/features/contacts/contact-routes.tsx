import type { AppRoute } from '#renderer/app/router.tsx'
import { ContactsPage } from './contacts-page.tsx'

/** The page of this feature, for the app's list. */
export const contactRoutes: readonly AppRoute[] = [{ path: '/contacts', render: () => <ContactsPage /> }]
