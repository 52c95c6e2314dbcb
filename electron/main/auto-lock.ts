import { powerMonitor } from 'electron'
import type { LockWarning } from '#shared/contract/shell-api.ts'
import type { CoreState, LockReason } from '#shared/contract/shell-messages.ts'

/** How long before the lock the person is warned, in seconds. */
const WARNING_SECONDS = 60

interface AutoLockParts {
  readonly lock: (reason: LockReason) => void
  readonly warn: (warning: LockWarning) => void
  /** Replaces the practice's lock time in tests. */
  readonly lockAfterSeconds: number | null
}

export interface AutoLock {
  /** Someone is working: the clock starts again. */
  noteActivity(): void
  follow(state: CoreState): void
}

/** Locks when nobody has worked for the practice's lock time, and whenever the computer sleeps or locks itself. */
export const startAutoLock = ({ lock, warn, lockAfterSeconds }: AutoLockParts): AutoLock => {
  let seconds: number | null = null
  let timer: NodeJS.Timeout | undefined
  let warned = false

  const callOff = (): void => {
    clearTimeout(timer)
    if (warned) warn(null)
    warned = false
  }
  const startWarning = (secondsLeft: number): void => {
    warned = true
    warn({ secondsLeft })
    timer = setTimeout(() => lock('idle'), secondsLeft * 1000)
  }
  const restart = (): void => {
    callOff()
    if (seconds === null) return
    const warningFor = Math.min(WARNING_SECONDS, seconds / 2)
    timer = setTimeout(() => startWarning(warningFor), (seconds - warningFor) * 1000)
  }

  powerMonitor.on('suspend', () => lock('suspend'))
  powerMonitor.on('lock-screen', () => lock('screen-lock'))

  return {
    noteActivity: restart,
    follow: ({ unlocked, lockAfterMinutes }) => {
      const wanted = unlocked ? (lockAfterSeconds ?? lockAfterMinutes * 60) : null
      if (wanted === seconds) return
      seconds = wanted
      restart()
    },
  }
}
