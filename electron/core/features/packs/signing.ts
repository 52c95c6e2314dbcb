import { createPrivateKey, createPublicKey, type KeyObject, sign, verify } from 'node:crypto'
import { AppError } from '#shared/contract/errors.ts'
import type { PackKey } from '#shared/features/packs/schema.ts'
import { sha256 } from '../../canonical-json.ts'
import type { CommandContext, Environment } from '../../context.ts'
import type { ReadDb } from '../../db/database.ts'

/** What stands before the 32 bytes of an Ed25519 private key in PKCS #8 (RFC 8410). */
const PKCS8_HEAD = Buffer.from('302e020100300506032b657004220420', 'hex')
const SEED_BYTES = 32
const FINGERPRINT_LENGTH = 32

/** The key of a register. `privateKey` stays in the core and in the encrypted register. */
export interface OwnKey {
  readonly key: PackKey
  readonly privateKey: string
  readonly madeAt: string
}

/** The first half of the SHA-256 of a public key. */
export const fingerprintOf = (publicKey: string): string =>
  sha256(Buffer.from(publicKey, 'base64')).slice(0, FINGERPRINT_LENGTH)

const privateKeyFrom = (stored: string): KeyObject =>
  createPrivateKey({ key: Buffer.from(stored, 'base64'), format: 'der', type: 'pkcs8' })

const publicKeyFrom = (publicKey: string): KeyObject =>
  createPublicKey({ key: Buffer.from(publicKey, 'base64'), format: 'der', type: 'spki' })

/** The key of this register; null before its first report. */
export const readOwnKey = async (db: ReadDb): Promise<OwnKey | null> => {
  const row = await db.selectFrom('signing_key').selectAll().executeTakeFirst()
  if (row === undefined) return null
  return {
    key: { algorithm: 'Ed25519', publicKey: row.public_key, fingerprint: row.fingerprint },
    privateKey: row.private_key,
    madeAt: row.made_at,
  }
}

/** A new key, which is nobody's until it is kept. */
const makeKey = ({ ids, clock }: Environment): OwnKey => {
  const stored = Buffer.concat([PKCS8_HEAD, ids.bytes(SEED_BYTES)]).toString('base64')
  const publicKey = createPublicKey(privateKeyFrom(stored)).export({ format: 'der', type: 'spki' }).toString('base64')
  return {
    key: { algorithm: 'Ed25519', publicKey, fingerprint: fingerprintOf(publicKey) },
    privateKey: stored,
    madeAt: clock.now(),
  }
}

/** The key of this register, or the one that it gets with `keepKey`. */
export const ownKeyOrNew = async (db: ReadDb, env: Environment): Promise<OwnKey> =>
  (await readOwnKey(db)) ?? makeKey(env)

/**
 * Keeps a key as that of this register. It is no row that people change: it goes past the recorder, so that no history
 * holds a private key and no undoing takes it away.
 * @throws AppError `conflict` where another was kept meanwhile.
 */
export const keepKey = async ({ db, handle }: CommandContext, own: OwnKey): Promise<void> => {
  const there = await readOwnKey(db)
  if (there === null) {
    handle.statements
      .prepare("INSERT INTO signing_key (id, public_key, private_key, fingerprint, made_at) VALUES ('own', ?, ?, ?, ?)")
      .run(own.key.publicKey, own.privateKey, own.key.fingerprint, own.madeAt)
  } else if (there.key.fingerprint !== own.key.fingerprint)
    throw new AppError('conflict', 'This register got its signing key a moment ago. Try again: nothing was written.')
}

/** The signature of some bytes, base64. Ed25519 gives the same one every time. */
export const signatureOf = (own: OwnKey, bytes: Buffer): string =>
  sign(null, bytes, privateKeyFrom(own.privateKey)).toString('base64')

/** Whether a signature is that of a key over some bytes. What is no key or no signature is not. */
export const isSignedBy = ({ publicKey, fingerprint }: PackKey, bytes: Buffer, signature: string): boolean => {
  try {
    const key = publicKeyFrom(publicKey)
    return (
      key.asymmetricKeyType === 'ed25519' &&
      fingerprintOf(publicKey) === fingerprint &&
      verify(null, bytes, key, Buffer.from(signature, 'base64'))
    )
  } catch {
    return false
  }
}
