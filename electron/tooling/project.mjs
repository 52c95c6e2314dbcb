/** Where things are: the project's own folders and the cache that all clones of one user share. */
import { readFileSync } from 'node:fs'
import { homedir } from 'node:os'
import { isAbsolute, join } from 'node:path'
import { fileURLToPath } from 'node:url'

/** Absolute path of the project root. */
export const projectRoot = fileURLToPath(new URL('../..', import.meta.url)).replace(/[\\/]$/, '')

/**
 * Absolute path of a file or folder of the project.
 * @param {...string} parts
 */
export function inProject(...parts) {
  return join(projectRoot, ...parts)
}

/** The folder for downloads shared by all clones: `$XDG_CACHE_HOME/throughline`, or `~/.cache/throughline`. */
export function cacheFolder() {
  const configured = process.env['XDG_CACHE_HOME']
  const base = configured && isAbsolute(configured) ? configured : join(homedir(), '.cache')
  return join(base, 'throughline')
}

/**
 * Reads a JSON file.
 * @param {string} path
 * @returns {any} undefined when it is missing or is not JSON
 */
export function readJson(path) {
  try {
    return JSON.parse(readFileSync(path, 'utf8'))
  } catch {
    return undefined
  }
}

/** The exact Electron version that package.json asks for, such as `45.4.1`. */
export function wantedElectronVersion() {
  return String(readJson(inProject('package.json'))?.devDependencies?.electron)
}
