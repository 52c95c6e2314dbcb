import { type ReactNode, useEffect } from 'react'
import { RegisterPage } from '#renderer/features/register/register-page.tsx'
import { TodayPage } from '#renderer/features/today/public.ts'
import { later } from './later.tsx'
import { NotFound } from './not-found.tsx'
import { type AppRoute, AppRoutes } from './router.tsx'

/** Time for the first page to be drawn and read in peace, in milliseconds. */
const BEFORE_THE_REST = 1000

const firstRoutes: readonly AppRoute[] = [
  { path: '/today', render: () => <TodayPage /> },
  { path: '/register', render: () => <RegisterPage /> },
]

const otherPages = later(async () => {
  const { routes } = await import('./routes.tsx')
  return () => <AppRoutes routes={routes} notFound={<NotFound />} />
})

/** Every page. Today, where everybody starts, and the register are there at once; the others' code comes after them. */
export const Pages = (): ReactNode => {
  useEffect(() => {
    const timer = setTimeout(() => void otherPages.fetch().catch(() => undefined), BEFORE_THE_REST)
    return () => clearTimeout(timer)
  }, [])
  return <AppRoutes routes={firstRoutes} notFound={<otherPages.Part />} />
}
