/** What a test run is made of: the gates, the kinds of tests, the build, and the tests in the real window. */
import { mkdirSync, rmSync } from 'node:fs'
import { dirname } from 'node:path'
import { onSomeDisplay } from './display.mjs'
import { filesSeen, gateOutcome, playwrightOutcome, vitestOutcome } from './outcome.mjs'
import { inProject, readJson } from './project.mjs'
import { tool } from './run.mjs'

/**
 * @typedef {import('./outcome.mjs').Outcome} Outcome
 * @typedef {object} Part
 * @property {string} name
 * @property {string} command
 * @property {string[]} args
 * @property {Record<string, string>} [environment]
 * @property {boolean} [live] shows its output as it comes, because it takes long
 * @property {(exitCode: number, output: string) => Outcome} judge
 */

const onFiles = /on (\d+) files?/

/** @returns {Part[]} what can be judged from the sources alone */
export function gates() {
  return [
    typecheck('typecheck', '.'),
    typecheck('typecheck tooling', 'electron/tooling'),
    gate('lint', 'oxlint/bin/oxlint', [], onFiles),
    gate('format', 'oxfmt/bin/oxfmt', ['--check', '.'], onFiles),
    vitest('architecture', 'boundaries'),
  ]
}

/** @returns {Part} exports, files and packages that nothing uses */
export function unusedCode() {
  return gate('unused code', 'knip/bin/knip.js', ['--no-progress'], undefined)
}

/**
 * @param {string} name
 * @param {string} project the folder of its tsconfig.json
 */
function typecheck(name, project) {
  return gate(
    name,
    'typescript/bin/tsc',
    ['--project', project, '--pretty', 'false', '--diagnostics'],
    /Files:\s+(\d+)/,
  )
}

/**
 * @param {string} name
 * @param {string} script below node_modules
 * @param {string[]} args
 * @param {RegExp | undefined} seen finds the number of files in the output
 * @returns {Part}
 */
function gate(name, script, args, seen) {
  return {
    name,
    ...tool(script, args),
    judge: (exitCode, output) => gateOutcome(exitCode, seen && filesSeen(output, seen)),
  }
}

/**
 * @param {string} project of vitest.config.ts
 * @param {string} [name] for the summary
 * @param {string[]} [args]
 * @returns {Part}
 */
export function vitest(project, name = project, args = []) {
  const report = freshReport(project)
  return {
    name,
    ...tool('vitest/vitest.mjs', [
      'run',
      '--project',
      project,
      '--reporter=dot',
      '--reporter=json',
      `--outputFile.json=${report}`,
      ...args,
    ]),
    judge: (exitCode) => vitestOutcome(exitCode, readJson(report)),
  }
}

/** @returns {Part} */
export function buildApp() {
  return {
    name: 'build',
    command: process.execPath,
    args: [inProject('electron/tooling/build.mjs')],
    judge: gateOutcomeOnly,
  }
}

/** @param {number} exitCode */
function gateOutcomeOnly(exitCode) {
  return gateOutcome(exitCode, undefined)
}

/**
 * @param {string} project of playwright.config.ts
 * @returns {Part}
 */
export function inRealWindow(project) {
  const report = freshReport(project)
  const { command, args } = tool('@playwright/test/cli.js', ['test', `--project=${project}`])
  return {
    name: project,
    ...onSomeDisplay(command, args),
    environment: { PLAYWRIGHT_JSON_OUTPUT_FILE: report },
    live: true,
    judge: (exitCode) => playwrightOutcome(exitCode, readJson(report)),
  }
}

/**
 * Where a runner writes its report; an old one is removed, or it would speak for a runner that never started.
 * @param {string} name
 */
function freshReport(name) {
  const path = inProject('test-results', `${name}.json`)
  mkdirSync(dirname(path), { recursive: true })
  rmSync(path, { force: true })
  return path
}
