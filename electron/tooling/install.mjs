/** Installs the npm packages when, and only when, they differ from package-lock.json. */
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
  // Not `npm ci`: it empties node_modules, and with it the Node that may be running this script, and it refuses a lock
  // made where a registry lacked the optional binaries of some other platform. No install scripts: nothing here needs
  // one, and npm would otherwise compile the database driver, which brings its binaries with it.
  const install = lockCurrent ? ['install', '--no-save'] : ['install']
  const quietly = ['--ignore-scripts', '--no-audit', '--no-fund', '--loglevel=error']
  const { ok, output } = npm([...install, ...quietly], projectRoot)
  if (ok) return
  throw new Problem(
    `The npm packages could not be installed: ${npmReason(output)}. Check the network and the npm registry setting, then run this again.`,
    exitCodes.installation,
  )
}
