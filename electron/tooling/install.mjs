/** Installs the npm packages when, and only when, they differ from package-lock.json. */
import { existsSync } from 'node:fs'
import { isInstalled, isLockCurrent } from './install-state.mjs'
import { npm, npmReason } from './npm.mjs'
import { exitCodes, Problem, say } from './problem.mjs'
import { inProject, projectRoot, readJson } from './project.mjs'

/** Makes node_modules agree with package-lock.json; a matter of milliseconds when it already does. */
export function ensureInstalled() {
  const manifest = readJson(inProject('package.json'))
  const locked = readJson(inProject('package-lock.json'))
  const lockCurrent = isLockCurrent(manifest, locked)
  if (lockCurrent && isInstalled(locked, readJson(inProject('node_modules/.package-lock.json')))) return
  say('Installing the npm packages (once; a minute or two).')
  const { ok, output } = npm(
    [...installCommand(lockCurrent), '--no-audit', '--no-fund', '--loglevel=error'],
    projectRoot,
  )
  if (ok) return
  throw new Problem(
    `The npm packages could not be installed: ${npmReason(output)}. Check the network and the npm registry setting, then run this again.`,
    exitCodes.installation,
  )
}

/**
 * `npm ci` empties node_modules first, and with it the Node that may be running this script: only for a fresh clone.
 * @param {boolean} lockCurrent
 */
function installCommand(lockCurrent) {
  if (!lockCurrent) return ['install']
  return existsSync(inProject('node_modules')) ? ['install', '--no-save'] : ['ci']
}
