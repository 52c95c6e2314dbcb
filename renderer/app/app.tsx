import { lazy, type ReactNode, Suspense, useEffect } from 'react'
import { SessionGate } from '#renderer/features/access/session-gate.tsx'

const loadSignedIn = () => import('./signed-in.tsx')
const SignedIn = lazy(async () => ({ default: (await loadSignedIn()).SignedIn }))

/** The whole window: whoever is not signed in sees only the lock, and waits for nothing that lies behind it. */
export const App = (): ReactNode => {
  useEffect(() => {
    // Once the lock is on the screen there is time to fetch the rest, so that unlocking does not wait for it.
    requestIdleCallback(() => void loadSignedIn(), { timeout: 1000 })
  }, [])
  return (
    <SessionGate>
      {(state) => (
        <Suspense>
          <SignedIn state={state} />
        </Suspense>
      )}
    </SessionGate>
  )
}
