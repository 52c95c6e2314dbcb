import { isBuiltin } from 'node:module'
import type { ModuleImport, SourceModule } from './module-graph.ts'

/** The borders of the project. Each rule says what it forbids, in words that a person can act on. */

type Layer = 'shared' | 'renderer' | 'core' | 'main' | 'preload' | 'cli' | 'tooling' | 'tests'

const layerFolders: readonly (readonly [folder: string, layer: Layer])[] = [
  ['shared/', 'shared'],
  ['renderer/', 'renderer'],
  ['electron/core/', 'core'],
  ['electron/main/', 'main'],
  ['electron/preload/', 'preload'],
  ['electron/cli/', 'cli'],
  ['electron/tooling/', 'tooling'],
  ['tests/', 'tests'],
]

const mayImport: Readonly<Record<Layer, readonly Layer[]>> = {
  shared: ['shared'],
  renderer: ['renderer', 'shared'],
  core: ['core', 'shared'],
  main: ['main', 'shared'],
  preload: ['preload', 'shared'],
  cli: ['cli', 'core', 'shared'],
  tooling: ['tooling'],
  tests: ['shared', 'renderer', 'core', 'main', 'preload', 'cli', 'tooling', 'tests'],
}

/** What a feature shows to other features: its language, and what it names in `public.ts`. */
const publicFeatureFile = /\/(?:schema|contract|labels|public)\.tsx?$/

/** The constants and messages that the shell and the pages agree on; the rest of shared would drag in the rules. */
const shellLanguage = /^shared\/contract\/shell-[a-z-]+\.ts$/

/** The only places that may read the wall clock or chance; everything else is handed a clock and ids. */
const ambientHomes = ['electron/core/clock.ts', 'electron/core/ids.ts', 'renderer/app/clock.ts']

/** The layer that a path belongs to, or undefined outside the source folders. */
export function layerOf(path: string): Layer | undefined {
  return layerFolders.find(([folder]) => path.startsWith(folder))?.[1]
}

/** Every breach of the borders, one sentence each. */
export function findBreaches(modules: readonly SourceModule[]): string[] {
  return modules.flatMap((module) => [...importBreaches(module), ...ambientBreaches(module)])
}

function importBreaches(module: SourceModule): string[] {
  const layer = layerOf(module.path)
  if (layer === undefined) return [`${module.path} lies in no layer: add its folder to layer-rules.ts`]
  return module.imports.flatMap((one) => {
    const reason =
      one.target === undefined ? packageBreach(module.path, layer, one.specifier) : ownBreach(module, layer, one)
    return reason === undefined ? [] : [`${module.path} imports ${one.specifier}: ${reason}`]
  })
}

function ownBreach(module: SourceModule, layer: Layer, { target = '', typeOnly }: ModuleImport): string | undefined {
  const targetLayer = layerOf(target)
  if (targetLayer === undefined) {
    return target.startsWith('resources/') || layer === 'tests' || layer === 'tooling'
      ? undefined
      : 'it lies outside the layers'
  }
  if (!mayImport[layer].includes(targetLayer)) return `${layer} may import ${mayImport[layer].join(' and ')} only`
  const isShell = layer === 'main' || layer === 'preload'
  if (isShell && targetLayer === 'shared' && !typeOnly && !shellLanguage.test(target)) {
    return 'the shell takes types from shared, and values only from shared/contract/shell-*.ts'
  }
  return layer === 'tests' ? undefined : innerBreach(module.path, target)
}

/** Borders inside a layer: what everything rests on knows no feature, and features do not reach into each other. */
function innerBreach(path: string, target: string): string | undefined {
  if (path.startsWith('shared/domain/') && !target.startsWith('shared/domain/'))
    return 'shared/domain rests on nothing else'
  if (path.startsWith('shared/statistics/') && !target.startsWith('shared/statistics/'))
    return 'shared/statistics knows no cancer'
  if (path.startsWith('renderer/ui/') && /^renderer\/(?:app|features)\//.test(target)) return 'the kit knows no screen'
  if (path.startsWith('electron/core/db/') && target.startsWith('electron/core/features/'))
    return 'the database knows no feature'
  const own = featureOf(path)
  const other = featureOf(target)
  if (own === undefined || other === undefined || own === other || publicFeatureFile.test(target)) return undefined
  return `feature ${own} may use of feature ${other} only schema, contract, labels and public`
}

function featureOf(path: string): string | undefined {
  return /(?:^|\/)features\/([^/]+)\//.exec(path)?.[1]
}

function packageBreach(path: string, layer: Layer, specifier: string): string | undefined {
  if (layer === 'tests') return undefined
  const name = packageName(specifier)
  if (isBuiltin(specifier) && (layer === 'shared' || layer === 'renderer')) return `${layer} runs without Node`
  if (name === 'electron' && !mayUseElectron(path)) return 'only electron/main and electron/preload know Electron'
  if (name === 'better-sqlite3' && !path.startsWith('electron/core/db/'))
    return 'only electron/core/db knows the driver'
  if (name === 'kysely' && layer !== 'core') return 'only the core builds queries'
  if (name === '@orpc/server' && layer !== 'core') return 'only the core serves the contract'
  if (isScreenPackage(name) && layer !== 'renderer') return 'only the renderer draws'
  return undefined
}

function mayUseElectron(path: string): boolean {
  return /^electron\/(?:main|preload|tooling\/default-app)\//.test(path)
}

function isScreenPackage(name: string): boolean {
  return /^(?:react|react-dom|recharts|wouter)$|^@(?:mantine|tanstack|tabler)\//.test(name)
}

function packageName(specifier: string): string {
  const [first = '', second = ''] = specifier.split('/')
  return first.startsWith('@') ? `${first}/${second}` : first
}

function ambientBreaches(module: SourceModule): string[] {
  const layer = layerOf(module.path)
  if (layer === 'tooling' || layer === 'tests' || ambientHomes.includes(module.path)) return []
  return module.ambientReadings.map(
    (reading) => `${module.path} uses ${reading}: take the injected clock or ids instead`,
  )
}

/** Every ring of modules that import one another, as a path that ends where it began. */
export function findCycles(modules: readonly SourceModule[]): string[] {
  const graph = new Map(modules.map((module) => [module.path, module.imports.flatMap((one) => one.target ?? [])]))
  const finished = new Set<string>()
  const cycles: string[] = []
  const visit = (path: string, trail: readonly string[]): void => {
    const seenAt = trail.indexOf(path)
    if (seenAt !== -1) cycles.push([...trail.slice(seenAt), path].join(' -> '))
    if (seenAt !== -1 || finished.has(path)) return
    for (const target of graph.get(path) ?? []) visit(target, [...trail, path])
    finished.add(path)
  }
  for (const path of graph.keys()) visit(path, [])
  return cycles
}
