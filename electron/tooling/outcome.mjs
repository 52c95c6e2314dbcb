/** Turns what a part of the test run left behind into counts. Whatever looked at nothing has failed. */

/**
 * @typedef {object} Outcome
 * @property {number} passed
 * @property {number} failed
 * @property {number} skipped
 * @property {string} [remark] why a part failed that does not say so itself
 */

/**
 * A gate counts as one: it passes when its tool says so and saw at least one file.
 * @param {number} exitCode
 * @param {number | undefined} filesSeen undefined where the tool does not tell
 * @returns {Outcome}
 */
export function gateOutcome(exitCode, filesSeen) {
  if (filesSeen === 0) return { passed: 0, failed: 1, skipped: 0, remark: 'looked at no file' }
  return exitCode === 0 ? { passed: 1, failed: 0, skipped: 0 } : { passed: 0, failed: 1, skipped: 0 }
}

/**
 * The number of files that a tool says it looked at.
 * @param {string} output
 * @param {RegExp} pattern whose first group is the number
 */
export function filesSeen(output, pattern) {
  return Number(pattern.exec(output)?.[1] ?? 0)
}

/**
 * @param {number} exitCode
 * @param {any} report vitest's JSON report
 * @returns {Outcome}
 */
export function vitestOutcome(exitCode, report) {
  const skipped = (report?.numPendingTests ?? 0) + (report?.numTodoTests ?? 0)
  return runnerOutcome(exitCode, report?.numPassedTests ?? 0, report?.numFailedTests ?? 0, skipped)
}

/**
 * @param {number} exitCode
 * @param {any} report Playwright's JSON report
 * @returns {Outcome}
 */
export function playwrightOutcome(exitCode, report) {
  const { expected = 0, unexpected = 0, flaky = 0, skipped = 0 } = report?.stats ?? {}
  return runnerOutcome(exitCode, expected, unexpected + flaky, skipped)
}

/**
 * @param {number} exitCode
 * @param {number} passed
 * @param {number} failed
 * @param {number} skipped
 * @returns {Outcome}
 */
function runnerOutcome(exitCode, passed, failed, skipped) {
  if (passed + failed === 0) return { passed, failed: 1, skipped, remark: 'ran no test' }
  if (exitCode !== 0 && failed === 0)
    return { passed, failed: 1, skipped, remark: 'ended with an error outside the tests' }
  return { passed, failed, skipped }
}
