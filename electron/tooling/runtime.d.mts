/** Which Electron is there and how the app is to be started on it. */
export interface Runtime {
  /** The folder of the runtime. */
  readonly folder: string
  /** The program to start. */
  readonly executable: string
  /** Such as `45.4.1`. */
  readonly version: string
  /** How the core process runs: inside Electron, or as a child process of Node 24 on a runtime that is too old. */
  readonly core: 'utility' | 'child'
  /** What must stand between the program and the project folder. */
  readonly flags: readonly string[]
  /** What the app must find in its environment. */
  readonly environment: Readonly<Record<string, string>>
}

/** The runtime to use, if one is there; installs nothing. */
export function findRuntime(): Runtime | undefined

/** The runtime to use; fetches one when none is there. */
export function ensureElectron(): Promise<Runtime>

/** True for a runtime whose version can load the database driver. */
export function hostsCore(version: string): boolean
