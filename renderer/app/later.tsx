import { type ComponentType, type ReactNode, useEffect, useSyncExternalStore } from 'react'

export interface Later<Props extends object> {
  /** Fetches the code. Once is enough, and a fetched part is drawn at once. Rejects where a built file is missing. */
  readonly fetch: () => Promise<void>
  /** Draws the part. Until its code is there it draws nothing and fetches it. */
  readonly Part: (props: Props) => ReactNode
}

/**
 * A part of the window whose code comes after the first paint. Unlike `lazy` it goes without Suspense, which holds back
 * for 300 ms whatever was not there when first asked for, and which leaves a frame empty even for code that is.
 */
export const later = <Props extends object>(load: () => Promise<ComponentType<Props>>): Later<Props> => {
  let Loaded: ComponentType<Props> | null = null
  let failure: unknown
  let fetching: Promise<void> | undefined
  const listeners = new Set<() => void>()
  const tellAll = (): void => {
    for (const listener of listeners) listener()
  }
  const subscribe = (listener: () => void): (() => void) => {
    listeners.add(listener)
    return () => listeners.delete(listener)
  }
  const fetch = (): Promise<void> => {
    fetching ??= load().then((loaded) => {
      Loaded = loaded
      tellAll()
      return undefined
    })
    return fetching
  }
  const Part = (props: Props): ReactNode => {
    const Here = useSyncExternalStore(subscribe, () => Loaded)
    const missing = useSyncExternalStore(subscribe, () => failure)
    useEffect(() => {
      // What is missing is drawn below, as a failure of this part.
      fetch().catch((cause: unknown) => {
        failure = cause
        tellAll()
      })
    }, [])
    if (missing !== undefined) throw missing
    return Here === null ? null : <Here {...props} />
  }
  return { fetch, Part }
}

/** Most patience with a window that is never idle, in milliseconds. */
const IDLE_LIMIT = 200

/** Long enough for the frame to reach the screen: the code that is fetched then would hold it up. */
const SETTLE = 60

/** Does something once what is being drawn now is on the screen and the window is idle. */
export const afterPaint = (work: () => void): void => {
  const whenIdle = (): void => void requestIdleCallback(work, { timeout: IDLE_LIMIT })
  requestAnimationFrame(() => requestAnimationFrame(() => setTimeout(whenIdle, SETTLE)))
}
