import { lazy, type ReactNode, Suspense, useEffect } from 'react'
import { SessionGate } from '#renderer/features/access/session-gate.tsx'

const loadSignedIn = () => import('./signed-in.tsx')
const SignedIn = lazy(async () => ({ default: (await loadSignedIn()).SignedIn }))

/** The whole window: whoever is not signed in sees only the lock, and waits for nothing that lies behind it. */
export const App = (): ReactNode => {
  useEffect(() => {
    // Two frames on, the lock is on the screen: what lies behind it is fetched at once, so that unlocking finds it there.
    requestAnimationFrame(() => requestAnimationFrame(() => void loadSignedIn()))
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
