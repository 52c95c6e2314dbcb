import { createHmac, createSecretKey } from 'node:crypto'
import type { DatePrecision, IsoDate } from '#shared/domain/partial-date.ts'
import type { Identity } from '#shared/features/fhir/schema.ts'

/**
 * What a bundle may say, decided in one place: every mapper asks it for ids, dates and words, and has no other way to
 * any of them.
 */
export interface Telling {
  readonly identity: Identity
  /** The day of the export. */
  readonly today: IsoDate
  /** The id of a resource. The same for the same record in one bundle. */
  id(resourceType: string, key: string): string
  /** As far as it is known, and no nearer than a month without names. */
  date(date: IsoDate | null, precision: DatePrecision | null): string | undefined
  /** What somebody typed: only with names. Blank is nothing. */
  typed(text: string | null): string | undefined
}

/** What identifiable bundles work their ids out with: anybody may know it, and the same record has the same id each time. */
const KNOWN_KEY = Buffer.from('throughline fhir ids, first edition', 'utf8')
const KEPT_LENGTH: Readonly<Record<DatePrecision, number>> = { year: 4, month: 7, day: 10 }
/** FHIR text holds no white space but spaces, tabs and line ends, of the kinds that its schema knows as such. */
const OTHER_SPACE = /[^\S \t\r\n]/gu
/** And no other control characters. */
const CONTROL = /[^\P{Cc}\t\r\n]/gu

/** A keyed hash as an identifier of RFC 9562, version 8: the form for values that are worked out in a way of one's own. */
const asUuid = (digest: Buffer): string => {
  const bytes = Buffer.from(digest.subarray(0, 16))
  bytes.writeUInt8((bytes.readUInt8(6) & 0x0f) | 0x80, 6)
  bytes.writeUInt8((bytes.readUInt8(8) & 0x3f) | 0x80, 8)
  const hex = bytes.toString('hex')
  return [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20)].join('-')
}

/** A person's resources name each other again and again; the ids of a few people at a time are worth keeping. */
const MOST_KEPT = 20_000

const idsBy = (key: Buffer): Telling['id'] => {
  const secret = createSecretKey(key)
  const kept = new Map<string, string>()
  return (resourceType, record) => {
    const name = `${resourceType}\0${record}`
    const known = kept.get(name)
    if (known !== undefined) return known
    if (kept.size >= MOST_KEPT) kept.clear()
    const id = asUuid(createHmac('sha256', secret).update(name).digest())
    kept.set(name, id)
    return id
  }
}

const typedText = (text: string | null): string | undefined => {
  const clean = (text ?? '').replace(OTHER_SPACE, ' ').replace(CONTROL, '').trim()
  return clean === '' ? undefined : clean
}

/**
 * Decides what a bundle says.
 * @param key random, drawn for this bundle and kept nowhere: without it nobody can tell which record an id stands for,
 * and no two bundles can be laid side by side. An identifiable bundle does not use it.
 */
export const telling = (identity: Identity, key: Buffer, today: IsoDate): Telling =>
  identity === 'identifiable'
    ? {
        identity,
        today,
        id: idsBy(KNOWN_KEY),
        date: (date, precision) =>
          date === null || precision === null ? undefined : date.slice(0, KEPT_LENGTH[precision]),
        typed: typedText,
      }
    : {
        identity,
        today,
        id: idsBy(key),
        date: (date, precision) =>
          date === null || precision === null
            ? undefined
            : date.slice(0, Math.min(KEPT_LENGTH[precision], KEPT_LENGTH.month)),
        typed: () => undefined,
      }
