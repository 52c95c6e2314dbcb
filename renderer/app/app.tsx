import type { ReactNode } from 'react'
import { NotFound } from './not-found.tsx'
import { type AppRoute, AppRoutes } from './router.tsx'

/** Every page of the app. */
const routes: readonly AppRoute[] = []

export const App = (): ReactNode => <AppRoutes routes={routes} notFound={<NotFound />} />
