import { type ChildProcess, spawn } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'

const MAIN = fileURLToPath(new URL('../../../electron/cli/main.ts', import.meta.url))
/** Where Node keeps what it has compiled, so that the next start of the same sources takes two thirds of the time. */
const COMPILED = fileURLToPath(new URL('../../../test-results/compiled', import.meta.url))

export interface Outcome {
  code: number | null
  stdout: string
  stderr: string
  /** stdout read as JSON. Throws when it is anything else. */
  json(): unknown
}

export interface CliRun {
  child: ChildProcess
  done: Promise<Outcome>
}

interface RunOptions {
  passphrase?: string
  stdin?: string
}

/** Starts the real command line in a process of its own, as a script would, with nothing on its terminal. */
export const startCli = (typed: readonly string[], { passphrase, stdin }: RunOptions = {}): CliRun => {
  const { THROUGHLINE_PASSPHRASE: _dropped, ...inherited } = process.env
  const environment = { ...inherited, NODE_COMPILE_CACHE: COMPILED }
  const child = spawn(process.execPath, [MAIN, ...typed], {
    env: passphrase === undefined ? environment : { ...environment, THROUGHLINE_PASSPHRASE: passphrase },
    stdio: ['pipe', 'pipe', 'pipe'],
  })
  const text = { stdout: '', stderr: '' }
  child.stdout?.on('data', (chunk: Buffer) => (text.stdout += chunk.toString('utf8')))
  child.stderr?.on('data', (chunk: Buffer) => (text.stderr += chunk.toString('utf8')))
  child.stdin?.end(stdin ?? '')
  const done = new Promise<Outcome>((resolve, reject) => {
    child.on('error', reject)
    child.on('close', (code) => resolve({ code, ...text, json: () => JSON.parse(text.stdout) as unknown }))
  })
  return { child, done }
}

export const runCli = (typed: readonly string[], options?: RunOptions): Promise<Outcome> =>
  startCli(typed, options).done

/** A folder of the test's own, and a way to take it away. */
export const temporaryFolder = (): { path: string; remove(): void } => {
  const path = mkdtempSync(join(tmpdir(), 'throughline-cli-test-'))
  return { path, remove: () => rmSync(path, { recursive: true, force: true }) }
}
