import type { AppRoute } from '#renderer/app/router.tsx'
import { RecallPage } from '#renderer/features/care/public.ts'
import { TasksPage } from '#renderer/features/tasks/public.ts'
import { TodayPage } from './today-page.tsx'

/** The pages of the day's work, for the app's list. */
export const todayRoutes: readonly AppRoute[] = [
  { path: '/today', render: () => <TodayPage /> },
  { path: '/today/tasks', render: () => <TasksPage /> },
  { path: '/care-reviews', render: () => <RecallPage /> },
]
