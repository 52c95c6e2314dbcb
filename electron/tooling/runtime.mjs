/**
 * Says which Electron is there and how the app is to be started on it. Finding never installs; `ensureElectron` does.
 */
import { spawnSync } from 'node:child_process'
import { existsSync, readFileSync, statfsSync } from 'node:fs'
import { join } from 'node:path'
import { ensureFallbackRuntime, fallbackFolder, fallbackIsPossible, fallbackIsPresent } from './fallback-runtime.mjs'
import { findModernNode } from './modern-node.mjs'
import { officialFolder, officialIsPresent, tryOfficialRuntime } from './official-runtime.mjs'
import { exitCodes, Problem } from './problem.mjs'
import { wantedElectronVersion } from './project.mjs'

/**
 * The first Electron major whose Node has Node-API 10, which the database driver is built for. On an older one the core
 * cannot be a utility process of Electron; it runs as a child process of Node 24.
 */
const firstMajorWithCore = 36

/** Chromium draws through shared memory; containers often give it 64 MB, too little for a large page. */
const ampleSharedMemory = 512 * 1024 * 1024

/**
 * @typedef {object} Runtime
 * @property {string} folder the folder of the runtime
 * @property {string} executable the program to start
 * @property {string} version such as `45.4.1`
 * @property {'utility' | 'child'} core how the core process runs
 * @property {string[]} flags what must stand between the program and the project folder
 * @property {Record<string, string>} environment what the app must find in its environment
 */

/** True for a runtime whose version can load the database driver. @param {string} version */
export function hostsCore(version) {
  return Number(version.split('.')[0]) >= firstMajorWithCore
}

/**
 * The runtime to use, if one is there.
 * @returns {Runtime | undefined}
 */
export function findRuntime() {
  const folder = runtimeFolder()
  return folder === undefined ? undefined : describe(folder)
}

/**
 * The runtime to use; fetches one when none is there.
 * @returns {Promise<Runtime>}
 */
export async function ensureElectron() {
  if (runtimeFolder() === fallbackFolder() || runtimeFolder() === undefined) {
    const official = await tryOfficialRuntime()
    if (!official && fallbackIsPossible) await ensureFallbackRuntime()
  }
  const found = findRuntime()
  if (found) return found
  throw new Problem(
    `Electron ${wantedElectronVersion()} could not be downloaded. Check that this machine can reach github.com (or set ELECTRON_MIRROR), ` +
      'or set ELECTRON_OVERRIDE_DIST_PATH to the folder of an unpacked Electron, then run this again.',
    exitCodes.runtime,
  )
}

/** An explicit choice comes first, then the official program, then the fallback. */
function runtimeFolder() {
  const chosen = process.env['ELECTRON_OVERRIDE_DIST_PATH']
  if (chosen) return chosen
  if (officialIsPresent()) return officialFolder()
  return fallbackIsPossible && fallbackIsPresent() ? fallbackFolder() : undefined
}

/**
 * @param {string} folder
 * @returns {Runtime}
 */
function describe(folder) {
  const executable = join(folder, executableName())
  if (!existsSync(executable)) {
    throw new Problem(
      `There is no Electron in ${folder}: correct ELECTRON_OVERRIDE_DIST_PATH or unset it.`,
      exitCodes.runtime,
    )
  }
  const version = versionOf(folder)
  const core = hostsCore(version) ? 'utility' : 'child'
  return {
    folder,
    executable,
    version,
    core,
    flags: flags(),
    environment: core === 'child' ? { THROUGHLINE_CORE: 'child', THROUGHLINE_NODE: findModernNode().path } : {},
  }
}

/** @param {string} folder */
function versionOf(folder) {
  try {
    return readFileSync(join(folder, 'version'), 'utf8').trim().replace(/^v/, '')
  } catch {
    return wantedElectronVersion()
  }
}

function executableName() {
  if (process.platform === 'darwin') return 'Electron.app/Contents/MacOS/Electron'
  return process.platform === 'win32' ? 'electron.exe' : 'electron'
}

function flags() {
  if (process.platform !== 'linux') return []
  const found = []
  if (!sandboxWorks()) found.push('--no-sandbox')
  if (sharedMemory() < ampleSharedMemory) found.push('--disable-dev-shm-usage')
  return found
}

/**
 * Chromium's process sandbox needs user namespaces and refuses to run as root. Only source checkouts meet this: an
 * installed app brings the set-user-id helper that does without namespaces.
 */
function sandboxWorks() {
  if (process.getuid?.() === 0) return false
  return spawnSync('unshare', ['--user', '--map-root-user', 'true'], { stdio: 'ignore' }).status === 0
}

function sharedMemory() {
  try {
    const { bsize, blocks } = statfsSync('/dev/shm')
    return bsize * blocks
  } catch {
    return 0
  }
}
