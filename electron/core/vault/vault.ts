import { closeSync, existsSync, openSync, rmSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { AppError } from '#shared/contract/errors.ts'
import type { AccessState, LockReason, RegisterLabel, User } from '#shared/features/access/schema.ts'
import type { Backup } from '#shared/features/safekeeping/schema.ts'
import type { Environment, Session, SessionSource } from '../context.ts'
import { type OpenDatabase, openDatabase } from '../db/database.ts'
import { migrate, pendingMigrations, refuseTheFuture } from '../db/migrate.ts'
import { type DataKey, openForWriting } from '../db/sqlite/connection.ts'
import { schemaVersion } from '../db/sqlite/maintenance.ts'
import { takeLease } from '../db/sqlite/owner-lease.ts'
import { refreshProjections } from '../projections/person-summary.ts'
import { runInTransaction } from '../write.ts'
import { accountOf, isMadeUp } from './account.ts'
import { attemptsBeside, tryOnce } from './attempts.ts'
import { explainFileError } from './atomic-file.ts'
import {
  envelopePath,
  KDF_COST,
  type KeyEnvelope,
  readEnvelope,
  unwrapKey,
  usersOf,
  wrapKey,
  wrapOf,
  writeEnvelope,
} from './key-envelope.ts'
import { sweepLeftovers } from './leftovers.ts'
import { makeFolder } from './make-folder.ts'
import { type NewRegister, sealKeys, storePractice } from './new-register.ts'
import { normaliseRecoveryKey } from './recovery-key.ts'
import { letGo, type OpenRegister, openRegisterOver } from './open-register.ts'
import { type KnownRegister, type RegisterList, registerListIn } from './register-list.ts'

/** What a backup is made from: a file that is open for writing, and its key. */
export interface BackupSource {
  readonly register: KnownRegister
  readonly key: DataKey
  /** Aborts when the register is about to close; null where nothing can close it meanwhile. */
  readonly signal: AbortSignal | null
}

export interface VaultOptions {
  /** Work factor of the key derivation; tests lower it. */
  kdfCost?: number
  /** Makes and proves a backup: on its rhythm, before imports and before migrations. */
  backUp: (source: BackupSource, reason: Backup['reason']) => Promise<Backup>
  lastBackup: (register: KnownRegister) => AccessState['lastBackup']
}

/**
 * Holds the one open register and its key. Nothing else in the core has the key; closing overwrites it, forgets every
 * file handle and tells the screens to clear.
 */
export class Vault implements SessionSource {
  readonly registers: RegisterList
  private readonly env: Environment
  private readonly options: VaultOptions
  private opened: OpenRegister | null = null
  private lockReason: LockReason = 'start'
  private trouble: string | null = null
  private closing: Promise<void> = Promise.resolve()

  constructor(env: Environment, options: VaultOptions) {
    this.env = env
    this.options = options
    this.registers = registerListIn(env.dataFolder)
  }

  current(): Session | null {
    return this.opened
  }

  /** The open register with its place on disk. @throws AppError `locked`. */
  openRegister(): OpenRegister {
    if (this.opened === null) throw new AppError('locked', 'The register is locked. Unlock it and try again.')
    return this.opened
  }

  /** Whoever is signed in goes on as this account, which the register has by now. */
  goOnAs(user: User, demo: boolean): void {
    this.opened = { ...this.openRegister(), user, demo }
    this.env.events.emit({ type: 'unlocked' })
  }

  state(): AccessState {
    const known = this.opened === null ? this.registers.current() : this.registers.find(this.opened.register)
    const label = ({ id, practiceName, demo }: KnownRegister): RegisterLabel => ({ id, practiceName, demo })
    const users = known === null ? [] : this.usersBeside(known)
    return {
      stage: this.opened !== null ? 'unlocked' : known === null ? 'first-run' : 'locked',
      register: known === null ? null : label(known),
      madeUp: this.opened?.demo ?? false,
      registers: this.registers.all().map(label),
      users,
      user: this.opened?.user ?? null,
      lockReason: this.lockReason,
      waitSeconds: known === null ? 0 : attemptsBeside(known.path, this.env.clock).waitSeconds(),
      today: this.env.clock.today(),
      lastBackup: known === null ? null : this.options.lastBackup(known),
      trouble: this.trouble,
    }
  }

  /** Makes the files of a new register, whole or not at all, and opens it. `fill` runs before it is shown to anyone. */
  async create(fresh: NewRegister, fill?: (session: Session) => Promise<void>, path?: string): Promise<void> {
    const label: RegisterLabel = { id: this.env.ids.next(), practiceName: fresh.practice.name, demo: fresh.demo }
    const known: KnownRegister = { ...label, path: path ?? this.registers.newPath(label), backupFolder: null }
    if (existsSync(known.path) || existsSync(envelopePath(known.path)))
      throw new AppError('conflict', 'A register already lies at this place. Choose another place, or open that one.')
    await this.close('request')
    const user: User = { id: this.env.ids.next(), ...fresh.user }
    const others = fresh.others.map((other) => ({ id: this.env.ids.next(), ...other }))
    try {
      makeFolder(dirname(known.path), 0o700)
      const key = this.env.ids.bytes(32)
      writeEnvelope(known.path, await sealKeys(this.env.ids, label, [user, ...others], fresh, key, this.cost()))
      await this.openWith(known, key, user)
      await storePractice(this.env, this.openRegister(), fresh, [user, ...others])
      if (fill !== undefined) await fill(this.openRegister())
      if (path === undefined) this.registers.remember(known)
      this.env.events.emit({ type: 'unlocked' })
    } catch (cause) {
      await this.close('request')
      for (const suffix of ['', '-wal', '-shm', '.keys.json', '.lock', '.open-by.json'])
        rmSync(known.path + suffix, { force: true })
      throw explainFileError(cause)
    }
  }

  /** @throws AppError `forbidden` with `waitSeconds` when the passphrase is wrong or it is too early to try again. */
  async unlock(userId: string, passphrase: string): Promise<void> {
    await this.unlockAt(this.chosen(), userId, passphrase)
    this.env.events.emit({ type: 'unlocked' })
  }

  /** Opens a register by its file, as the command line does. */
  async unlockAt(known: KnownRegister, userId: string, passphrase: string): Promise<void> {
    const envelope = this.readableEnvelope(known)
    const wrap = wrapOf(envelope, userId)
    await this.openIfRight(
      known,
      wrap.user,
      () => unwrapKey(envelope.register, wrap, passphrase),
      'That passphrase does not open this register.',
    )
  }

  /** Opens with the recovery key, then gives the person a new passphrase. */
  async unlockWithRecoveryKey(userId: string, typed: string, passphrase: string): Promise<void> {
    const known = this.chosen()
    const envelope = this.readableEnvelope(known)
    const { user } = wrapOf(envelope, userId)
    const recovery = envelope.wraps.find((wrap) => wrap.kind === 'recovery')
    if (recovery === undefined) throw new AppError('not-found', 'No recovery sheet was made for this register.')
    await this.openIfRight(
      known,
      user,
      () => unwrapKey(envelope.register, recovery, normaliseRecoveryKey(typed)),
      'Those six groups do not open this register.',
    )
    // A copy: a lock that comes while the passphrase is derived overwrites the vault's own.
    const key = Buffer.from(this.openRegister().key)
    try {
      const renewed = await wrapKey(this.env.ids, envelope.register, 'passphrase', user, passphrase, key, this.cost())
      writeEnvelope(known.path, {
        ...envelope,
        wraps: envelope.wraps.map((wrap) => (wrap.kind === 'passphrase' && wrap.user?.id === userId ? renewed : wrap)),
      })
    } catch (cause) {
      await this.close('request')
      throw cause
    } finally {
      key.fill(0)
    }
    if (this.opened !== null) this.env.events.emit({ type: 'unlocked' })
  }

  /**
   * Closes the register and forgets its key, when the transaction that runs has ended. Safe to call when nothing is
   * open, and while another call is still closing: both end when the file is free.
   */
  async close(reason: LockReason): Promise<void> {
    const leaving = this.opened
    this.opened = null
    this.lockReason = reason
    this.trouble = null
    this.env.files.clear()
    this.env.prints.clear()
    if (leaving !== null) {
      this.env.events.emit({ type: 'locked', reason })
      this.closing = this.closing.then(() => letGo(leaving))
    }
    await this.closing
  }

  /**
   * Opens with a key already at hand, as a restore does after checking a backup. The key is the vault's from here on: it
   * is overwritten when this fails.
   */
  async openWith(known: KnownRegister, key: Buffer, user: User): Promise<void> {
    try {
      await this.openLeased(known, key, user)
    } catch (cause) {
      key.fill(0)
      throw cause
    }
  }

  private async openLeased(known: KnownRegister, key: Buffer, user: User): Promise<void> {
    const lease = takeLease(known.path, { name: user.name, since: this.env.clock.now() })
    let database: OpenDatabase | null = null
    try {
      sweepLeftovers(known.path)
      const fresh = !existsSync(known.path)
      await this.bringUpToDate(known, key)
      database = openDatabase(known.path, key)
      const account = fresh ? user : await accountOf(database.read, user.id)
      const demo = fresh ? known.demo : await isMadeUp(database.read)
      this.opened = openRegisterOver({ register: known, demo, database, user: account, key, lease }, (signal, reason) =>
        this.options.backUp({ register: this.registers.find(known), key, signal }, reason),
      )
      await refreshProjections(database, this.env.clock.today())
      this.trouble = null
    } catch (cause) {
      this.opened = null
      await database?.close()
      lease.release()
      this.trouble = cause instanceof AppError ? cause.message : null
      throw cause
    }
  }

  private async bringUpToDate(known: KnownRegister, key: Buffer): Promise<void> {
    const fresh = !existsSync(known.path)
    // Made before SQLite would make it, so that other people of the computer cannot read it.
    if (fresh) closeSync(openSync(known.path, 'wx', 0o600))
    const connection = openForWriting(known.path, key)
    try {
      refuseTheFuture(connection)
      if (!fresh && schemaVersion(connection) === 0)
        throw new AppError(
          'io',
          'The register file is damaged: nothing is left in it. Restore the latest backup from the unlock screen.',
        )
      if (!fresh && pendingMigrations(connection).length > 0)
        await this.options.backUp({ register: known, key, signal: null }, 'before-migration')
      migrate(connection)
    } finally {
      connection.close()
    }
  }

  private async openIfRight(
    known: KnownRegister,
    user: User,
    findKey: () => Promise<Buffer | null>,
    refusal: string,
  ): Promise<void> {
    if (!existsSync(known.path))
      throw new AppError('io', 'The register file is not where it was. Put it back, or restore a backup.')
    const key = await tryOnce(known.path, this.env.clock, findKey, refusal)
    await this.close('request')
    await this.openWith(known, key, user)
    attemptsBeside(known.path, this.env.clock).succeeded()
    try {
      await runInTransaction(
        this.env,
        this.openRegister(),
        { method: 'access.unlock', verb: 'unlock', personId: null, undoesSeq: null },
        async () => undefined,
      )
    } catch (cause) {
      // Nobody looks at the register without an entry that says so.
      await this.close('request')
      throw cause
    }
  }

  private chosen(): KnownRegister {
    const known = this.registers.current()
    if (known === null) throw new AppError('not-found', 'There is no register on this computer yet. Set one up first.')
    return known
  }

  private readableEnvelope(known: KnownRegister): KeyEnvelope {
    try {
      return readEnvelope(known.path)
    } catch (cause) {
      this.trouble = cause instanceof AppError ? cause.message : null
      throw cause
    }
  }

  private usersBeside(known: KnownRegister): User[] {
    if (!existsSync(envelopePath(known.path))) return []
    try {
      return usersOf(readEnvelope(known.path))
    } catch {
      return []
    }
  }

  private cost(): number {
    return this.options.kdfCost ?? KDF_COST
  }
}

/** Where the backups of a register go unless another folder was chosen. */
export const defaultBackupFolder = (register: KnownRegister): string =>
  register.backupFolder ?? join(dirname(register.path), 'backups')
