import { type ReactNode, useEffect } from 'react'
import { RegisterPage } from '#renderer/features/register/register-page.tsx'
import { TodayPage } from '#renderer/features/today/public.ts'
import { afterPaint, later } from './later.tsx'
import { NotFound } from './not-found.tsx'
import { type AppRoute, AppRoutes } from './router.tsx'

/** Time for the first page to be drawn and read in peace, in milliseconds. */
const BEFORE_THE_REST = 1000

const firstRoutes: readonly AppRoute[] = [
  { path: '/today', render: () => <TodayPage /> },
  { path: '/register', render: () => <RegisterPage /> },
]

/** Time for the code of the other pages to settle, in milliseconds. */
const BEFORE_LARGE_PARTS = 3000

let fetchLarge: () => void = () => undefined

const otherPages = later(async () => {
  const { routes, fetchLargeParts } = await import('./routes.tsx')
  fetchLarge = fetchLargeParts
  return () => <AppRoutes routes={routes} notFound={<NotFound />} />
})

/** Every page. Today, where everybody starts, and the register are there at once; the others' code comes after them. */
export const Pages = (): ReactNode => {
  useEffect(() => {
    const rest = setTimeout(() => void otherPages.fetch().catch(() => undefined), BEFORE_THE_REST)
    const large = setTimeout(() => afterPaint(() => fetchLarge()), BEFORE_THE_REST + BEFORE_LARGE_PARTS)
    return () => {
      clearTimeout(rest)
      clearTimeout(large)
    }
  }, [])
  return <AppRoutes routes={firstRoutes} notFound={<otherPages.Part />} />
}
