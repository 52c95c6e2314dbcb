/** Tells whether out/ was built from the sources as they are now, by a fingerprint of their contents. */
import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { inProject } from './project.mjs'

const sources = [
  'electron/core',
  'electron/main',
  'electron/preload',
  'renderer',
  'resources',
  'shared',
  'electron.vite.config.ts',
  'package.json',
  'package-lock.json',
  'tsconfig.json',
]
const mark = inProject('out/.fingerprint')
const firstOutput = inProject('out/main/main.js')

/** True when a build would change nothing. */
export function isBuilt() {
  return existsSync(firstOutput) && existsSync(mark) && readFileSync(mark, 'utf8') === fingerprint()
}

/**
 * Remembers what out/ was built from.
 * @param {string} builtFrom the fingerprint taken before the build began, so that an edit made meanwhile is not missed
 */
export function rememberBuild(builtFrom) {
  mkdirSync(dirname(mark), { recursive: true })
  writeFileSync(mark, builtFrom)
}

/** Makes the next start build afresh, because out/ is about to hold something else or something half done. */
export function forgetBuild() {
  rmSync(mark, { force: true })
}

/** A digest of every source file's path and content. */
export function fingerprint() {
  const hash = createHash('sha256')
  for (const path of sources.flatMap((source) => filesUnder(source))) {
    hash
      .update(`${path}\0`)
      .update(readFileSync(inProject(path)))
      .update('\0')
  }
  return hash.digest('hex')
}

/**
 * @param {string} path relative to the project
 * @returns {string[]} the files in and below it, in a fixed order
 */
function filesUnder(path) {
  const absolute = inProject(path)
  if (!existsSync(absolute)) return []
  if (!statSync(absolute).isDirectory()) return [path]
  const names = readdirSync(absolute).toSorted()
  return names.flatMap((name) => filesUnder(join(path, name)))
}
