import { type ReactNode, useSyncExternalStore } from 'react'
import { VisuallyHidden } from './visually-hidden.tsx'

type Message = { readonly text: string; readonly turn: number }
type Urgency = 'polite' | 'assertive'

const messages: Record<Urgency, Message> = { polite: { text: '', turn: 0 }, assertive: { text: '', turn: 0 } }
const listeners = new Set<() => void>()

/**
 * Says something to screen readers without moving focus: a count after a filter, a save, the warning before a lock.
 * `assertive` interrupts and is for the lock warning only.
 */
export const announce = (text: string, urgency: Urgency = 'polite'): void => {
  messages[urgency] = { text, turn: messages[urgency].turn + 1 }
  for (const listener of listeners) listener()
}

const subscribe = (listener: () => void): (() => void) => {
  listeners.add(listener)
  return () => listeners.delete(listener)
}

// The same words twice running are not read twice unless the text node differs, hence the alternating space.
const spoken = ({ text, turn }: Message): string => (turn % 2 === 0 ? text : `${text}\u00A0`)

/** The one place that `announce` speaks from. Rendered once, by the provider, and emptied by a lock with the rest. */
export const LiveRegion = (): ReactNode => {
  const polite = useSyncExternalStore(subscribe, () => messages.polite)
  const assertive = useSyncExternalStore(subscribe, () => messages.assertive)
  return (
    <VisuallyHidden>
      <span role="status" aria-live="polite">
        {spoken(polite)}
      </span>
      <span role="alert" aria-live="assertive">
        {spoken(assertive)}
      </span>
    </VisuallyHidden>
  )
}
