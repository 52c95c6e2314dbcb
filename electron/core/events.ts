import type { CoreEvent } from '#shared/features/access/schema.ts'

/** Tells every listener what happened. Listeners that fall away are dropped, never waited for. */
export interface EventBus {
  emit(event: CoreEvent): void
  /** @returns a function that stops listening. */
  listen(listener: (event: CoreEvent) => void): () => void
}

export const createEventBus = (): EventBus => {
  const listeners = new Set<(event: CoreEvent) => void>()
  return {
    emit(event) {
      for (const listener of listeners) {
        try {
          listener(event)
        } catch {
          // What happened has happened: one listener's fault neither undoes it nor keeps the news from the others.
        }
      }
    },
    listen(listener) {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
  }
}
