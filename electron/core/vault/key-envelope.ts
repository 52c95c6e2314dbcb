import { createCipheriv, createDecipheriv, scrypt } from 'node:crypto'
import { existsSync, readFileSync } from 'node:fs'
import { z } from 'zod'
import { AppError } from '#shared/contract/errors.ts'
import { uuidSchema } from '#shared/domain/schemas.ts'
import { type RegisterLabel, registerLabelSchema, type User, userSchema } from '#shared/features/access/schema.ts'
import type { Ids } from '../ids.ts'
import { writeWhole } from './atomic-file.ts'

/** Work factor of scrypt as a power of two. 17 takes a third of a second and 128 MB: felt once a day, ruinous to guess with. */
export const KDF_COST = 17

/** A file could ask for more work than a computer has; this much is asked for by ours, and a little more may be one day. */
export const MOST_KDF_COST = KDF_COST + 2

const TAG_BYTES = 16

const wrapSchema = z.object({
  kind: z.enum(['passphrase', 'recovery']),
  user: userSchema.nullable(),
  kdf: z.object({
    name: z.literal('scrypt'),
    cost: z.number().int().min(10).max(MOST_KDF_COST),
    blockSize: z.literal(8),
    salt: z.string(),
  }),
  nonce: z.string(),
  tag: z.string(),
  wrapped: z.string(),
})
type Wrap = z.infer<typeof wrapSchema>

export const envelopeSchema = z.object({
  format: z.literal('throughline-keys'),
  formatVersion: z.literal(1),
  // A register is kept in a folder of this name, and a backup may come from a stranger.
  register: registerLabelSchema.extend({ id: uuidSchema }),
  wraps: z.array(wrapSchema),
})

/** The data key, wrapped once for each person by passphrase and once by the recovery key. Holds no patient data. */
export type KeyEnvelope = z.infer<typeof envelopeSchema>

/** The envelope lies beside its register. */
export const envelopePath = (registerPath: string): string => `${registerPath}.keys.json`

/** @throws AppError `io` when the file is missing or is not an envelope. */
export const readEnvelope = (registerPath: string): KeyEnvelope => {
  const path = envelopePath(registerPath)
  if (!existsSync(path)) {
    throw new AppError(
      'io',
      'The key file that belongs beside this register is missing, so it cannot be opened. Put it back, or restore a backup.',
    )
  }
  return parseEnvelope(readFileSync(path, 'utf8'))
}

/** @throws AppError `io` when the text is not an envelope. */
export const parseEnvelope = (text: string): KeyEnvelope => {
  try {
    return envelopeSchema.parse(JSON.parse(text))
  } catch {
    throw new AppError('io', 'The key file beside this register is damaged, so it cannot be opened. Restore a backup.')
  }
}

export const writeEnvelope = (registerPath: string, envelope: KeyEnvelope): void =>
  writeWhole(envelopePath(registerPath), `${JSON.stringify(envelope, null, 2)}\n`)

/** A key of 32 bytes from what somebody typed. @param cost the work factor of scrypt, as a power of two. */
export const deriveKey = (secret: string, salt: Buffer, cost: number): Promise<Buffer> =>
  new Promise((resolve, reject) => {
    const options = { N: 2 ** cost, r: 8, p: 1, maxmem: 2 ** (cost + 11) }
    scrypt(secret.normalize('NFKC'), salt, 32, options, (error, key) => (error === null ? resolve(key) : reject(error)))
  })

/** Ties a wrap to its register and person, so that one cannot be swapped for another. */
const bindingOf = (register: RegisterLabel, kind: Wrap['kind'], user: User | null): Buffer =>
  Buffer.from(JSON.stringify(['throughline', register.id, kind, user?.id ?? null, user?.role ?? null]))

/** Wraps a data key under a secret. */
export const wrapKey = async (
  ids: Ids,
  register: RegisterLabel,
  kind: Wrap['kind'],
  user: User | null,
  secret: string,
  dataKey: Buffer,
  cost: number,
): Promise<Wrap> => {
  const salt = ids.bytes(16)
  const nonce = ids.bytes(12)
  const cipher = createCipheriv('aes-256-gcm', await deriveKey(secret, salt, cost), nonce)
  cipher.setAAD(bindingOf(register, kind, user))
  const wrapped = Buffer.concat([cipher.update(dataKey), cipher.final()])
  return {
    kind,
    user,
    kdf: { name: 'scrypt', cost, blockSize: 8, salt: salt.toString('base64') },
    nonce: nonce.toString('base64'),
    tag: cipher.getAuthTag().toString('base64'),
    wrapped: wrapped.toString('base64'),
  }
}

/** The data key, or null when the secret is wrong. */
export const unwrapKey = async (register: RegisterLabel, wrap: Wrap, secret: string): Promise<Buffer | null> => {
  const key = await deriveKey(secret, Buffer.from(wrap.kdf.salt, 'base64'), wrap.kdf.cost)
  try {
    const nonce = Buffer.from(wrap.nonce, 'base64')
    const decipher = createDecipheriv('aes-256-gcm', key, nonce, { authTagLength: TAG_BYTES })
    decipher.setAAD(bindingOf(register, wrap.kind, wrap.user))
    decipher.setAuthTag(Buffer.from(wrap.tag, 'base64'))
    return Buffer.concat([decipher.update(Buffer.from(wrap.wrapped, 'base64')), decipher.final()])
  } catch {
    return null
  }
}

/** The people who may open a register, as its envelope lists them. */
export const usersOf = (envelope: KeyEnvelope): User[] =>
  envelope.wraps.flatMap((wrap) => (wrap.user === null ? [] : [wrap.user]))

/** @throws AppError `not-found` when nobody of that id may open the register. */
export const wrapOf = (envelope: KeyEnvelope, userId: string): Wrap & { user: User } => {
  const found = envelope.wraps.find(
    (wrap): wrap is Wrap & { user: User } => wrap.kind === 'passphrase' && wrap.user?.id === userId,
  )
  if (found === undefined) throw new AppError('not-found', 'This person has no access to this register.')
  return found
}
