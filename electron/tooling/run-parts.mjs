/** Runs the parts of a test run, some side by side, and tells how they went. */
import { spawn } from 'node:child_process'
import { projectRoot } from './project.mjs'
import { childEnvironment } from './run.mjs'
import { testEnvironment } from './test-environment.mjs'

/**
 * @typedef {import('./parts.mjs').Part} Part
 * @typedef {import('./outcome.mjs').Outcome & { name: string, seconds: number }} Result
 */

/**
 * Runs parts, at most `atOnce` side by side. The output of a part that failed is shown, that of one that passed is not.
 * @param {readonly Part[]} parts
 * @param {number} atOnce
 * @returns {Promise<Result[]>} in the order of the parts
 */
export async function runParts(parts, atOnce) {
  /** @type {Result[]} */
  const results = []
  const waiting = [...parts.entries()]
  const worker = async () => {
    for (let next = waiting.shift(); next; next = waiting.shift()) results[next[0]] = await runPart(next[1])
  }
  await Promise.all(Array.from({ length: atOnce }, worker))
  return results
}

/**
 * @param {Part} part
 * @returns {Promise<Result>}
 */
async function runPart(part) {
  const began = performance.now()
  const { exitCode, output } = await runCommand(part)
  const outcome = part.judge(exitCode, output)
  const result = { name: part.name, seconds: (performance.now() - began) / 1000, ...outcome }
  if (outcome.failed > 0 && !part.live) process.stdout.write(`\n--- ${part.name}\n${output.trimEnd()}\n\n`)
  process.stdout.write(`${resultLine(result)}\n`)
  return result
}

/**
 * @param {Part} part
 * @returns {Promise<{ exitCode: number, output: string }>}
 */
function runCommand(part) {
  return new Promise((resolve) => {
    const child = spawn(part.command, part.args, {
      cwd: projectRoot,
      env: childEnvironment({ ...testEnvironment, ...part.environment }),
      stdio: ['ignore', 'pipe', 'pipe'],
    })
    let output = ''
    const collect = (/** @type {Buffer} */ chunk) => {
      output += chunk.toString()
      if (part.live) process.stdout.write(chunk)
    }
    child.stdout.on('data', collect)
    child.stderr.on('data', collect)
    child.once('error', (error) => resolve({ exitCode: 1, output: error.message }))
    child.once('close', (code) => resolve({ exitCode: code ?? 1, output }))
  })
}

/**
 * One line about one part.
 * @param {Result} result
 */
export function resultLine({ name, passed, failed, skipped, seconds, remark }) {
  const mark = failed === 0 ? 'ok  ' : 'FAIL'
  const counts = `${String(passed).padStart(5)} passed ${String(failed).padStart(4)} failed`
  const left = skipped > 0 ? ` ${skipped} skipped` : ''
  return `${mark} ${name.padEnd(18)} ${counts} ${seconds.toFixed(1).padStart(7)} s${left}${remark ? ` (${remark})` : ''}`
}

/**
 * Prints the table and, as the last line, the sum. Gives the exit code.
 * @param {readonly Result[]} results
 */
export function summarise(results) {
  const passed = results.reduce((sum, result) => sum + result.passed, 0)
  const failed = results.reduce((sum, result) => sum + result.failed, 0)
  const lines = results.map((result) => resultLine(result))
  process.stdout.write(`\nSummary\n${lines.join('\n')}\n\n${passed} passed, ${failed} failed\n`)
  return failed === 0 ? 0 : 1
}
