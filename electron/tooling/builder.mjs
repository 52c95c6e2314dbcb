/** Builds the app into out/ with electron-vite. */
import { fingerprint, forgetBuild, isBuilt, rememberBuild } from './build-state.mjs'
import { exitCodes, Problem, say } from './problem.mjs'
import { run, tool } from './run.mjs'

const electronVite = 'electron-vite/bin/electron-vite.js'

/** Builds unless out/ is already what the sources say. */
export async function ensureBuilt() {
  if (isBuilt()) return
  say('Building the app.')
  const code = await build(['--logLevel', 'warn'], true)
  if (code !== 0) throw new Problem('The app could not be built; the lines above say why.', exitCodes.failed)
}

/**
 * @param {readonly string[]} args for electron-vite
 * @param {boolean} stdoutToStderr
 * @returns {Promise<number>} the exit code
 */
export async function build(args, stdoutToStderr) {
  const builtFrom = fingerprint()
  forgetBuild()
  const { command, args: all } = tool(electronVite, ['build', ...args])
  const code = await run(command, all, { stdoutToStderr })
  if (code === 0) rememberBuild(builtFrom)
  return code
}

/**
 * The command line of the hot-reloading development run.
 * @param {readonly string[]} args for electron-vite
 */
export function developmentServer(args) {
  return tool(electronVite, ['dev', ...args])
}
