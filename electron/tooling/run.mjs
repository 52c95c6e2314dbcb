/** Starts other programs: in the project folder, on the modern Node, and with the signals passed on. */
import { spawn } from 'node:child_process'
import { constants } from 'node:os'
import { delimiter, dirname } from 'node:path'
import { findModernNode } from './modern-node.mjs'
import { inProject, projectRoot } from './project.mjs'

/**
 * The environment of every child: `node` and the project's tools come first on the path.
 * @param {Readonly<Record<string, string>>} [additions]
 * @returns {NodeJS.ProcessEnv}
 */
export function childEnvironment(additions = {}) {
  const path = [dirname(findModernNode().path), inProject('node_modules/.bin'), process.env['PATH'] ?? '']
  return { ...process.env, PATH: path.join(delimiter), ...additions }
}

/**
 * Runs a program with our own input and output and waits for it.
 * @param {string} command
 * @param {readonly string[]} args
 * @param {{ environment?: Readonly<Record<string, string>>, stdoutToStderr?: boolean }} [options]
 * @returns {Promise<number>} its exit code, or 128 and the signal that ended it
 */
export function run(command, args, { environment = {}, stdoutToStderr = false } = {}) {
  return new Promise((resolve, reject) => {
    const child = spawn(command, args, {
      cwd: projectRoot,
      env: childEnvironment(environment),
      stdio: ['inherit', stdoutToStderr ? 2 : 'inherit', 'inherit'],
    })
    const passOn = (/** @type {NodeJS.Signals} */ signal) => child.kill(signal)
    process.on('SIGINT', passOn).on('SIGTERM', passOn)
    child.once('error', reject)
    child.once('exit', (code, signal) => {
      process.off('SIGINT', passOn).off('SIGTERM', passOn)
      resolve(code ?? 128 + (signal ? constants.signals[signal] : 0))
    })
  })
}

/**
 * A tool from node_modules, as a command line on the modern Node; its `.bin` link would use whatever Node comes first.
 * @param {string} path the tool's script below node_modules
 * @param {readonly string[]} args
 * @returns {{ command: string, args: string[] }}
 */
export function tool(path, args) {
  return { command: findModernNode().path, args: [inProject('node_modules', path), ...args] }
}
