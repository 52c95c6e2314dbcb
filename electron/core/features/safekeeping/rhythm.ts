import type { Environment } from '../../context.ts'
import type { Vault } from '../../vault/vault.ts'
import { dailyBackupDue } from './backups.ts'

const HOUR = 3_600_000

/**
 * Makes the daily backup by itself: shortly after unlocking, then looked at every hour. A failure is logged and tried
 * again an hour later; the rail goes on showing the age of the last one, so silence never looks like safety.
 * @returns a function that ends the rhythm.
 */
export const startBackupRhythm = (env: Environment, vault: Vault): (() => void) => {
  const look = async (): Promise<void> => {
    const session = vault.current()
    if (session === null) return
    try {
      if (!dailyBackupDue(vault.registers.find(vault.openRegister().register), env.clock.now())) return
      await session.backUp('daily')
      env.events.emit({ type: 'changed', entities: ['backup'], personIds: [] })
    } catch (cause) {
      env.log.write({ at: env.clock.now(), event: 'daily backup failed', cause: cause instanceof Error ? cause.message : 'unknown' })
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
