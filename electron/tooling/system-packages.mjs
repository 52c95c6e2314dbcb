/**
 * The parts of the operating system that Electron, and the tests of its window, cannot do without on Linux. As root on
 * Debian and its relatives they are installed; anyone else is told the one command to run.
 */
import { spawnSync } from 'node:child_process'
import { accessSync, constants, existsSync } from 'node:fs'
import { delimiter, join } from 'node:path'
import { hasDisplay } from './display.mjs'
import { exitCodes, Problem, say } from './problem.mjs'

const windowPackages = [
  'libgtk-3-0',
  'libnss3',
  'libasound2',
  'libgbm1',
  'libatk-bridge2.0-0',
  'libxss1',
  'libxtst6',
  'libnotify4',
  'libdrm2',
  'libx11-xcb1',
  'libxcb-dri3-0',
]
const testPackages = ['fonts-dejavu-core', 'poppler-utils', 'xauth', 'xvfb']

/** Electron loads these by name while it starts, so the program's own list of libraries does not show them. */
const loadedByName = ['libgtk-3.so.0', 'libnss3.so']

/**
 * Makes sure that the runtime can start here.
 * @param {string} executable the Electron program
 * @param {{ forTests: boolean }} use tests also read PDFs and may need a display of their own
 */
export function ensureSystemPackages(executable, { forTests }) {
  if (process.platform !== 'linux') return
  const missing = missingParts(executable, forTests)
  if (missing.length === 0) return
  const wanted = forTests ? [...windowPackages, ...testPackages] : windowPackages
  if (process.getuid?.() === 0 && commandExists('apt-get')) {
    installWithApt(wanted)
    const left = missingParts(executable, forTests)
    if (left.length === 0) return
    throw new Problem(
      `After installing the system packages there is still no ${left.join(', ')}.`,
      exitCodes.systemPackages,
    )
  }
  throw new Problem(`${advice(wanted)} (Missing: ${missing.join(', ')}.)`, exitCodes.systemPackages)
}

/**
 * @param {string} executable
 * @param {boolean} forTests
 */
function missingParts(executable, forTests) {
  const missing = [...missingLibraries(executable)]
  if (!forTests) return missing
  const commands = hasDisplay() ? ['pdftotext'] : ['Xvfb', 'xvfb-run', 'xauth', 'pdftotext']
  return [...missing, ...commands.filter((command) => !commandExists(command))]
}

/** @param {string} executable */
function missingLibraries(executable) {
  const { stdout } = spawnSync('ldd', [executable], { encoding: 'utf8' })
  const unresolved = (stdout ?? '').split('\n').flatMap((line) => /^\s*(\S+) => not found/.exec(line)?.[1] ?? [])
  const known = knownLibraries()
  const byName = known === undefined ? [] : loadedByName.filter((name) => !known.includes(`${name} `))
  return new Set([...unresolved, ...byName])
}

/** @returns {string | undefined} the loader's list of libraries, where there is one */
function knownLibraries() {
  const ldconfig = ['/sbin/ldconfig', '/usr/sbin/ldconfig'].find((path) => existsSync(path))
  if (ldconfig === undefined) return undefined
  const { status, stdout } = spawnSync(ldconfig, ['-p'], { encoding: 'utf8' })
  return status === 0 ? stdout : undefined
}

/** @param {string[]} packages */
function installWithApt(packages) {
  say('Installing the system packages that Electron and its tests need (once).')
  const environment = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' }
  const apt = (/** @type {string[]} */ args) =>
    spawnSync('apt-get', args, { encoding: 'utf8', env: environment, stdio: ['ignore', 'pipe', 'pipe'] })
  apt(['update', '-qq'])
  const { status, stderr } = apt(['install', '-y', '-qq', '--no-install-recommends', ...renamed(packages)])
  if (status === 0) return
  const reason = (stderr ?? '').split('\n').find((line) => line.startsWith('E:')) ?? 'apt-get gave no reason'
  throw new Problem(
    `The system packages could not be installed: ${reason} ${advice(packages)}`,
    exitCodes.systemPackages,
  )
}

/**
 * Newer releases call some libraries by a name ending in `t64` and keep the old name only as an alias.
 * @param {string[]} packages
 */
function renamed(packages) {
  return packages.map((name) => {
    const newName = `${name}t64`
    const { stdout } = spawnSync('apt-cache', ['search', '--names-only', `^${newName}$`], { encoding: 'utf8' })
    return (stdout ?? '').startsWith(newName) ? newName : name
  })
}

/** @param {string[]} packages */
function advice(packages) {
  if (!commandExists('apt-get'))
    return `Install what is missing with this system's package manager (on Debian: ${packages.join(' ')}).`
  return `Some system packages are missing; run: sudo apt-get install -y ${renamed(packages).join(' ')}`
}

/** @param {string} command */
function commandExists(command) {
  return (process.env['PATH'] ?? '').split(delimiter).some((folder) => isExecutable(join(folder, command)))
}

/** @param {string} path */
function isExecutable(path) {
  try {
    accessSync(path, constants.X_OK)
    return true
  } catch {
    return false
  }
}
