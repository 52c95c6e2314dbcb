import { execFileSync } from 'node:child_process'
import { mkdtempSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { makeFolder } from '#core/vault/make-folder.ts'

let within: string
beforeEach(() => {
  within = mkdtempSync(join(tmpdir(), 'make-folder-'))
})
afterEach(() => rmSync(within, { recursive: true, force: true }))

describe('making a folder', () => {
  it('makes those above it, and is content with one that is there', () => {
    const folder = join(within, 'one', 'two')
    makeFolder(folder)
    makeFolder(folder)
    expect(statSync(folder).isDirectory()).toBe(true)
  })

  it.skipIf(process.platform === 'win32')('keeps every new one for its owner alone where that is asked for', () => {
    makeFolder(join(within, 'one', 'two'), 0o700)
    expect(statSync(join(within, 'one')).mode & 0o777).toBe(0o700)
  })

  it('refuses a place where a file stands, and one below a file', () => {
    const file = join(within, 'file')
    writeFileSync(file, '')
    expect(() => makeFolder(file)).toThrow('EEXIST')
    expect(() => makeFolder(join(file, 'folder'))).toThrow('ENOTDIR')
  })

  it.runIf(process.platform === 'linux')('comes back from a place that takes no folders', () => {
    const module = new URL('../../../electron/core/vault/make-folder.ts', import.meta.url).href
    const script = `const { makeFolder } = await import(${JSON.stringify(module)})
      try { makeFolder('/proc/throughline/report') } catch (cause) { process.stdout.write(cause.code) }`
    const said = execFileSync(process.execPath, ['--input-type=module', '-e', script], {
      encoding: 'utf8',
      timeout: 20_000,
      killSignal: 'SIGKILL',
    })
    expect(said).toBe('ENOENT')
  })
})
