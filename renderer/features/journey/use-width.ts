import { type RefCallback, useCallback, useState } from 'react'

/** Used until the element has been measured. */
const USUAL_WIDTH = 1160

/** The width of an element in px, kept up to date. Give the ref to the element. */
export const useWidth = (): readonly [RefCallback<HTMLElement>, number] => {
  const [width, setWidth] = useState(USUAL_WIDTH)
  const ref = useCallback((element: HTMLElement | null) => {
    if (element === null) return
    const measure = (): void => {
      if (element.clientWidth > 0) setWidth(element.clientWidth)
    }
    measure()
    const observer = new ResizeObserver(measure)
    observer.observe(element)
    return () => observer.disconnect()
  }, [])
  return [ref, width]
}
