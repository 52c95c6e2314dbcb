import { existsSync, mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import type { CoreClient } from '#shared/contract/index.ts'
import { AppError } from '#shared/contract/errors.ts'
import { DEMO_PASSPHRASE } from '#shared/features/access/labels.ts'
import type { User } from '#shared/features/access/schema.ts'
import { type Core, type CoreOptions, createCore } from '#core/core.ts'
import { inProcessClient } from '#core/in-process.ts'
import { readEnvelope, usersOf } from '#core/vault/key-envelope.ts'
import { appVersion } from './app-version.ts'
import { type Arguments, requiredPath } from './arguments.ts'
import type { DefectLog } from './core-log.ts'
import { askPassphrase, type Terminal } from './terminal.ts'

const PASSPHRASE_VARIABLE = 'THROUGHLINE_PASSPHRASE'

/** What a command needs to run. */
export interface Run {
  given: Arguments
  terminal: Terminal
  signal: AbortSignal
  log: DefectLog
}

const isRunning = (id: number): boolean => {
  try {
    process.kill(id, 0)
    return true
  } catch (cause) {
    return (cause as NodeJS.ErrnoException).code !== 'ESRCH'
  }
}

const OWN_FOLDER = /^throughline-cli-(\d+)-/

/** A private folder, named after this process; those of processes that were killed are taken away first. */
const ownFolder = (): string => {
  for (const name of readdirSync(tmpdir())) {
    const owner = Number(OWN_FOLDER.exec(name)?.[1] ?? process.pid)
    if (isRunning(owner)) continue
    try {
      rmSync(join(tmpdir(), name), { recursive: true, force: true })
    } catch {
      // Somebody else's, on a computer that is shared.
    }
  }
  return mkdtempSync(join(tmpdir(), `throughline-cli-${process.pid}-`))
}

/**
 * Runs work with a core whose own folder is a private one that is gone afterwards: the list of registers and the log of
 * the app on this computer are never touched. The register is always closed, whatever happens.
 */
export const withCore = async <T>(
  run: Run,
  options: Pick<CoreOptions, 'clock' | 'ids'>,
  work: (core: Core) => Promise<T>,
): Promise<T> => {
  const dataFolder = ownFolder()
  const remove = (): void => rmSync(dataFolder, { recursive: true, force: true })
  // A second Ctrl+C ends the process without waiting for what is below.
  process.once('exit', remove)
  try {
    const core = createCore({ dataFolder, appVersion: appVersion(), log: run.log, ...options })
    try {
      return await work(core)
    } finally {
      await core.close()
    }
  } finally {
    process.off('exit', remove)
    remove()
  }
}

const chooseUser = (users: readonly User[], wanted: string | null): User => {
  const found =
    wanted === null
      ? users.find((user) => user.role === 'lead')
      : users.find((user) => user.id === wanted || user.name === wanted)
  if (found === undefined)
    throw new AppError(
      'not-found',
      'Nobody of that name may open this register. Leave --user out to open it as the cancer lead.',
    )
  return found
}

const passphraseFor = async (terminal: Terminal, user: User, demo: boolean): Promise<string> => {
  const fromEnvironment = terminal.environment[PASSPHRASE_VARIABLE]
  if (fromEnvironment !== undefined && fromEnvironment !== '') return fromEnvironment
  return demo ? DEMO_PASSPHRASE : askPassphrase(terminal, user.name)
}

/** The passphrase a new demo practice gets: the variable's, else the one printed on its unlock screen. */
export const demoPassphrase = (terminal: Terminal): string =>
  terminal.environment[PASSPHRASE_VARIABLE] || DEMO_PASSPHRASE

/**
 * Opens the register that `--db` names and runs work over a client of the contract.
 * @throws AppError `not-found`, `forbidden` (wrong passphrase), `conflict` (open elsewhere), `io`.
 */
export const withRegister = (
  run: Run,
  work: (client: CoreClient, core: Core, passphrase: string) => Promise<unknown>,
  backupFolder?: string,
): Promise<unknown> => {
  const path = requiredPath(run.given, 'db', 'the register file to open')
  if (!existsSync(path))
    throw new AppError(
      'not-found',
      'There is no register at the place --db names. Check the path, or make one with “demo”.',
    )
  const envelope = readEnvelope(path)
  const user = chooseUser(usersOf(envelope), run.given.text('user'))
  return withCore(run, {}, async (core) => {
    const known = { ...envelope.register, path, backupFolder: backupFolder ?? join(dirname(path), 'backups') }
    core.vault.registers.remember(known)
    const passphrase = await passphraseFor(run.terminal, user, envelope.register.demo)
    await core.vault.unlockAt(known, user.id, passphrase)
    return work(inProcessClient(core), core, passphrase)
  })
}
