import { randomBytes } from 'node:crypto'
import { daysBetween, type IsoDate } from '#shared/domain/partial-date.ts'
import type { Ids } from '../../ids.ts'
import { Chance } from './chance.ts'

const MILLISECONDS_A_DAY = 86_400_000
/** How many identifiers share a millisecond: as many as the counter field of a version 7 UUID holds. */
const IDS_A_MILLISECOND = 4096
const THREE_DIGITS = Array.from({ length: IDS_A_MILLISECOND }, (_, number) => number.toString(16).padStart(3, '0'))

const threeDigits = (bits: number): string => THREE_DIGITS[bits & 0xfff] ?? '000'

/**
 * Identifiers that the same seed and day give again: version 7 UUIDs in order of creation, as if all were made on that
 * day. Keys and salts are not drawn from the seed: `bytes` stays random.
 */
export const seededIds = (seed: number, today: IsoDate): Ids => {
  const chance = new Chance(seed)
  let millisecond = daysBetween('1970-01-01', today) * MILLISECONDS_A_DAY
  let count = 0
  let time = ''
  return {
    next() {
      if (count % IDS_A_MILLISECOND === 0) {
        const digits = millisecond.toString(16).padStart(12, '0')
        time = `${digits.slice(0, 8)}-${digits.slice(8)}`
        millisecond += 1
      }
      const counter = threeDigits(count)
      count += 1
      const first = chance.bits()
      const second = chance.bits()
      const tail = threeDigits(first) + threeDigits(first >>> 12) + threeDigits(second) + threeDigits(second >>> 12)
      return `${time}-7${counter}-8${threeDigits((first >>> 24) | ((second >>> 24) << 8))}-${tail}`
    },
    bytes: (length) => randomBytes(length),
  }
}
