import { QueryClient } from '@tanstack/react-query'

const KEEP_UNUSED = 5 * 60_000

/**
 * The cache of what the core has answered. Answers stay good until the core says that something has changed; nothing
 * is asked again by itself, and nothing waits for a network that this app never uses. Emptied by the lock.
 * What was typed into a form, a passphrase among it, goes with the form.
 */
export const createQueryClient = (): QueryClient =>
  new QueryClient({
    defaultOptions: {
      queries: {
        staleTime: Infinity,
        gcTime: KEEP_UNUSED,
        retry: false,
        networkMode: 'always',
        refetchOnWindowFocus: false,
        refetchOnReconnect: false,
      },
      mutations: { retry: false, networkMode: 'always', gcTime: 0 },
    },
  })
