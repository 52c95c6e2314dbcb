/**
 * How the tooling talks: every message is one line on stderr, and nothing expected ends in a stack trace.
 */

/** Exit codes of every script in this folder. */
export const exitCodes = /** @type {const} */ ({ failed: 1, installation: 2, systemPackages: 3, runtime: 4 })

/** Something the person at the keyboard can put right; the message says what happened and what to do. */
export class Problem extends Error {
  /**
   * @param {string} message one plain sentence or two, without a line break
   * @param {number} exitCode see `exitCodes`
   */
  constructor(message, exitCode) {
    super(message)
    this.name = 'Problem'
    this.exitCode = exitCode
  }
}

/**
 * Prints one line for the person at the keyboard; stdout stays free for results.
 * @param {string} message
 */
export function say(message) {
  process.stderr.write(`throughline: ${message}\n`)
}

/**
 * Reports why a script stopped and gives its exit code.
 * @param {unknown} error
 * @returns {number}
 */
export function report(error) {
  if (process.env['THROUGHLINE_DEBUG'] && error instanceof Error) process.stderr.write(`${error.stack}\n`)
  const message = error instanceof Error ? error.message : String(error)
  say(message.split('\n')[0] ?? 'stopped for an unknown reason')
  return error instanceof Problem ? error.exitCode : exitCodes.failed
}
