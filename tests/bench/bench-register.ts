import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type Core, createCore } from '#core/core.ts'
import { systemClock } from '#core/clock.ts'
import { demoPractice, fillDemo } from '#core/features/demo/demo.ts'
import { silentLog } from '#core/log.ts'
import { newRecoveryGroups } from '#core/vault/recovery-key.ts'
import { DEMO_PASSPHRASE } from '#shared/features/access/labels.ts'

const SEED = 20_261_123
/** Deriving the key is left out of every figure, so it may be quick. */
export const QUICK_KDF = 10

export interface BenchRegister {
  core: Core
  folder: string
  /** How long storing the people took, in milliseconds. */
  filledIn: number
  remove(): Promise<void>
}

/** A register of invented people in a folder of its own, open, as the app would have it. */
export const benchRegister = async (patients: number): Promise<BenchRegister> => {
  const folder = mkdtempSync(join(tmpdir(), 'throughline-bench-'))
  const core = createCore({ dataFolder: folder, appVersion: 'bench', log: silentLog, kdfCost: QUICK_KDF })
  const today = systemClock.today()
  const { practice, users } = demoPractice(today, Math.max(1, patients))
  const [user, ...others] = users
  if (user === undefined) throw new Error('the demo practice has no lead')
  let filledIn = 0
  const recoveryKey = newRecoveryGroups(core.env.ids).join('')
  await core.vault.create(
    { practice, user, others, passphrase: DEMO_PASSPHRASE, recoveryKey, demo: true },
    async (session) => {
      const started = performance.now()
      await fillDemo(core.env, session, { patients, seed: SEED })
      filledIn = performance.now() - started
    },
  )
  return {
    core,
    folder,
    filledIn,
    async remove() {
      await core.close()
      rmSync(folder, { recursive: true, force: true })
    },
  }
}
