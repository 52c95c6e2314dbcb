import { type ReactNode, useEffect, useState } from 'react'
import { classNames } from './class-names.ts'
import classes from './waiting.module.css'
import { VisuallyHidden } from './visually-hidden.tsx'

/** Shorter waits show nothing: a skeleton that flashes is worse than none. */
const SKELETON_DELAY = 300

/** True once `waiting` has lasted 300 ms. */
export const useLongWait = (waiting: boolean): boolean => {
  const [long, setLong] = useState(false)
  useEffect(() => {
    if (!waiting) return
    const timer = setTimeout(() => setLong(true), SKELETON_DELAY)
    return () => {
      clearTimeout(timer)
      setLong(false)
    }
  }, [waiting])
  return waiting && long
}

/** A grey bar where words will be. Plain markup, so it may stand inside grid cells. */
export const SkeletonBar = ({ width = '70%' }: { readonly width?: string }): ReactNode => (
  <span className={classes.bar} style={{ width }} aria-hidden="true" />
)

/** Holds a panel's place while it loads: nothing for 300 ms, then grey lines. */
export const SkeletonPanel = ({
  lines = 3,
  label = 'Loading',
}: {
  readonly lines?: number
  readonly label?: string
}): ReactNode => {
  const long = useLongWait(true)
  return (
    <div className={classNames(classes.panel, !long && classes.unseen)} role="status">
      <VisuallyHidden>{label}</VisuallyHidden>
      {Array.from({ length: lines }, (_, line) => (
        <SkeletonBar key={line} width={line % 2 === 0 ? '70%' : '45%'} />
      ))}
    </div>
  )
}
