import { readdirSync, rmSync } from 'node:fs'
import { basename, dirname, join } from 'node:path'

/** Copies that a crash in the middle of a backup or a restore left beside a register. Call with the lease held. */
export const sweepLeftovers = (registerPath: string): void => {
  const folder = dirname(registerPath)
  const name = basename(registerPath)
  for (const file of readdirSync(folder)) {
    const isOurs = file.startsWith(`${name}.copy-`) || file.startsWith(`${name}.aside-`)
    if (isOurs || (file.startsWith(`${name}.`) && file.endsWith('.part'))) rmSync(join(folder, file), { force: true })
  }
}
