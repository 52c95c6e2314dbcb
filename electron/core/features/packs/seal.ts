import { createCipheriv, createDecipheriv } from 'node:crypto'
import { z } from 'zod'
import type { Ids } from '../../ids.ts'
import { deriveKey, KDF_COST, MOST_KDF_COST } from '../../vault/key-envelope.ts'

/**
 * A pack under a passphrase: one line that says what it is and how the key is made, then the pack in AES-256-GCM. The
 * line is bound to what follows, so neither can be swapped. The derivation is that of the register's own key envelope.
 */
const FORMAT = 'throughline.sealed-pack'
const LONGEST_LINE = 1000
const TAG_BYTES = 16

const headSchema = z.strictObject({
  format: z.literal(FORMAT),
  formatVersion: z.literal(1),
  kdf: z.strictObject({
    name: z.literal('scrypt'),
    cost: z.number().int().min(10).max(MOST_KDF_COST),
    blockSize: z.literal(8),
    salt: z.base64().length(24),
  }),
  cipher: z.literal('aes-256-gcm'),
  nonce: z.base64().length(16),
})

/** Seals the bytes of a pack. @param cost the work factor of scrypt; tests lower it. */
export const seal = async (ids: Ids, pack: Buffer, passphrase: string, cost: number = KDF_COST): Promise<Buffer> => {
  const [salt, nonce] = [ids.bytes(16), ids.bytes(12)]
  const head = {
    format: FORMAT,
    formatVersion: 1,
    kdf: { name: 'scrypt', cost, blockSize: 8, salt: salt.toString('base64') },
    cipher: 'aes-256-gcm',
    nonce: nonce.toString('base64'),
  }
  const line = Buffer.from(`${JSON.stringify(head)}\n`, 'utf8')
  const cipher = createCipheriv('aes-256-gcm', await deriveKey(passphrase, salt, cost), nonce)
  cipher.setAAD(line)
  const body = Buffer.concat([cipher.update(pack), cipher.final()])
  return Buffer.concat([line, cipher.getAuthTag(), body])
}

/** Whether a file says that it is a sealed pack. */
export const isSealed = (bytes: Buffer): boolean =>
  bytes.subarray(0, LONGEST_LINE).toString('latin1').startsWith(`{"format":"${FORMAT}"`)

export type Unsealed =
  | { readonly state: 'open'; readonly pack: Buffer }
  /** AES-GCM cannot tell a wrong passphrase from a changed file. */
  | { readonly state: 'wrong-passphrase' }
  | { readonly state: 'newer' | 'damaged' }

const readHead = (text: string): z.infer<typeof headSchema> | 'newer' | 'damaged' => {
  try {
    const json: unknown = JSON.parse(text)
    const version = z.object({ formatVersion: z.number() }).safeParse(json)
    if (version.success && version.data.formatVersion > 1) return 'newer'
    return headSchema.parse(json)
  } catch {
    return 'damaged'
  }
}

export const unseal = async (bytes: Buffer, passphrase: string): Promise<Unsealed> => {
  const end = bytes.subarray(0, LONGEST_LINE).indexOf('\n')
  if (end < 0 || bytes.length < end + 1 + TAG_BYTES) return { state: 'damaged' }
  const line = bytes.subarray(0, end + 1)
  const head = readHead(line.toString('utf8'))
  if (typeof head === 'string') return { state: head }
  const key = await deriveKey(passphrase, Buffer.from(head.kdf.salt, 'base64'), head.kdf.cost)
  const decipher = createDecipheriv('aes-256-gcm', key, Buffer.from(head.nonce, 'base64'))
  decipher.setAAD(line)
  decipher.setAuthTag(bytes.subarray(end + 1, end + 1 + TAG_BYTES))
  try {
    return {
      state: 'open',
      pack: Buffer.concat([decipher.update(bytes.subarray(end + 1 + TAG_BYTES)), decipher.final()]),
    }
  } catch {
    return { state: 'wrong-passphrase' }
  }
}
