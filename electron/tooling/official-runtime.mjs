/**
 * Electron as the project publishes it. Its npm package holds no program: a script in it downloads the program from the
 * release host. That host may be out of reach, or hang, so the wait is bounded and a failure is remembered for a day.
 */
import { spawn } from 'node:child_process'
import { existsSync, mkdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { say } from './problem.mjs'
import { cacheFolder, inProject, wantedElectronVersion } from './project.mjs'

const releaseHost = 'https://github.com/electron/electron/releases/download/'
const day = 24 * 60 * 60 * 1000
/** How long an unreachable host may take; a copy cached by an earlier installation needs a few seconds. */
const unreachableLimit = 20_000
/** How long the download itself may take on a slow line, once the host has answered. */
const downloadLimit = 20 * 60_000

/** The folder that the official program is unpacked into. */
export function officialFolder() {
  return inProject('node_modules/electron/dist')
}

/** True when the version that package.json asks for is unpacked. */
export function officialIsPresent() {
  try {
    const version = readFileSync(join(officialFolder(), 'version'), 'utf8').trim().replace(/^v/, '')
    return version === wantedElectronVersion() && existsSync(inProject('node_modules/electron/path.txt'))
  } catch {
    return false
  }
}

/**
 * Downloads the official program unless that failed within the last day.
 * @returns {Promise<boolean>} whether the program is there afterwards
 */
export async function tryOfficialRuntime() {
  if (failedRecently()) return false
  say(`Getting Electron ${wantedElectronVersion()} (once; about 120 MB).`)
  await runInstaller()
  const present = officialIsPresent()
  if (present) rmSync(failureMark(), { force: true })
  else rememberFailure()
  return present
}

function failureMark() {
  return join(cacheFolder(), `electron-${wantedElectronVersion()}-unreachable`)
}

function failedRecently() {
  try {
    return Date.now() - statSync(failureMark()).mtimeMs < day
  } catch {
    return false
  }
}

function rememberFailure() {
  try {
    mkdirSync(cacheFolder(), { recursive: true })
    writeFileSync(failureMark(), '')
  } catch {
    // Without a writable cache the host is simply tried again the next time.
  }
}

/** @returns {Promise<void>} settles when the installer has ended or has been stopped */
function runInstaller() {
  return new Promise((resolve) => {
    const installer = spawn(process.execPath, [inProject('node_modules/electron/install.js')], {
      env: installerEnvironment(),
      stdio: 'ignore',
    })
    const stop = () => installer.kill('SIGKILL')
    let limit = setTimeout(stop, unreachableLimit)
    const grantTime = () => {
      if (installer.exitCode !== null) return
      clearTimeout(limit)
      limit = setTimeout(stop, downloadLimit)
    }
    askHost(grantTime)
    const settle = () => {
      clearTimeout(limit)
      resolve()
    }
    installer.once('exit', settle)
    installer.once('error', settle)
  })
}

/** Electron's downloader uses a proxy only when told to. */
function installerEnvironment() {
  const proxy = process.env['HTTPS_PROXY'] ?? process.env['https_proxy']
  return proxy ? { ...process.env, ELECTRON_GET_USE_PROXY: 'true', NODE_USE_ENV_PROXY: '1' } : process.env
}

/** Runs in a process of its own, because proxy settings are read only when Node starts. Any answer will do. */
const probe =
  "fetch(process.argv[1], { method: 'HEAD', signal: AbortSignal.timeout(15000) })" +
  '.then(() => process.exit(0), () => process.exit(1))'

/** @param {() => void} onAnswer called when the release host answers, and not at all otherwise */
function askHost(onAnswer) {
  const host = process.env['ELECTRON_MIRROR'] ?? process.env['npm_config_electron_mirror'] ?? releaseHost
  const asking = spawn(process.execPath, ['-e', probe, host], { env: installerEnvironment(), stdio: 'ignore' })
  asking.unref()
  asking.once('error', () => {})
  asking.once('exit', (code) => {
    if (code === 0) onAnswer()
  })
}
