import type { QueryClient } from '@tanstack/react-query'
import { prefetchCoreQuery } from '#renderer/app/core-query.ts'

/** Asks for what the first page shows, while the frame around it is still being drawn. */
export const askForToday = (queryClient: QueryClient): void => {
  void prefetchCoreQuery(queryClient, 'today', 'page', {})
  void prefetchCoreQuery(queryClient, 'letters', 'gapNow', {})
}
