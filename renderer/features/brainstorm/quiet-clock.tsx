import { IconClock } from '@tabler/icons-react'
import { type ReactNode, useEffect, useState } from 'react'
import { Button } from '#renderer/ui/button.tsx'
import { announce } from '#renderer/ui/live-region.tsx'
import classes from './brainstorm.module.css'

const MINUTES = 15
const SECONDS = 60
const SECOND = 1000

const leftWords = (seconds: number): string => {
  if (seconds === 0) return 'Time is up'
  if (seconds < SECONDS) return 'Less than a minute left'
  const minutes = Math.ceil(seconds / SECONDS)
  return `${minutes} ${minutes === 1 ? 'minute' : 'minutes'} left`
}

/** A quarter of an hour, if somebody wants one: it makes no sound, and nothing stops when it is over. */
export const QuietClock = (): ReactNode => {
  const [left, setLeft] = useState<number | null>(null)
  const isRunning = left !== null && left > 0
  useEffect(() => {
    if (!isRunning) return
    const timer = setInterval(() => setLeft((before) => (before === null ? null : before - 1)), SECOND)
    return () => clearInterval(timer)
  }, [isRunning])
  useEffect(() => {
    if (left === 0) announce('The 15 minutes are over. You can go on writing.')
  }, [left])
  if (left === null)
    return (
      <Button kind="quiet" icon={IconClock} onClick={() => setLeft(MINUTES * SECONDS)}>
        15 minutes
      </Button>
    )
  return (
    <span className={classes.clock}>
      <span role="timer">{leftWords(left)}</span>
      <Button kind="quiet" size="small" onClick={() => setLeft(null)}>
        Stop the clock
      </Button>
    </span>
  )
}
