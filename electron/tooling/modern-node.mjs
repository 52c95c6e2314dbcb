/**
 * Finds the Node that runs the sources. npm may have been started by an older system Node; the project brings its own
 * Node 24 as an npm package, because the sources need type stripping and the database driver needs Node-API 10.
 */
import { spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { exitCodes, Problem } from './problem.mjs'
import { inProject } from './project.mjs'

const bundledMajor = 24
/** The first Node that strips types without a flag. */
const oldestUsable = /** @type {const} */ ([22, 18])

/** @typedef {{ path: string, version: string }} NodeFound */

/**
 * True when a Node of this version can run the sources.
 * @param {string} version such as `24.21.0`
 */
export function canRunSources(version) {
  const [major = 0, minor = 0] = version.split('.').map(Number)
  return major > oldestUsable[0] || (major === oldestUsable[0] && minor >= oldestUsable[1])
}

/**
 * The Node to run everything with: the project's own Node 24, else the one running now if it is new enough.
 * @returns {NodeFound}
 */
export function findModernNode() {
  const bundled = bundledNode()
  if (bundled) return bundled
  if (canRunSources(process.versions.node)) return { path: process.execPath, version: process.versions.node }
  throw new Problem(
    `Node ${process.versions.node} is too old and no Node 24 came with the npm packages for ${process.platform} ${process.arch}. ` +
      'Install Node 24 from https://nodejs.org, then run this again.',
    exitCodes.installation,
  )
}

/** @returns {NodeFound | undefined} */
function bundledNode() {
  const name = process.platform === 'win32' ? 'node.exe' : 'node'
  const platform = process.platform === 'win32' ? 'win' : process.platform
  const path = inProject('node_modules', `node-${platform}-${process.arch}`, 'bin', name)
  if (!existsSync(path)) return undefined
  const { stdout } = spawnSync(path, ['--version'], { encoding: 'utf8' })
  const version = (stdout ?? '').trim().replace(/^v/, '')
  return version.startsWith(`${bundledMajor}.`) ? { path, version } : undefined
}
