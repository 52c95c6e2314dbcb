/**
 * Every npm script begins here: install what is missing, go on under the modern Node, and turn whatever goes wrong into
 * one plain line and an exit code. Runs on Node 20 with nothing installed.
 */
import { spawnSync } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { ensureInstalled } from './install.mjs'
import { canRunSources, findModernNode } from './modern-node.mjs'
import { report } from './problem.mjs'

/**
 * Runs a script of this folder and sets the exit code.
 * @param {string} script the script's own `import.meta.url`
 * @param {(args: string[]) => Promise<number>} main given the command-line arguments, gives the exit code
 */
export async function launch(script, main) {
  const args = process.argv.slice(2)
  try {
    ensureInstalled()
    process.exitCode = canRunSources(process.versions.node) ? await main(args) : runAgain(fileURLToPath(script), args)
  } catch (error) {
    process.exitCode = report(error)
  }
}

/**
 * @param {string} script
 * @param {string[]} args
 */
function runAgain(script, args) {
  const { status } = spawnSync(findModernNode().path, [script, ...args], { stdio: 'inherit' })
  return status ?? 1
}
