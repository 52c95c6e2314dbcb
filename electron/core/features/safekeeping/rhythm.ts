import type { Environment, Session } from '../../context.ts'
import { refreshLapsedPeople } from '../../projections/person-summary.ts'
import type { Vault } from '../../vault/vault.ts'
import { dailyBackupDue } from './backups.ts'

const HOUR = 3_600_000

/**
 * What a day asks for by itself, looked at shortly after unlocking and then every hour: what lapsed since midnight moves
 * on, and the daily backup is made. A failure is logged and tried again an hour later; the rail goes on showing the age
 * of the last one, so silence never looks like safety.
 * @returns a function that ends the rhythm.
 */
export const startBackupRhythm = (env: Environment, vault: Vault): (() => void) => {
  let day = env.clock.today()
  const turnDay = async ({ database }: Session): Promise<void> => {
    const today = env.clock.today()
    if (today === day) return
    await refreshLapsedPeople(database, today)
    day = today
    env.events.emit({ type: 'changed', entities: ['day'], personIds: [] })
  }
  const look = async (): Promise<void> => {
    const session = vault.current()
    if (session === null) return
    try {
      await turnDay(session)
      if (!dailyBackupDue(vault.registers.find(vault.openRegister().register), env.clock.now())) return
      await session.backUp('daily')
      env.events.emit({ type: 'changed', entities: ['backup'], personIds: [] })
    } catch (cause) {
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
