import { existsSync, mkdtempSync, rmSync } from 'node:fs'
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

/**
 * Runs work with a core whose own folder is a private one that is gone afterwards: the list of registers and the log of
 * the app on this computer are never touched. The register is always closed, whatever happens.
 */
export const withCore = async <T>(
  run: Run,
  options: Pick<CoreOptions, 'clock' | 'ids'>,
  work: (core: Core) => Promise<T>,
): Promise<T> => {
  const dataFolder = mkdtempSync(join(tmpdir(), 'throughline-cli-'))
  try {
    const core = createCore({ dataFolder, appVersion: appVersion(), log: run.log, ...options })
    try {
      return await work(core)
    } finally {
      await core.close()
    }
  } finally {
    rmSync(dataFolder, { recursive: true, force: true })
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
  work: (client: CoreClient, core: Core) => Promise<unknown>,
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
    await core.vault.unlockAt(known, user.id, await passphraseFor(run.terminal, user, envelope.register.demo))
    return work(inProcessClient(core), core)
  })
}
