import { readdirSync, readFileSync } from 'node:fs'
import { join, posix, relative, resolve, sep } from 'node:path'
import { parseSync } from 'vite'

/** One import of one module, as written. */
export interface ModuleImport {
  /** The text between the quotes. */
  readonly specifier: string
  /** Path below the project root with forward slashes, or undefined for a package or a Node built-in. */
  readonly target: string | undefined
  /** True when the import is erased before the program runs. */
  readonly typeOnly: boolean
}

/** One source file and what it reaches for. */
export interface SourceModule {
  /** Path below the project root with forward slashes. */
  readonly path: string
  readonly imports: readonly ModuleImport[]
  /** Readings of the wall clock or of chance, such as `Date.now`. */
  readonly ambientReadings: readonly string[]
}

/** Absolute path of the project root. */
export const projectRoot = resolve(import.meta.dirname, '../..')

const sourceFolders = ['electron', 'renderer', 'shared', 'tests']
const sourceFile = /\.(?:tsx?|mts|mjs|js)$/

/** Reads every module of the project that is written by hand. */
export function readProject(): SourceModule[] {
  return sourceFolders.flatMap((folder) => filesBelow(join(projectRoot, folder))).map(readModule)
}

function readModule(file: string): SourceModule {
  return parseModule(relative(projectRoot, file).split(sep).join('/'), readFileSync(file, 'utf8'))
}

function filesBelow(folder: string): string[] {
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    const path = join(folder, entry.name)
    if (entry.isDirectory()) return filesBelow(path)
    return sourceFile.test(entry.name) ? [path] : []
  })
}

/**
 * Parses one module with the parser that the build uses.
 * @param path below the project root, with forward slashes
 * @throws Error when the source does not parse, because a file that cannot be read cannot be checked
 */
export function parseModule(path: string, source: string): SourceModule {
  const { program, module, errors } = parseSync(path, source)
  if (errors.length > 0) throw new Error(`${path} does not parse: ${errors[0]?.message}`)
  const found: { specifier: string; typeOnly: boolean }[] = []
  for (const { moduleRequest, entries } of module.staticImports) {
    const typeOnly = entries.length > 0 && entries.every((entry) => entry.isType)
    found.push({ specifier: moduleRequest.value, typeOnly })
  }
  for (const { entries } of module.staticExports) {
    for (const { moduleRequest, isType } of entries) {
      if (moduleRequest) found.push({ specifier: moduleRequest.value, typeOnly: isType })
    }
  }
  for (const { moduleRequest } of module.dynamicImports) {
    const literal = /^['"`]([^'"`$]*)['"`]$/.exec(source.slice(moduleRequest.start, moduleRequest.end))
    if (literal?.[1] !== undefined) found.push({ specifier: literal[1], typeOnly: false })
  }
  const imports = found.map((one) => ({ ...one, target: resolveSpecifier(path, one.specifier) }))
  return { path, imports, ambientReadings: [...new Set(ambientReadings(program))] }
}

const aliases = readAliases()

function readAliases(): readonly (readonly [prefix: string, folder: string])[] {
  const manifest: { imports: Record<string, string> } = JSON.parse(
    readFileSync(join(projectRoot, 'package.json'), 'utf8'),
  )
  return Object.entries(manifest.imports).map(([from, to]) => [from.replace('*', ''), to.replace(/^\.\/|\*/g, '')])
}

function resolveSpecifier(from: string, specifier: string): string | undefined {
  const path = specifier.replace(/\?.*$/, '')
  if (path.startsWith('.')) return posix.join(posix.dirname(from), path)
  const alias = aliases.find(([prefix]) => path.startsWith(prefix))
  return alias && alias[1] + path.slice(alias[0].length)
}

/** Walks a syntax tree for `new Date()`, `Date()`, `Date.now` and `Math.random`. */
function ambientReadings(node: unknown): string[] {
  if (Array.isArray(node)) return node.flatMap(ambientReadings)
  if (!isNode(node)) return []
  const below = Object.values(node).flatMap(ambientReadings)
  const own = ambientReading(node)
  return own === undefined ? below : [own, ...below]
}

interface SyntaxNode {
  readonly type: string
  readonly name?: unknown
  readonly callee?: unknown
  readonly object?: unknown
  readonly property?: unknown
  readonly arguments?: unknown
}

function isNode(value: unknown): value is SyntaxNode {
  return typeof value === 'object' && value !== null && 'type' in value && typeof value.type === 'string'
}

function ambientReading(node: SyntaxNode): string | undefined {
  const withoutArguments = Array.isArray(node.arguments) && node.arguments.length === 0
  if (node.type === 'NewExpression' && nameOf(node.callee) === 'Date' && withoutArguments) return 'new Date()'
  if (node.type === 'CallExpression' && nameOf(node.callee) === 'Date') return 'Date()'
  if (node.type !== 'MemberExpression') return undefined
  const member = `${nameOf(node.object)}.${nameOf(node.property)}`
  return member === 'Date.now' || member === 'Math.random' ? member : undefined
}

function nameOf(node: unknown): string {
  return isNode(node) && typeof node.name === 'string' ? node.name : ''
}
