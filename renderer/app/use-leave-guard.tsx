import { type ReactNode, useEffect, useRef, useState } from 'react'
import { ConfirmDialog } from '#renderer/ui/dialog.tsx'
import { usePath } from './router.tsx'

export interface LeaveGuard {
  /** Goes there, asking first when something would be lost. */
  readonly leaveTo: (path: string) => void
  /** Goes there without asking: what was typed has been saved. */
  readonly goAfterSave: (path: string) => void
  /** The question, while it is being asked. */
  readonly question: ReactNode
}

type Waiting = { readonly go: () => void }

/** Holds up every way out of the page (rail, finder, Back) while the form holds something that is not saved. */
const useHeldNavigation = (held: React.RefObject<boolean>, ask: (go: () => void) => void): void => {
  const [, goTo] = usePath()
  const latest = useRef({ ask, goTo })
  useEffect(() => {
    latest.current = { ask, goTo }
  })
  useEffect(() => {
    if (typeof navigation === 'undefined') return
    const onNavigate = (event: NavigateEvent): void => {
      const { destination } = event
      const target = new URL(destination.url)
      if (!held.current || !event.cancelable || target.pathname === location.pathname) return
      event.preventDefault()
      latest.current.ask(() => {
        if (event.navigationType === 'traverse') void navigation.traverseTo(destination.key)
        else latest.current.goTo(target.pathname + target.search)
      })
    }
    navigation.addEventListener('navigate', onNavigate)
    return () => navigation.removeEventListener('navigate', onNavigate)
  }, [held])
}

/** Asks before leaving a form with unsaved words in it. `dirty`: there are some. */
export const useLeaveGuard = (dirty: boolean): LeaveGuard => {
  const [, goTo] = usePath()
  const [waiting, setWaiting] = useState<Waiting | null>(null)
  const held = useRef(dirty)
  useEffect(() => {
    held.current = dirty
  }, [dirty])
  const release = (go: () => void): void => {
    held.current = false
    setWaiting(null)
    go()
  }
  const ask = (go: () => void): void => setWaiting({ go })
  useHeldNavigation(held, ask)
  return {
    leaveTo: (path) => (held.current ? ask(() => goTo(path)) : goTo(path)),
    goAfterSave: (path) => release(() => goTo(path, { replace: true })),
    question: (
      <ConfirmDialog
        open={waiting !== null}
        destructive
        title="Leave without saving?"
        confirm="Discard what I typed"
        cancel="Stay here"
        onCancel={() => setWaiting(null)}
        onConfirm={() => waiting !== null && release(waiting.go)}
      >
        What you typed here has not been saved and will be gone. Nothing that was saved before changes.
      </ConfirmDialog>
    ),
  }
}
