import { createContext, type RefObject, use, useEffect, useRef } from 'react'

interface LogLine {
  /** The line that events are typed into, while it is on the screen. */
  readonly input: RefObject<HTMLInputElement | null>
  /** Somebody has asked for the line before it was there. */
  readonly wanted: RefObject<boolean>
}

export const LogLineContext = createContext<LogLine | null>(null)

/** The line to log with: kept by the person's page, so that its key works from each of its tabs. */
export const useNewLogLine = (): LogLine => {
  const input = useRef<HTMLInputElement>(null)
  const wanted = useRef(false)
  return { input, wanted }
}

/** For the page that holds the line. Focus moves as soon as it comes, or the first letters of a fast typist are lost. */
export const useLogLine = (): LogLine['input'] => {
  const own = useNewLogLine()
  const { input, wanted } = use(LogLineContext) ?? own
  useEffect(() => {
    if (!wanted.current || input.current === null) return
    wanted.current = false
    input.current.focus()
  })
  return input
}
