import { describe, expect, it } from 'vitest'
import { findBreaches, findCycles, layerOf } from './layer-rules.ts'
import { parseModule, readProject } from './module-graph.ts'

/** The checker must not pass because it saw nothing: raise these as the project grows, never lower them. */
const fewestModules = 300
const fewestImports = 1200

const project = readProject()

describe('the import graph of the project', () => {
  it('was really read', () => {
    expect(project.length).toBeGreaterThanOrEqual(fewestModules)
    expect(project.flatMap((module) => module.imports).length).toBeGreaterThanOrEqual(fewestImports)
    const layers = new Set(project.map((module) => layerOf(module.path)))
    expect([...layers]).toEqual(
      expect.arrayContaining(['shared', 'renderer', 'core', 'main', 'preload', 'tooling', 'tests']),
    )
  })

  it('resolves every import of our own to a file that is there', () => {
    const paths = new Set(project.map((module) => module.path))
    const lost = project.flatMap((module) =>
      module.imports
        .filter(({ target }) => target !== undefined && /\.(?:tsx?|mjs)$/.test(target) && !paths.has(target))
        .map(({ specifier }) => `${module.path} imports ${specifier}`),
    )
    expect(lost).toEqual([])
  })

  it('stays inside its borders', () => {
    expect(findBreaches(project)).toEqual([])
  })

  it('has no ring of imports', () => {
    expect(findCycles(project)).toEqual([])
  })
})

describe('the checker', () => {
  const planted: readonly (readonly [what: string, path: string, source: string, reason: RegExp])[] = [
    ['shared reaching for the core', 'shared/a.ts', "import { b } from '#core/b.ts'", /shared may import shared only/],
    ['shared reaching for Node', 'shared/a.ts', "import { join } from 'node:path'", /runs without Node/],
    ['a bare built-in in a page', 'renderer/a.ts', "import fs from 'fs'", /runs without Node/],
    ['a page reaching for the core', 'renderer/app/a.ts', "import type { B } from '#core/b.ts'", /renderer may import/],
    ['a climb out of the folder', 'renderer/app/a.ts', "import '../../electron/main/b.ts'", /renderer may import/],
    ['the core knowing Electron', 'electron/core/a.ts', "import { app } from 'electron'", /know Electron/],
    ['a lazy import of Electron', 'electron/core/a.ts', "const e = await import('electron')", /know Electron/],
    ['the driver outside the database', 'electron/core/a.ts', "import D from 'better-sqlite3'", /knows the driver/],
    ['a re-export over a border', 'electron/core/a.ts', "export * from '#renderer/b.ts'", /core may import/],
    [
      'a rule in the shell',
      'electron/main/a.ts',
      "import { age } from '#shared/domain/age.ts'",
      /takes types from shared/,
    ],
    ['the command line using the shell', 'electron/cli/a.ts', "import '../main/b.ts'", /cli may import/],
    [
      'a feature inside another',
      'renderer/features/journey/a.ts',
      "import { b } from '#renderer/features/register/list/b.tsx'",
      /feature journey may use of feature register/,
    ],
    [
      'the kit knowing a screen',
      'renderer/ui/a.tsx',
      "import { b } from '../features/journey/b.tsx'",
      /knows no screen/,
    ],
    [
      'statistics knowing the field',
      'shared/statistics/a.ts',
      "import { age } from '#shared/domain/age.ts'",
      /knows no cancer/,
    ],
    ['a reading of the clock', 'shared/a.ts', 'export const a = new Date()', /new Date\(\)/],
    ['a reading of chance', 'electron/core/a.ts', 'export const a = () => Math.random()', /Math\.random/],
    ['now', 'renderer/a.ts', 'export const a = Date.now()', /Date\.now/],
  ]

  it.each(planted)('catches %s', (_what, path, source, reason) => {
    const [breach, ...others] = findBreaches([parseModule(path, source)])
    expect(others).toEqual([])
    expect(breach).toMatch(reason)
    expect(breach).toContain(path)
  })

  it.each([
    ['the shell taking a type', 'electron/main/a.ts', "import type { B } from '#shared/features/access/schema.ts'"],
    ['the shell taking a channel name', 'electron/main/a.ts', "import { b } from '#shared/contract/shell-channels.ts'"],
    [
      'a feature using the language of another',
      'shared/features/a/contract.ts',
      "import '#shared/features/b/schema.ts'",
    ],
    ['a date made from a date', 'shared/a.ts', 'export const a = (text: string) => new Date(text)'],
    ['a picture', 'renderer/a.ts', "import picture from '../resources/icons/a.svg?url'"],
  ])('lets pass %s', (_what, path, source) => {
    expect(findBreaches([parseModule(path, source)])).toEqual([])
  })

  it('catches a ring', () => {
    const ring = [
      parseModule('shared/a.ts', "import './b.ts'"),
      parseModule('shared/b.ts', "import './c.ts'"),
      parseModule('shared/c.ts', "export * from './a.ts'"),
    ]
    expect(findCycles(ring)).toEqual(['shared/a.ts -> shared/b.ts -> shared/c.ts -> shared/a.ts'])
  })

  it('refuses a file that it cannot parse', () => {
    expect(() => parseModule('shared/a.ts', 'import {')).toThrow(/does not parse/)
  })
})
