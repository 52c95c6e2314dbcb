import { useCallback, useEffect, useRef } from 'react'

/** The newest of a function under one name that never changes, for memoised parts. */
export const useSteady = <Args extends readonly unknown[]>(
  work: (...args: Args) => void,
): ((...args: Args) => void) => {
  const newest = useRef(work)
  useEffect(() => {
    newest.current = work
  })
  return useCallback((...args: Args) => newest.current(...args), [])
}
