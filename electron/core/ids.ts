import { randomBytes } from 'node:crypto'
import { v7 } from 'uuid'

/** The only source of identifiers and random bytes in the core. */
export interface Ids {
  /** A new UUIDv7: unique, and in order of creation. */
  next(): string
  bytes(length: number): Buffer
}

export const systemIds: Ids = { next: () => v7(), bytes: (length) => randomBytes(length) }
