import { createContext, type RefObject, use, useEffect, useRef } from 'react'

interface LogLine {
  /** The line that events are typed into, while it is on the screen. */
  readonly input: RefObject<HTMLInputElement | null>
  /** Goes to the line; when it is not on the screen yet, as soon as it comes. False: not there yet. */
  readonly goTo: () => boolean
  /** For the page that holds the line: it has come. */
  readonly come: () => void
}

export const LogLineContext = createContext<LogLine | null>(null)

/** The line to log with: kept by the person's page, so that its key works from each of its tabs. */
export const useNewLogLine = (): LogLine => {
  const input = useRef<HTMLInputElement>(null)
  const wanted = useRef(false)
  return {
    input,
    goTo: () => {
      input.current?.focus()
      wanted.current = input.current === null
      return !wanted.current
    },
    come: () => {
      if (!wanted.current || input.current === null) return
      wanted.current = false
      input.current.focus()
    },
  }
}

/** For the page that holds the line. Focus moves as soon as it comes, or the first letters of a fast typist are lost. */
export const useLogLine = (): LogLine['input'] => {
  const own = useNewLogLine()
  const { input, come } = use(LogLineContext) ?? own
  useEffect(come)
  return input
}
