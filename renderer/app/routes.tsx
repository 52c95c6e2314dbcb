import type { AppRoute } from './router.tsx'

/** Every page of the app, by feature. */
export const routes: readonly AppRoute[] = []
