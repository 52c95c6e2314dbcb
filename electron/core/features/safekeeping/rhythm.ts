import { AppError } from '#shared/contract/errors.ts'
import type { Environment, Session } from '../../context.ts'
import { refreshProjections } from '../../projections/person-summary.ts'
import type { Vault } from '../../vault/vault.ts'
import { dailyBackupDue } from './backups.ts'

const SECOND = 1000
const MINUTE = 60 * SECOND
const HOUR = 60 * MINUTE
/** Nobody is kept waiting by a backup that starts when nobody has asked for anything for so long. */
const QUIET = 20 * SECOND
/** Somebody who never pauses gets the backup all the same. */
const AT_LATEST = 5 * MINUTE

/** The parts of a core that its daily work needs. */
export interface RhythmOf {
  readonly env: Environment
  readonly vault: Vault
  /** Milliseconds since the last call was answered; 0 while one is being answered. */
  quietFor(): number
}

const pause = (milliseconds: number): Promise<void> =>
  new Promise((resolve) => void setTimeout(resolve, milliseconds).unref())

const untilQuiet = async ({ env, quietFor }: RhythmOf): Promise<void> => {
  const latest = env.clock.elapsed() + AT_LATEST
  for (;;) {
    const left = Math.min(QUIET - quietFor(), latest - env.clock.elapsed())
    if (left <= 0) return
    await pause(left)
  }
}

/**
 * What a day asks for by itself, looked at after unlocking and then every hour: what lapsed since midnight moves on, and
 * the daily backup is made as soon as nobody is busy. A failure is logged and tried again an hour later; the rail goes on
 * showing the age of the last one, so silence never looks like safety.
 * @returns a function that ends the rhythm.
 */
export const startBackupRhythm = (core: RhythmOf): (() => void) => {
  const { env, vault } = core
  let day = env.clock.today()
  const turnDay = async ({ database }: Session): Promise<void> => {
    const today = env.clock.today()
    if (today === day) return
    await refreshProjections(database, today)
    day = today
    env.events.emit({ type: 'changed', entities: ['day'], personIds: [] })
  }
  const isDue = (): boolean => dailyBackupDue(vault.registers.find(vault.openRegister().register), env.clock.now())
  const backUpInQuiet = async (session: Session): Promise<void> => {
    if (!isDue()) return
    await untilQuiet(core)
    // Meanwhile it may have been locked, or a backup made because somebody asked for one.
    if (vault.current() !== session || !isDue()) return
    await session.backUp('daily')
    env.events.emit({ type: 'changed', entities: ['backup'], personIds: [] })
  }
  const look = async (): Promise<void> => {
    const session = vault.current()
    if (session === null) return
    try {
      await turnDay(session)
      await backUpInQuiet(session)
    } catch (cause) {
      if (cause instanceof AppError && cause.code === 'locked') return
      env.log.write({
        at: env.clock.now(),
        event: 'daily work failed',
        cause: cause instanceof Error ? cause.message : 'unknown',
      })
    }
  }
  const stop = env.events.listen((event) => {
    if (event.type === 'unlocked') void look()
  })
  const timer = setInterval(() => void look(), HOUR)
  timer.unref()
  return () => {
    clearInterval(timer)
    stop()
  }
}
