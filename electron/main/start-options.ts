import { join, resolve } from 'node:path'

/** How this run was started: the command line and the environment, read once. */
export interface StartOptions {
  readonly packaged: boolean
  /** Folder of the register and of everything else the app writes; null for the system's usual place. */
  readonly dataFolder: string | null
  /** `child` runs the core in an ordinary Node, for test runtimes whose own Node is too old for the database driver. */
  readonly coreRuntime: 'utility' | 'child'
  readonly nodePath: string
  /** The renderer's development server, whose pages are served under the same origin and policy. */
  readonly developmentServer: URL | null
  /** Replaces the practice's lock time in tests. */
  readonly lockAfterSeconds: number | null
  /** Print one line and leave once the window has painted. */
  readonly smoke: boolean
  readonly builtFiles: BuiltFiles
}

export interface BuiltFiles {
  readonly pages: string
  readonly preload: string
  readonly coreUtility: string
  readonly coreChild: string
}

interface StartContext {
  readonly arguments: readonly string[]
  readonly environment: Readonly<Record<string, string | undefined>>
  readonly packaged: boolean
  /** Folder of the built main script. */
  readonly mainFolder: string
}

const positiveNumber = (text: string | undefined): number | null => {
  const value = Number(text)
  return Number.isFinite(value) && value > 0 ? value : null
}

/** Reads the start options. Switches meant for development and tests are not looked at in a packaged app. */
export const readStartOptions = ({
  arguments: args,
  environment,
  packaged,
  mainFolder,
}: StartContext): StartOptions => {
  const forDevelopers: StartContext['environment'] = packaged ? {} : environment
  const developmentServer = forDevelopers.ELECTRON_RENDERER_URL
  const dataFolder = environment.THROUGHLINE_DATA
  return {
    packaged,
    dataFolder: dataFolder === undefined || dataFolder === '' ? null : resolve(dataFolder),
    coreRuntime: forDevelopers.THROUGHLINE_CORE === 'child' ? 'child' : 'utility',
    nodePath: forDevelopers.THROUGHLINE_NODE ?? 'node',
    developmentServer: developmentServer === undefined ? null : new URL(developmentServer),
    lockAfterSeconds: positiveNumber(forDevelopers.THROUGHLINE_LOCK_AFTER_SECONDS),
    smoke: args.includes('--smoke'),
    builtFiles: {
      pages: join(mainFolder, '../renderer'),
      preload: join(mainFolder, '../preload/preload.cjs'),
      coreUtility: join(mainFolder, 'core-utility.js'),
      coreChild: join(mainFolder, 'core-child.js'),
    },
  }
}
