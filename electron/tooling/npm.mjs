/** Runs npm, the same one that started us where there is one. Its chatter goes to stderr or nowhere. */
import { spawnSync } from 'node:child_process'

/**
 * Runs npm and waits for it.
 * @param {string[]} args
 * @param {string} cwd
 * @returns {{ ok: boolean, output: string }} what it said, both streams together
 */
export function npm(args, cwd) {
  const own = process.env['npm_execpath']
  const underNpm = own !== undefined && /npm-cli\.c?js$/.test(own)
  const [command, first] = underNpm ? [process.execPath, [own]] : ['npm', []]
  const result = spawnSync(command, [...first, ...args], {
    cwd,
    encoding: 'utf8',
    shell: !underNpm && process.platform === 'win32',
    maxBuffer: 64 * 1024 * 1024,
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  const output = result.error ? result.error.message : `${result.stdout}${result.stderr}`
  return { ok: result.status === 0, output: output.trim() }
}

/**
 * The line of npm's output that says most about a failure: the first that is neither empty nor a mere code.
 * @param {string} output
 */
export function npmReason(output) {
  const lines = output.split('\n').map((line) => line.replace(/^npm (?:error|ERR!)\s*/, '').trim())
  return (
    lines.find((line) => line !== '' && !/^(?:code|errno|syscall|path|npm warn)\b/.test(line)) ?? 'npm gave no reason'
  )
}
