import { type QueryClient, useQueryClient } from '@tanstack/react-query'
import { type ReactNode, useEffect } from 'react'
import { SessionGate } from '#renderer/features/access/session-gate.tsx'
import { onCoreEvent } from './core-client.ts'
import { afterPaint, later } from './later.tsx'

let askAhead: (queryClient: QueryClient) => void = () => undefined

const signedIn = later(async () => {
  const behind = await import('./signed-in.tsx')
  askAhead = behind.askAhead
  return behind.SignedIn
})

/** What lies behind the lock, fetched at the latest while the passphrase is being typed, so that unlocking finds it there. */
const fetchRest = (): void => {
  const fetch = (): void => void signedIn.fetch().catch(() => undefined)
  addEventListener('input', fetch, { capture: true, once: true })
  afterPaint(fetch)
}

/** The whole window: whoever is not signed in sees only the lock, and waits for nothing that lies behind it. */
export const App = (): ReactNode => {
  const queryClient = useQueryClient()
  useEffect(() => onCoreEvent(({ type }) => type === 'unlocked' && askAhead(queryClient)), [queryClient])
  return <SessionGate onDrawn={fetchRest}>{(state) => <signedIn.Part state={state} />}</SessionGate>
}
