import { randomBytes } from 'node:crypto'
import { v7 } from 'uuid'

/** The only source of identifiers and random bytes in the core. */
export interface Ids {
  /** A new UUIDv7: unique, and in order of creation. */
  next(): string
  bytes(length: number): Buffer
}

const RANDOM_BYTES = 16
const POOL_BYTES = 8192
const HIGHEST_START = 0x7f_ff_ff

/**
 * Identifiers in rising order. Randomness is drawn in large portions: a portion for each identifier was a tenth of an
 * import's time. Within a millisecond the order comes from a counter that starts at a random place.
 */
const risingIds = (): (() => string) => {
  let pool = randomBytes(POOL_BYTES)
  let used = 0
  let lastMoment = 0
  let counter = 0
  return () => {
    if (used + RANDOM_BYTES > pool.length) {
      pool = randomBytes(POOL_BYTES)
      used = 0
    }
    const random = pool.subarray(used, used + RANDOM_BYTES)
    used += RANDOM_BYTES
    const moment = Math.max(Math.floor(performance.timeOrigin + performance.now()), lastMoment)
    counter = moment === lastMoment ? counter + 1 : random.readUInt32BE(0) & HIGHEST_START
    lastMoment = moment
    return v7({ random, msecs: moment, seq: counter })
  }
}

export const systemIds: Ids = { next: risingIds(), bytes: (length) => randomBytes(length) }
