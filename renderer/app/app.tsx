import type { ReactNode } from 'react'
import { SessionGate } from '#renderer/features/access/session-gate.tsx'
import { afterPaint, later } from './later.tsx'

const signedIn = later(async () => (await import('./signed-in.tsx')).SignedIn)

/** What lies behind the lock, fetched while the passphrase is being typed, so that unlocking finds it there. */
const fetchRest = (): void => afterPaint(() => void signedIn.fetch().catch(() => undefined))

/** The whole window: whoever is not signed in sees only the lock, and waits for nothing that lies behind it. */
export const App = (): ReactNode => (
  <SessionGate onDrawn={fetchRest}>{(state) => <signedIn.Part state={state} />}</SessionGate>
)
